import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { QueueFigures } from '../figure-contract.ts'
import { endOf, startOf } from '../staffing.ts'
import { PRIORITY_REASONS } from '../terms.ts'
import { instantText } from '../views.ts'
import { mean, median } from './estimate.ts'
import { itemNames } from './item-names.ts'
import { countWrongWindows, findJumps, findTickets, type TicketRow } from './store.ts'
import { countVisits, findFlaggedVisits } from './visit-store.ts'

const MINUTE = 60_000

export interface Span {
  readonly hall: string
  readonly from: Day
  readonly until: Day
  readonly today: Day
}

/** 排队情况 of some days. Who is behind a number is not known here, and need not be. */
export async function queueFigures(db: Db, { hall, from, until, today }: Span): Promise<QueueFigures> {
  const tickets = await findTickets(db, hall, from, until)
  const jumps = await findJumps(db, hall, from, until)
  const reports = await findFlaggedVisits(db, hall, startOf(from), endOf(until))
  return {
    ...waitsOf(tickets),
    priorities: PRIORITY_REASONS.map((reason) => ({
      reason,
      tickets: tickets.filter(({ priority }) => priority === reason).length,
    })).filter((row) => row.tickets > 0),
    wrongWindows: await named(db, await countWrongWindows(db, hall, from, until), today),
    jumps: jumps.map((jump) => ({ ...jump, at: instantText(jump.at) })),
    jumpers: jumpersOf(tickets, jumps),
    visits: await countVisits(db, hall, from, until),
    reports: reports.map(({ reportText, at, visit, greeter, need, item, refused, reported }) => ({
      ...{ visit, greeter, need, item, refused, reported, at: instantText(at), text: reportText ?? '' },
    })),
  }
}

type WrongWindow = Awaited<ReturnType<typeof countWrongWindows>>[number]

async function named(db: Db, rows: readonly WrongWindow[], today: Day) {
  const names = await itemNames(
    db,
    rows.map(({ item }) => item),
    today,
  )
  return rows.map((row) => ({ ...row, itemName: (row.item !== null && names.get(row.item)) || null }))
}

/** From the number to the first call, in minutes. */
export const waitOf = ({ issuedAt, firstCalledAt }: TicketRow): number | null =>
  firstCalledAt === null ? null : (firstCalledAt - issuedAt) / MINUTE

const present = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null)

const STEP = 5

function waitsOf(tickets: readonly TicketRow[]) {
  const waits = present(tickets.map(waitOf)).sort((a, b) => a - b)
  const served = tickets.filter(({ state }) => state === 'served')
  const errors = tickets.flatMap((ticket) => {
    const wait = waitOf(ticket)
    return wait === null || ticket.saidMinutes === null || ticket.booking !== null
      ? []
      : ticket.saidMinutes - wait
  })
  const steps = new Map<number, number>()
  for (const error of errors) {
    const from = Math.floor(error / STEP) * STEP
    steps.set(from, (steps.get(from) ?? 0) + 1)
  }
  return {
    tickets: tickets.length,
    served: served.length,
    missed: tickets.filter(({ state }) => state === 'missed').length,
    left: tickets.filter(({ state }) => state === 'abandoned').length,
    waitMedian: rounded(median(waits)),
    waitNinth: rounded(waits[Math.ceil(waits.length * 0.9) - 1] ?? null),
    servedMinutes: rounded(
      mean(
        present(served.map(({ calledAt, endedAt }) => calledAt && endedAt && (endedAt - calledAt) / MINUTE)),
      ),
    ),
    error: {
      counted: errors.length,
      median: rounded(median(errors)),
      within5:
        errors.length === 0 ? null : errors.filter((one) => Math.abs(one) <= STEP).length / errors.length,
      steps: [...steps].sort(([a], [b]) => a - b).map(([from, count]) => ({ from, tickets: count })),
    },
  }
}

export const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10) / 10

type Jump = Awaited<ReturnType<typeof findJumps>>[number]

const FEW = 3

/** 插队规律: an officer whose calls are out of turn twice as often as all officers' together, and not once or twice. */
function jumpersOf(tickets: readonly Pick<TicketRow, 'calledBy'>[], jumps: readonly Jump[]) {
  const calls = new Map<string, number>()
  for (const { calledBy } of tickets)
    if (calledBy !== null) calls.set(calledBy, (calls.get(calledBy) ?? 0) + 1)
  const usual =
    jumps.length /
    Math.max(
      1,
      [...calls.values()].reduce((sum, count) => sum + count, 0),
    )
  return [...new Set(jumps.map(({ officer }) => officer))]
    .map((officer) => {
      const own = jumps.filter((jump) => jump.officer === officer)
      const made = Math.max(calls.get(officer) ?? 0, own.length)
      const share = own.length / made
      const reasons = own.map(({ reason }) => reason)
      return {
        ...{ officer, jumps: own.length, calls: made, share },
        overtaken: own.reduce((sum, { overtook }) => sum + overtook.length, 0),
        sameReason: Math.max(...reasons.map((reason) => reasons.filter((other) => other === reason).length)),
        flagged: own.length >= FEW && share >= 2 * usual,
      }
    })
    .sort((a, b) => b.jumps - a.jumps || (a.officer < b.officer ? -1 : 1))
}
