import type { Day, EpochMs } from '#kernel/day.ts'
import { refuse } from './refusals.ts'

/** 问一把手的责任: opened by thresholds over a unit's findings, answered by people. Stream `principal-inquiry/<inquiry>`. */
export type InquiryEvent =
  | ({ readonly type: 'InquiryOpened' } & Opened)
  | { readonly type: 'InquiryJoined'; readonly because: Because; readonly findings: readonly string[] }
  | {
      readonly type: 'InquiryAnswered'
      readonly outcome: 'liable' | 'notLiable'
      readonly reason: string
      /** The measure on the principal himself. */
      readonly file: string | null
    }

const BECAUSES = ['grave', 'overdue', 'bottomThree'] as const
export type Because = (typeof BECAUSES)[number]

export interface Opened {
  readonly unit: string
  /** Who is the principal; named when the inquiry opens, so that nobody is exchanged for him. */
  readonly principal: string | null
  readonly because: Because
  readonly findings: readonly string[]
  readonly on: Day
  readonly answerBy: Day
}

export interface Inquiry extends Omit<Opened, 'because'> {
  readonly inquiry: string
  readonly because: readonly Because[]
  readonly openedAt: EpochMs
  readonly answered: {
    readonly outcome: 'liable' | 'notLiable'
    readonly reason: string
    readonly file: string | null
    readonly by: string
    readonly at: EpochMs
  } | null
}

export function evolveInquiry(
  state: Inquiry | undefined,
  event: InquiryEvent,
  { at, by, id }: { readonly at: EpochMs; readonly by: string; readonly id: string },
): Inquiry | undefined {
  switch (event.type) {
    case 'InquiryOpened': {
      const { type: _, because, ...opened } = event
      return { ...opened, because: [because], inquiry: id, openedAt: at, answered: null }
    }
    case 'InquiryJoined':
      return (
        state && {
          ...state,
          because: [...new Set([...state.because, event.because])],
          findings: [...new Set([...state.findings, ...event.findings])],
        }
      )
    case 'InquiryAnswered': {
      const { type: _, ...answered } = event
      return state && { ...state, answered: { ...answered, by, at } }
    }
  }
}

/** What is counted of a unit within a year. */
export interface Counted {
  readonly grave: readonly string[]
  readonly overdue: readonly string[]
  /** Evaluations in which it was among the last three. */
  readonly bottomThree: readonly string[]
}

/** The thresholds that are crossed, with the findings that cross them. */
export function crossed(
  counted: Counted,
  least: Readonly<Record<Because, number>>,
): { readonly because: Because; readonly findings: readonly string[] }[] {
  return BECAUSES.filter((because) => counted[because].length >= least[because]).map((because) => ({
    because,
    findings: counted[because],
  }))
}

export interface Answering {
  readonly outcome: 'liable' | 'notLiable'
  readonly reason: string
  readonly file: string | null
  /** Whom the file is about; a measure on a subordinate answers nothing here. */
  readonly fileAbout: string | null
}

/** Answered for the principal himself: with a measure on him, or with the reason why he is not liable. */
export function answerInquiry(
  state: Inquiry | undefined,
  { outcome, reason, file, fileAbout }: Answering,
): InquiryEvent[] {
  if (!state) throw refuse('inquiry.not-found')
  if (state.answered) throw refuse('inquiry.answered')
  if (reason.trim().length < 10) throw refuse('inquiry.reason-missing')
  if (outcome === 'liable' && (file === null || fileAbout === null || fileAbout !== state.principal))
    throw refuse('inquiry.about-the-principal')
  return [
    { type: 'InquiryAnswered', outcome, reason: reason.trim(), file: outcome === 'liable' ? file : null },
  ]
}
