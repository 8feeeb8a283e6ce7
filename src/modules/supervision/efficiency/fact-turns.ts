import type { EpochMs } from '#kernel/day.ts'
import type { CaseEvent } from '#modules/cases/index.ts'
import type { CaseFacts, Happened, StepFacts, Stint, Wait } from './fact-shape.ts'

export const acted = ({ acts }: CaseFacts, at: EpochMs) => ({ acts: [...acts, at] })

export const closed = (waits: readonly Wait[], at: EpochMs): readonly Wait[] =>
  waits.map((wait) => (wait.to === null ? { ...wait, to: at } : wait))

export const withStint = ({ stints }: CaseFacts, stint: Stint): readonly Stint[] => [...stints, stint]

/** The answer to an application: acceptance, refusal, or what is missing; only the first one counts. */
export const answered = (facts: CaseFacts, { at, by }: Happened): Partial<CaseFacts> =>
  facts.stints.some(({ kind }) => kind === 'answer')
    ? {}
    : { stints: withStint(facts, { kind: 'answer', step: '', by, from: facts.receivedAt, to: at, empty: 0 }) }

export function stepFinished(facts: CaseFacts, code: string, { at, by }: Happened): Partial<CaseFacts> {
  const step = facts.steps.find((one) => one.code === code)
  const steps = opened(
    facts.steps.map((one) => (one.code === code ? { ...one, doneAt: at, doneBy: by } : one)),
    at,
  )
  const before = facts.stints.find((one) => one.kind === 'step' && one.step === code)
  const stint = { kind: 'step', step: code, by, from: before?.from ?? step?.since ?? at, to: at } as const
  const ready = steps.every(({ doneAt }) => doneAt !== null) ? at : null
  return {
    ...acted(facts, at),
    steps,
    seals: facts.seals + 1,
    // What was sent back did not stand: the turn began when the step first came, and ends with the finish that stands.
    stints: [...facts.stints.filter((one) => one !== before), { ...stint, empty: before ? before.empty : 0 }],
    readyAt: ready,
    readyFirstAt: facts.readyFirstAt ?? ready,
  }
}

export function sentBack(facts: CaseFacts, to: string, at: EpochMs): Partial<CaseFacts> {
  const target = facts.steps.find(({ code }) => code === to)
  if (!target) return {}
  return {
    steps: facts.steps.map((step) =>
      step.group > target.group
        ? { ...step, since: null, doneAt: null }
        : step.code === to
          ? { ...step, since: at, doneAt: null }
          : step,
    ),
    stints: facts.stints.map((one) =>
      one.kind === 'step' && one.step === to ? { ...one, empty: one.empty + 1 } : one,
    ),
    readyAt: null,
    // Once is a correction; again, or of a file that lacked only its decision, is a round.
    sentRound: facts.sentRound + (facts.readyFirstAt === null && facts.sentBack === 0 ? 0 : 1),
    sentBack: facts.sentBack + 1,
  }
}

/** The first group that is not done is open; what comes after it waits. */
export function opened(steps: readonly StepFacts[], at: EpochMs): readonly StepFacts[] {
  const current = Math.min(...steps.filter(({ doneAt }) => doneAt === null).map(({ group }) => group))
  return steps.map((step) =>
    step.doneAt === null && step.since === null && step.group === current ? { ...step, since: at } : step,
  )
}

export const readyIf = ({ steps }: CaseFacts, at: EpochMs): EpochMs | null => (steps.length === 0 ? at : null)

export function decided(
  facts: CaseFacts,
  { outcome, deemed, result, licence }: Extract<CaseEvent, { type: 'CaseDecided' }>['data'],
  { at, by }: Happened,
): Partial<CaseFacts> {
  const from = facts.readyFirstAt ?? facts.acceptedAt ?? facts.receivedAt
  const turn = { kind: 'decide', step: '', by, from, to: at, empty: facts.sentRound } as const
  return {
    ...(deemed ? {} : { ...acted(facts, at), stints: withStint(facts, turn), seals: facts.seals + 1 }),
    waits: closed(facts.waits, at),
    decidedAt: at,
    decidedBy: deemed ? null : by,
    outcome,
    deemed,
    certificate: outcome === 'granted' && (result !== null || licence !== undefined),
    endedAt: at,
    ending: 'decided',
  }
}
