import type { EpochMs } from '#kernel/day.ts'
import { attributeOf, type Histories } from '#engines/histories/index.ts'
import { type Calendar, dayNumberAt } from '#engines/calendar/index.ts'
import { formatLimit, type Limit, type Suspension } from '#engines/clocks/index.ts'
import { dueWithChanges, selectedAt, suspensionsOf } from './deadline.ts'
import { calendarOf } from './judge.ts'
import { knownAt } from './known-at.ts'
import { meaning } from './meanings.ts'
import type { LogProfile } from './profile.ts'
import { type ReadLimit, readWith } from './reading.ts'
import { happened, isOpen, lastEventOf, watch, type Watched, watcher } from './watched.ts'
import { type LimitTerms, workingTime } from './working-time.ts'

/** Where one case stands: what the lists of supervision and the pages show, judged by nobody. */
export interface Standing {
  readonly state: 'open' | 'suspended' | 'concluded'
  /** NaN where the log does not say. */
  readonly openedAt: EpochMs
  readonly endedAt: EpochMs
  readonly item: string | undefined
  readonly unit: string | undefined
  readonly channel: string | undefined
  readonly clocks: readonly StandingClock[]
  /** Working days from opening to conclusion without those of suspensions; NaN while open. */
  readonly usedDays: number
}

/** One limit that runs for a case, or a due instant that the log itself states. */
export interface StandingClock {
  readonly kind: 'committed' | 'statutory' | 'step'
  readonly name: string
  readonly startedAt: EpochMs
  /** When what it limits happened; NaN while it has not. */
  readonly stoppedAt: EpochMs
  /** Infinity while a suspension is open. */
  readonly dueAt: EpochMs
  readonly provisional: boolean
  /** Absent: the log states the instant and nobody counted. */
  readonly counted: Counted | undefined
}

export interface Counted {
  readonly limit: string
  readonly terms: LimitTerms
  readonly suspensions: readonly Suspension[]
  readonly extensions: readonly Limit[]
}

export interface StandingOptions {
  readonly at: EpochMs
  readonly calendar?: Calendar | undefined
}

/** Standings of all cases of some histories, in their order. Events after `at` have not happened yet. */
export function standingsOf(
  histories: Histories,
  profile: LogProfile,
  { at, calendar = calendarOf(profile.calendar) }: StandingOptions,
): Standing[] {
  const time = workingTime(calendar, profile.zone)
  const reading = readWith(profile, knownAt(histories, at, profile.lifecycles), time)
  const watched = watcher(reading, at)
  const columns = {
    item: reading.caseColumn('item'),
    unit: reading.caseColumn('unit'),
    channel: reading.caseColumn('channel'),
  }
  return Array.from({ length: histories.caseCount }, (_, caseIndex) => {
    watch(watched, caseIndex)
    return {
      state: stateOf(watched),
      openedAt: watched.openedAt,
      endedAt: watched.endedAt,
      item: attributeOf(columns.item, caseIndex),
      unit: attributeOf(columns.unit, caseIndex),
      channel: attributeOf(columns.channel, caseIndex),
      clocks: clocksOf(watched, calendar),
      usedDays: usedDays(watched),
    }
  })
}

function stateOf(watched: Watched): Standing['state'] {
  if (!isOpen(watched)) return 'concluded'
  const suspended = lastEventOf(watched, meaning.suspended)
  return suspended >= 0 && suspended > lastEventOf(watched, meaning.resumed) ? 'suspended' : 'open'
}

function usedDays(watched: Watched): number {
  const { openedAt, endedAt, reading } = watched
  if (Number.isNaN(openedAt) || Number.isNaN(endedAt)) return Number.NaN
  const all = reading.time.workingDays(openedAt, Math.max(openedAt, endedAt))
  const paused = suspensionsOf(watched).map(({ from, to }) =>
    reading.time.workingDays(Number(from), Math.min(endedAt, Number(to ?? endedAt))),
  )
  return Math.max(0, all - paused.reduce((sum, days) => sum + Math.max(0, days), 0))
}

function clocksOf(watched: Watched, calendar: Calendar): StandingClock[] {
  const { reading, caseIndex, openedAt, endedAt } = watched
  const clocks: StandingClock[] = []
  for (const kind of ['committed', 'statutory'] as const) {
    const dueAt = (kind === 'statutory' ? reading.statutoryDueAt : reading.committedDueAt).at(caseIndex)
    if (Number.isNaN(dueAt)) continue
    clocks.push({
      kind,
      name: '',
      startedAt: openedAt,
      stoppedAt: endedAt,
      dueAt,
      provisional: false,
      counted: undefined,
    })
  }
  const stated = new Set(clocks.map(({ kind }) => kind))
  for (const limit of reading.limits) {
    if (limit.published.kind === 'exact' || !limit.concerns(caseIndex)) continue
    const startedAt = selectedAt(watched, limit.starts)
    const clock = Number.isNaN(startedAt) ? undefined : clockOf(watched, limit, { startedAt, calendar })
    if (clock && !stated.has(clock.kind)) clocks.push(clock)
  }
  return clocks
}

function clockOf(
  watched: Watched,
  limit: ReadLimit,
  { startedAt, calendar }: { startedAt: EpochMs; calendar: Calendar },
): StandingClock {
  const { time } = watched.reading
  const { published, terms, ends } = limit
  const moved = happened(watched, meaning.suspended) || happened(watched, meaning.extended)
  const { suspensions, extensions, due } = moved
    ? dueWithChanges(watched, limit, startedAt)
    : { suspensions: [], extensions: [], due: time.dueAt(startedAt, terms) }
  const overall = !ends && (published.kind === 'committed' || published.kind === 'statutory')
  return {
    kind: overall ? (published.kind as 'committed' | 'statutory') : 'step',
    name: published.name,
    startedAt,
    stoppedAt: ends ? selectedAt(watched, ends) : watched.endedAt,
    dueAt: due,
    provisional: Number.isFinite(due) && dayNumberAt(time.zone, due - 1) > calendar.announcedThrough,
    counted: { limit: formatLimit(terms.limit), terms, suspensions, extensions },
  }
}

/** The activities that a profile names: put into a small log, so that a rule does not take it for a log that lacks them. */
export const activitiesNamed = ({ meanings }: LogProfile): string[] =>
  Object.keys(meanings).filter((name) => !name.includes('*'))
