import type { z } from 'zod'
import type { keepEvidence, VisitAct } from '#modules/inspections/contract.ts'
import type { Bilingual } from '#kernel/refusal.ts'

type EvidenceQuery = z.input<(typeof keepEvidence)['query']>

/** What is told to the server: an act, a file with what is known of it, or the findings sheet at the end. */
export type Telling =
  | { readonly kind: 'act'; readonly act: VisitAct }
  | { readonly kind: 'evidence'; readonly query: EvidenceQuery }
  | { readonly kind: 'sheet'; readonly text: string }

/** One step of the queue. Its content is encrypted beside it; this much is needed to show and to send in order. */
export interface Step {
  readonly seq: number
  readonly visit: string
  /** Number of the act of this device on this visit, from 1; the sheet has none. */
  readonly nth: number
  /** Under this key the server takes it once, however often it is sent. */
  readonly key: string
  /** What it is, to be shown: the kind of act, of file, or the sheet. */
  readonly what: string
  /** `dropped`: refused, and whoever did it needs it no more. */
  readonly state: 'waiting' | 'sent' | 'refused' | 'dropped'
  /** What the server said, with what to do. */
  readonly refusal: Bilingual | null
}

export const countOf = (steps: readonly Step[], state: Step['state']): number =>
  steps.filter((step) => step.state === state).length

/** In the order in which they were done. What was refused holds nobody up: it is kept, shown, and named at the end. */
export const nextOf = (steps: readonly Step[]): Step | undefined =>
  [...steps].sort((a, b) => a.seq - b.seq).find(({ state }) => state === 'waiting')

const NOT_TAKEN: ReadonlySet<Step['state']> = new Set(['refused', 'dropped'])

export const refusedNumbers = (steps: readonly Step[], visit: string): number[] =>
  steps
    .filter((step) => step.visit === visit && NOT_TAKEN.has(step.state) && step.nth > 0)
    .map(({ nth }) => nth)

/** What came of sending: taken, refused for good, or not reached and to be tried again. */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly code: string; readonly text: Bilingual }
  | { readonly kind: 'later' }

interface Refused {
  readonly status: number
  readonly code: string
  readonly text: Bilingual
}

/** Refusals are the server's considered no; whatever else goes wrong on the way passes by itself. */
export function outcomeOf({ status, code, text }: Refused): Outcome {
  const passes = status === 0 || status === 401 || status === 429 || status >= 500
  return passes ? { kind: 'later' } : { kind: 'refused', code, text }
}

/** What a refusal opens again on the phone: who could not begin begins anew, who could not end goes on. */
export function reopenedBy(what: string, code: string): { started?: false; ended?: false; handedIn?: false } {
  // The other inspector's phone has begun it already.
  if (code === 'inspection.started') return {}
  if (what === 'start') return { started: false, ended: false, handedIn: false }
  if (what === 'end') return { ended: false, handedIn: false }
  return what === 'sheet' ? { handedIn: false } : {}
}

/** Nothing of a visit is left to tell, so nothing of it need stay on the phone. */
export const isDone = (steps: readonly Step[], visit: string): boolean =>
  steps.some((step) => step.visit === visit) &&
  steps.every((step) => step.visit !== visit || step.state === 'sent' || step.state === 'dropped')
