import { day as dayOf, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { todayOf } from '../commands.ts'
import type { PriorityReason } from '../terms.ts'
import { changeTicket } from './commands.ts'
import { ticketNumber } from './numbers.ts'
import * as decide from './ticket.ts'

const MINUTE = 60_000

/** One visitor of a day that is told afterwards, for whoever sets up a hall that has been open for some time. */
export interface ToldVisitor {
  readonly hall: string
  readonly group: string
  readonly place: number
  readonly item: string
  readonly unit: string
  readonly takenAt: EpochMs
  readonly saidMinutes: number
  readonly waitedMinutes: number
  readonly servedMinutes: number
  readonly priority: PriorityReason | null
  readonly greeter: string
  readonly counter: string
  readonly clerk: string
  /** Called out of turn, with the reason given. */
  readonly jumped?: { readonly overtook: readonly string[]; readonly reason: string } | undefined
  /** Stood at the wrong counter: what he really came for, and who could not take it. */
  readonly wrongFor?: { readonly item: string; readonly unit: string; readonly group: string } | undefined
}

/** Every act is the same decision as at a counter, so nothing is told that could not have happened. */
export async function tellVisitor(db: Db, told: ToldVisitor): Promise<void> {
  const { hall, group, item, unit, counter, clerk, takenAt } = told
  const where = { hall, day: dayOf(todayOf(takenAt)), number: ticketNumber(group, told.place) }
  const calledAt = takenAt + told.waitedMinutes * MINUTE
  const act = (by: string, at: EpochMs, choose: Parameters<typeof changeTicket>[3]) =>
    changeTicket(db, where, { by, at }, choose)
  await act(told.greeter, takenAt, (given) =>
    decide.issue(given, {
      ...{ group, item, unit, channel: 'greeter', priority: told.priority, booking: null, dueAt: null },
      ...{ visit: null, ahead: 0, saidMinutes: told.saidMinutes },
    }),
  )
  await act(clerk, calledAt, (given) =>
    decide.callTicket(given, {
      ...{ counter, badge: null, lane: told.priority ? 'priority' : 'ordinary', because: null },
      ...{ overtook: told.jumped?.overtook ?? [], reason: told.jumped?.reason ?? '' },
    }),
  )
  const endsAt = calledAt + told.servedMinutes * MINUTE
  const { wrongFor } = told
  if (!wrongFor) return void (await act(clerk, endsAt, (given) => decide.serve(given, counter, null)))
  await act(clerk, endsAt, (given) =>
    decide.transfer(given, counter, { matter: wrongFor, takenHere: false, further: false }),
  )
  await act(told.greeter, endsAt + MINUTE, (given) => decide.abandon(given, 'left'))
}
