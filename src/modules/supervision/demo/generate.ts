import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import {
  type Calendar,
  dayNumberAt,
  isWorking,
  nthWorkingDayAfter,
  workingDaysWithin,
} from '#engines/calendar/index.ts'
import type { CaseHistory } from '#engines/histories/index.ts'
import { FAULT_NAMES, FAULTS, type FaultName } from './faults.ts'
import { DEMO_CHANNELS, DEMO_ITEMS, type DemoItem, UNREGISTERED_CHANNEL } from './office.ts'
import { type Random, seeded } from '#kernel/random.ts'
import { OFFICE_ZONE, timeline } from './timeline.ts'
import { type Story, tellStory } from './story.ts'

export interface DemoCase {
  readonly history: CaseHistory
  readonly planted: FaultName | undefined
}

export interface DemoOptions {
  /** The moment of the first start: the log ends here, and cases not finished by then are open. */
  readonly now: EpochMs
  readonly calendar: Calendar
  readonly cases?: number
  readonly seed?: number
}

const YEAR_OF_DAYS = 356
/** Share of the cases that came in during the last fortnight, so that the desk is not empty. */
const BUSY_LATELY = 0.05

/** Working days before `now` after which a case with a planted fault has surely run its course. */
const SETTLED = 62

/**
 * The log of an office that does not exist: some 1,200 cases over the year before `now`, most of them handled as they
 * should be, with the faults of `faults.ts` hidden in them. The same seed and moment give the same log.
 */
export function generateDemo({ now, calendar, cases = 1200, seed = 20260101 }: DemoOptions): DemoCase[] {
  const random = seeded(seed)
  const stories = [
    ...plantedStories(random, calendar, now),
    ...ordinaryStories(random, calendar, now, cases),
  ].sort((a, b) => a.firstDay - b.firstDay)
  return stories.flatMap((story, index) => tell(story, index + 1, { now, calendar, random }) ?? [])
}

interface Telling {
  readonly now: EpochMs
  readonly calendar: Calendar
  readonly random: Random
}

/** What had happened by now; a case not yet received is none. */
function tell(story: Story, serial: number, { now, calendar, random }: Telling): DemoCase | undefined {
  const line = timeline(calendar, random, story.firstDay)
  tellStory(line, story, random)
  const events = line.events.filter((event) => event.at <= now)
  if (events.length === 0) return undefined
  const { item, planted } = story
  const year = dayOfNumber(story.firstDay).slice(0, 4)
  return {
    planted,
    history: {
      caseId: `QH-${year}-${String(serial).padStart(5, '0')}`,
      attributes: { 事项: item.name, 单位: item.unit, 渠道: channelOf(story, random) },
      events,
    },
  }
}

const channelOf = ({ planted }: Story, random: Random): string =>
  planted === 'offChannel' ? UNREGISTERED_CHANNEL : random.pick(DEMO_CHANNELS)

function ordinaryStories(random: Random, calendar: Calendar, now: EpochMs, cases: number): Story[] {
  const today = dayNumberAt(OFFICE_ZONE, now)
  const planted = FAULT_NAMES.reduce((sum, name) => sum + FAULTS[name].count, 0)
  return Array.from({ length: Math.max(0, cases - planted) }, () => ({
    planted: undefined,
    item: random.pick(DEMO_ITEMS),
    firstDay: workingDay(
      calendar,
      random.between(today - (random.chance(BUSY_LATELY) ? 14 : YEAR_OF_DAYS), today),
    ),
  }))
}

/** A day on which somebody could hand something in; weekends and holidays move on to the next working day. */
const workingDay = (calendar: Calendar, day: number): number =>
  isWorking(calendar, day) ? day : nthWorkingDayAfter(calendar, day, 1)

function plantedStories(random: Random, calendar: Calendar, now: EpochMs): Story[] {
  const today = dayNumberAt(OFFICE_ZONE, now)
  return FAULT_NAMES.flatMap((planted) =>
    Array.from({ length: FAULTS[planted].count }, () => {
      const item = random.pick(DEMO_ITEMS.filter((candidate) => suits(candidate, planted)))
      return { planted, item, firstDay: firstDayOf(planted, item, { random, calendar, today }) }
    }),
  )
}

/** Some faults need room between the two limits, or a long promise. */
function suits({ committed, statutory }: DemoItem, planted: FaultName): boolean {
  switch (planted) {
    case 'pastCommitted':
    case 'openPastCommitted':
      return statutory - committed >= 8
    case 'extendedLate':
    case 'idle':
      return committed >= 12
    case 'openPastStatutory':
      return statutory <= 15
    case 'selfApproved':
    case 'suspendedWithoutGround':
    case 'suspendedWithoutDocument':
      return committed >= 8
    default:
      return true
  }
}

interface Placing {
  readonly random: Random
  readonly calendar: Calendar
  readonly today: number
}

/** Open faults began just long enough ago; all others so long ago that the whole story has been told. */
function firstDayOf(planted: FaultName, item: DemoItem, { random, calendar, today }: Placing): number {
  const ago = (workingDays: number) => workingDaysAgo(calendar, today, workingDays)
  switch (planted) {
    case 'openNoAnswer':
      return ago(random.between(6, 8))
    case 'openPastCommitted':
      return ago(item.committed + random.between(2, 4))
    case 'openPastStatutory':
      return ago(item.statutory + random.between(2, 4))
    default:
      return workingDay(calendar, random.between(today - YEAR_OF_DAYS, ago(SETTLED)))
  }
}

function workingDaysAgo(calendar: Calendar, today: number, count: number): number {
  let day = today - count
  while (!isWorking(calendar, day) || workingDaysWithin(calendar, day, today) < count) day--
  return day
}
