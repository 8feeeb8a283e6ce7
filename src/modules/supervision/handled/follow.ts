import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type ClockRow, findClocksOf } from '#engines/clocks/stored/index.ts'
import type { BulkStream, NewEvent, StoredEvent, Subscription } from '#engines/ledger/index.ts'
import {
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
  async handle(db, events) {
    const own = events.filter(({ stream }) => isCaseStream(stream) || clockOfCase(stream) !== undefined)
    if (own.length > 0) await follow(db, own, { now: now(), calendar: await calendarFor(db) })
  },
})

/** Clocks of cases are named `<case number>/<limit>`; those of law and promise are the dates supervision states. */
const clockOfCase = (stream: string): string | undefined =>
  /^clock\/(.+)\/(?:statutory|committed)$/.exec(stream)?.[1]

async function follow(db: Db, events: readonly StoredEvent[], raising: Raising): Promise<void> {
  if (!(await findLog(db, HALL_LOG))) await beginHall(db, raising)
  const byCase = new Map<string, StoredEvent[]>()
  for (const event of events) {
    const caseNo = isCaseStream(event.stream) ? caseNoOf(event.stream) : (clockOfCase(event.stream) ?? '')
    byCase.set(caseNo, [...(byCase.get(caseNo) ?? []), event])
  }
  const states = await findStates(db, [...byCase.keys()])
  const streams: BulkStream[] = []
  for (const { caseNo, state } of states) {
    const dates = datesOf(await findClocksOf(db, handledStream(caseNo)))
    const told = toldOf(byCase.get(caseNo) ?? [], state, dates)
    if (told.length > 0) streams.push({ stream: caseStream(HALL_LOG, caseNo), events: told })
  }
  if (streams.length > 0) await recordLive(db, streams, raising)
}

const beginHall = (db: Db, raising: Raising) =>
  registerLog(
    db,
    { log: HALL_LOG, title: HALL_TITLE, source: 'handled', order: 'time', live: true, profile: hallProfile },
    { ...raising, actor: FOLLOWER },
  )

type Dates = Readonly<Record<'committedDueAt' | 'statutoryDueAt', string>>

function datesOf(clocks: readonly ClockRow[]): Dates {
  const dueOf = (limit: string) => {
    const clock = clocks.find(({ id }) => id.endsWith(`/${limit}`))
    return clock?.dueAt == null ? NO_DATE : instantText(clock.dueAt)
  }
  return { committedDueAt: dueOf('committed'), statutoryDueAt: dueOf('statutory') }
}

/** The events of one case in the words of the log; a date that moved without an act of anybody is told as such. */
function toldOf(events: readonly StoredEvent[], state: LivingCase, dates: Dates): NewEvent[] {
  const { plan, channel, receivedAt } = state
  const facts = { item: plan.name.zh, unit: plan.unit, channel: CHANNEL_NAMES[channel].zh, ...dates }
  const stepName = (code: string) => plan.steps.find((step) => step.code === code)?.name ?? code
  const acts = events.filter(({ stream }) => isCaseStream(stream))
  const told = acts.flatMap((event) => {
    const own = watchedEvent(caseEventOf(event), { at: event.occurredAt, by: event.actor, stepName })
    return own ? [caseEvent(own, event.actor, facts)] : []
  })
  if (acts.length > 0) return told
  const moved = events.findLast(({ type }) => type === 'ClockReprojected')
  if (!moved) return []
  const at = Math.max(receivedAt, moved.recordedAt)
  return [caseEvent({ activity: ACTIVITY.dateMoved, at, resource: FOLLOWER }, FOLLOWER, facts)]
}
