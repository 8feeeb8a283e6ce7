import type { Day, EpochMs } from '#kernel/day.ts'
import { reasoned } from '../decisions.ts'
import type { REPORT_OUTCOMES, REPORT_STATES } from '../report-contract.ts'
import { refuse } from './refusals.ts'

export type ReportOutcome = (typeof REPORT_OUTCOMES)[number]
export type ReportStateName = (typeof REPORT_STATES)[number]

/**
 * 受保护的举报 (ESUP-08), in the stream `report/<number>`: that it was told, how it went. What was told and by whom is in the
 * vault under the reference; nothing here says it.
 *
 * Basis: 《监察法》第六十四条, 《纪检监察机关处理检举控告工作规则》 (secrecy of whoever reports, transfer of leads).
 */
export type ReportEvent =
  | ({ readonly type: 'ReportTold' } & Told)
  | { readonly type: 'ReportTransferred'; readonly to: string; readonly receipt: string }
  | { readonly type: 'ReportAnswered'; readonly result: string; readonly reference: string }
  | { readonly type: 'ReporterSaid'; readonly agrees: boolean }
  | {
      readonly type: 'ReportClosed'
      readonly outcome: ReportOutcome
      readonly answer: string
      readonly finding: string | null
    }

export interface Told {
  readonly unit: string
  /** A reference into the vault. */
  readonly person: string
  readonly sheet: string
  readonly named: boolean
  readonly transferBy: EpochMs
}

export interface Report extends Told {
  readonly report: string
  readonly toldAt: EpochMs
  readonly state: ReportStateName
  readonly transferred: { readonly to: string; readonly receipt: string; readonly at: EpochMs } | null
  readonly result: { readonly result: string; readonly reference: string; readonly at: EpochMs } | null
  readonly agrees: boolean | null
  readonly closed: {
    readonly outcome: ReportOutcome
    readonly answer: string
    readonly finding: string | null
    readonly at: EpochMs
  } | null
}

export function evolveReport(
  state: Report | undefined,
  event: ReportEvent,
  { at, id }: { readonly at: EpochMs; readonly id: string },
): Report | undefined {
  if (event.type === 'ReportTold') {
    const { type: _, ...told } = event
    const nothing = { transferred: null, result: null, agrees: null, closed: null }
    return { ...told, ...nothing, report: id, toldAt: at, state: 'received' }
  }
  if (!state) return state
  switch (event.type) {
    case 'ReportTransferred':
      return { ...state, state: 'transferred', transferred: { to: event.to, receipt: event.receipt, at } }
    case 'ReportAnswered':
      return { ...state, state: 'answered', result: { result: event.result, reference: event.reference, at } }
    case 'ReporterSaid':
      return { ...state, agrees: event.agrees }
    case 'ReportClosed': {
      const { type: _, ...closed } = event
      return { ...state, state: 'closed', closed: { ...closed, at } }
    }
  }
}

/** 移送: to the discipline body, with its receipt. */
export function transfer(
  state: Report,
  given: { readonly to: string; readonly receipt: string },
): ReportEvent[] {
  refuseClosed(state)
  if (state.transferred) throw refuse('report.transferred', { to: state.transferred.to })
  return [{ type: 'ReportTransferred', ...given }]
}

export function enterResult(
  state: Report,
  { result, reference }: { readonly result: string; readonly reference: string },
): ReportEvent[] {
  refuseClosed(state)
  if (!state.transferred) throw refuse('report.not-transferred')
  return [{ type: 'ReportAnswered', result: reasoned(result), reference }]
}

/** The reporter himself, by number and code. */
export function say(state: Report, agrees: boolean): ReportEvent[] {
  refuseClosed(state)
  return [{ type: 'ReporterSaid', agrees }]
}

/**
 * 办结: not before the discipline body has said what came of it. 以“误会”了结的，须有举报人本人的意思: nobody else can say
 * that it was one.
 */
export function close(
  state: Report,
  { outcome, answer }: { readonly outcome: ReportOutcome; readonly answer: string },
  finding: string | null,
): ReportEvent[] {
  refuseClosed(state)
  if (!state.transferred) throw refuse('report.not-transferred')
  if (!state.result) throw refuse('report.no-result')
  if (outcome === 'misunderstanding' && state.agrees !== true) throw refuse('report.word-needed')
  return [{ type: 'ReportClosed', outcome, answer: reasoned(answer), finding }]
}

function refuseClosed({ closed }: Report): void {
  if (closed) throw refuse('report.closed')
}

export interface ToldText {
  readonly text: string
  readonly happenedOn: Day | null
}
