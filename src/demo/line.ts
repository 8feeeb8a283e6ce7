import { dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { seeded } from '#kernel/random.ts'
import type { Db } from '#kernel/sql.ts'
import { chinaCalendar, dayNumberAt, DEFAULT_ZONE, instantOf, isWorking } from '#engines/calendar/index.ts'
import { arrangeQueue, issueTicket, openSlots, queueDefaults, tellVisitor } from '#modules/hall/index.ts'
import { HALL_DEPARTMENTS } from './departments.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAYS_TOLD = 4
const VISITORS_A_DAY = 24

export interface LineOfDemo {
  readonly hall: string
  readonly now: EpochMs
  /** Items that the hall's departments answer for. */
  readonly items: readonly { readonly item: string; readonly unit: string }[]
  readonly greeter: string
  readonly counterOf: (unit: string) => { readonly counter: string; readonly clerk: string }
}

/** Three groups by department, a few days of visitors, some who wait now, and times that can be booked. */
export async function openLine(db: Db, line: LineOfDemo): Promise<void> {
  const { hall, now } = line
  const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))
  const doing = { by: 'demo', at: now }
  await arrangeQueue(db, hall, { from: today, settings: settings() }, doing)
  await tellDays(db, line)
  const random = seeded(85_001)
  for (let at = 0; at < 9; at++) {
    const { item } = random.pick(line.items)
    const priority = at === 4 ? 'elderly' : null
    await issueTicket(db, { hall, item, channel: 'greeter', priority }, { by: line.greeter, at: now })
  }
  const until = dayOfNumber(dayNumber(today) + 9)
  const hours = { hours: '09:00-11:30,13:30-16:30,17:00-18:00', minutes: 30, capacity: 4, restDays: false }
  for (const { group } of GROUPS) await openSlots(db, hall, { group, from: today, until, ...hours }, doing)
}

const third = Math.ceil(HALL_DEPARTMENTS.length / 3)
const unitsOf = (part: number) => HALL_DEPARTMENTS.slice(part * third, (part + 1) * third).map(({ id }) => id)

const GROUPS = [
  { group: 'A', name: { zh: '企业和建设', en: 'Business and building' }, units: unitsOf(0) },
  { group: 'B', name: { zh: '民生和社保', en: 'Household and welfare' }, units: unitsOf(1) },
  { group: 'C', name: { zh: '其他事项', en: 'Other matters' }, units: [] },
]

const settings = () => ({ ...queueDefaults, groups: GROUPS, mostCounters: 30, seats: 60 })

const groupOf = (unit: string) => GROUPS.find(({ units }) => units.includes(unit))?.group ?? 'C'

/** The last working days: most waits near what was said, a few turns jumped by one clerk, a few wrong counters. */
async function tellDays(db: Db, { hall, now, items, greeter, counterOf }: LineOfDemo): Promise<void> {
  const random = seeded(85_000)
  const calendar = chinaCalendar()
  let day = dayNumberAt(DEFAULT_ZONE, now)
  for (let told = 0; told < DAYS_TOLD;) {
    day--
    if (!isWorking(calendar, day)) continue
    told++
    const places = new Map<string, number>()
    for (let at = 0; at < VISITORS_A_DAY; at++) {
      const { item, unit } = random.pick(items)
      const other = random.pick(items)
      const group = groupOf(unit)
      const place = (places.get(group) ?? 0) + 1
      places.set(group, place)
      const saidMinutes = random.between(0, 25)
      const jumps = at % 12 === 7
      // One clerk lets acquaintances go first: the manager's page shows him.
      const { counter, clerk } = counterOf(jumps ? (items[0]?.unit ?? unit) : unit)
      await tellVisitor(db, {
        ...{ hall, group, place, item, unit, greeter, counter, clerk, saidMinutes },
        takenAt: instantOf(DEFAULT_ZONE, day, 9 * HOUR) + at * 7 * MINUTE,
        waitedMinutes: Math.max(0, saidMinutes + random.between(-6, 9)),
        servedMinutes: random.between(4, 18),
        priority: at % 9 === 5 ? 'elderly' : null,
        jumped: jumps
          ? { overtook: [`${group}${String(place + 1).padStart(3, '0')}`], reason: '熟人打招呼' }
          : undefined,
        wrongFor:
          at % 12 === 11 && other.unit !== unit ? { ...other, group: groupOf(other.unit) } : undefined,
      })
    }
  }
}
