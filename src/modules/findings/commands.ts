import type { Db } from '#kernel/sql.ts'
import { findPeople } from '#modules/access/index.ts'
import { declareFile, refuseConflict } from '#modules/recusal/index.ts'
import type { RelationKind } from '#modules/recusal/terms.ts'
import { followBadge } from './badges/follow.ts'
import { startClock, stopAllClocks, stopClock, SUPERVISION } from './clocks.ts'
import * as decide from './decisions.ts'
import {
  FINDING,
  findingStream,
  type FindingEvent,
  type FindingState,
  isSealed,
  type Remedy,
} from './finding.ts'
import { dayAt } from './moments.ts'
import { startReply } from './opening.ts'
import { type FindingDoing, record } from './recording.ts'
import { refuse } from './refusals.ts'
import { findEducated, findStored } from './store.ts'
import { DISPOSITION_WORDS, REVIEW_WORDS, type ReviewOutcome } from './terms.ts'

/** Decides on a finding as its stream tells it. Refuses one that does not exist. */
async function change(
  db: Db,
  finding: string,
  doing: FindingDoing,
  decision: (state: FindingState) => FindingEvent[],
): Promise<FindingState> {
  const after = await record(db, finding, doing, (state) => {
    if (!('finding' in state)) throw refuse('finding.not-found', { finding })
    return decision(state)
  })
  if (!after) throw refuse('finding.not-found', { finding })
  return after
}

export async function getFinding(db: Db, finding: string): Promise<FindingState> {
  const stored = await findStored(db, finding)
  if (!stored) throw refuse('finding.not-found', { finding })
  return stored.state
}

const actorOf = async (db: Db, { actor }: FindingDoing): Promise<decide.FindingActor> => ({
  account: actor,
  unit: (await findPeople(db, [actor]))[0]?.unit ?? null,
})

/** Whoever judges has nothing to do with the unit or the person (recusal.conflict). */
async function judge(db: Db, { unit, account }: FindingState, doing: FindingDoing) {
  const accounts = account === null ? [] : [account]
  const by = await actorOf(db, doing)
  decide.refuseSupervised({ unit }, by)
  await refuseConflict(db, { account: doing.actor, units: [unit], accounts }, dayAt(doing.now))
  return by
}

/** 说明、申辩 by the unit concerned. */
export async function answerFinding(
  db: Db,
  finding: string,
  { text }: { readonly text: string },
  doing: FindingDoing,
): Promise<FindingState> {
  const by = await actorOf(db, doing)
  const state = await getFinding(db, finding)
  // Whoever may not know of it is told that there is none.
  if (isSealed(state)) throw refuse('finding.not-found', { finding })
  const after = await change(db, finding, doing, (one) => decide.answer(one, text, by, doing.now))
  await stopClock(db, finding, { clock: 'reply', outcome: '已回复 answered' }, doing)
  return after
}

/** 处置. Refused: by the unit itself or somebody with a conflict, unheard, without reasons, educating again and again. */
export async function disposeFinding(
  db: Db,
  finding: string,
  disposing: decide.Disposing,
  doing: FindingDoing,
): Promise<FindingState> {
  const state = await getFinding(db, finding)
  const by = await judge(db, state, doing)
  decide.refuseOver(state)
  const educated = await findEducated(db, state.unit, state.conduct)
  const reviewUntil = isSealed(state)
    ? null
    : await startClock(db, finding, { clock: 'review-ask', unit: state.unit }, doing)
  const after = await change(db, finding, doing, (one) =>
    decide.dispose(one, disposing, { by, now: doing.now, educated, reviewUntil }),
  )
  const outcome = DISPOSITION_WORDS[disposing.disposition]
  await stopClock(db, finding, { clock: 'disposition', outcome: `${outcome.zh} ${outcome.en}` }, doing)
  return after
}

/**
 * 申报并承办 (ESUP-14): who declares a relation stands aside, on record for whoever is above him; who declares none takes it.
 * "None" is refused (recusal.conflict) where something is on record.
 */
export async function takeFinding(
  db: Db,
  finding: string,
  { relation, note }: { readonly relation: RelationKind | null; readonly note: string },
  doing: FindingDoing,
): Promise<FindingState> {
  const by = await actorOf(db, doing)
  const state = await getFinding(db, finding)
  decide.mayTake(state, by)
  const { unit, account } = state
  const accounts = account === null ? [] : [account]
  const on = dayAt(doing.now)
  await declareFile(db, { subject: findingStream(finding), unit, accounts, relation, note, on }, doing)
  return change(db, finding, doing, () =>
    relation === null
      ? [{ type: 'HandlerTook', before: state.handler?.by ?? null }]
      : [{ type: 'HandlerRecused', relation }],
  )
}

/** 向单位公开: the unit's time to answer begins. */
export async function releaseFinding(db: Db, finding: string, doing: FindingDoing): Promise<FindingState> {
  const state = await getFinding(db, finding)
  const by = await judge(db, state, doing)
  decide.refuseOver(state)
  const replyBy = state.replyBy ?? (await startReply(db, finding, state.unit, doing))
  const released = await change(db, finding, doing, (one) => decide.release(one, by, replyBy))
  await followBadge(db, released, doing)
  return released
}

/** 撤销, as a whole or one source (`sourceId`); the finding goes with its last source. */
export async function withdrawFinding(
  db: Db,
  finding: string,
  said: { readonly reason: string; readonly sourceId?: string | undefined },
  doing: FindingDoing,
): Promise<FindingState> {
  const by = await judge(db, await getFinding(db, finding), doing)
  const after = await change(db, finding, doing, (one) => decide.withdraw(one, said, by))
  if (after.status === 'withdrawn') await stopAllClocks(db, finding, '撤销 withdrawn', doing)
  return after
}

/** 补救: what was done for whoever was harmed. */
export async function remedyFinding(
  db: Db,
  finding: string,
  remedy: Remedy,
  doing: FindingDoing,
): Promise<FindingState> {
  const by = await judge(db, await getFinding(db, finding), doing)
  return change(db, finding, doing, (one) => decide.remedyHarm(one, remedy, by, dayAt(doing.now)))
}

/** 申请复核 by the unit, within thirty days. */
export async function askReview(
  db: Db,
  finding: string,
  { grounds }: { readonly grounds: string },
  doing: FindingDoing,
): Promise<FindingState> {
  const state = await getFinding(db, finding)
  if (isSealed(state)) throw refuse('finding.not-found', { finding })
  const by = await actorOf(db, doing)
  // Asked of the decision first: a clock is started only for what is granted.
  decide.askReview(state, { grounds, decideBy: doing.now }, by, doing.now)
  const decideBy = await startClock(db, finding, { clock: 'review', unit: SUPERVISION }, doing)
  const after = await change(db, finding, doing, (one) =>
    decide.askReview(one, { grounds, decideBy }, by, doing.now),
  )
  await stopClock(db, finding, { clock: 'review-ask', outcome: '已申请复核 asked for' }, doing)
  return after
}

/** 复核决定 by another person. */
export async function decideReview(
  db: Db,
  finding: string,
  said: { readonly outcome: ReviewOutcome; readonly reason: string },
  doing: FindingDoing,
): Promise<FindingState> {
  const by = await judge(db, await getFinding(db, finding), doing)
  const after = await change(db, finding, doing, (one) => decide.decideReview(one, said, by))
  const { zh, en } = REVIEW_WORDS[said.outcome]
  await stopClock(db, finding, { clock: 'review', outcome: `${zh} ${en}` }, doing)
  return after
}

/** The number in the name of a stream `finding/<number>`. */
export const findingOfStream = (stream: string): string | undefined =>
  stream.startsWith(FINDING) ? stream.slice(FINDING.length) : undefined
