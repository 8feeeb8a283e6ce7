import { type Deciding, isHeadOf, isOffice, mustSayWhy } from './acting.ts'
import type { Measure, MeasureEvent, Published } from './measure.ts'
import { refuse } from './refusals.ts'
import { type Promised, type Weakening, weakerThan } from './wording.ts'

/** 公开承诺 (RECT-11): what the public reads. Each edition stays; what says less than before, or than inside, is marked. */
export function publish(
  state: Measure,
  given: Omit<Published, 'dueOn'>,
  { actor }: Deciding,
): MeasureEvent[] {
  if (!isOffice(actor) && !isHeadOf(actor, state.unit)) throw refuse('measure.not-owner')
  const { dueOn } = state
  const text = { problem: given.problem.trim(), action: given.action.trim(), result: given.result.trim() }
  const before = state.published.at(-1)
  const edition = { ...text, dueOn }
  if (before && sameText(before, edition)) return []
  return [{ type: 'CommitmentPublished', ...edition, weaker: before ? weakerThan(edition, before) : [] }]
}

const sameText = (one: Published, other: Published) =>
  (['problem', 'action', 'result', 'dueOn'] as const).every((part) => one[part] === other[part])

/** What is public says less than what was planned; the date of an extension is told as it is. */
export function weakerThanInternal(state: Measure): Weakening[] {
  const shown = state.published.at(-1)
  if (!shown) return []
  const inside: Promised = { action: state.action, result: state.result, dueOn: shown.dueOn }
  return weakerThan(shown, inside).filter((one) => one !== 'otherThing')
}

/** 没有解决: from anybody. It goes to the office; there is no event by which it could be taken away. */
export function comment(
  state: Measure,
  given: { readonly comment: string; readonly solved: boolean; readonly text: string },
): MeasureEvent[] {
  if (state.published.length === 0) throw refuse('commitment.not-found', { measure: state.measure })
  return [{ type: 'ReaderCommented', ...given, text: given.text.trim() }]
}

export function answerComment(
  state: Measure,
  given: { readonly comment: string; readonly text: string },
): MeasureEvent[] {
  if (!state.comments.some(({ comment: id }) => id === given.comment)) throw refuse('measure.no-such-comment')
  return [{ type: 'CommentAnswered', comment: given.comment, text: mustSayWhy(given.text) }]
}
