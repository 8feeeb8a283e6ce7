import { day, type EpochMs } from '#kernel/day.ts'
import { type ClockTerms, dueInstant, parseLimit, type Roll } from '../clocks/index.ts'
import { type Calendar, DEFAULT_ZONE } from '../calendar/index.ts'
import type { Clock, Institution } from './definition.ts'
import type { Entry, Taken } from './entry.ts'

/** The terms of a clock of an entry that starts with a step; undefined where the day it hangs on is not known. */
export function termsOf(clock: Clock, entry: Entry, taken: Taken, calendar: string): ClockTerms | undefined {
  const run = runOf(clock, entry, taken)
  if (!run) return undefined
  return {
    kind: 'other',
    ...run,
    citation: clock.basis,
    calendar,
    zone: DEFAULT_ZONE,
    handlingUnit: entry.unit,
    suspendedBy: [],
    owner: { post: entry.unit, holder: taken.by },
    onExpiry: 'event',
  }
}

type Run = Pick<ClockTerms, 'from' | 'limit'> & { readonly roll?: Roll }

/** From a day, so long; an end that a field names is a limit of no days from that day, and is moved by no rest day. */
function runOf({ limit }: Clock, { values }: Entry, { on }: Taken): Run | undefined {
  if (typeof limit === 'string') return { from: on, limit: parseLimit(limit) }
  if ('until' in limit) {
    const until = values[limit.until]
    return typeof until === 'string' ? { from: day(until), limit: parseLimit('0D'), roll: 'none' } : undefined
  }
  const from = values[limit.from]
  return typeof from === 'string' ? { from: day(from), limit: parseLimit(limit.limit) } : undefined
}

/** When a clock that starts with a step would run out, by the calendar as it is known. */
export function endOf(clock: Clock, entry: Entry, taken: Taken, calendar: Calendar): EpochMs | undefined {
  const run = runOf(clock, entry, taken)
  return (
    run &&
    (dueInstant({ ...run, calendar, suspensions: [], extensions: [], zone: DEFAULT_ZONE })?.at ?? undefined)
  )
}

/** The state that an entry falls into when a limit runs out; undefined where it stays or nothing more happens to it. */
export function fallsTo(
  { clocks, states }: Institution,
  { state }: Entry,
  clock: string,
): string | undefined {
  const isOver = states.find(({ code }) => code === state)?.over === true
  return isOver ? undefined : clocks.find(({ code }) => code === clock)?.leadsTo
}
