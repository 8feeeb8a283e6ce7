import type { Day, EpochMs } from '#kernel/day.ts'
import type { Value } from './expression.ts'

export type Values = Readonly<Record<string, Value>>

/** One step as it was taken. */
export interface Taken {
  readonly step: string
  readonly by: string
  readonly unit: string | null
  readonly on: Day
  readonly at: EpochMs
  readonly values: Values
}

export interface Correction {
  readonly by: string
  readonly at: EpochMs
  readonly reason: string
  /** What stood there before, field by field; what was set stands in the entry. */
  readonly before: Values
}

export interface Answer {
  readonly flag: string
  readonly by: string
  readonly at: EpochMs
  readonly text: string
}

export interface Passed {
  readonly clock: string
  /** The legal instant at which the limit ran out. */
  readonly at: EpochMs
}

/** An entry as its stream tells it, under the version of its institution that it was opened with. */
export interface Entry {
  readonly institution: string
  /** The year and a number without gaps, `2026-0012`: how people speak of it. */
  readonly id: string
  readonly version: number
  readonly unit: string
  readonly state: string
  readonly values: Values
  readonly taken: readonly Taken[]
  readonly corrections: readonly Correction[]
  readonly answers: readonly Answer[]
  readonly passed: readonly Passed[]
}

export type EntryEvent =
  | {
      readonly type: 'EntryOpened'
      readonly institution: string
      readonly version: number
      readonly unit: string
      readonly state: string
      readonly taken: Taken
    }
  | { readonly type: 'StepTaken'; readonly state: string; readonly unit: string; readonly taken: Taken }
  | {
      readonly type: 'EntryCorrected'
      readonly unit: string
      readonly set: Values
      readonly correction: Correction
    }
  | { readonly type: 'FlagAnswered'; readonly answer: Answer }
  /** The state that it fell into by that, where the clock leads to one. */
  | { readonly type: 'LimitPassed'; readonly passed: Passed; readonly state?: string }

export function evolve(entry: Entry | undefined, id: string, event: EntryEvent): Entry | undefined {
  if (event.type === 'EntryOpened') return opened(id, event)
  return entry && changed(entry, event)
}

function opened(id: string, event: Extract<EntryEvent, { type: 'EntryOpened' }>): Entry {
  const { institution, version, unit, state, taken } = event
  return {
    institution,
    id,
    version,
    unit,
    state,
    values: taken.values,
    taken: [taken],
    corrections: [],
    answers: [],
    passed: [],
  }
}

function changed(entry: Entry, event: Exclude<EntryEvent, { type: 'EntryOpened' }>): Entry {
  switch (event.type) {
    case 'StepTaken':
      return {
        ...entry,
        state: event.state,
        unit: event.unit,
        values: { ...entry.values, ...event.taken.values },
        taken: [...entry.taken, event.taken],
      }
    case 'EntryCorrected':
      return {
        ...entry,
        unit: event.unit,
        values: { ...entry.values, ...event.set },
        corrections: [...entry.corrections, event.correction],
      }
    case 'FlagAnswered':
      return { ...entry, answers: [...entry.answers, event.answer] }
    case 'LimitPassed':
      return { ...entry, state: event.state ?? entry.state, passed: [...entry.passed, event.passed] }
  }
}

/** The last time that a step was taken. */
export const lastTaken = (entry: Entry, step: string): Taken | undefined =>
  entry.taken.findLast((one) => one.step === step)
