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
  readonly state: 'waiting' | 'sent' | 'refused'
  /** What the server said, with what to do. */
  readonly refusal: Bilingual | null
}

export const countOf = (steps: readonly Step[], state: Step['state']): number =>
  steps.filter((step) => step.state === state).length

/** In the order in which they were done. What was refused holds nobody up: it is kept, shown, and named at the end. */
export const nextOf = (steps: readonly Step[]): Step | undefined =>
  [...steps].sort((a, b) => a.seq - b.seq).find(({ state }) => state === 'waiting')

export const refusedNumbers = (steps: readonly Step[], visit: string): number[] =>
  steps
    .filter((step) => step.visit === visit && step.state === 'refused' && step.nth > 0)
    .map(({ nth }) => nth)

/** What came of sending: taken, refused for good, or not reached and to be tried again. */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly text: Bilingual }
  | { readonly kind: 'later' }

/** Refusals are the server's considered no; whatever else goes wrong on the way passes by itself. */
export function outcomeOf(problem: { readonly status: number; readonly text: Bilingual }): Outcome {
  const { status, text } = problem
  const passes = status === 0 || status === 401 || status === 429 || status >= 500
  return passes ? { kind: 'later' } : { kind: 'refused', text }
}

/** Nothing of a visit is left to tell, so nothing of it need stay on the phone. */
export const isDone = (steps: readonly Step[], visit: string): boolean =>
  steps.some((step) => step.visit === visit) &&
  steps.every((step) => step.visit !== visit || step.state === 'sent')
