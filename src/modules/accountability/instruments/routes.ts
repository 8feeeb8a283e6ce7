import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { conductWords } from '#modules/findings/index.ts'
import { todayAt } from '../files/clocks.ts'
import * as contract from '../ladder-contract.ts'
import type { LadderView } from '../ladder-contract.ts'
import { approveLadder, draftLadder, dropLadder, LADDER, ladderOn } from './ladder.ts'
import { changeLadder } from './lists.ts'
import { findLadder } from './ladder-store.ts'

type Doing = Pick<Call, 'caller' | 'now'>
const doing = ({ caller, now }: Doing) => ({ actor: caller.account, now })

const nameOf = (conduct: string) => {
  const { zh, en } = conductWords(conduct)
  return { zh, en }
}

async function viewOf(db: Db, { caller, now }: Doing, on?: string): Promise<LadderView> {
  const state = (await findLadder(db, LADDER))?.state
  const today = on === undefined ? todayAt(now) : day(on)
  const mayDraft = caller.permissions.has('ladder.change')
  const ladder = ladderOn(state, today)
  const inForce = (state?.versions ?? []).filter((one) => one.approvedBy !== null && one.from <= today)
  return {
    ladder,
    conductNames: Object.fromEntries(ladder.table.map(({ conduct }) => [conduct, nameOf(conduct)])),
    from:
      inForce
        .map(({ from }) => from)
        .sort()
        .at(-1) ?? null,
    versions: (state?.versions ?? []).toReversed().map(({ ladder: _, draftedAt, ...one }) => ({
      ...one,
      draftedAt: formatInstant(draftedAt, DEFAULT_ZONE),
      mayApprove:
        mayDraft && one.draftedBy !== caller.account && one.approvedBy === null && one.dropped === null,
    })),
    mayDraft,
  }
}

/** The ladder as data: read by everybody who may be judged by it, changed by two. */
export const ladderRoutes: Route[] = [
  route(contract.getLadder, ({ query, read, ...call }) => read((db) => viewOf(db, call, query.on))),
  route(contract.draftLadderVersion, ({ body, ...call }) =>
    call.transaction(async (db) => {
      const given = { ...body, from: day(body.from) }
      await changeLadder(db, (state) => draftLadder(state, given, todayAt(call.now)), doing(call))
      return viewOf(db, call)
    }),
  ),
  route(contract.approveLadderVersion, ({ params, ...call }) =>
    call.transaction(async (db) => {
      const who = { by: call.caller.account, today: todayAt(call.now) }
      await changeLadder(db, (state) => approveLadder(state, params.draft, who), doing(call))
      return viewOf(db, call)
    }),
  ),
  route(contract.dropLadderVersion, ({ params, body, ...call }) =>
    call.transaction(async (db) => {
      await changeLadder(db, (state) => dropLadder(state, params.draft, body.reason), doing(call))
      return viewOf(db, call)
    }),
  ),
]
