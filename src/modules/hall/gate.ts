import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { todayOf } from './commands.ts'
import { findHallsBinding } from './gate-store.ts'
import { refuse } from './refusals.ts'
import { findBadgesOf } from './badge-store.ts'
import { findCounters } from './counter-store.ts'
import { findHalls } from './store.ts'
import { seatOf, unitNames } from './views.ts'

export interface AtWindow {
  readonly account: string
  /** The department whose matter it is. */
  readonly unit: string
  readonly item?: string
  readonly now: EpochMs
  /** To take papers in one sits at a window; to accept what came online one need only be on the list. */
  readonly act: 'receive' | 'accept'
}

/**
 * 杜绝厅外受理 (HALL-12, HALL-17): what belongs to a department that is stationed in a hall is received at its windows, by
 * whoever has signed on there with the own badge, and accepted by nobody but the people with a badge. A department that
 * is not stationed serves in its own house.
 */
export async function mustBeAtWindow(db: Db, { account, unit, item, now, act }: AtWindow): Promise<void> {
  const halls = await hallsOf(db, { unit, item, today: todayOf(now) })
  if (halls.length === 0) return
  const counters = (await Promise.all(halls.map((hall) => findCounters(db, hall))))
    .flat()
    .filter(({ units }) => units.includes(unit))
  const unitName = (await unitNames(db, [unit]))(unit).name.zh
  if (act === 'receive') {
    const seat = await seatOf(db, account, now)
    if (seat && counters.some(({ counter }) => counter === seat.counter)) return
    const windows = counters.map(({ counter }) => counter).join('、')
    throw refuse('hall.sign-on-first', { unit: unitName, counters: windows })
  }
  const served = (await findHalls(db)).filter(({ hall }) => halls.includes(hall)).map((hall) => hall.unit)
  const badges = await findBadgesOf(db, [account], todayOf(now))
  if (!badges.some((badge) => badge.unit === unit || served.includes(badge.unit)))
    throw refuse('hall.not-on-the-list', { unit: unitName })
}

/** Where it must be received: where its unit is stationed or the item entered, unless it may stay outside (HALL-02, HALL-11). */
async function hallsOf(
  db: Db,
  matter: { readonly unit: string; readonly item: string | undefined; readonly today: Day },
): Promise<string[]> {
  const { today } = matter
  const places = await findHallsBinding(db, matter)
  const exempt = places.filter(({ exemptUntil }) => exemptUntil !== null && exemptUntil >= today)
  const entered = places.filter(({ entryOn }) => entryOn !== null && entryOn <= today)
  const stationed = places.filter((place) => place.stationed)
  const halls = new Set([...stationed, ...entered].map(({ hall }) => hall))
  for (const { hall } of exempt) if (!entered.some((one) => one.hall === hall)) halls.delete(hall)
  return [...halls].sort()
}
