import type { Day, EpochMs } from '#kernel/day.ts'
import { refuse } from './refusals.ts'

/**
 * 公布: who was publicly dealt with, or how many were, in a period. One stream `accountability-statement/<id>`. Every figure is
 * the number of files behind it; nothing is stated that has no list.
 */
export interface Stated {
  readonly title: string
  readonly from: Day
  readonly until: Day
  readonly files: readonly string[]
  /** Named ones among them: decided so, and only for them. */
  readonly named: readonly string[]
  readonly audience: 'circular' | 'public'
}

export type StatementEvent =
  | ({ readonly type: 'StatementMade' } & Stated)
  /** A file was lifted: it is no longer counted, and no longer named. */
  | { readonly type: 'StatementCorrected'; readonly file: string; readonly reason: string }
  | { readonly type: 'StatementWithdrawn'; readonly reason: string }

export interface Statement extends Stated {
  readonly statement: string
  readonly by: string
  readonly at: EpochMs
  readonly corrected: readonly { readonly file: string; readonly reason: string; readonly at: EpochMs }[]
  readonly withdrawn: string | null
}

export function evolveStatement(
  state: Statement | undefined,
  event: StatementEvent,
  { at, by, id }: { readonly at: EpochMs; readonly by: string; readonly id: string },
): Statement | undefined {
  switch (event.type) {
    case 'StatementMade': {
      const { type: _, ...stated } = event
      return { ...stated, statement: id, by, at, corrected: [], withdrawn: null }
    }
    case 'StatementCorrected': {
      const { file, reason } = event
      if (!state) return state
      const without = (files: readonly string[]) => files.filter((one) => one !== file)
      return {
        ...state,
        files: without(state.files),
        named: without(state.named),
        corrected: [...state.corrected, { file, reason, at }],
      }
    }
    case 'StatementWithdrawn':
      return state && { ...state, withdrawn: event.reason }
  }
}

/** What is known of a file that is to be published. */
export interface Publishable {
  readonly file: string
  readonly stands: boolean
  readonly level: 'none' | 'unit' | 'circular' | 'public'
  readonly mayName: boolean
  readonly decidedOn: Day | null
  readonly over: boolean
}

const WIDTH = ['none', 'unit', 'circular', 'public'] as const

/** Refuses a total without a list, a name without a decision, and more than the decision allows. */
export function makeStatement(
  given: Stated & { readonly total: number },
  files: readonly Publishable[],
): StatementEvent[] {
  const { total, ...stated } = given
  if (stated.title.trim().length < 4) throw refuse('statement.title-missing')
  if (stated.files.length !== new Set(stated.files).size || total !== stated.files.length)
    throw refuse('statement.total-without-list', { total, listed: new Set(stated.files).size })
  for (const file of stated.files) {
    const found = files.find((one) => one.file === file)
    if (!found?.stands) throw refuse('statement.not-decided', { file })
    if (found.decidedOn !== null && (found.decidedOn < stated.from || found.decidedOn > stated.until))
      throw refuse('statement.other-period', { file })
  }
  for (const file of stated.named) {
    const found = files.find((one) => one.file === file)
    const wide = found !== undefined && WIDTH.indexOf(found.level) >= WIDTH.indexOf(stated.audience)
    if (!found?.mayName || !wide || found.over || !stated.files.includes(file))
      throw refuse('statement.not-to-name', { file })
  }
  return [{ type: 'StatementMade', ...stated, title: stated.title.trim() }]
}

export function withdrawStatement(state: Statement | undefined, reason: string): StatementEvent[] {
  if (!state) throw refuse('statement.not-found')
  if (state.withdrawn !== null) throw refuse('statement.withdrawn')
  if (reason.trim().length < 5) throw refuse('statement.reason-missing')
  return [{ type: 'StatementWithdrawn', reason: reason.trim() }]
}
