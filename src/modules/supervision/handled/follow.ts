import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import {
  type ClockRow,
  CLOCKS_MOVED,
  type ClocksReprojected,
  findClock,
  findClocksOf,
} from '#engines/clocks/stored/index.ts'
import type { BulkStream, NewEvent, StoredEvent, Subscription } from '#engines/ledger/index.ts'
import {
  CASE_STREAM,
  caseEventOf,
  caseNoOf,
  caseStream as handledStream,
  CHANNEL_NAMES,
  findStates,
  isCaseStream,
  type LivingCase,
} from '#modules/cases/index.ts'
import { calendarFor } from '../calendars.ts'
import { caseEvent, caseStream } from '../case-events.ts'
import { findLog } from '../log-store.ts'
import { instantText } from '../moments.ts'
import { type Raising } from '../raising.ts'
import { recordLive, registerLog } from '../watching.ts'
import { ACTIVITY, HALL_LOG, HALL_TITLE, hallProfile } from './profile.ts'
import { watchedEvent } from './translate.ts'

const FOLLOWER = 'system/supervision'

/** Stands in for a date nobody can know: the clock is suspended, or has not begun. */
const NO_DATE = '9999-12-31T00:00:00.000+08:00'

/**
 * 监察随事件而动: whatever is done to a case handled here, supervision learns from the ledger and judges in the same words as
 * every other log. Cases know nothing of it. What is written is committed with the checkpoint, so each act counts once.
 */
export const followCases = (now: () => EpochMs): Subscription => ({
  name: 'supervision/handled',
  follows: [{ stream: CASE_STREAM }, { types: [CLOCKS_MOVED] }],
  async handle(db, events) {
    const acts = new Map<string, StoredEvent[]>()
    for (const event of events.filter(({ stream }) => isCaseStream(stream))) {
      const caseNo = caseNoOf(event.stream)
      acts.set(caseNo, [...(acts.get(caseNo) ?? []), event])
    }
    const moved = events.flatMap(movedCases).filter((caseNo) => !acts.has(caseNo))
    if (acts.size + moved.length === 0) return
    await follow(db, { acts, moved: new Set(moved) }, { now: now(), calendar: await calendarFor(db) })
  },
})

/** Clocks of cases are named `<case number>/<limit>`; a holiday notice moved those of law and promise of these. */
const movedCases = (event: StoredEvent): string[] =>
  event.type === CLOCKS_MOVED
    ? (event.payload as unknown as ClocksReprojected).moves.flatMap(
        ({ clock }) => /^(.+)\/(?:statutory|committed)$/.exec(clock)?.[1] ?? [],
      )
    : []

interface Told {
  readonly acts: ReadonlyMap<string, readonly StoredEvent[]>
  /** Nobody did anything to them, but their dates are others now. */
  readonly moved: ReadonlySet<string>
}

async function follow(db: Db, { acts, moved }: Told, raising: Raising): Promise<void> {
  if (!(await findLog(db, HALL_LOG))) await beginHall(db, raising)
  const streams: BulkStream[] = []
  for (const { caseNo, state } of await findStates(db, [...acts.keys(), ...moved])) {
    const dates = datesOf(await findClocksOf(db, handledStream(caseNo)), await renewalEnd(db, state))
    const events = toldOf(acts.get(caseNo) ?? [], { state, dates, now: raising.now })
    streams.push({ stream: caseStream(HALL_LOG, caseNo), events })
  }
  await recordLive(
    db,
    streams.filter(({ events }) => events.length > 0),
    raising,
  )
}

const beginHall = (db: Db, raising: Raising) =>
  registerLog(
    db,
    { log: HALL_LOG, title: HALL_TITLE, source: 'handled', order: 'time', live: true, profile: hallProfile },
    { ...raising, actor: FOLLOWER },
  )

type Dates = Readonly<Record<'committedDueAt' | 'statutoryDueAt', string>>

/**
 * A renewal is decided before the licence ends (行政许可法 50.2), and a special procedure does not move that end: the last
 * instant before it, so that what the law does at the end was not done in time.
 */
async function renewalEnd(db: Db, { caseNo, renews }: LivingCase): Promise<EpochMs> {
  const clock = renews?.inTime ? await findClock(db, `${caseNo}/validity`) : undefined
  return clock?.dueAt == null ? Infinity : clock.dueAt - 1
}

function datesOf(clocks: readonly ClockRow[], renewedBy: EpochMs): Dates {
  const dueOf = (limit: string) => {
    const own = clocks.find(({ id }) => id.endsWith(`/${limit}`))?.dueAt ?? Infinity
    const due = Math.min(own, renewedBy)
    return due === Infinity ? NO_DATE : instantText(due)
  }
  return { committedDueAt: dueOf('committed'), statutoryDueAt: dueOf('statutory') }
}

interface Telling {
  readonly state: LivingCase
  readonly dates: Dates
  readonly now: EpochMs
}

/** The acts on one case in the words of the log; dates that moved without an act of anybody are told as such. */
function toldOf(acts: readonly StoredEvent[], { state, dates, now }: Telling): NewEvent[] {
  const { plan, channel } = state
  const facts = { item: plan.name.zh, unit: plan.unit, channel: CHANNEL_NAMES[channel].zh, ...dates }
  if (acts.length === 0)
    return [caseEvent({ activity: ACTIVITY.dateMoved, at: now, resource: FOLLOWER }, FOLLOWER, facts)]
  const stepName = (code: string) => plan.steps.find((step) => step.code === code)?.name ?? code
  return acts.flatMap((event) => {
    const own = watchedEvent(caseEventOf(event), { at: event.occurredAt, by: event.actor, stepName })
    return own ? [caseEvent(own, event.actor, facts)] : []
  })
}
