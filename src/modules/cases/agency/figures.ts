import type { EpochMs } from '#kernel/day.ts'
import { type Calendar, dayNumberAt, DEFAULT_ZONE, workingDaysWithin } from '#engines/calendar/index.ts'
import type { AgencyFigures, AgencyView } from '../agency-contract.ts'
import type { AgencyStage } from '../agency-shape.ts'
import type { Agency, Agent } from './agency.ts'

export interface Numbers {
  readonly handOver: number
  readonly bringBack: number
  /** Calendar days. */
  readonly quiet: number
}

export interface Looking {
  readonly now: EpochMs
  readonly calendar: Calendar
  readonly numbers: Numbers
}

/** Working days after the first until the second; null where the calendar does not reach. */
export function workedBetween(from: EpochMs, until: EpochMs, calendar: Calendar): number | null {
  const [first, last] = [from, until].map((at) => dayNumberAt(DEFAULT_ZONE, at)) as [number, number]
  if (first < calendar.first || last > calendar.last) return null
  return workingDaysWithin(calendar, first, last)
}

/** Where somebody waits for the agent, how long, and after how long it is too long. */
export function waitingOf(
  { stage, times, township }: Agency,
  { now, calendar, numbers }: Looking,
): AgencyView['waiting'] {
  const most =
    stage === 'returned'
      ? numbers.bringBack
      : (stage === 'taken' && township !== null) || stage === 'handedOver'
        ? numbers.handOver
        : null
  const since = times[stage]
  if (most === null || since === undefined) return null
  const days = workedBetween(since, now, calendar) ?? 0
  return { days, most, late: days > most }
}

/** 按村统计 (HALL-28): volumes and delays of each place, papers that lie there, and agents to whom nobody comes. */
export function figuresOf(
  agents: readonly Agent[],
  agencies: readonly Agency[],
  looking: Looking,
): ReadonlyArray<Omit<AgencyFigures, 'unitName'>> {
  const units = [...new Set([...agents, ...agencies].map(({ unit }) => unit))].sort()
  return units.map((unit) => {
    const own = agencies.filter((one) => one.unit === unit)
    const named = agents.filter((one) => one.unit === unit)
    return {
      unit,
      kind: named[0]?.kind ?? own[0]?.kind ?? 'village',
      agents: named.length,
      taken: own.length,
      delivered: own.filter(({ stage }) => stage === 'delivered').length,
      toTownship: delay(own, 'taken', 'arrived', looking),
      toCase: delay(own, 'taken', 'filed', looking),
      backToResident: delay(own, 'returned', 'delivered', looking),
      held: own.filter((one) => one.stage !== 'returned' && waitingOf(one, looking)?.late).length,
      undelivered: own.filter((one) => one.stage === 'returned' && waitingOf(one, looking)?.late).length,
      quiet: isQuiet(named, own, looking),
      rated: own.filter(({ rating }) => rating).length,
      satisfied: own.filter(({ rating }) => rating && !rating.grade.toLowerCase().includes('dissatisfied'))
        .length,
    }
  })
}

/** Named long enough ago that somebody could have come, and nobody has since. */
function isQuiet(agents: readonly Agent[], own: readonly Agency[], { now, numbers }: Looking): boolean {
  const before = dayNumberAt(DEFAULT_ZONE, now) - numbers.quiet
  const long = (at: EpochMs) => dayNumberAt(DEFAULT_ZONE, at) <= before
  return (
    agents.length > 0 &&
    agents.every(({ since }) => long(since)) &&
    own.every(({ times }) => long(times.taken ?? 0))
  )
}

function delay(
  own: readonly Agency[],
  from: AgencyStage,
  to: AgencyStage,
  { calendar }: Looking,
): number | null {
  const days = own
    .flatMap(({ times }) => {
      const [first, last] = [times[from], times[to]]
      return first === undefined || last === undefined ? [] : (workedBetween(first, last, calendar) ?? [])
    })
    .sort((a, b) => a - b)
  const middle = days.length / 2
  if (days.length === 0) return null
  return days.length % 2 === 1
    ? (days[Math.floor(middle)] ?? null)
    : ((days[middle - 1] ?? 0) + (days[middle] ?? 0)) / 2
}
