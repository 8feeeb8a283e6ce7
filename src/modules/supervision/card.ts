import { createHash } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { exemptionOf } from '#modules/findings/index.ts'
import type { CardObjected, CardObjectionDecided, Objection } from './objection/objection.ts'
import { refuse } from './refusals.ts'

/**
 * 黄牌、红牌: a rule raises it, the unit answers, supervision judges or withdraws. Nothing in it can be altered: every
 * act is an event of the card's stream, and what a late fact changes is noted beside what was said before.
 *
 * Basis: 《行政许可法》第七十二条、第七十四条 (what may not be done); reply and objection times are local
 * (see `policy.ts`). The machine raises a card; only people judge it.
 */
export type CardEvent =
  | { readonly type: 'CardRaised'; readonly data: CardRaised }
  | { readonly type: 'CardAnswered'; readonly data: CardAnswered }
  | { readonly type: 'CardJudged'; readonly data: CardJudged }
  | { readonly type: 'CardWithdrawn'; readonly data: CardWithdrawn }
  | { readonly type: 'CardFactNoted'; readonly data: CardFactNoted }
  | { readonly type: 'CardObjected'; readonly data: CardObjected }
  | { readonly type: 'CardObjectionDecided'; readonly data: CardObjectionDecided }

export interface CardRaised {
  readonly card: string
  readonly rule: string
  readonly level: 'notice' | 'yellow' | 'red'
  readonly log: string
  readonly caseId: string
  readonly unit: string | null
  /** On whose desk the case lay, as far as its events name people; cards raised before this was kept do not say. */
  readonly person?: string | null
  readonly occasion: string
  /** ISO 8601. The instant at which the fault was complete in law, not when it was noticed. */
  readonly effectiveAt: string
  readonly replyBy: Day
  readonly because: Bilingual
  readonly evidence: readonly CardEvidence[]
  /** The version of the rule, where the office made one; absent: as the platform brings it. */
  readonly ruleVersion?: number
  /** Of a rule of the office's own, as it then was. */
  readonly ruleTitle?: Bilingual
  readonly ruleBasis?: Bilingual
  /** Numbers of a reporting system that had not arrived, where that is what the card is about. */
  readonly gap?: ReportGap
}

export interface ReportGap {
  readonly source: string
  readonly from: number
  readonly to: number
}

export interface CardEvidence {
  readonly text: Bilingual
  readonly version: number | null
  readonly at: string | null
  readonly activity: string | null
  readonly resource: string | null
}

export interface CardAnswered {
  readonly unit: string | null
  readonly account: string
  readonly text: string
  /** After the day by which the unit had to reply. */
  readonly late: boolean
  /** Other cards of the unit that were answered with the same words: a template is shown to whoever judges. */
  readonly sameTextAs: readonly string[]
}

export interface CardJudged {
  readonly outcome: 'upheld' | 'excused'
  readonly account: string
  readonly reason: string
  readonly applicantWord?: string
  /** Of the list of exemptions (免责清单), where the card is excused; cards judged before there was one do not say. */
  readonly ground?: string
  /** The last day on which the unit may object. */
  readonly objectBy?: Day
  /** An upheld delay goes on to those who divide the liability for it (超时责任). */
  readonly referredTo?: 'liabilityForOverdue'
}

export interface CardWithdrawn {
  readonly account: string
  readonly reason: string
  readonly applicantWord?: string
}

/** A fact that arrived after the card: it may explain the finding away, and supervision may then withdraw. */
export interface CardFactNoted {
  /** Whether the rule would still raise this card on what is known now. */
  readonly stillFound: boolean
  readonly text: Bilingual
}

/** A card as far as its stream tells it. What cannot be there in a state cannot be read in it. */
export type CardState =
  | { readonly status: 'none' }
  | { readonly status: 'raised'; readonly raised: CardRaised; readonly stillFound: boolean }
  | {
      readonly status: 'answered'
      readonly raised: CardRaised
      readonly stillFound: boolean
      readonly answers: readonly CardAnswered[]
    }
  | {
      readonly status: 'upheld' | 'excused' | 'withdrawn'
      readonly raised: CardRaised
      readonly stillFound: boolean
      readonly answers: readonly CardAnswered[]
      readonly judged?: CardJudged
      readonly objection?: Objection
    }

export type LivingCard = Exclude<CardState, { status: 'none' }>

export const noCard: CardState = { status: 'none' }

/** Whoever acts on a card: their account and the unit they belong to. */
export interface CardActor {
  readonly account: string
  readonly unit: string | null
}

/** Never refuses: what is in the ledger happened. */
export function evolveCard(state: CardState, event: CardEvent): CardState {
  if (event.type === 'CardRaised') return { status: 'raised', raised: event.data, stillFound: true }
  if (state.status === 'none') return state
  const { raised, stillFound } = state
  switch (event.type) {
    case 'CardAnswered':
      return { status: 'answered', raised, stillFound, answers: [...answersOf(state), event.data] }
    case 'CardJudged': {
      const judged = event.data
      return { status: judged.outcome, raised, stillFound, answers: answersOf(state), judged }
    }
    case 'CardWithdrawn':
      return { ...over(state), status: 'withdrawn' }
    case 'CardObjected':
      return { ...over(state), objection: { ...event.data, decided: null } }
    case 'CardObjectionDecided': {
      const { objection } = over(state)
      return { ...over(state), ...(objection ? { objection: { ...objection, decided: event.data } } : {}) }
    }
    case 'CardFactNoted':
      return { ...state, stillFound: event.data.stillFound }
  }
}

type ClosedCard = Extract<CardState, { status: 'upheld' | 'excused' | 'withdrawn' }>

/** A card of which nothing more is asked, with what was said on the way there. */
const over = (state: LivingCard): ClosedCard =>
  state.status === 'raised' || state.status === 'answered'
    ? { status: 'withdrawn', raised: state.raised, stillFound: state.stillFound, answers: answersOf(state) }
    : state

const answersOf = (state: LivingCard): readonly CardAnswered[] =>
  state.status === 'raised' ? [] : state.answers

/** The first finding raises the card; the same fault seen again, by whatever road, raises nothing. */
export function raiseCard(state: CardState, finding: CardRaised): CardEvent[] {
  return state.status === 'none' ? [{ type: 'CardRaised', data: finding }] : []
}

/** 说明、申辩: the unit concerned answers, as often as it likes until the card is judged; earlier answers stay. */
export function answerCard(
  state: LivingCard,
  { text, by, today, sameTextAs }: { text: string; by: CardActor; today: Day; sameTextAs: readonly string[] },
): CardEvent[] {
  refuseIfOver(state)
  if (state.raised.unit !== null && by.unit !== state.raised.unit) throw refuse('card.other-unit')
  const late = today > state.raised.replyBy
  return [
    {
      type: 'CardAnswered',
      data: { unit: by.unit, account: by.account, text: meaningful(text), late, sameTextAs },
    },
  ]
}

/**
 * 认定. Hearing before judgement (《政务处分法》第四十三条 asks it of every adverse decision): a card is upheld only once
 * the unit has answered or its time to answer has run out.
 */
export function judgeCard(
  state: LivingCard,
  { outcome, reason, by, today, overdue, ground, objectBy, ...closing }: Judging & Closing,
): CardEvent[] {
  refuseIfOver(state)
  refuseConflict(state, by)
  const { replyBy } = state.raised
  if (outcome === 'upheld' && state.status === 'raised' && today <= replyBy) {
    throw refuse('card.reply-time-running', { replyBy })
  }
  if (outcome === 'excused') {
    exemptionOf(ground, today)
    refuseWithoutApplicant(closing)
  }
  return [
    {
      type: 'CardJudged',
      data: {
        outcome,
        account: by.account,
        reason: meaningful(reason),
        ...wordOf(closing),
        ...(outcome === 'excused' ? { ground } : { objectBy }),
        ...(outcome === 'upheld' && overdue ? { referredTo: 'liabilityForOverdue' } : {}),
      },
    },
  ]
}

export interface Judging {
  readonly outcome: 'upheld' | 'excused'
  readonly reason: string
  readonly by: CardActor
  readonly today: Day
  /** 免责情形: only what stands on the list excuses. */
  readonly ground?: string | undefined
  readonly objectBy?: Day | undefined
  /** The card is about a limit that ran out. */
  readonly overdue?: boolean
}

/** How the case ended that a card about inaction stands in. */
export interface Closing {
  /** Withdrawn or handed back before anything was decided. */
  readonly closedWithoutResult?: boolean
  /** What the applicant himself said of it, and where that is on paper. */
  readonly applicantWord?: string | undefined
}

/** 不作为以“不再需要办理”了结的，须有申请人本人的意思: the case going away does not put inaction right. */
function refuseWithoutApplicant({ closedWithoutResult, applicantWord }: Closing): void {
  if (closedWithoutResult && [...(applicantWord ?? '').trim()].length < 5)
    throw refuse('card.applicant-word-needed')
}

const wordOf = ({ applicantWord }: Closing) =>
  applicantWord === undefined ? {} : { applicantWord: applicantWord.trim() }

/** 撤销: open, reasoned and on record; an upheld card may still prove wrong, an excused one needs no withdrawal. */
export function withdrawCard(
  state: LivingCard,
  { reason, by, ...closing }: { reason: string; by: CardActor } & Closing,
): CardEvent[] {
  if (state.status === 'withdrawn') throw refuse('card.already-withdrawn')
  if (state.status === 'excused') throw refuse('card.already-excused')
  refuseConflict(state, by)
  refuseWithoutApplicant(closing)
  return [
    {
      type: 'CardWithdrawn',
      data: { account: by.account, reason: meaningful(reason), ...wordOf(closing) },
    },
  ]
}

/** A later fact changes what the rule finds: the card stays and says so, once for each change. */
export function noteFact(state: LivingCard, stillFound: boolean, text: Bilingual): CardEvent[] {
  return state.stillFound === stillFound ? [] : [{ type: 'CardFactNoted', data: { stillFound, text } }]
}

function refuseIfOver(state: LivingCard): void {
  if (state.status === 'withdrawn') throw refuse('card.already-withdrawn')
  if (state.status === 'upheld' || state.status === 'excused') throw refuse('card.already-judged')
}

export function refuseConflict(state: LivingCard, by: CardActor): void {
  if (state.raised.unit !== null && by.unit === state.raised.unit) throw refuse('card.own-unit')
  if (answersOf(state).some((answer) => answer.account === by.account)) throw refuse('card.own-answer')
}

export function meaningful(text: string): string {
  const trimmed = text.trim()
  if ([...trimmed].length < 5) throw refuse('card.text-needed')
  return trimmed
}

/**
 * The same fault has the same card wherever and however often it is seen: on the event, on expiry, in a second import,
 * in a replay. `occasion` tells apart two faults of one rule in one case.
 */
export function cardId(fault: { log: string; caseId: string; rule: string; occasion: string }): string {
  const text = JSON.stringify([fault.log, fault.caseId, fault.rule, fault.occasion])
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 24)
  return `${fault.rule.toLowerCase()}-${mark}`
}

export const cardStream = (card: string): string => `card/${card}`
