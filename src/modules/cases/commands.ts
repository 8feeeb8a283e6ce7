import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { type Entered, type MatterClocks, storedClocks } from '#engines/clocks/stored/index.ts'
import type { NewEvent } from '#engines/ledger/index.ts'
import { type CaseActor, THE_LAW } from './actor.ts'
import { type CaseState, evolve, type Happened, type LivingCase, noCase } from './case.ts'
import { runJointClocks } from './branches/clocks.ts'
import { takesEffect } from './at-once/by-law.ts'
import {
  caseEventOf,
  caseStream,
  type CaseEvent,
  type CaseReceived,
  isCaseStream,
  type Issued,
} from './case-events.ts'
import { runClocks } from './clock-work.ts'
import * as decisions from './decisions/index.ts'
import { refuseUnlawful } from './lawful.ts'
import { keepCases } from './lists.ts'
import { followLiability } from './liability/follow.ts'
import { followLicences } from './licensing/follow.ts'
import { followPledges } from './pledge/follow.ts'
import { messageFor } from './messages.ts'
import { newCaseNo } from './numbers.ts'
import { issueFor, type Paper, type Papers } from './papers.ts'
import { refuse } from './refusals.ts'
import { lockState } from './store.ts'

/** A person's act on a case. Runs in a scope that reaches the jurisdiction: who may is decided before, by the case. */
export interface Acting {
  readonly actor: CaseActor
  readonly now: EpochMs
  /** What the law lets follow happens at the legal instant, however late it was noticed. */
  readonly occurredAt?: EpochMs
  /** The version the person saw; another one means that somebody was quicker. */
  readonly expectedVersion?: number | undefined
  readonly papers: Papers
}

export type Decision = (state: LivingCase) => CaseEvent[]

/** Decides on a case as it stands, and records what follows: events, clocks, papers and lists in one transaction. */
export async function act(db: Db, caseNo: string, acting: Acting, decision: Decision): Promise<LivingCase> {
  const stored = await lockState(db, caseNo)
  if (!stored) throw refuse('case.not-found', { caseNo })
  const events = decision(stored.state)
  if (events.length === 0) return stored.state
  return recordEvents(
    db,
    { state: stored.state, version: acting.expectedVersion ?? stored.version },
    events,
    acting,
  )
}

export type NewCase = Omit<CaseReceived, 'caseNo' | 'receivedAtUnit'>

/**
 * 收件: under a number of its own; one that chance gave before makes the whole transaction run again, with another number.
 * `then` goes on in the same transaction, for a file that is complete at once.
 */
export async function receiveCase(
  db: Db,
  given: NewCase,
  acting: Acting,
  then?: Decision,
): Promise<LivingCase> {
  const caseNo = newCaseNo(dayOfNumber(dayNumberAt(DEFAULT_ZONE, acting.now)))
  const received = decisions.receive(noCase, { ...given, caseNo }, acting.actor)
  const happened = { at: acting.occurredAt ?? acting.now, by: acting.actor.account }
  const fresh = living(received.reduce((state, event) => evolve(state, event, happened), noCase as CaseState))
  const events = [...received, ...(then ? then(fresh) : [])]
  return recordEvents(db, { state: noCase, version: 0 }, events, acting)
}

interface Standing {
  readonly state: CaseState
  readonly version: number
}

async function recordEvents(
  db: Db,
  { state: before, version }: Standing,
  drafts: readonly CaseEvent[],
  { actor, now, papers, occurredAt: at = now }: Acting,
): Promise<LivingCase> {
  const entered = { actor: actor.account, now }
  const clocks = storedClocks(db, { isNew: (subject) => version === 0 && isCaseStream(subject) })
  const issue = (paper: Paper) => papers.issue(db, paper, entered)
  const happened = { at, by: actor.account }
  const { state: after, events } = await follow(before, drafts, happened, { issue, clocks, entered })
  await refuseUnlawful(db, after.plan.item, drafts, now)
  const stored = await clocks.keep(now, [
    { stream: caseStream(after.caseNo), expectedVersion: version, events },
  ])
  const last = stored.at(-1)
  await keepCases(db, [{ state: after, version: last?.version ?? version }])
  const following = { ...entered, occurredAt: at }
  await followLicences(db, after, drafts, following)
  await followPledges(db, after, drafts, following)
  await followLiability(db, after, drafts, following)
  const effect = takesEffect(after, now)
  if (effect.length > 0)
    return recordEvents(
      db,
      { state: after, version: last?.version ?? version },
      effect,
      byLaw({ now, papers }),
    )
  // A file that is received and accepted in one breath is told of once.
  const message =
    papers.tell && last && (await messageFor(db, caseEventOf(last), { state: after, endOf: clocks.keptEnd }))
  if (message) await papers.tell?.(db, message, now)
  return after
}

interface Means {
  issue(paper: Paper): Promise<Issued>
  readonly clocks: MatterClocks
  readonly entered: Entered
}

/** What follows from events that were decided: their papers and what their clocks do, one event after the other. */
export async function follow(
  before: CaseState,
  drafts: readonly CaseEvent[],
  happened: Happened,
  { issue, clocks, entered }: Means,
): Promise<{ readonly state: LivingCase; readonly events: NewEvent[] }> {
  let state = before
  const events: NewEvent[] = []
  for (const draft of drafts) {
    const event = await issueFor(draft, living(evolve(state, draft, happened)), issue)
    const after = living(evolve(state, event, happened))
    const step = { before: state.status === 'none' ? undefined : state, after, event, entered }
    await runClocks(clocks, step)
    await runJointClocks(clocks, step)
    const { at: occurredAt, by: actor } = happened
    events.push({ type: event.type, occurredAt, actor, payload: { ...event.data } })
    state = after
  }
  return { state: living(state), events }
}

function living(state: CaseState): LivingCase {
  if (state.status === 'none') throw new Error('A case begins with CaseReceived')
  return state
}

export const byLaw = (given: Pick<Acting, 'now' | 'occurredAt' | 'papers'>): Acting => ({
  actor: THE_LAW,
  ...given,
})
