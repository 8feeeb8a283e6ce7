import type { Day } from '#kernel/day.ts'
import { type Bilingual, isRefusal, type Refusal } from '#kernel/refusal.ts'
import { answerCard, type CardActor, judgeCard, type LivingCard, withdrawCard } from './card.ts'
import { decideObjection, objectTo } from './objection/objection.ts'

export type CardAction = 'answer' | 'judge' | 'withdraw' | 'object' | 'decideObjection'

/** What this person may do now, and for the rest why not, by asking the decisions themselves. */
export function cardActions(
  state: LivingCard,
  by: CardActor,
  today: Day,
): { action: CardAction; open: boolean; whyNot: Bilingual | null }[] {
  const sample = '—————'
  const tries: Record<CardAction, () => unknown> = {
    answer: () => answerCard(state, { text: sample, by, today, sameTextAs: [] }),
    judge: () => judgeCard(state, { outcome: 'excused', ground: 'forceMajeure', reason: sample, by, today }),
    withdraw: () => withdrawCard(state, { reason: sample, by }),
    object: () => objectTo(state, { grounds: sample, decideBy: today }, by, today),
    decideObjection: () => decideObjection(state, { outcome: 'kept', reason: sample }, by),
  }
  return (['answer', 'judge', 'withdraw', 'object', 'decideObjection'] as const).map((action) => {
    const refusal = refusalOf(tries[action])
    return { action, open: refusal === undefined, whyNot: refusal?.text ?? null }
  })
}

function refusalOf(attempt: () => unknown): Refusal | undefined {
  try {
    attempt()
    return undefined
  } catch (error) {
    if (isRefusal(error)) return error
    throw error
  }
}
