import type { Day, EpochMs } from '#kernel/day.ts'
import type { Stage } from '../terms.ts'
import type { FileEvent, Proposal, Decision, Answer, Talk, Apology, Result } from './events.ts'

export type * from './events.ts'

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
  /** Named for the appeal in a sealed file. */
  readonly judges: readonly string[]
  readonly returned: string | null
  readonly statement: { readonly text: string; readonly hearing: boolean; readonly at: EpochMs } | null
  readonly hearing: { readonly on: Day; readonly minutes: string } | null
  readonly agreed: readonly { readonly by: string; readonly reason: string; readonly at: EpochMs }[]
  readonly decided: Decision | null
  readonly served: { readonly on: Day; readonly way: string } | null
  readonly appealBy: Day | null
  readonly directBy: Day | null
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
  /** 拟撤回, until another of the deciding body confirms or refuses it. */
  readonly withdrawal: { readonly reason: string; readonly by: string; readonly at: EpochMs } | null
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
    judges: [],
    returned: null,
    statement: null,
    hearing: null,
    agreed: [],
    decided: null,
  },
  ...{
    served: null,
    appealBy: null,
    directBy: null,
    personnelReceived: null,
    answers: [],
    extended: null,
    ranOut: null,
  },
  ...{ talk: null, check: null, apology: null, confirmed: null, circular: null, result: null, appeals: [] },
  ...{ effectEnded: null, withdrawal: null, ended: null },
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
      return {
        served: { on: event.on, way: event.way },
        ...{ appealBy: event.appealBy, directBy: event.directBy ?? null },
      }
    case 'PersonnelReceived':
      return { personnelReceived: { by, at } }
    case 'WithdrawalProposed':
      return { withdrawal: { reason: event.reason, by, at } }
    case 'WithdrawalRefused':
      return { withdrawal: null }
    case 'FileWithdrawn':
      return { stage: 'withdrawn', withdrawal: null, ended: { reason: event.reason, by, at } }
    case 'AppealJudgeNamed':
      return { judges: [...new Set([...state.judges, event.judge])] }
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

/** 密封: only the subject once told, those on the file and on its case see it; a decision that stands opens it as it says. */
export const isSealed = (file: Pick<AccountabilityFile, 'sealed' | 'decided' | 'stage'>): boolean =>
  file.sealed === true && !(stands(file) && OPEN_TO_ALL.includes(file.decided?.level ?? 'none'))
const OPEN_TO_ALL: readonly Decision['level'][] = ['circular', 'public']

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
