import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Calendar, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { lastDayAfter, statutoryTerms } from '#engines/clocks/index.ts'
import { append, readStream, type StoredEvent } from '#engines/ledger/index.ts'
import { exemptions } from '#modules/findings/index.ts'
import * as decide from './card.ts'
import { cardActions } from './card-actions.ts'
import { findingOfCard, followCard, judgesFairly } from './card-findings.ts'
import { answerMark, cardEvent } from './card-list.ts'
import { type ListedCard, findCard, findSameAnswers } from './card-store.ts'
import { closedWithoutResult, isOverdueRule } from './closing.ts'
import type { CardView } from './contract.ts'
import { applyEvents } from './lists.ts'
import { dayAt, instantText } from './moments.ts'
import { CARD_CHANNEL } from './raising.ts'
import { decideObjection, objectTo } from './objection/objection.ts'
import { objectionLists } from './objection/lists.ts'
import { refuse } from './refusals.ts'
import { addresseeOf, cardRow, ruleBasis } from './views.ts'

/** A person's act on a card. */
export interface CardAct {
  readonly card: string
  readonly by: decide.CardActor
  readonly now: EpochMs
  readonly calendar: Calendar
  /** The version the person saw; another one means that somebody was quicker. */
  readonly expectedVersion: number | undefined
}

export async function answer(db: Db, act: CardAct, text: string): Promise<CardView> {
  const listed = await getCard(db, act.card)
  const same = await findSameAnswers(db, listed.unit, answerMark(text), act.card)
  const sameTextAs = same.map(({ card }) => card)
  return change(db, act, (state, today) => decide.answerCard(state, { text, by: act.by, today, sameTextAs }))
}

interface Ending {
  readonly reason: string
  readonly applicantWord?: string | undefined
}

export async function judge(
  db: Db,
  act: CardAct,
  {
    outcome,
    ground,
    ...said
  }: Ending & {
    readonly outcome: 'upheld' | 'excused'
    readonly ground?: string | undefined
  },
): Promise<CardView> {
  const listed = await getCard(db, act.card)
  const closing = { ...said, closedWithoutResult: await closedWithoutResult(db, listed) }
  const overdue = isOverdueRule(listed.rule)
  return change(db, act, (state, today) =>
    decide.judgeCard(state, {
      ...{ outcome, ground, overdue, by: act.by, today, ...closing },
      objectBy: lastDayAfter(today, REVIEW_ASKED),
    }),
  )
}

/** 政府督查工作条例 17: asked for within 30 days, decided within 30. */
const within = (rule: string) => statutoryTerms(rule, { from: '2026-01-01', handlingUnit: '' }).limit
const REVIEW_ASKED = within('DC-01')
const REVIEW_DECIDED = within('DC-02')

/** 异议: who judged may be wrong; the unit says so once, with a day by which somebody else decides. */
export const object = (db: Db, act: CardAct, grounds: string): Promise<CardView> =>
  change(db, act, (state, today) =>
    objectTo(state, { grounds, decideBy: lastDayAfter(today, REVIEW_DECIDED) }, act.by, today),
  )

export const settle = (
  db: Db,
  act: CardAct,
  said: { readonly outcome: 'kept' | 'withdrawn'; readonly reason: string },
): Promise<CardView> => change(db, act, (state) => decideObjection(state, said, act.by))

export async function withdraw(db: Db, act: CardAct, said: Ending): Promise<CardView> {
  const closing = {
    ...said,
    closedWithoutResult: await closedWithoutResult(db, await getCard(db, act.card)),
  }
  return change(db, act, (state) => decide.withdrawCard(state, { by: act.by, ...closing }))
}

type Decision = (state: decide.LivingCard, today: ReturnType<typeof dayAt>) => decide.CardEvent[]

async function change(db: Db, act: CardAct, decision: Decision): Promise<CardView> {
  const { card, by, now, calendar, expectedVersion } = act
  await getCard(db, card)
  const past = await readStream(db, decide.cardStream(card))
  const before = living(past)
  const decided = decision(before, dayAt(now))
  await judgesFairly(db, before.raised, decided, act)
  const events = decided.map((event) => ({
    type: event.type,
    occurredAt: now,
    actor: by.account,
    payload: event.data,
  }))
  const stored = await append(db, {
    stream: decide.cardStream(card),
    expectedVersion: expectedVersion ?? past.length,
    events,
    recordedAt: now,
  })
  await applyEvents(db, stored, calendar)
  await objectionLists.apply(db, stored)
  await followCard(db, before.raised, decided, act)
  db.notify(CARD_CHANNEL, JSON.stringify([db.scope.jurisdiction, card]))
  return cardView(db, card, { by, now })
}

/** The card as the reader may see it, or the refusal that says nothing of whether it exists. */
export async function getCard(db: Db, card: string): Promise<ListedCard> {
  const found = await findCard(db, card)
  if (!found) throw refuse('card.not-found', { card })
  return found
}

function living(events: readonly StoredEvent[]): decide.LivingCard {
  const state = events.map(cardEvent).reduce(decide.evolveCard, decide.noCard)
  if (state.status === 'none') throw new Error('A listed card has no CardRaised in its stream')
  return state
}

export async function cardView(
  db: Db,
  card: string,
  { by, now }: { by: decide.CardActor; now: EpochMs },
): Promise<CardView> {
  const listed = await getCard(db, card)
  const events = await readStream(db, decide.cardStream(card))
  const state = living(events)
  return {
    ...cardRow(listed, now),
    ...(state.raised.ruleTitle ? { ruleTitle: state.raised.ruleTitle } : {}),
    ruleVersion: state.raised.ruleVersion ?? null,
    addressee: addresseeOf(listed.rule),
    basis: state.raised.ruleBasis ?? ruleBasis(listed.rule),
    person: state.raised.person ?? null,
    evidence: [...state.raised.evidence],
    finding: await findingOfCard(db, card),
    objection: objectionView(state),
    history: events.map(historyLine),
    actions: cardActions(state, by, dayAt(now)),
  }
}

function objectionView(state: decide.LivingCard): CardView['objection'] {
  const objection = 'objection' in state ? state.objection : undefined
  if (!objection) return null
  const { grounds, decideBy, decided } = objection
  return { grounds, decideBy, decided: decided && { outcome: decided.outcome, reason: decided.reason } }
}

function historyLine(event: StoredEvent): CardView['history'][number] {
  const { recordedAt, actor, type, version } = event
  return { at: instantText(recordedAt, DEFAULT_ZONE), actor, type, version, text: textOf(cardEvent(event)) }
}

function textOf(event: decide.CardEvent): string {
  switch (event.type) {
    case 'CardRaised':
      return event.data.because.zh
    case 'CardAnswered': {
      const { text, late, sameTextAs } = event.data
      const marks = [
        ...(late ? ['逾期回复 late'] : []),
        ...(sameTextAs.length > 0
          ? [`与 ${sameTextAs.length} 张牌的说明雷同 same words as on ${sameTextAs.join(', ')}`]
          : []),
      ]
      return marked(text, marks)
    }
    case 'CardJudged':
      return marked(event.data.reason, [
        ...applicantMark(event.data.applicantWord),
        ...exemptMark(event.data.ground),
        ...(event.data.referredTo ? ['移送超时责任追究 referred: liability for overdue'] : []),
      ])
    case 'CardWithdrawn':
      return marked(event.data.reason, applicantMark(event.data.applicantWord))
    case 'CardFactNoted':
      return `${event.data.text.zh} / ${event.data.text.en}`
    case 'CardObjected':
      return event.data.grounds
    case 'CardObjectionDecided':
      return event.data.reason
  }
}

const marked = (text: string, marks: readonly string[]): string =>
  marks.length > 0 ? `${text}\n〔${marks.join('；')}〕` : text

const exemptMark = (ground: string | undefined): string[] => {
  const found = exemptions.find(({ code }) => code === ground)
  return found ? [`免责情形 exemption: ${found.zh} ${found.en}`] : []
}

const applicantMark = (word: string | undefined): string[] =>
  word === undefined ? [] : [`申请人的意思 the applicant's word: ${word}`]
