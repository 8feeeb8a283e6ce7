import type { EpochMs } from '#kernel/day.ts'
import { type Calendar, dayNumberAt, instantOf, workingDaysWithin } from '#engines/calendar/index.ts'
import { type CaseHistory, type Histories, historiesBuilder } from '#engines/histories/index.ts'
import {
  activitiesNamed,
  type LogProfile,
  type Standing,
  type StandingClock,
  standingsOf,
} from '#engines/rules/index.ts'
import type { CaseRow } from './contract.ts'
import { dayAt } from './moments.ts'
import { soonWorkingDays } from './policy.ts'

/** What the list says of one case: a function of its history and the instant at which it is looked at. */
export interface CaseFacts {
  readonly caseId: string
  readonly item: string | null
  readonly unit: string | null
  readonly channel: string | null
  readonly state: CaseRow['state']
  readonly colour: CaseRow['colour']
  readonly late: boolean
  readonly timed: boolean
  readonly early: boolean
  readonly startedAt: EpochMs | null
  readonly concludedAt: EpochMs | null
  readonly firstAt: EpochMs
  readonly lastActivity: string
  readonly lastAt: EpochMs
  readonly events: number
  readonly usedDays: number | null
  readonly committedDueAt: EpochMs | null
  readonly statutoryDueAt: EpochMs | null
  readonly provisional: boolean
  readonly sortAt: EpochMs
  readonly dueAt: EpochMs
  /** When the colour next changes by itself; null: never. */
  readonly turnsAt: EpochMs | null
}

/** Stands for "no due instant known", so that lists can be ordered by it. */
export const NO_DUE = Date.UTC(9999, 11, 31)

export interface FactsOptions {
  readonly at: EpochMs
  readonly calendar: Calendar
}

/** A small log of these cases, with every activity that the profile names, so that no rule takes one for missing. */
export function smallLog(cases: readonly CaseHistory[], profile: LogProfile): Histories {
  const builder = historiesBuilder()
  for (const name of activitiesNamed(profile)) builder.activities.code(name)
  for (const history of cases) {
    builder.caseIds.code(history.caseId)
    builder.addCase(history)
  }
  return builder.finish('arrival')
}

export function factsOf(
  cases: readonly CaseHistory[],
  histories: Histories,
  profile: LogProfile,
  options: FactsOptions,
): CaseFacts[] {
  const standings = standingsOf(histories, profile, options)
  const { zone } = profile
  return cases.map((history, index) => caseFacts(history, standings[index] as Standing, { ...options, zone }))
}

interface Looking extends FactsOptions {
  readonly zone: string
}

function caseFacts(history: CaseHistory, standing: Standing, options: Looking): CaseFacts {
  const { zone } = options
  const first = history.events[0]
  const last = history.events.at(-1)
  const committed = soonest(standing.clocks, 'committed')
  const statutory = soonest(standing.clocks, 'statutory')
  const startedAt = orNull(standing.openedAt)
  const concludedAt = orNull(standing.endedAt)
  const dues = [committed, statutory].flatMap((clock) =>
    clock && Number.isFinite(clock.dueAt) ? [clock.dueAt] : [],
  )
  const dueAt = dues.length > 0 ? Math.min(...dues) : NO_DUE
  const turning = colourAt({ standing, committed, statutory }, options)
  const firstAt = first?.at ?? startedAt ?? 0
  return {
    caseId: history.caseId,
    item: standing.item ?? null,
    unit: standing.unit ?? null,
    channel: standing.channel ?? null,
    state: standing.state,
    colour: turning.colour,
    late: turning.colour === 'yellow' || turning.colour === 'red',
    timed: dues.length > 0,
    early: concludedAt !== null && dues.length > 0 && dayAt(concludedAt, zone) < dayAt(dueAt - 1, zone),
    startedAt,
    concludedAt,
    firstAt,
    lastActivity: last?.activity ?? '',
    lastAt: last?.at ?? firstAt,
    events: history.events.length,
    usedDays: Number.isNaN(standing.usedDays) ? null : standing.usedDays,
    committedDueAt: committed ? finiteOrNull(committed.dueAt) : null,
    statutoryDueAt: statutory ? finiteOrNull(statutory.dueAt) : null,
    provisional: [committed, statutory].some((clock) => clock?.provisional === true),
    sortAt: startedAt ?? firstAt,
    dueAt: standing.state === 'suspended' ? NO_DUE : dueAt,
    turnsAt: turning.nextAt,
  }
}

const orNull = (at: EpochMs): EpochMs | null => (Number.isNaN(at) ? null : at)
const finiteOrNull = (at: EpochMs): EpochMs | null => (Number.isFinite(at) ? at : null)

function soonest(clocks: readonly StandingClock[], kind: StandingClock['kind']): StandingClock | undefined {
  let found: StandingClock | undefined
  for (const clock of clocks) if (clock.kind === kind && (!found || clock.dueAt < found.dueAt)) found = clock
  return found
}

interface Clocks {
  readonly standing: Standing
  readonly committed: StandingClock | undefined
  readonly statutory: StandingClock | undefined
}

/** JC-01: yellow past the promise, red past the law, and before that "soon". A concluded case keeps what it earned. */
function colourAt(
  { standing, committed, statutory }: Clocks,
  looking: Looking,
): { colour: CaseRow['colour']; nextAt: EpochMs | null } {
  const { at } = looking
  const concluded = standing.state === 'concluded'
  const reached = concluded ? standing.endedAt : at
  const [promise, law] = [committed?.dueAt ?? Infinity, statutory?.dueAt ?? Infinity]
  if (reached > law) return { colour: 'red', nextAt: null }
  const untilRed = concluded || !Number.isFinite(law) ? null : law + 1
  if (reached > promise) return { colour: 'yellow', nextAt: untilRed }
  if (concluded) return { colour: 'quiet', nextAt: null }
  const due = Math.min(promise, law)
  if (!Number.isFinite(due)) return { colour: 'quiet', nextAt: null }
  const soonAt = soonFrom(due, looking)
  return at >= soonAt ? { colour: 'soon', nextAt: due + 1 } : { colour: 'quiet', nextAt: soonAt }
}

/** 00:00 of the first day on which no more than so many working days are left. */
function soonFrom(due: EpochMs, { calendar, at, zone }: Looking): EpochMs {
  const left = soonWorkingDays(dayAt(at, zone))
  const last = dayNumberAt(zone, due - 1)
  if (last < calendar.first || last > calendar.last) return due
  let day = last
  while (day > calendar.first && workingDaysWithin(calendar, day - 1, last) <= left) day--
  return instantOf(zone, day)
}
