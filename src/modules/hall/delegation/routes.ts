import { type Day, day, type EpochMs } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { type Caller, type Route, route } from '#platform/http/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { itemForDay } from '#modules/catalogue/index.ts'
import { findPosts } from '#modules/organisation/index.ts'
import { todayOf } from '../commands.ts'
import * as contract from '../contract.ts'
import type { DelegationView } from '../contract.ts'
import { POWERS } from '../terms.ts'
import { instantText, unitNames } from '../views.ts'
import { delegatePowers, mustHead, noticeDaysOn, withdrawPowers } from './commands.ts'
import { type Delegation, type Desk, flagsOf, isInForce } from './delegation.ts'
import { refuse } from './refusals.ts'
import { findDelegation, findDelegations } from './store.ts'

/** 授权到窗口: entered by the head of the department, seen by everybody who works at the hall or watches it. */
export const delegationRoutes = (): Route[] => [
  route(contract.listDelegations, ({ read, caller, now }) =>
    read(async (db) => ({
      noticeDays: noticeDaysOn(todayOf(now)),
      rows: await views(
        db,
        (await findDelegations(db)).map(({ state }) => state),
        { caller, now },
      ),
    })),
  ),
  route(contract.putDelegation, ({ params: { item }, body, caller, now, ...call }) =>
    call.transaction(async (db) => {
      const { unit } = await itemForDay(db, item, todayOf(now))
      await mustHead(db, { item, unit }, caller)
      const from: Day = day(body.from)
      await delegatePowers(db, { ...body, item, unit, from }, { by: caller.account, at: now })
      return viewOf(db, item, { caller, now })
    }),
  ),
  route(contract.withdrawDelegation, ({ params: { item }, body, caller, now, ...call }) =>
    call.transaction(async (db) => {
      const stored = await findDelegation(db, item)
      if (!stored) throw refuse('delegation.none')
      await mustHead(db, { item, unit: stored.state.unit }, caller)
      const given = { ...body, effectiveOn: day(body.effectiveOn) }
      await withdrawPowers(db, item, given, { by: caller.account, at: now })
      return viewOf(db, item, { caller, now })
    }),
  ),
]

interface Looking {
  readonly caller: Pick<Caller, 'unit' | 'roles'>
  readonly now: EpochMs
}

async function viewOf(db: Db, item: string, looking: Looking): Promise<DelegationView> {
  const stored = await findDelegation(db, item)
  if (!stored) throw refuse('delegation.none')
  const [view] = await views(db, [stored.state], looking)
  return view as DelegationView
}

const desksOf = (state: Delegation): Desk[] => [state.windowHead, ...POWERS.flatMap((power) => state[power])]

async function views(
  db: Db,
  states: readonly Delegation[],
  { caller, now }: Looking,
): Promise<DelegationView[]> {
  const desks = await desksIn(db, states.flatMap(desksOf), now)
  const units = await unitNames(db, [
    ...states.map(({ unit }) => unit),
    ...states.flatMap(desksOf).map(({ unit }) => unit),
  ])
  const names = new Map<string, { zh: string; en: string }>()
  for (const { item } of states) names.set(item, await itemName(db, item, todayOf(now)))
  const shown = (desk: Desk) => ({ ...desk, unitName: units(desk.unit).name, ...desks.shown(desk) })
  return states.map((state) => {
    const { item, unit, full, document, from, withdrawn } = state
    return {
      ...{ item, unit, full, document, from },
      itemName: names.get(item) ?? { zh: item, en: item },
      unitName: units(unit).name,
      windowHead: shown(state.windowHead),
      accept: state.accept.map(shown),
      review: state.review.map(shown),
      decide: state.decide.map(shown),
      seal: state.seal.map(shown),
      recordedAt: instantText(state.recordedAt),
      withdrawn: withdrawn && {
        ...{ effectiveOn: withdrawn.effectiveOn, reason: withdrawn.reason, notice: withdrawn.notice },
        at: instantText(withdrawn.at),
      },
      inForce: isInForce(state, todayOf(now)),
      flags: flagsOf(state, (desk) => desks.shown(desk).holder),
      mayChange: caller.roles.includes('unitHead') && caller.unit === unit,
    }
  })
}

/** A record outlives its item: then its code stands for the name. */
async function itemName(db: Db, item: string, today: Day) {
  const version = await itemForDay(db, item, today).catch((error: unknown) => {
    if (isRefusal(error)) return undefined
    throw error
  })
  return version?.content.name ?? { zh: item, en: item }
}

/** Posts by title with who holds them and who has their powers at this moment, by name. */
async function desksIn(db: Db, desks: readonly Desk[], now: EpochMs) {
  const posts = new Map<string, Awaited<ReturnType<typeof findPosts>>>()
  for (const unit of new Set(desks.map((desk) => desk.unit))) posts.set(unit, await findPosts(db, unit))
  const accounts = [...posts.values()].flat().flatMap(({ holder, backup }) => [holder, backup])
  const people = await findPeople(db, [...new Set(accounts.filter((one) => one !== null))])
  const named = (account: string | null) =>
    account === null ? null : (people.find((one) => one.account === account)?.name ?? account)
  return {
    shown({ unit, post }: Desk) {
      const found = posts.get(unit)?.find(({ id }) => id === post)
      if (!found) return { postTitle: { zh: post, en: post }, holder: null, acting: null }
      const { title, titleEn, holder, backup, awayFrom, awayUntil } = found
      const away =
        awayFrom !== null && awayFrom.getTime() <= now && (awayUntil === null || awayUntil.getTime() > now)
      return {
        postTitle: { zh: title, en: titleEn },
        holder: named(holder),
        acting: named(away ? backup : holder),
      }
    },
  }
}
