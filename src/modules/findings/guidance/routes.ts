import type { EpochMs } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import { startLimit, stopLimit } from '../clocks.ts'
import * as contract from '../contract.ts'
import { instantText } from '../moments.ts'
import { namesOf } from '../names.ts'
import { REACH } from '../reach.ts'
import { findStoredFindings } from '../store.ts'
import { give, type Guidance, reply } from './guidance.ts'
import { guidanceStreams } from './lists.ts'
import { refuse } from './refusals.ts'
import { findGuidance, findGuidances } from './store.ts'

export const guidanceRoutes: Route[] = [
  route(contract.listGuidance, ({ read, now }) =>
    read(async (db) => {
      const found = await findGuidances(db)
      return {
        rows: await rowsOf(
          db,
          found.map(({ state }) => state),
          now,
        ),
      }
    }),
  ),
  route(contract.giveGuidance, ({ body, caller, now, transaction }) =>
    transaction(async (db) => {
      const guidance = newId(now)
      const entered = { actor: caller.account, now }
      const { unit, text, matter = null, conduct = null } = body
      const open = (await findStoredFindings(db, { unit })).flatMap(({ state }) =>
        state.status === 'open' || state.status === 'answered' ? [state] : [],
      )
      const given = { unit, text, matter, conduct, replyBy: now }
      give(given, caller, open)
      const clock = { id: `${guidance}/reply`, subject: guidanceStreams.prefix + guidance, unit }
      const replyBy = await startLimit(db, { ...clock, setting: 'guidanceWithin' }, entered)
      await changeFolded(
        db,
        guidanceStreams,
        guidance,
        () => give({ ...given, replyBy }, caller, open),
        entered,
      )
      return rowNamed(db, guidance, now)
    }, REACH),
  ),
  route(contract.replyToGuidance, ({ params: { guidance }, body, caller, now, transaction }) =>
    transaction(async (db) => {
      const entered = { actor: caller.account, now }
      await changeFolded(db, guidanceStreams, guidance, (state) => reply(state, body.text, caller), entered)
      const clock = { id: `${guidance}/reply`, subject: guidanceStreams.prefix + guidance }
      await stopLimit(db, { ...clock, outcome: '已回复 replied' }, entered)
      return rowNamed(db, guidance, now)
    }, REACH),
  ),
]

async function rowNamed(db: Db, guidance: string, now: EpochMs) {
  const found = await findGuidance(db, guidance)
  const [row] = found ? await rowsOf(db, [found.state], now) : []
  if (!row) throw refuse('guidance.not-found')
  return row
}

async function rowsOf(db: Db, states: readonly Guidance[], now: EpochMs): Promise<contract.GuidanceRow[]> {
  const accounts = states.flatMap(({ by, reply: replied }) => [by, ...(replied ? [replied.by] : [])])
  const names = await namesOf(db, { units: states.map(({ unit }) => unit), accounts })
  return states.map(({ guidance, unit, matter, text, by, givenAt, replyBy, reply: replied }) => ({
    ...{ guidance, matter, text, unit: names.unit(unit), by: names.person(by) },
    ...{ givenAt: instantText(givenAt), replyBy: instantText(replyBy) },
    overdue: replied === null && now >= replyBy,
    reply: replied && { text: replied.text, at: instantText(replied.at), by: names.person(replied.by) },
  }))
}
