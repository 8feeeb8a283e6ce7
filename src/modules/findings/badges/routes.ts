import { day, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import { stopLimit } from '../clocks.ts'
import * as contract from '../contract.ts'
import { dayAt, instantText } from '../moments.ts'
import { namesOf } from '../names.ts'
import { REACH } from '../reach.ts'
import { badgeTalks } from './lists.ts'
import { refuse } from './refusals.ts'
import { findBadgeTalk, findBadgeTalks } from './store.ts'
import { type BadgeTalk, holdTalk } from './talk.ts'

export const badgeRoutes: Route[] = [
  route(contract.listBadgeTalks, ({ read, now }) =>
    read(async (db) => {
      const found = await findBadgeTalks(db)
      return {
        rows: await rowsOf(
          db,
          found.map(({ state }) => state),
          now,
        ),
      }
    }),
  ),
  route(contract.holdBadgeTalk, ({ params: { talk }, body, caller, now, transaction }) =>
    transaction(async (db) => {
      const entered = { actor: caller.account, now }
      const held = { on: day(body.on), note: body.note }
      await changeFolded(db, badgeTalks, talk, (state) => holdTalk(state, held, caller, dayAt(now)), entered)
      const subject = badgeTalks.prefix + talk
      await stopLimit(db, { id: `${subject}/talk`, subject, outcome: '已谈话 held' }, entered)
      const found = await findBadgeTalk(db, talk)
      const [row] = found ? await rowsOf(db, [found.state], now) : []
      if (!row) throw refuse('badge-talk.not-found')
      return row
    }, REACH),
  ),
]

async function rowsOf(db: Db, states: readonly BadgeTalk[], now: EpochMs): Promise<contract.BadgeTalkRow[]> {
  const names = await namesOf(db, {
    units: states.map(({ unit }) => unit),
    accounts: states.flatMap(({ held }) => held?.by ?? []),
  })
  return states.map(({ talk, badge, quarter, unit, findings, dueAt, held }) => ({
    ...{ talk, badge, quarter, findings: [...findings], unit: names.unit(unit), dueAt: instantText(dueAt) },
    overdue: held === null && now >= dueAt,
    held: held && { on: held.on, note: held.note, by: names.person(held.by) },
  }))
}
