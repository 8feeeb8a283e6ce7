import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Caller, type Route, route } from '#platform/http/index.ts'
import { addUnit, changeUnit, decided, getUnit } from './commands.ts'
import * as contract from './contract.ts'
import type { PostRow, UnitView } from './contract.ts'
import { refuse } from './refusals.ts'
import { countUnits, findJurisdictions, findUnits } from './store.ts'
import { findPosts } from './post-store.ts'
import { actingAt, assignPost, createPost, markAway } from './unit.ts'

export interface OrganisationServices {
  /** Whether an account exists: accounts belong to the module above. */
  readonly isAccount: (db: Db, account: string) => Promise<boolean>
}

const PAGE = 50

export const organisationRoutes = ({ isAccount }: OrganisationServices): Route[] => [
  route(contract.listJurisdictions, async ({ read }) => ({ rows: await read(findJurisdictions) })),

  route(contract.listUnits, ({ query, read }) =>
    read(async (db) => {
      const limit = query.limit ?? PAGE
      const found = await findUnits(db, { after: query.after, limit, search: query.search })
      const rows = found.slice(0, limit)
      const counted = await countUnits(db, query.search)
      return {
        rows,
        next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
        total: counted?.total ?? 0,
      }
    }),
  ),

  route(contract.getUnit, ({ params, now, read }) => read((db) => viewOf(db, params.unit, now))),

  route(contract.createUnit, (call) =>
    call.transaction(async (db) => {
      await addUnit(db, call.body, doing(call))
      return viewOf(db, call.body.id, call.now)
    }),
  ),

  route(contract.createPost, ({ params: { unit }, body: { id, ...titles }, ...call }) =>
    call.transaction(async (db) => {
      await changeUnit(db, unit, doing(call), (state) =>
        createPost(decided(state, unit), { post: id, ...titles }),
      )
      return viewOf(db, unit, call.now)
    }),
  ),

  route(contract.assignPost, ({ params: { unit, post }, body, ...call }) =>
    call.transaction(async (db) => {
      for (const account of [body.holder, body.backup]) {
        if (account !== null && !(await isAccount(db, account)))
          throw refuse('organisation.no-such-account', { account })
      }
      await changeUnit(db, unit, doing(call), (state) => assignPost(decided(state, unit), { post, ...body }))
      return viewOf(db, unit, call.now)
    }),
  ),

  route(contract.markAway, ({ params: { unit, post }, body, ...call }) =>
    call.transaction(async (db) => {
      const marking = {
        post,
        from: Date.parse(body.from),
        until: body.until === null ? null : Date.parse(body.until),
        by: { account: call.caller.account, headOfUnit: isHeadOf(call.caller, unit) },
        now: call.now,
      }
      await changeUnit(db, unit, doing(call), (state) => markAway(decided(state, unit), marking))
      return viewOf(db, unit, call.now)
    }),
  ),
]

const doing = ({ caller, now }: { readonly caller: Caller; readonly now: EpochMs }) => ({
  by: caller.account,
  at: now,
})

const isHeadOf = ({ roles, unit }: Caller, wanted: string) => roles.includes('unitHead') && unit === wanted

async function viewOf(db: Db, unit: string, now: EpochMs): Promise<UnitView> {
  const row = await getUnit(db, unit)
  const posts = await findPosts(db, unit)
  return { ...row, postRows: posts.map((post) => postRow(post, now)) }
}

function postRow(post: Awaited<ReturnType<typeof findPosts>>[number], now: EpochMs): PostRow {
  const { awayFrom, awayUntil, holder, backup, ...titles } = post
  const away = awayFrom && { from: awayFrom.getTime(), until: awayUntil?.getTime() ?? null }
  const over = away?.until != null && away.until <= now
  return {
    ...titles,
    holder,
    backup,
    awayFrom: over ? null : (awayFrom?.toISOString() ?? null),
    awayUntil: over ? null : (awayUntil?.toISOString() ?? null),
    acting: actingAt({ holder, backup, away }, now),
  }
}
