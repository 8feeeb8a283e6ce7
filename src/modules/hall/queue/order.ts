import type { EpochMs } from '#kernel/day.ts'
import type { Lane, PlaceReason } from '../terms.ts'

export interface Waiting {
  readonly number: string
  readonly priority: string | null
  /** The booked time; null: came without. */
  readonly dueAt: EpochMs | null
  /** From when it counts in its lane: taken, or come back after it was missed. */
  readonly since: EpochMs
}

export interface Placed<Ticket> {
  readonly ticket: Ticket
  readonly lane: Lane
  readonly because: PlaceReason
}

export interface OrderRule {
  readonly now: EpochMs
  readonly priorityInARow: number
  /** Lanes of those called before, the last one last. */
  readonly called: readonly Lane[]
}

/**
 * Who comes when, and why. A booked time that has come is a promise and goes first; then those whom the rule lets go
 * first, but after so many of them in a row one of the others; in each lane whoever came first.
 */
export function inOrder<Ticket extends Waiting>(
  waiting: readonly Ticket[],
  { now, priorityInARow, called }: OrderRule,
): Placed<Ticket>[] {
  const lanes: Record<Lane, Ticket[]> = { appointment: [], priority: [], ordinary: [] }
  for (const ticket of [...waiting].sort(earlier)) lanes[laneOf(ticket, now)].push(ticket)
  lanes.appointment.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || earlier(a, b))
  const placed: Placed<Ticket>[] = lanes.appointment.map((ticket) => ({
    ticket,
    lane: 'appointment',
    because: 'appointmentDue',
  }))
  let inARow = runOf(called)
  const [first, others] = [lanes.priority.values(), lanes.ordinary.values()]
  let [one, other] = [first.next(), others.next()]
  while (!one.done || !other.done) {
    if (!one.done && (inARow < priorityInARow || other.done)) {
      placed.push({ ticket: one.value, lane: 'priority', because: 'priority' })
      one = first.next()
      inARow++
    } else if (!other.done) {
      const passes = !one.done
      placed.push({
        ticket: other.value,
        lane: 'ordinary',
        because: passes ? 'turnOfOrdinary' : 'firstCome',
      })
      other = others.next()
      inARow = 0
    }
  }
  return placed
}

export const laneOf = ({ dueAt, priority }: Waiting, now: EpochMs): Lane =>
  dueAt !== null && dueAt <= now ? 'appointment' : priority === null ? 'ordinary' : 'priority'

const earlier = (a: Waiting, b: Waiting): number =>
  a.since - b.since || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0)

/** How many priority numbers were called last without an ordinary one between; booked ones do not count. */
function runOf(called: readonly Lane[]): number {
  let run = 0
  for (const lane of [...called].reverse()) {
    if (lane === 'ordinary') break
    if (lane === 'priority') run++
  }
  return run
}
