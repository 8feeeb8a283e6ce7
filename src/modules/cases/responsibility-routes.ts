import type { Db } from '#kernel/sql.ts'
import type { Route } from '#platform/http/index.ts'
import { findClocksOf } from '#engines/clocks/stored/index.ts'
import { findPosts, findUnit } from '#modules/organisation/index.ts'
import { caseStream } from './case-events.ts'
import * as contract from './contract.ts'
import * as decide from './decisions/index.ts'
import { deskActs, type DeskServices } from './desk-acts.ts'
import type { Desk } from './plan.ts'
import { refuse } from './transfers/refusals.ts'
import { calendarOf } from './views.ts'
import { named, staffOfCase } from './visits/staff.ts'

/** Passing on and ruling, the officer who stays with a case, and leaders who were drawn in. */
export function responsibilityRoutes(services: DeskServices): Route[] {
  const { does, doesKnowing } = deskActs(services)
  return [
    doesKnowing(
      contract.transferStep,
      async (db, { params, body }) => ({
        to: await deskIn(db, body.to),
        dueAt: await soonestEnd(db, params.caseNo, body.step),
        calendar: await calendarOf(db),
      }),
      (state, { step, reason, basis }, { actor, now, facts: { to, ...times } }) =>
        decide.transferStep(state, { step, to, reason, basis }, actor, { now, ...times }),
    ),
    doesKnowing(
      contract.ruleTransfer,
      (db, { body }) => deskIn(db, body.to),
      (state, { reason, basis }, { actor, facts: to }) =>
        decide.ruleTransfer(state, { to, reason, basis }, actor),
    ),
    doesKnowing(
      contract.nameServiceOfficer,
      (db, { params }) => staffOfCase(db, params.caseNo),
      (state, { account, reason }, { actor, facts }) =>
        decide.nameServiceOfficer(state, { person: named(facts.people, account), reason }, actor),
    ),
    does(contract.informApplicant, (state, body, { actor }) => decide.informApplicant(state, body, actor)),
    doesKnowing(
      contract.involveLeader,
      (db) => calendarOf(db),
      (state, body, { actor, now, facts: calendar }) =>
        decide.involveLeader(state, { ...body, heardAt: Date.parse(body.heardAt) }, actor, { now, calendar }),
    ),
    doesKnowing(
      contract.answerInvolved,
      (db) => calendarOf(db),
      (state, body, { actor, now, facts: calendar }) =>
        decide.answerInvolved(state, body, actor, { now, calendar }),
    ),
  ]
}

/** The post that takes a step over: the one named, or else the first of the unit that somebody holds. */
async function deskIn(db: Db, { unit, post }: { unit: string; post?: string | undefined }): Promise<Desk> {
  const posts = await findPosts(db, unit)
  const found =
    post === undefined
      ? (posts.find(({ holder }) => holder) ?? posts[0])
      : posts.find(({ id }) => id === post)
  if (!found) throw refuse('transfer.no-such-post', { unit: (await findUnit(db, unit))?.name ?? unit })
  return { unit, post: found.id }
}

/** The first of the limits that run on a step and on its case. */
async function soonestEnd(db: Db, caseNo: string, step: string): Promise<number | null> {
  const own = [`${caseNo}/step/${step}`, `${caseNo}/committed`, `${caseNo}/statutory`]
  const ends = (await findClocksOf(db, caseStream(caseNo)))
    .filter(({ id, status }) => own.includes(id) && (status === 'open' || status === 'expired'))
    .flatMap(({ dueAt, expiredAt }) => dueAt ?? expiredAt ?? [])
  return ends.length > 0 ? Math.min(...ends) : null
}
