import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { parseLimit } from '#engines/clocks/index.ts'
import { findClocksOf, type OnFired, startClocks, stopClock } from '#engines/clocks/stored/index.ts'
import { changeMeasure, changeProblem } from './lists.ts'
import { MEASURE } from './measure.ts'
import { PROBLEM } from './problem.ts'

interface Acting {
  readonly actor: string
  readonly now: EpochMs
}

interface Due {
  /** The stream of what is due. */
  readonly subject: string
  /** Tells apart the dates that one thing had. */
  readonly run: number
  readonly dueOn: Day
  readonly unit: string
  readonly holder: string | null
  readonly warnDays: number | null
}

/** The date of a measure, or the limit of the class of a problem; an earlier one of the same subject ends. */
export async function startDue(db: Db, due: Due, acting: Acting): Promise<void> {
  const { subject, run, dueOn, unit, holder, warnDays } = due
  if (run > 1) await stopDue(db, subject, '期限已改 date changed', acting)
  const terms = {
    ...{ kind: 'other' as const, from: dueOn, limit: parseLimit('0D'), roll: 'none' as const },
    ...{ citation: '整改时限', calendar: 'cn', zone: DEFAULT_ZONE, handlingUnit: unit, suspendedBy: [] },
    owner: { post: unit, ...(holder === null ? {} : { holder }) },
    ...(warnDays === null ? {} : { warnBefore: parseLimit(`${warnDays}D`) }),
    onExpiry: 'event',
  } as const
  await startClocks(db, [{ id: `${subject}/due/${run}`, subject, terms }], acting)
}

export async function stopDue(db: Db, subject: string, outcome: string, acting: Acting): Promise<void> {
  for (const { id, status } of await findClocksOf(db, subject))
    if (status === 'open') await stopClock(db, id, outcome, acting)
}

/** What follows when a date of ours comes near or is over, in the transaction that records it. */
export const onRectificationClocks: OnFired = async (db, fired) => {
  for (const { clock, event } of fired) {
    const acting = { actor: 'clock', now: event.noticedAt, occurredAt: event.at }
    const expired = event.type === 'ClockExpired'
    if (clock.subject.startsWith(MEASURE))
      await changeMeasure(
        db,
        clock.subject.slice(MEASURE.length),
        (state) =>
          !state || state.handedIn !== null ? [] : [{ type: expired ? 'MeasureOverdue' : 'MeasureReminded' }],
        acting,
      )
    if (clock.subject.startsWith(PROBLEM) && expired)
      await changeProblem(
        db,
        clock.subject.slice(PROBLEM.length),
        (state) => (!state || state.closed || state.withdrawn ? [] : [{ type: 'ClassLimitPassed' }]),
        acting,
      )
  }
}
