import type { EpochMs } from '#kernel/day.ts'
import { attributeOf } from '#engines/histories/index.ts'
import { type Limit, parseLimit, type Suspension } from '#engines/clocks/index.ts'
import { meaning } from './meanings.ts'
import type { ReadLimit, Selected } from './reading.ts'
import { countOf, eventsOf, firstEventOf, firstOf, happened, instantOf, type Watched } from './watched.ts'

/** 中止: time that never counts, from `suspended` to the next `resumed`; an open suspension runs on. */
export function suspensionsOf(watched: Watched): Suspension[] {
  if (!happened(watched, meaning.suspended)) return []
  const { meaningOf, histories } = watched.reading
  const suspensions: Suspension[] = []
  let since: EpochMs | undefined
  for (let event = watched.from; event < watched.to; event++) {
    const means = meaningOf[histories.activity[event] as number]
    const at = instantOf(watched, event)
    if (means === meaning.suspended && since === undefined) since = at
    else if (means === meaning.resumed && since !== undefined) {
      suspensions.push({ from: since, to: Math.max(since, at) })
      since = undefined
    }
  }
  if (since !== undefined) suspensions.push({ from: since })
  return suspensions
}

/**
 * When the case is due by a kind of limit: as the log states it, else the earliest of the published limits that have
 * started. NaN: no such limit runs. Infinity: it is suspended and nobody can say.
 */
export function dueOf(watched: Watched, kind: 'statutory' | 'committed'): EpochMs {
  const { reading, caseIndex } = watched
  const stated = (kind === 'statutory' ? reading.statutoryDueAt : reading.committedDueAt).at(caseIndex)
  if (!Number.isNaN(stated)) return stated
  let earliest = Number.NaN
  for (const limit of reading.caseLimits[kind]) {
    if (!limit.concerns(caseIndex)) continue
    const due = dueByLimit(watched, limit)
    if (!(earliest <= due) && !Number.isNaN(due)) earliest = due
  }
  return earliest
}

/** The case has a due instant, and it does not lie before the instant asked about. */
const IN_TIME = Infinity

/**
 * The due instant of a kind if it lies before `reached`, else `IN_TIME`; NaN where nothing is due. Asks the calendar
 * only where the limit could have passed.
 */
export function passedDue(watched: Watched, kind: 'statutory' | 'committed', reached: EpochMs): EpochMs {
  const { reading, caseIndex } = watched
  const column = kind === 'statutory' ? reading.statutoryDueAt : reading.committedDueAt
  const stated = column.given ? column.at(caseIndex) : Number.NaN
  if (!Number.isNaN(stated)) return reached > stated ? stated : IN_TIME
  const limits = kind === 'statutory' ? reading.caseLimits.statutory : reading.caseLimits.committed
  let earliest = Number.NaN
  for (let place = 0; place < limits.length; place++) {
    const limit = limits[place] as ReadLimit
    const start = watched.shape.limitStarts[limit.number] as number
    if (start < 0 || !limit.concerns(caseIndex)) continue
    const from = instantOf(watched, watched.from + start)
    const due = reached - from > limit.leastMs ? passedByLimit(watched, limit, from, reached) : IN_TIME
    if (reached > due) earliest = earliest <= due ? earliest : due
    else if (Number.isNaN(earliest)) earliest = IN_TIME
  }
  return earliest
}

/** The due instant if it could lie before `reached`; the looks that cost more come last. */
function passedByLimit(watched: Watched, limit: ReadLimit, from: EpochMs, reached: EpochMs): EpochMs {
  const { limit: length, hours } = limit.terms
  const plain = watched.reading.time.dueAt(from, limit.terms)
  // Suspending and extending only ever move a limit later.
  if (!(reached > plain)) return IN_TIME
  const isSuspended = happened(watched, meaning.suspended)
  if (!isSuspended && !happened(watched, meaning.extended)) return plain
  // The n-th working day that counts cannot lie behind us where fewer than n have counted.
  const tooFew = isSuspended && length.unit === 'workingDays' && !hours
  if (tooFew && countedWorkingDays(watched, from, reached) < length.length) return IN_TIME
  return changedDue(watched, limit, from)
}

function countedWorkingDays(watched: Watched, from: EpochMs, reached: EpochMs): number {
  const { time, meaningOf, histories } = watched.reading
  let days = time.workingDays(from, reached)
  let since = Number.NaN
  for (let event = watched.from; event < watched.to; event++) {
    const means = meaningOf[histories.activity[event] as number]
    if (means === meaning.suspended && Number.isNaN(since))
      since = Math.max(from, histories.at[event] as number)
    else if (means === meaning.resumed && !Number.isNaN(since)) {
      const until = Math.min(reached, histories.at[event] as number)
      if (until > since) days -= time.workingDays(since, until)
      since = Number.NaN
    }
  }
  return reached > since ? days - time.workingDays(since, reached) : days
}

function dueByLimit(watched: Watched, limit: ReadLimit): EpochMs {
  const from = selectedAt(watched, limit.starts)
  if (Number.isNaN(from)) return Number.NaN
  const { time } = watched.reading
  const plain = time.dueAt(from, limit.terms)
  const ended = Number.isNaN(watched.endedAt) ? watched.at : watched.endedAt
  // Suspending and extending only ever move a limit later: what was in time without them needs no second look.
  if (!(ended > plain) || !(happened(watched, meaning.suspended) || happened(watched, meaning.extended)))
    return plain
  return changedDue(watched, limit, from)
}

const changedDue = (watched: Watched, limit: ReadLimit, from: EpochMs): EpochMs =>
  dueWithChanges(watched, limit, from).due

/** When a limit runs out with the suspensions and the extension that move it. */
export function dueWithChanges(
  watched: Watched,
  limit: ReadLimit,
  from: EpochMs,
): {
  readonly due: EpochMs
  readonly suspensions: readonly Suspension[]
  readonly extensions: readonly Limit[]
} {
  const { time } = watched.reading
  const suspensions = suspensionsOf(watched)
  const without = time.dueWith(from, limit.terms, { suspensions, extensions: [] })
  const extension = grantedExtension(watched, without)
  if (!extension) return { due: without, suspensions, extensions: [] }
  const extensions = [extension]
  return { due: time.dueWith(from, limit.terms, { suspensions, extensions }), suspensions, extensions }
}

/** T-12: one extension, approved before the limit ran out; a later one changes nothing. */
function grantedExtension(watched: Watched, due: EpochMs): Limit | undefined {
  if (countOf(watched, meaning.extended) === 0) return undefined
  const [first = -1] = eventsOf(watched, 'extended')
  if (!(instantOf(watched, first) <= due)) return undefined
  const text = attributeOf(watched.reading.eventColumn('length'), first)
  return text === undefined ? MOST_BY_LAW : parseLimit(text)
}

/** 《行政许可法》第四十二条: an extension of a single-agency licence is at most ten working days. */
const MOST_BY_LAW: Limit = { length: 10, unit: 'workingDays' }

/** The instant of the first of the selected events; NaN when none has. */
export function selectedAt(watched: Watched, { meanings, activities }: Selected): EpochMs {
  let first = firstOf(watched, activities)
  for (let place = 0; place < meanings.length; place++) {
    const event = firstEventOf(watched, meanings[place] as number)
    if (event >= 0 && (first < 0 || event < first)) first = event
  }
  return first < 0 ? Number.NaN : instantOf(watched, first)
}

/** When a limit runs out with everything that moves it, whether or not the case is already past it. */
export function dueByLimitExactly(watched: Watched, limit: ReadLimit, from: EpochMs): EpochMs {
  return happened(watched, meaning.suspended)
    ? watched.reading.time.dueWith(from, limit.terms, { suspensions: suspensionsOf(watched), extensions: [] })
    : watched.reading.time.dueAt(from, limit.terms)
}
