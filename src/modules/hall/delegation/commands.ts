import { type Day, dayNumber } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { workingDaysWithin } from '#engines/calendar/index.ts'
import { readStream, record } from '#engines/ledger/index.ts'
import { findPosts, findUnit, getUnit } from '#modules/organisation/index.ts'
import { type Doing, todayOf } from '../commands.ts'
import { POWERS } from '../terms.ts'
import { calendarOf } from '../views.ts'
import {
  type Delegated,
  delegate,
  type Delegation,
  type DelegationEvent,
  type Desk,
  evolveDelegation,
  isInForce,
  type Powers,
  withdraw,
  type Withdrawal,
} from './delegation.ts'
import { DELEGATION, delegationEventOf, delegationLists } from './lists.ts'
import { refuse } from './refusals.ts'
import { findDelegation } from './store.ts'

/** † So many working days before the window loses a power, the hall is told in writing; each row from its day on. */
const NOTICE_DAYS: ReadonlyArray<{ readonly from: string; readonly days: number }> = [
  { from: '2000-01-01', days: 5 },
]
export const noticeDaysOn = (today: Day): number =>
  NOTICE_DAYS.findLast(({ from }) => from <= today)?.days ?? 0

async function change(
  db: Db,
  item: string,
  { by, at }: Doing,
  decide: (state: Delegation | undefined) => DelegationEvent[],
): Promise<void> {
  const stored = await readStream(db, DELEGATION + item)
  const state = stored.reduce<Delegation | undefined>(
    (before, event) => evolveDelegation(before, delegationEventOf(event), event.occurredAt),
    undefined,
  )
  await record(db, [delegationLists], {
    stream: DELEGATION + item,
    expectedVersion: stored.length,
    recordedAt: at,
    events: decide(state).map(({ type, ...payload }) => ({ type, payload, actor: by, occurredAt: at })),
  })
}

/** 授权: to posts of the department itself or of a hall, so that an absence hands the power on with the post. */
export async function delegatePowers(db: Db, given: Delegated, doing: Doing): Promise<void> {
  for (const desk of [given.windowHead, ...POWERS.flatMap((power) => given[power])])
    await mustBeDesk(db, desk, given.unit)
  await change(db, given.item, doing, () => delegate(given, todayOf(doing.at)))
}

async function mustBeDesk(db: Db, { unit, post }: Desk, own: string): Promise<void> {
  const { name, kind } = await getUnit(db, unit)
  if (unit !== own && kind !== 'hall') throw refuse('delegation.foreign-post', { unit: name })
  if (!(await findPosts(db, unit)).some(({ id }) => id === post))
    throw refuse('delegation.no-such-post', { unit: name, post })
}

export async function withdrawPowers(
  db: Db,
  item: string,
  given: Omit<Withdrawal, 'withoutNotice'>,
  doing: Doing,
): Promise<void> {
  const today = todayOf(doing.at)
  const calendar = await calendarOf(db)
  const noticeDays =
    given.effectiveOn > today
      ? workingDaysWithin(calendar, dayNumber(today), dayNumber(given.effectiveOn))
      : 0
  const judged = { today, noticeDays, needed: noticeDaysOn(today) }
  await change(db, item, doing, (state) => withdraw(state, given, judged))
}

/** What the window may do for an item on a day; undefined: nothing was delegated. Cases are handed it. */
export async function powersFor(db: Db, item: string, day: Day): Promise<Powers | undefined> {
  const found = (await findDelegation(db, item))?.state
  if (!found || !isInForce(found, day)) return undefined
  const { accept, review, decide, seal } = found
  return { accept, review, decide, seal }
}

/** Refuses whoever does not head the department whose item it is. */
export async function mustHead(
  db: Db,
  { item, unit }: { readonly item: string; readonly unit: string },
  caller: { readonly unit: string | null; readonly roles: readonly string[] },
): Promise<void> {
  if (caller.roles.includes('unitHead') && caller.unit === unit) return
  throw refuse('delegation.not-the-head', { item, unit: (await findUnit(db, unit))?.name ?? unit })
}
