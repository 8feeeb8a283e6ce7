import type { EpochMs } from '#kernel/day.ts'
import {
  type Calendar,
  dayNumberAt,
  DEFAULT_ZONE,
  instantOf,
  workingDaysWithin,
} from '#engines/calendar/index.ts'
import { parseLimit } from '#engines/clocks/index.ts'
import type { CaseFacts, Stint } from './fact-shape.ts'
import { awaitedDays, type DaySpan, idleDays } from './idle.ts'
import type { Settings } from './settings.ts'

/** By what a case is measured: nothing of it lies in the case itself. */
export interface Yardstick {
  readonly calendar: Calendar
  readonly now: EpochMs
  readonly settings: Settings
  /** Seconds of office time up to an instant. */
  readonly officeSeconds: (at: EpochMs) => number
  /** The level of the hall a counter stands in; undefined for a counter of no hall. */
  readonly levelOfCounter: (counter: string) => string | undefined
  /** Whether somebody wore a badge of the hall at a moment. */
  readonly wore: (account: string, at: EpochMs) => boolean
  readonly levelOfUnit: (unit: string) => string
  /** Another whenever counters, halls or badges are others. */
  readonly hallMark: string
}

export interface Dues {
  readonly committed: EpochMs | null
  readonly statutory: EpochMs | null
}

/** Numbers of a case; NaN where there is none. Days are day numbers, lengths are working days unless they say hours. */
export const NUMBERS = [
  ...['receivedDay', 'acceptedDay', 'decidedDay', 'deliveredDay', 'endedDay'],
  ...['startDays', 'handlingDays', 'totalDays', 'awaitedDays', 'idleDays', 'openDays'],
  ...['firstActHours', 'touchedHours', 'readyDays', 'deliverDays', 'daysToSpare', 'committedDays'],
  ...['isOnTime', 'isLastDay', 'isNever', 'isOpen', 'isWholly', 'isByWindow', 'isCertificate', 'isGranted'],
  ...[
    'isAtOnce',
    'isLocal',
    'isSatisfied',
    'isConnected',
    'isOnTheSpot',
    'isPaperOnly',
    'isUrgent',
    'isAgent',
    'isTimed',
  ],
  ...['receivedMinute', 'decidedMinute'],
  ...['seals', 'visits', 'steps', 'materials', 'sentRound', 'raised', 'interventions', 'lastDayActs'],
] as const
export type NumberField = (typeof NUMBERS)[number]

export const TEXTS = [
  ...['caseNo', 'unit', 'item', 'version', 'channel', 'place', 'tier', 'counter', 'acceptor', 'decider'],
] as const
export type TextField = (typeof TEXTS)[number]

export type Measured = Readonly<Record<NumberField, number>> & Readonly<Record<TextField, string>>

const dayOf = (at: EpochMs | null): number => (at === null ? NaN : dayNumberAt(DEFAULT_ZONE, at))
/** Minutes since midnight: enough to tell which of two acts of a day came first. */
const minuteOf = (at: EpochMs | null): number =>
  at === null ? NaN : (at - instantOf(DEFAULT_ZONE, dayNumberAt(DEFAULT_ZONE, at))) / 60_000
const flag = (yes: boolean): number => (yes ? 1 : 0)
const HOUR_SECONDS = 3600

/** One case by the yardstick. Nothing here is stored. */
export function measured(caseNo: string, facts: CaseFacts, dues: Dues, by: Yardstick): Measured {
  const place = placeOf(facts, by)
  return {
    ...{ caseNo, unit: facts.unit, item: facts.item, version: `${facts.item}@${facts.itemVersion}` },
    ...{ channel: facts.channel, place, counter: facts.counter ?? '' },
    tier: tierOf(facts, by),
    acceptor: facts.acceptedBy ?? facts.stints.find(({ kind }) => kind === 'answer')?.by ?? '',
    decider: facts.decidedBy ?? '',
    ...daysOf(facts, by),
    ...limitOf(facts, dues, by),
    ...handedOf(facts, place, by),
    ...sideOf(facts, by),
    ...{ seals: facts.seals, visits: facts.visitDays.length, steps: facts.plannedSteps },
    ...{ materials: facts.materials, sentRound: facts.sentRound, raised: facts.raised },
    ...{ interventions: facts.interventions, isOnTheSpot: flag(facts.onTheSpot) },
    isPaperOnly: flag(facts.paperOnly),
    ...{ isUrgent: flag(facts.urgent), isAgent: flag(facts.agent || facts.channel === 'agent') },
    receivedMinute: minuteOf(facts.receivedAt),
    decidedMinute: minuteOf(facts.decidedAt),
    isTimed: facts.acceptedAt === null ? NaN : flag(dues.committed !== null || dues.statutory !== null),
  }
}

export function placeOf({ channel, counter }: CaseFacts, { levelOfCounter }: Yardstick): string {
  if (channel === 'web' || channel === 'phone') return 'online'
  if (counter !== null && levelOfCounter(counter) !== undefined) return 'hall'
  return channel === 'agent' ? 'agent' : 'elsewhere'
}

/** 市、区、镇、村: where it was handed in; online it is the acting unit's own level. */
const tierOf = ({ counter, receivedUnit, unit }: CaseFacts, by: Yardstick): string =>
  (counter === null ? undefined : by.levelOfCounter(counter)) ?? by.levelOfUnit(receivedUnit ?? unit)

/** Awaited from the day after it was asked to the day of the answer; open to the end of time where none has come. */
const awaitedOf = ({ waits }: CaseFacts): DaySpan[] =>
  waits.map(({ from, to }) => ({ first: dayOf(from) + 1, last: to === null ? Infinity : dayOf(to) }))

function daysOf(facts: CaseFacts, by: Yardstick) {
  const { calendar, now } = by
  const [received, accepted] = [dayOf(facts.receivedAt), dayOf(facts.acceptedAt)]
  const [decided, delivered] = [dayOf(facts.decidedAt), dayOf(facts.deliveredAt)]
  const ended = dayOf(facts.endedAt)
  const today = dayNumberAt(DEFAULT_ZONE, now)
  const until = Number.isNaN(ended) ? today : ended
  const awaited = awaitedOf(facts).map(({ first, last }) => ({ first, last: Math.min(last, today) }))
  const acts = facts.acts.map(dayOf)
  const waited = (from: number, to: number) => awaitedDays({ first: from, last: to }, awaited, calendar)
  const within = (from: number, to: number) =>
    Number.isNaN(from) || Number.isNaN(to) ? NaN : workingDaysWithin(calendar, from, Math.max(from, to))
  const officeDays = (from: number, to: number) => within(from, to) - waited(from, to)
  const open = Number.isNaN(ended)
  const openDays = open ? officeDays(received, until) : NaN
  return {
    ...{ receivedDay: received, acceptedDay: accepted, decidedDay: decided, deliveredDay: delivered },
    endedDay: ended,
    // An application that was refused was answered by that; how long it lay before counts all the same.
    startDays: officeDays(received, answeredOn(facts)),
    handlingDays: officeDays(accepted, decided),
    totalDays: officeDays(received, decided),
    awaitedDays: waited(received, until),
    // Today is not over, so nobody can be said to have let it pass.
    idleDays: idleDays({ first: received, last: open ? until - 1 : until }, { acts, awaited }, calendar),
    openDays,
    ...firstHours(facts, by),
    readyDays: within(dayOf(facts.readyFirstAt), decided),
    deliverDays: facts.outcome === null ? NaN : within(decided, delivered),
    isOpen: flag(open),
    isNever: neverOf(facts, openDays, by),
    isAtOnce: flag(enteredAtOnce(facts, by)),
  }
}

/** The day of the office's first answer of any kind: acceptance, refusal, or what is missing. */
const answeredOn = ({ stints }: CaseFacts): number =>
  dayOf(stints.find(({ kind }) => kind === 'answer')?.to ?? null)

/** Office hours from arrival to the first act that moved something, and to the first touch of any kind. */
function firstHours({ receivedAt, acts, touchedAt }: CaseFacts, { officeSeconds }: Yardstick) {
  const hours = (at: EpochMs | null | undefined) =>
    at == null ? NaN : Math.max(0, officeSeconds(at) - officeSeconds(receivedAt)) / HOUR_SECONDS
  return { firstActHours: hours(acts[0]), touchedHours: hours(touchedAt) }
}

/** 不办事: still nothing decided long after it came. Kept apart from slow cases: a mean would hide it. */
function neverOf({ ending, deemed }: CaseFacts, openDays: number, { settings }: Yardstick): number {
  if (ending === 'declined' || ending === 'withdrawn') return NaN
  if (deemed) return 1
  return flag(openDays > settings.number('neverDecidedDays'))
}

/** All steps and the decision within a few minutes, of a case that had been there for days: written down afterwards. */
function enteredAtOnce(
  { steps, onTheSpot, decidedAt, receivedAt, deemed }: CaseFacts,
  by: Yardstick,
): boolean {
  if (onTheSpot || deemed || decidedAt === null) return false
  const limit = by.settings.number('bulkMinutes') * 60_000
  const first = Math.min(decidedAt, ...steps.flatMap(({ doneAt }) => doneAt ?? []))
  return decidedAt - first <= limit && (steps.length > 1 || decidedAt - receivedAt <= limit)
}

function limitOf(facts: CaseFacts, { committed, statutory }: Dues, { calendar, now }: Yardstick) {
  const due = Math.min(committed ?? Infinity, statutory ?? Infinity)
  const limit = parseLimit(facts.committed)
  const committedDays = limit.unit === 'workingDays' ? limit.length : NaN
  const reached = facts.decidedAt ?? (facts.endedAt === null ? now : null)
  if (!Number.isFinite(due) || reached === null || facts.acceptedAt === null)
    return { daysToSpare: NaN, isOnTime: NaN, isLastDay: NaN, lastDayActs: NaN, committedDays }
  const [day, last] = [dayOf(reached), dayOf(due - 1)]
  const late = facts.deemed || reached > due
  const spare = late
    ? -workingDaysWithin(calendar, last, Math.max(day, last))
    : workingDaysWithin(calendar, day, last)
  // An open case is late already or not yet judged: it never counts as in time.
  const open = facts.decidedAt === null
  return {
    committedDays,
    daysToSpare: spare,
    isOnTime: late ? 0 : open ? NaN : 1,
    isLastDay: open ? NaN : flag(day === last && !late),
    lastDayActs: open ? NaN : facts.acts.filter((at) => dayOf(at) === last).length / facts.acts.length,
  }
}

function handedOf(facts: CaseFacts, place: string, { wore }: Yardstick) {
  const { steps, decidedAt, decidedBy, outcome } = facts
  const byHand = decidedAt !== null && decidedBy !== null
  const byWindow = byHand && wore(decidedBy, decidedAt)
  const stepsInHall = steps.every(
    ({ doneAt, doneBy }) => doneAt === null || doneBy === null || wore(doneBy, doneAt),
  )
  return {
    isByWindow: byHand ? flag(byWindow) : NaN,
    isWholly:
      decidedAt === null ? NaN : flag((place === 'hall' || place === 'online') && byWindow && stepsInHall),
    isCertificate: outcome === null ? NaN : flag(facts.certificate),
    isGranted: outcome === null ? NaN : flag(outcome === 'granted'),
  }
}

/** Sides of the comparison 「四个不一样」, and what applicants said. */
function sideOf({ region, rating, connections }: CaseFacts, { settings }: Yardstick) {
  const local = settings.text('localRegions').split(',').filter(Boolean)
  return {
    isLocal: region === null || local.length === 0 ? NaN : flag(local.some((one) => region.startsWith(one))),
    isSatisfied: rating === null ? NaN : flag(rating !== 'dissatisfied' && rating !== 'veryDissatisfied'),
    isConnected: connections === null ? NaN : flag(connections),
  }
}

/** One desk's turn by the yardstick. */
export interface MeasuredStint {
  readonly kind: Stint['kind']
  readonly step: string
  readonly by: string
  readonly fromDay: number
  readonly toDay: number
  readonly hours: number
  readonly days: number
  readonly empty: number
}

/** Turns of a case, without the time in which somebody outside was awaited. */
export function stintsOf(facts: CaseFacts, { officeSeconds, calendar }: Yardstick): MeasuredStint[] {
  const awaited = awaitedOf(facts)
  return facts.stints.map(({ from, to, ...stint }) => {
    const [fromDay, toDay] = [dayOf(from), dayOf(to)]
    const waited = facts.waits.reduce((sum, wait) => {
      const [start, end] = [Math.max(from, wait.from), Math.min(to, wait.to ?? to)]
      return start < end ? sum + officeSeconds(end) - officeSeconds(start) : sum
    }, 0)
    const seconds = officeSeconds(to) - officeSeconds(from) - waited
    const days = workingDaysWithin(calendar, fromDay, Math.max(fromDay, toDay))
    return {
      ...stint,
      fromDay,
      toDay,
      hours: Math.max(0, seconds) / HOUR_SECONDS,
      days: days - awaitedDays({ first: fromDay, last: toDay }, awaited, calendar),
    }
  })
}
