import type { Day, EpochMs } from '#kernel/day.ts'
import type { Instrument } from '../instrument-shape.ts'
import type { Level, PersonStatus, Rank, ResultKind, Stage } from '../terms.ts'

/** 案卷: one measure against one unit or one person, from the proposal to its end. Stream `accountability/…` or `sanction/…`. */
export type FileEvent =
  | ({ readonly type: 'FileProposed' } & Proposal)
  | { readonly type: 'FileDropped'; readonly reason: string }
  /** 告知: facts and measure are told to the subject, who may state a case until `stateBy`. */
  | {
      readonly type: 'FileNoticed'
      readonly on: Day
      readonly stateBy: Day
      readonly deciders: readonly string[]
    }
  | { readonly type: 'StatementGiven'; readonly text: string; readonly hearing: boolean }
  | { readonly type: 'HearingHeld'; readonly on: Day; readonly minutes: string }
  | { readonly type: 'ProposalReturned'; readonly reason: string }
  | { readonly type: 'DecisionAgreed'; readonly reason: string }
  | ({ readonly type: 'FileDecided' } & Decision)
  | { readonly type: 'DecisionServed'; readonly on: Day; readonly way: string; readonly appealBy: Day }
  | { readonly type: 'PersonnelReceived' }
  | { readonly type: 'FileWithdrawn'; readonly reason: string }
  | ({ readonly type: 'AnswerGiven' } & Omit<Answer, 'judged' | 'at' | 'by'>)
  | { readonly type: 'AnswerJudged'; readonly accepted: boolean; readonly reason: string }
  | { readonly type: 'TermExtended'; readonly until: Day; readonly reason: string }
  | { readonly type: 'TermRanOut'; readonly on: Day }
  | ({ readonly type: 'TalkHeld' } & Talk)
  | { readonly type: 'TalkChecked'; readonly on: Day; readonly kept: boolean; readonly note: string }
  | ({ readonly type: 'ApologyMade' } & Apology)
  | {
      readonly type: 'ApologyConfirmed'
      readonly seen: boolean
      readonly how: string
      readonly harmed: string
    }
  | { readonly type: 'CircularSent'; readonly text: string; readonly reach: readonly string[] }
  | { readonly type: 'CircularRead'; readonly unit: string; readonly changes: string }
  | ({ readonly type: 'ResultReturned' } & Result)
  | { readonly type: 'FileClosed'; readonly because: string }
  | { readonly type: 'EffectEnded'; readonly on: Day }
  | {
      readonly type: 'AppealLodged'
      readonly step: number
      readonly grounds: string
      readonly on: Day
      readonly decideBy: Day
    }
  | {
      readonly type: 'AppealDecided'
      readonly outcome: 'upheld' | 'cleared'
      readonly reasons: string
      readonly appealBy: Day | null
    }

export interface Subject {
  readonly kind: 'unit' | 'person'
  readonly unit: string
  readonly account: string | null
  readonly post: string | null
  readonly status: PersonStatus | null
  readonly rank: Rank | null
}

export interface Evidence {
  readonly text: string
  readonly reference: string | null
  readonly sha256: string | null
}

export interface Proposal {
  readonly subject: Subject
  readonly findings: readonly string[]
  readonly conduct: string
  readonly severity: 'light' | 'ordinary' | 'grave'
  /** As it stood on the day of the proposal: a file is judged by the ladder under which it was opened. */
  readonly instrument: Instrument
  /** What the table gives for the conduct, and why; where another was chosen, the reason is for the leading group to see. */
  readonly table: { readonly instrument: string; readonly because: readonly string[] }
  readonly deviation: string | null
  readonly facts: string
  readonly basis: string
  readonly evidence: readonly Evidence[]
  /** 集体责任在先: the file on the unit about the same facts, or why the unit is not at fault. */
  readonly unitFirst: { readonly file: string } | { readonly reason: string } | null
  readonly casework: string | null
  /** An inquiry into the principal names the same facts: it must be answered before this one is decided. */
  readonly inquiry: string | null
  readonly period: string | null
  readonly issuer: string
  /** The officials of the bodies that are told, so that no one from the accused unit decides. */
  readonly raisedFrom: string | null
}

export interface Decision {
  readonly number: string
  readonly notice: string
  readonly hash: string
  readonly on: Day
  readonly dueBy: Day | null
  /** Days on which it begins and ends to be in force; a measure without a period has none. */
  readonly from: Day
  readonly until: Day | null
  readonly heard: boolean
  readonly level: Level
  readonly named: boolean
}

export interface Answer {
  readonly text: string
  readonly at: EpochMs
  readonly by: string
  readonly proof: readonly string[]
  readonly likeness: { readonly percent: number; readonly file: string } | null
  readonly judged: { readonly accepted: boolean; readonly reason: string; readonly by: string } | null
}

export interface Talk {
  readonly on: Day
  readonly interviewer: string
  readonly factsShown: string
  readonly promises: string
  readonly checkBy: Day
  readonly signedBy: string
}

export interface Apology {
  readonly text: string
  readonly channel: string
  readonly on: Day
  readonly link: string | null
}

export interface Result {
  readonly outcome: ResultKind
  readonly on: Day
  readonly document: string
  readonly post: string | null
  readonly rank: Rank | null
  readonly reason: string
  /** It is not what was decided: a sideways move or a promotion in its place. */
  readonly swapped: 'sideways' | 'promotion' | null
}

export interface Appeal {
  readonly step: number
  readonly grounds: string
  readonly on: Day
  readonly decideBy: Day
  readonly decided: {
    readonly outcome: 'upheld' | 'cleared'
    readonly reasons: string
    readonly by: string
    readonly at: EpochMs
  } | null
}

export interface AccountabilityFile extends Proposal {
  readonly file: string
  readonly stage: Stage
  readonly proposedBy: string
  readonly proposedAt: EpochMs
  readonly noticed: { readonly on: Day; readonly stateBy: Day } | null
  readonly deciders: readonly string[]
  readonly returned: string | null
  readonly statement: { readonly text: string; readonly hearing: boolean; readonly at: EpochMs } | null
  readonly hearing: { readonly on: Day; readonly minutes: string } | null
  readonly agreed: readonly { readonly by: string; readonly reason: string; readonly at: EpochMs }[]
  readonly decided: Decision | null
  readonly served: { readonly on: Day; readonly way: string } | null
  readonly appealBy: Day | null
  readonly personnelReceived: { readonly by: string; readonly at: EpochMs } | null
  readonly answers: readonly Answer[]
  readonly extended: { readonly until: Day; readonly reason: string } | null
  readonly ranOut: Day | null
  readonly talk: Talk | null
  readonly check: {
    readonly on: Day
    readonly kept: boolean
    readonly note: string
    readonly by: string
  } | null
  readonly apology: Apology | null
  readonly confirmed: { readonly seen: boolean; readonly how: string; readonly harmed: string } | null
  readonly circular: {
    readonly text: string
    readonly reach: readonly string[]
    readonly read: readonly { readonly unit: string; readonly changes: string; readonly at: EpochMs }[]
  } | null
  readonly result: Result | null
  readonly appeals: readonly Appeal[]
  readonly effectEnded: Day | null
  /** Why it came to nothing: dropped, withdrawn or cleared. */
  readonly ended: { readonly reason: string; readonly by: string; readonly at: EpochMs } | null
}

interface Happened {
  readonly at: EpochMs
  readonly by: string
  readonly id: string
}

const EMPTY = {
  ...{
    noticed: null,
    deciders: [],
    returned: null,
    statement: null,
    hearing: null,
    agreed: [],
    decided: null,
  },
  ...{ served: null, appealBy: null, personnelReceived: null, answers: [], extended: null, ranOut: null },
  ...{ talk: null, check: null, apology: null, confirmed: null, circular: null, result: null, appeals: [] },
  ...{ effectEnded: null, ended: null },
} as const

/** What a file has become; it never refuses, since what is in the ledger happened. */
export function evolveFile(
  state: AccountabilityFile | undefined,
  event: FileEvent,
  told: Happened,
): AccountabilityFile | undefined {
  if (event.type === 'FileProposed') {
    const { type: _, ...proposal } = event
    return {
      ...EMPTY,
      ...proposal,
      ...{ file: told.id, stage: 'proposed', proposedBy: told.by, proposedAt: told.at },
    }
  }
  return state && { ...state, ...changeBy(state, event, told) }
}

type Later = Exclude<FileEvent, { type: 'FileProposed' }>

function changeBy(
  state: AccountabilityFile,
  event: Later,
  { at, by }: Happened,
): Partial<AccountabilityFile> {
  switch (event.type) {
    case 'FileDropped':
      return { stage: 'dropped', ended: { reason: event.reason, by, at } }
    case 'FileNoticed':
      return {
        ...{ stage: 'noticed', noticed: { on: event.on, stateBy: event.stateBy }, deciders: event.deciders },
        ...{ returned: null, agreed: [] },
      }
    case 'StatementGiven':
      return { statement: { text: event.text, hearing: event.hearing, at } }
    case 'HearingHeld':
      return { hearing: { on: event.on, minutes: event.minutes } }
    case 'ProposalReturned':
      return { stage: 'proposed', returned: event.reason, agreed: [] }
    case 'DecisionAgreed':
      return { agreed: [...state.agreed, { by, reason: event.reason, at }] }
    case 'FileDecided': {
      const { type: _, ...decided } = event
      return { stage: 'decided', decided }
    }
    case 'DecisionServed':
      return { served: { on: event.on, way: event.way }, appealBy: event.appealBy }
    case 'PersonnelReceived':
      return { personnelReceived: { by, at } }
    case 'FileWithdrawn':
      return { stage: 'withdrawn', ended: { reason: event.reason, by, at } }
    case 'FileClosed':
      return { stage: 'closed' }
    case 'EffectEnded':
      return { effectEnded: event.on }
    case 'AppealLodged': {
      const { type: _, ...appeal } = event
      return { appeals: [...state.appeals, { ...appeal, decided: null }] }
    }
    case 'AppealDecided': {
      const { outcome, reasons, appealBy } = event
      const decided = { outcome, reasons, by, at }
      const appeals = state.appeals.map((one) => (one.decided ? one : { ...one, decided }))
      return outcome === 'cleared'
        ? { appeals, appealBy: null, stage: 'cleared', ended: { reason: reasons, by, at } }
        : { appeals, appealBy }
    }
    default:
      return performedBy(state, event, { at, by })
  }
}

/** What happens after the decision, by the way in which the instrument is carried out. */
function performedBy(
  state: AccountabilityFile,
  event: Later,
  { at, by }: Pick<Happened, 'at' | 'by'>,
): Partial<AccountabilityFile> {
  switch (event.type) {
    case 'AnswerGiven': {
      const { type: _, ...answer } = event
      return { answers: [...state.answers, { ...answer, at, by, judged: null }] }
    }
    case 'AnswerJudged': {
      const judged = { accepted: event.accepted, reason: event.reason, by }
      return {
        answers: state.answers.map((one, nth) =>
          nth === state.answers.length - 1 ? { ...one, judged } : one,
        ),
      }
    }
    case 'TermExtended':
      return { extended: { until: event.until, reason: event.reason } }
    case 'TermRanOut':
      return { ranOut: event.on }
    case 'TalkHeld': {
      const { type: _, ...talk } = event
      return { talk }
    }
    case 'TalkChecked':
      return { check: { on: event.on, kept: event.kept, note: event.note, by } }
    case 'ApologyMade': {
      const { type: _, ...apology } = event
      return { apology }
    }
    case 'ApologyConfirmed':
      return { confirmed: { seen: event.seen, how: event.how, harmed: event.harmed } }
    case 'CircularSent':
      return { circular: { text: event.text, reach: event.reach, read: [] } }
    case 'CircularRead': {
      const { circular } = state
      const read = { unit: event.unit, changes: event.changes, at }
      return { circular: circular && { ...circular, read: [...circular.read, read] } }
    }
    case 'ResultReturned': {
      const { type: _, ...result } = event
      return { result }
    }
    default:
      return {}
  }
}

/** Whether it counts: decided, and neither withdrawn nor cleared since. */
export const stands = ({ stage }: Pick<AccountabilityFile, 'stage'>): boolean =>
  stage === 'decided' || stage === 'closed'

/** Whether a decision may still come, or has come and stands: the same fact is not dealt with again. */
export const isLive = ({ stage }: Pick<AccountabilityFile, 'stage'>): boolean =>
  stage === 'proposed' || stage === 'noticed' || stands({ stage })

/** 未履行: its day passed, or what was promised was not kept. The same facts may then be dealt with at a higher grade. */
export const isUnmet = ({ stage, ranOut, check }: AccountabilityFile): boolean =>
  stage === 'decided' && (ranOut !== null || check?.kept === false)

/** 期满: carried out, and its period is over. From then on ordinary views leave it out. */
export const isOver = ({ stage, decided, effectEnded }: AccountabilityFile): boolean =>
  stage === 'closed' && (decided?.until == null || effectEnded !== null)

/** In force on a day. */
export const runsOn = ({ decided, stage }: AccountabilityFile, today: Day): boolean =>
  stands({ stage }) &&
  decided !== null &&
  decided.until !== null &&
  decided.from <= today &&
  today <= decided.until

/** Until when it must be carried out, as extended. */
export const dueOf = ({ decided, extended }: AccountabilityFile): Day | null =>
  extended?.until ?? decided?.dueBy ?? null
