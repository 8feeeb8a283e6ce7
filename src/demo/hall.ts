import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import {
  fillDuty,
  findHalls,
  issueBadge,
  registerCounter,
  registerHall,
  setCounterState,
  takeSeat,
} from '#modules/hall/index.ts'
import { chinaCalendar, DAY_MS, dayNumberAt, DEFAULT_ZONE, isWorking } from '#engines/calendar/index.ts'
import { cityItems } from './city.ts'
import { HALL_DEPARTMENTS } from './departments.ts'
import { openLine } from './line.ts'
import { HALL_UNIT } from './government.ts'
import { surnameOf } from './people.ts'

const HALL = 'city'
const HOURS = '09:00-12:00,13:30-17:00'

const badgeOf = (index: number) => `QH${String(index + 1).padStart(3, '0')}`

interface Window {
  readonly counter: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly units: readonly string[]
  readonly holder: string
  readonly unit: string
}

/** The hall with a counter for each department that sits there and two for everything. Nothing happens twice. */
export async function openHall(
  db: Db,
  holderOf: (unit: string) => string,
  { now, deciderOf }: { readonly now: EpochMs; readonly deciderOf: (unit: string) => string },
): Promise<void> {
  if ((await findHalls(db)).some(({ hall }) => hall === HALL)) return
  const doing = { by: 'demo', at: now }
  await registerHall(
    db,
    HALL,
    {
      name: { zh: '青禾市民服务中心', en: 'Qinghe Citizen Service Centre' },
      level: 'city',
      address: '青禾市东澄区仁民路1号',
      phone: '12345',
      unit: HALL_UNIT,
      channels: ['counter', 'web', 'phone', 'agent'],
    },
    doing,
  )
  for (const [index, window] of windows(holderOf).entries()) await openWindow(db, window, index, doing)
  for (const [index, { id }] of HALL_DEPARTMENTS.entries())
    if (!ONLY_REGISTERS.has(index))
      await wear(db, DECIDERS + index, { account: deciderOf(id), unit: id }, doing)
  await nameDuty(db, holderOf, doing)
  await openLine(db, {
    ...{ hall: HALL, now, greeter: 'he.qing' },
    items: cityItems().filter(({ unit }) => HALL_DEPARTMENTS.some(({ id }) => id === unit)),
    counterOf: (unit) => {
      const index = HALL_DEPARTMENTS.findIndex(({ id }) => id === unit)
      return { counter: `B${String(index + 1).padStart(2, '0')}`, clerk: holderOf(unit) }
    },
  })
}

/** Their deciders sit in the department: papers are taken in at the window and decided elsewhere. */
const ONLY_REGISTERS = new Set([1, 3, 12])
/** These departments also take papers in at their own houses, past their windows. */
const ALSO_OUTSIDE = new Set([0, 3, 8])
const DECIDERS = 100
const DUTY_DAYS = 14

/** The window of the hall at which a department itself receives; null for those that still do so elsewhere. */
export function ownWindow(unit: string): string | null {
  const index = HALL_DEPARTMENTS.findIndex(({ id }) => id === unit)
  return index < 0 || ALSO_OUTSIDE.has(index) ? null : `B${String(index + 1).padStart(2, '0')}`
}

/** The last two windows have nobody named: the duty calendar shows its gaps. */
async function nameDuty(
  db: Db,
  holderOf: (unit: string) => string,
  doing: { readonly by: string; readonly at: EpochMs },
): Promise<void> {
  const today = dayNumberAt(DEFAULT_ZONE, doing.at)
  const span = { hall: HALL, from: dayOfNumber(today), until: dayOfNumber(today + DUTY_DAYS - 1) }
  for (const { counter, holder } of windows(holderOf).slice(0, -2))
    await fillDuty(db, { ...span, counter, account: holder }, doing)
}

/** The year of cases was handled by people who wore their badges then. */
async function wear(
  db: Db,
  index: number,
  { account, unit }: { readonly account: string; readonly unit: string },
  { by, at }: { readonly by: string; readonly at: EpochMs },
): Promise<void> {
  const shown = {
    account,
    // Badges carry the surname only: who serves can be named, and nobody is exposed.
    name: `${surnameOf(account)}工`,
    unit,
    duties: { zh: '受理和咨询', en: 'intake and advice' },
  }
  await issueBadge(db, badgeOf(index), shown, { by, at: at - 400 * DAY_MS })
}

function windows(holderOf: (unit: string) => string): Window[] {
  const everything = HALL_DEPARTMENTS.map(({ id }) => id)
  const general = ['he.qing', 'tan.ming'].map((holder, index) => ({
    counter: `A0${index + 1}`,
    name: { zh: `综合窗口${index + 1}`, en: `General counter ${index + 1}` },
    units: everything,
    holder,
    unit: HALL_UNIT,
  }))
  const own = HALL_DEPARTMENTS.map(({ id, name, nameEn }, index) => ({
    counter: `B${String(index + 1).padStart(2, '0')}`,
    name: { zh: `${name}窗口`, en: `${nameEn} counter` },
    units: [id],
    holder: holderOf(id),
    unit: id,
  }))
  return [...general, ...own]
}

/** The last one is open and nobody sits there: the board shows it to everybody. */
async function openWindow(
  db: Db,
  { counter, name, units, holder, unit }: Window,
  index: number,
  doing: { readonly by: string; readonly at: EpochMs },
): Promise<void> {
  const restHours = counter === 'A01' ? '09:00-12:00' : null
  const place = counter.startsWith('A') ? '一层东区' : '一层西区'
  await registerCounter(
    db,
    counter,
    { hall: HALL, name, place, units: [...units], workingHours: HOURS, restHours },
    doing,
  )
  await setCounterState(db, { counter, state: 'open', reason: '', manager: true }, doing)
  const badge = badgeOf(index)
  await wear(db, index, { account: holder, unit }, doing)
  if (index === HALL_DEPARTMENTS.length + 1 || (restHours === null && isRestDay(doing.at))) return
  await takeSeat(db, { counter, badge }, { by: holder, at: doing.at })
}

/** On a day of rest only the 365-day counter is served. */
const isRestDay = (at: EpochMs): boolean => !isWorking(chinaCalendar(), dayNumberAt(DEFAULT_ZONE, at))

/** A new day in the hall: whoever sat at a counter sits there again. What is taken already stays as it is. */
export async function sitDown(db: Db, holderOf: (unit: string) => string, now: EpochMs): Promise<void> {
  for (const [index, { counter, holder }] of windows(holderOf).entries()) {
    if (index > HALL_DEPARTMENTS.length) continue
    await takeSeat(db, { counter, badge: badgeOf(index) }, { by: holder, at: now }).catch(passOver)
  }
}

/** A visitor of the demo sits there already, or has closed the counter. */
function passOver(error: unknown): void {
  if (!isRefusal(error)) throw error
}
