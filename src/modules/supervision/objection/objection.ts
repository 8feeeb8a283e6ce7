import type { Day } from '#kernel/day.ts'
import { type CardActor, type CardEvent, type LivingCard, meaningful, refuseConflict } from '../card.ts'
import { refuse } from './refusals.ts'

/**
 * 异议: the unit says that a judgement is wrong, and somebody else than who judged decides on it.
 *
 * Basis: 《政府督查工作条例》第十七条: asked for within 30 days, decided within 30, by people who took no part.
 */
export interface CardObjected {
  readonly unit: string | null
  readonly account: string
  readonly grounds: string
  /** The last day on which it must be decided. */
  readonly decideBy: Day
}

export interface CardObjectionDecided {
  readonly outcome: 'kept' | 'withdrawn'
  readonly account: string
  readonly reason: string
}

export interface Objection extends CardObjected {
  readonly decided: CardObjectionDecided | null
}

const objectionOf = (state: LivingCard): Objection | undefined =>
  'objection' in state ? state.objection : undefined
const judgementOf = (state: LivingCard) => ('judged' in state ? state.judged : undefined)

/** 提出异议: by the unit, once, while it may; to what was upheld. */
export function objectTo(
  state: LivingCard,
  { grounds, decideBy }: { readonly grounds: string; readonly decideBy: Day },
  by: CardActor,
  today: Day,
): CardEvent[] {
  const { unit } = state.raised
  if (unit === null || by.unit !== unit) throw refuse('objection.other-unit')
  if (state.status !== 'upheld') throw refuse('objection.not-upheld')
  if (objectionOf(state)) throw refuse('objection.made')
  const until = judgementOf(state)?.objectBy
  if (until !== undefined && today > until) throw refuse('objection.late', { until })
  return [
    {
      type: 'CardObjected',
      data: { unit: by.unit, account: by.account, grounds: meaningful(grounds), decideBy },
    },
  ]
}

/** 异议决定: by another supervisor than the one who judged. A card that was wrong is withdrawn, with everything on it. */
export function decideObjection(
  state: LivingCard,
  { outcome, reason }: Pick<CardObjectionDecided, 'outcome' | 'reason'>,
  by: CardActor,
): CardEvent[] {
  const objection = objectionOf(state)
  if (!objection || objection.decided || state.status !== 'upheld') throw refuse('objection.none')
  refuseConflict(state, by)
  if (judgementOf(state)?.account === by.account) throw refuse('objection.own-judgement')
  const said = meaningful(reason)
  const decided: CardEvent = {
    type: 'CardObjectionDecided',
    data: { outcome, account: by.account, reason: said },
  }
  if (outcome === 'kept') return [decided]
  return [decided, { type: 'CardWithdrawn', data: { account: by.account, reason: said } }]
}
