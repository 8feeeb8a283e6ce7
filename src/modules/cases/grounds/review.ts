import type { CaseActor } from '../actor.ts'
import type { LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import { required } from '../decisions/saying.ts'
import type { ReadingReviewed } from './events.ts'
import { refuse } from './refusals.ts'

/** 法制机构按季度复核: was the clause read as it must be, or more rigidly than the law asks. Once, and from outside. */
export function reviewReading(state: LivingCase, asked: ReadingReviewed, actor: CaseActor): CaseEvent[] {
  const { decision, declined, plan } = state
  if (!(decision ?? declined)?.interpretation) throw refuse('reading.none')
  if (state.readingReview) throw refuse('reading.reviewed')
  if (actor.unit === plan.unit) throw refuse('reading.own-unit')
  required(asked.note, { zh: '复核意见', en: 'what the review rests on' })
  return [{ type: 'ReadingReviewed', data: asked }]
}
