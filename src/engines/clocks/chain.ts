import { type Day, dayOfNumber } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import {
  type Calendar,
  DAY_MS,
  explainDay,
  instantOf,
  isWorking,
  type LocalTime,
  localTime,
  type NoticeReference,
  openTimeBetween,
} from '../calendar/index.ts'
import { type DueQuestion, type Leg, legsOf, type Terms, termsOf } from './due.ts'
import { isDayUnit } from './limit.ts'
import { parseMoment } from './moment.ts'
import type { Suspension } from './suspension.ts'

/** One day of the way from the trigger to the due day: what it was, whether it counted, and on whose word. */
export interface DayStep {
  readonly day: Day
  readonly kind: 'trigger' | 'counted' | 'resting' | 'suspended' | 'shifted' | 'waiting'
  /** 第几日: the number this day has in its stretch of the limit, when it counts as a day. */
  readonly number?: number
  /** Milliseconds of the limit that ran on this day, for limits in hours. */
  readonly countedMs?: number
  /** Belongs to an approved extension. */
  readonly extension: boolean
  /** Whether the day is worked, as far as is known. */
  readonly working: boolean
  /** Read by weekday because its notice has not been published. */
  readonly provisional: boolean
  readonly because: Bilingual
  readonly notice?: NoticeReference
  readonly document?: string
  readonly ground?: string
  readonly last: boolean
}

/** The longest chain that is written out; a limit of thirty years has some eleven thousand days. */
const LONGEST_CHAIN = 12_000

/** The whole way from the trigger to the last day, day by day; up to its start when a suspension has no end. */
export function chainOf(question: DueQuestion): DayStep[] {
  const terms = termsOf(question)
  const legs = legsOf(terms)
  const steps: DayStep[] = [triggerStep(terms, legs)]
  for (const [index, leg] of legs.entries()) steps.push(...legSteps(terms, leg, index))
  const end = legs.at(-1)?.to
  const last = steps.at(-1)
  if (end && last) steps[steps.length - 1] = { ...last, last: true }
  return steps
}

function triggerStep(terms: Terms, [leg]: Leg[]): DayStep {
  const { day } = terms.trigger
  const counts = leg && !isDayUnit(leg.stretch.unit) && terms.trigger.kind === 'instant'
  const countedMs = counts ? countedOn(terms, leg, day) : undefined
  const because = counts
    ? { zh: '开始之日，自开始时刻起算', en: 'the trigger day, running from the moment of the trigger' }
    : { zh: '开始之日，不算入', en: 'the trigger day, not counted' }
  return { ...step(terms, day, 'trigger', because), ...(countedMs === undefined ? {} : { countedMs }) }
}

function legSteps(terms: Terms, leg: Leg, index: number): DayStep[] {
  const extension = (index > 0 && leg.stretch !== terms.after) || undefined
  const through = Math.min(lastDayOf(terms, leg), leg.from.day + LONGEST_CHAIN)
  const steps: DayStep[] = []
  const counter = { number: 0 }
  for (let day = leg.from.day + 1; day <= through; day++) {
    const one = isDayUnit(leg.stretch.unit) ? dayStep(terms, leg, day, counter) : hourStep(terms, leg, day)
    const extended = extension ?? counter.number > baseLength(terms, leg)
    steps.push({ ...one, extension: extended })
  }
  return steps
}

/** The day a leg ends on; what ends at 00:00 ended with the day before. */
function lastDayOf(terms: Terms, { stretch, to }: Leg): number {
  if (!to) return openSuspensionStart(terms)
  return to.clock === 0 && !isDayUnit(stretch.unit) ? to.day - 1 : to.day
}

/** Within a merged stretch the days past the original length are the extension's. */
const baseLength = ({ limit }: Terms, { stretch }: Leg): number =>
  stretch.unit === limit.unit && (stretch.unit === 'workingDays' || stretch.unit === 'calendarDays')
    ? limit.length
    : Infinity

function dayStep(terms: Terms, { stretch, to }: Leg, day: number, counter: { number: number }): DayStep {
  const suspension = suspensionOn(terms, day)
  if (suspension) return suspendedStep(terms, day, suspension)
  if (to?.unshiftedDay !== undefined && day > to.unshiftedDay) {
    return step(terms, day, 'shifted', {
      zh: '期限最后一日为休息日，顺延',
      en: 'moved on because the last day was a rest day',
    })
  }
  if (stretch.unit === 'workingDays') {
    if (!isWorking(terms.calendar, day)) return step(terms, day, 'resting')
    if (to?.startedAt !== undefined && day <= localTime(terms.zone, to.startedAt).day) {
      return step(terms, day, 'waiting', { zh: '自下一个开门时刻起算', en: 'it starts at the next opening' })
    }
  }
  return { ...step(terms, day, 'counted'), number: ++counter.number }
}

function hourStep(terms: Terms, leg: Leg, day: number): DayStep {
  const suspension = suspensionOn(terms, day)
  const countedMs = countedOn(terms, leg, day)
  if (countedMs === 0 && suspension) return suspendedStep(terms, day, suspension)
  const kind = countedMs > 0 ? 'counted' : 'resting'
  return { ...step(terms, day, kind), countedMs }
}

function suspendedStep(terms: Terms, day: number, { ground, document }: Suspension): DayStep {
  const cited = [ground, document].filter(Boolean).join('，')
  const because = {
    zh: `中止，不计入${cited ? `（${cited}）` : ''}`,
    en: `suspended, not counted${cited ? ` (${cited})` : ''}`,
  }
  return { ...step(terms, day, 'suspended', because), document, ground }
}

function step(terms: Terms, day: number, kind: DayStep['kind'], because?: Bilingual): DayStep {
  const known = knownDay(terms.calendar, day)
  const text = because && known ? both(because, known.because) : (because ?? known?.because ?? BEYOND)
  return {
    day: dayOfNumber(day),
    kind,
    extension: false,
    working: known?.working ?? false,
    provisional: known?.state === 'unannounced',
    because: text,
    notice: known?.notice,
    last: false,
  }
}

const knownDay = (calendar: Calendar, day: number) =>
  day < calendar.first || day > calendar.last ? undefined : explainDay(dayOfNumber(day), calendar)

const BEYOND: Bilingual = { zh: '日历未收录此日', en: 'the calendar does not hold this day' }

const both = (a: Bilingual, b: Bilingual): Bilingual => ({ zh: `${a.zh}；${b.zh}`, en: `${a.en}; ${b.en}` })

function suspensionOn({ suspensions, zone }: Terms, day: number): Suspension | undefined {
  return suspensions.find(({ from, to }) => {
    const start = parseMoment(from, zone)
    const end = to === undefined ? undefined : parseMoment(to, zone)
    const midnight = end?.kind === 'instant' && end.clock === 0 && end.day > start.day
    return day >= start.day && (end === undefined || day <= (midnight ? end.day - 1 : end.day))
  })
}

const openSuspensionStart = ({ suspended }: Terms): number =>
  suspended.days.find(([, last]) => last === Infinity)?.[0] ?? 0

/** The part of a limit in hours that ran on one day. */
function countedOn(terms: Terms, { stretch, from, to }: Leg, day: number): number {
  const { zone, suspended } = terms
  const start = Math.max(from.at ?? instantOf(zone, from.day + 1), instantOf(zone, day))
  const end = Math.min(to?.at ?? Infinity, instantOf(zone, day + 1))
  if (end <= start) return 0
  const open =
    stretch.unit === 'workingHours'
      ? (a: number, b: number) => openMs(terms, a, b)
      : (a: number, b: number) => b - a
  let counted = open(start, end)
  for (const [first, last] of suspended.spans) {
    const [a, b] = [Math.max(first, start), Math.min(last, end)]
    if (b > a) counted -= open(a, b)
  }
  return counted
}

function openMs({ calendar, hours, zone }: Terms, from: number, to: number): number {
  if (!hours) return 0
  return openTimeBetween(calendar, hours, localTime(zone, from), endOfSpan(zone, from, to))
}

/** Midnight at the end of a day is that day's 24:00, which may be the last day of the calendar. */
function endOfSpan(zone: string, from: number, to: number): LocalTime {
  const end = localTime(zone, to)
  return end.clock === 0 && to > from ? { day: end.day - 1, clock: DAY_MS } : end
}
