import type { Day, EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import type { AttemptEvent } from './attempts/events.ts'
import type { ReadingEvent } from './grounds/events.ts'
import type { Grounds } from './grounds/grounds.ts'
import type { JointEvent } from './branches/events.ts'
import type { HearingEvent } from './hearings/events.ts'
import type { PledgeEvent } from './pledge/events.ts'
import type { CasePlan } from './plan.ts'
import type { Place } from './places/place.ts'
import type { ResponsibilityEvent } from './responsibility.ts'
import type { Channel, Grade } from './terms.ts'
import type { UrgencyEvent } from './urgency/events.ts'
import type { VisitEvent } from './visits/events.ts'

/** What happened to one case, in order; the stream `case/<caseNo>`. No personal data: an applicant is a reference. */
export type CaseEvent =
  | { readonly type: 'CaseReceived'; readonly data: CaseReceived }
  | { readonly type: 'SupplementNoticed'; readonly data: SupplementNoticed }
  /** 申请人确认已看懂补正要求, where he had not said so when the notice was given. */
  | { readonly type: 'SupplementUnderstood'; readonly data: Record<never, never> }
  | { readonly type: 'MaterialsSupplied'; readonly data: { readonly materials: readonly HandedIn[] } }
  | { readonly type: 'FormHandedIn'; readonly data: FormHandedIn }
  | { readonly type: 'CaseAccepted'; readonly data: CaseAccepted }
  | { readonly type: 'CaseDeclined'; readonly data: CaseDeclined }
  | { readonly type: 'StepFinished'; readonly data: StepFinished }
  | { readonly type: 'StepSentBack'; readonly data: StepSentBack }
  | { readonly type: 'CaseSuspended'; readonly data: CaseSuspended }
  | { readonly type: 'CaseResumed'; readonly data: { readonly document: string } }
  | { readonly type: 'ExtensionAsked'; readonly data: ExtensionAsked }
  | { readonly type: 'CaseExtended'; readonly data: CaseExtended }
  | { readonly type: 'ExtensionRefused'; readonly data: { readonly reason: string } }
  | { readonly type: 'LimitPassed'; readonly data: LimitPassed }
  | { readonly type: 'CaseDecided'; readonly data: CaseDecided }
  | { readonly type: 'CaseDelivered'; readonly data: CaseDelivered }
  | { readonly type: 'CaseRated'; readonly data: CaseRated }
  | { readonly type: 'CaseWithdrawn'; readonly data: { readonly reason: string } }
  | { readonly type: 'CaseCorrected'; readonly data: CaseCorrected }
  | AttemptEvent
  | HearingEvent
  | JointEvent
  | ResponsibilityEvent
  | PledgeEvent
  | ReadingEvent
  | UrgencyEvent
  | VisitEvent

export interface CaseReceived {
  readonly caseNo: string
  readonly channel: Channel
  readonly plan: CasePlan
  /** Reference into the vault, and the name as it may be shown. */
  readonly applicant: string
  readonly applicantMasked: string
  /** First four digits of the division in the applicant's document: where it was given out; absent where it names none. */
  readonly region?: string
  /** Who applies in the applicant's place, with the mandate's document. */
  readonly agent: Agent | null
  readonly counter: string | null
  /** 工作牌 worn there, where the hall knows who sits at the counter. */
  readonly badge?: string | null
  readonly materials: readonly HandedIn[]
  /** Unit of whoever received it: a counter of the hall may receive for a department. */
  readonly receivedAtUnit: string | null
  /** 延续: the licence that is to be renewed. */
  readonly renews?: Renews | null
}

export interface Renews {
  readonly licence: string
  /** The last day of the licence as it stood, and the last one on which renewal was applied for in time. */
  readonly validUntil: Day
  readonly renewUntil: Day
  readonly inTime: boolean
}

export interface Agent {
  readonly person: string
  /** The document that says so: 授权委托书 with its number or day. */
  readonly mandate: string
  /** The last day on which it holds; null or absent: until it is taken back. */
  readonly mandateUntil?: Day | null
  /** The name as it may be shown. Absent in what was recorded before names of agents were shown. */
  readonly masked?: string
}

export interface HandedIn {
  readonly code: string
  readonly form: 'original' | 'copy' | 'electronic' | 'shared'
  readonly copies: number
  /** References into the vault's files. */
  readonly files: readonly string[]
}

/** 申请表: that it was filled in and the hash of what it says; the answers are in the vault. */
export interface FormHandedIn {
  readonly sheet: string
  readonly sha256: string
}

/** The paper that went out with an event: 回执、告知书、决定书. */
export interface Issued {
  readonly notice: string
  readonly number: string
}

export interface SupplementNoticed {
  readonly missing: readonly {
    readonly code: string
    readonly guidance: string
    /** What is wrong with one that was handed in; left out for one that was not. */
    readonly wrong?: string
  }[]
  /** Said by the applicant at the counter; left out where nobody was there to say it. */
  readonly understood?: boolean
  readonly orally: boolean
  /** Only on a second notice: the ground in law, by the head of the unit. */
  readonly exception: string | null
  readonly issued: Issued | null
}

export interface CaseAccepted {
  /** 视为受理: by law, because nobody answered in time (行政许可法 32(4)); counted from receipt. */
  readonly deemed: boolean
  readonly countsFrom: EpochMs
  /** Why an on-the-spot item goes the longer way. */
  readonly notOnTheSpot: string | null
  /** An end promised to this applicant alone; never later than the law's. */
  readonly promisedUntil: EpochMs | null
  /** Complete when it was handed in at the counter, and accepted on a later day only. */
  readonly late?: boolean
  readonly place?: Place
  readonly issued: Issued | null
}

/** 不予受理的情形: closed, as the law closes it. */
export type DeclineGround = 'notNeeded' | 'notOurs' | 'condition'

export interface CaseDeclined extends Pick<Grounds, 'unmet' | 'interpretation'> {
  readonly reason: string
  readonly basis: string
  /** What, where, by when, who helps: never a bare refusal. */
  readonly nextStep: string
  /** 行政许可法 32(1)(2), or a condition of the guide; left out by what was recorded before it was asked. */
  readonly ground?: DeclineGround
  readonly issued: Issued | null
}

export interface StepFinished {
  readonly step: string
  readonly outcome: 'agreed' | 'objected'
  readonly opinion: string
  /** Done by the backup while the holder was away. */
  readonly asBackup: boolean
  /** Where: at a counter or in the department; left out by what was recorded before it was kept. */
  readonly place?: Place
}

/** Back from one desk of the office to another; never to the applicant. Its time stays the office's time. */
export interface StepSentBack {
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly place?: Place
}

export interface CaseSuspended {
  readonly ground: string
  readonly groundText: Bilingual
  readonly document: string
  /** When the applicant was told in writing; null: a defect that is shown and counted. */
  readonly toldAt: EpochMs | null
  /** 所需时间 that the applicant is told in writing (行政许可法 45), as `20W`; left out by what was recorded before. */
  readonly needs?: string
  readonly issued: Issued | null
}

export interface ExtensionAsked {
  readonly by: string
  readonly reason: string
}

export interface CaseExtended {
  readonly by: string
  readonly reason: string
  readonly approverUnit: string
  readonly toldAt: EpochMs | null
  readonly issued: Issued | null
}

export interface LimitPassed {
  readonly limit:
    | (
        | 'answer'
        | 'statutory'
        | 'committed'
        | 'delivery'
        | 'hearing-request'
        | 'hearing'
        | 'visit'
        | 'joint'
        | 'branch'
        | 'validity'
      )
    | ('urgency' | 'urgent' | 'special' | 'ruling' | 'joint' | 'branch')
  /** The step whose people were not named in time, or the branch without an opinion. */
  readonly step?: string
  /** The legal instant, however late it was noticed. */
  readonly dueAt: EpochMs
}

export interface CaseDecided extends Grounds {
  readonly outcome: 'granted' | 'denied'
  /** 视为准予: by law or local rule, at the instant the limit ran out. The department answers for it. */
  readonly deemed: boolean
  readonly reasons: string
  readonly basis: string
  readonly result: string | null
  /** After a hearing: the number of its minutes, and how what was heard is taken into account (行政许可法 48). */
  readonly hearing?: { readonly minutes: string; readonly heard: string }
  /** The number of the licence that is granted or renewed by it. */
  readonly licence?: string
  /** 隐瞒有关情况或者提供虚假材料: what was found (行政许可法 78). */
  readonly falseMaterial?: string
  readonly place?: Place
  /** Finished in one breath, and as what. */
  readonly atOnce?: 'onTheSpot' | 'sameDay' | 'pledge' | 'filing'
  readonly issued: Issued | null
}

export interface CaseDelivered {
  readonly way: 'inPerson' | 'post' | 'electronic'
  readonly proof: string
  /** By post: the postmark, which is when it counts as delivered (T-04). */
  readonly postedOn?: Day | null
  readonly place?: Place
  readonly issued: Issued | null
}

export interface CaseRated {
  readonly grade: Grade
  readonly tags: readonly string[]
  readonly text: string
  /** 是否找熟人、托关系; left out where the applicant did not answer. */
  readonly connections?: boolean
}

/** 更正: what was wrong, what is right, and who says so. The decision it corrects stays readable. */
export interface CaseCorrected {
  readonly subject: 'reasons' | 'result' | 'revoked'
  readonly from: string
  readonly to: string
  readonly reason: string
}

export const caseStream = (caseNo: string): string => `case/${caseNo}`
export const CASE_STREAM = 'case/'

export const isCaseStream = (stream: string): boolean => stream.startsWith(CASE_STREAM)
export const caseNoOf = (stream: string): string => stream.slice('case/'.length)

/** The ledger holds what the decisions of this folder said; the chain vouches that it is still the same. */
export const caseEventOf = ({ type, payload }: Pick<StoredEvent, 'type' | 'payload'>): CaseEvent =>
  ({ type, data: payload }) as unknown as CaseEvent
