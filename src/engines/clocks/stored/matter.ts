import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { ClockState } from '../clock.ts'
import {
  assign,
  endOfClock,
  type Entry,
  extend,
  type Extend,
  resume,
  stop,
  suspend,
  type Suspend,
} from '../decide.ts'
import type { ClockOwner } from '../terms.ts'
import { calendarsFor } from './calendars.ts'
import { changeClock, changeRows, type ClockAct, type Entered } from './change.ts'
import type { ClockRow } from './clock-row.ts'
import { lockClocksOf } from './store.ts'

/**
 * 中止: every clock of a matter that runs stands still (T-14). A promise, step or rung that has run out stays run out;
 * after the law's limit has run out nothing stands still any more. A clock beside them whose own rule knows no suspension
 * goes on: a party's five days to ask for a hearing are not the office's to stop.
 */
export const suspendClocks = (db: Db, subject: string, asked: Suspend, entered: Entered) =>
  changeTogether(db, subject, entered, suspending(asked))

export const suspending = (asked: Suspend): Together => ({
  act: (state, given) => suspend(state, asked, given),
  concerns: (state, given) => isAhead(state, given) && !goesOnBeside(state),
})

/** 恢复: every clock of a matter that stands still goes on. */
export const resumeClocks = (db: Db, subject: string, asked: Resume, entered: Entered) =>
  changeTogether(db, subject, entered, resuming(asked))

export interface Resume {
  readonly to: string | EpochMs
  readonly document: string
}

export const resuming = (asked: Resume): Together => ({
  act: (state, given) => resume(state, asked, given),
  concerns: ({ status }) => status === 'suspended',
})

/** 延期 of one clock. */
export const extendClock = (db: Db, id: string, asked: Extend, entered: Entered) =>
  changeClock(db, id, (state, given) => extend(state, asked, given), entered)

/**
 * 延期 of a matter: the law's clock, and the promise and rungs beside it by the same approved length (T-14). A promise
 * that has run out stays broken; steps keep their share.
 */
export const extendClocks = (db: Db, subject: string, asked: Extend, entered: Entered) =>
  changeTogether(db, subject, entered, extending(asked))

export const extending = (asked: Extend): Together => ({
  act: (state, given) => extend(state, asked, given),
  concerns: (state, given) => isLimit(state) && isAhead(state, given),
})

/** 办结: every clock of a matter stops; one that ran out stops late. */
export const stopClocks = (db: Db, subject: string, outcome: string, entered: Entered) =>
  changeClocksOf(db, subject, (state, given) => stop(state, outcome, given), entered)

/** Stops one clock, such as a step's share; one that has stopped already stays as it is. Refuses an unknown one. */
export const stopClock = (db: Db, id: string, outcome: string, entered: Entered) =>
  changeClock(
    db,
    id,
    (state, given) => (state.status === 'stopped' ? [] : stop(state, outcome, given)),
    entered,
  )

/** 改派: who answers for every clock of a matter from now on. */
export const assignClocks = (db: Db, subject: string, owner: ClockOwner, entered: Entered) =>
  changeClocksOf(db, subject, (state, given) => assign(state, owner, given), entered)

/** Decides alike on every clock of a matter that has not stopped. All of it or none of it. */
export const changeClocksOf = (
  db: Db,
  subject: string,
  act: ClockAct,
  entered: Entered,
): Promise<ClockRow[]> => changeRows(db, () => lockGoing(db, subject), act, entered)

type Going = Exclude<ClockState, { status: 'none' | 'stopped' }>

/** A decision on the clocks of a matter at once. */
export interface Together {
  readonly act: ClockAct
  /** Whether this clock of the matter is meant. */
  readonly concerns: (state: Going, given: Entry) => boolean
}

async function changeTogether(
  db: Db,
  subject: string,
  entered: Entered,
  together: Together,
): Promise<ClockRow[]> {
  const calendars = await calendarsFor(db)
  const going = await lockGoing(db, subject)
  const meant = whoDecides(going, together, (id) => ({ calendar: calendars.current(id), now: entered.now }))
  const changed = await changeRows(db, async () => meant, together.act, entered)
  const byId = new Map(changed.map((row) => [row.id, row]))
  return going.map((row) => byId.get(row.id) ?? row)
}

/** Of the clocks of a matter that go on: those that are decided on, or the one that will say why not. */
export function whoDecides(
  going: readonly ClockRow[],
  { concerns }: Together,
  entryBy: (calendar: string) => Entry,
): ClockRow[] {
  const meant = going.filter(({ state, calendar }) => isGoing(state) && concerns(state, entryBy(calendar)))
  const refusing = whoRefuses(going, meant)
  return refusing ? [refusing] : meant
}

/**
 * What was asked for is refused, not passed over: the law's clock says why not when it is not meant, and where there is
 * none and nothing is meant, any other.
 */
function whoRefuses(going: readonly ClockRow[], meant: readonly ClockRow[]): ClockRow | undefined {
  const law = going.findLast(({ kind }) => kind === 'statutory')
  if (law && !meant.some(({ kind }) => kind === 'statutory')) return law
  return meant.length === 0 ? going.at(-1) : undefined
}

const isGoing = (state: ClockState): state is Going => state.status !== 'none' && state.status !== 'stopped'

const lockGoing = async (db: Db, subject: string): Promise<ClockRow[]> =>
  (await lockClocksOf(db, subject)).filter(({ status }) => status !== 'stopped')

const goesOnBeside = ({ terms: { kind, suspendedBy } }: Going) => kind === 'other' && suspendedBy.length === 0

const isLimit = ({ terms: { kind, rung } }: Going) =>
  kind === 'statutory' || kind === 'committed' || rung !== undefined

/** Not past its end, whether or not a sweep has noticed. */
function isAhead(state: Going, { calendar, now }: Entry): boolean {
  if (state.status === 'expired') return false
  const end = endOfClock(state, calendar)
  return !end || now < end.at
}
