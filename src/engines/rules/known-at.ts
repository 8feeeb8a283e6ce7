import type { EpochMs } from '#kernel/day.ts'
import type { AttributeColumn, Histories } from '#engines/histories/index.ts'

/**
 * The log as it stood at an instant: events after it have not happened yet. The same columns come back when nothing is
 * left out; `lifecycles` keeps only the transitions that count as done.
 */
export function knownAt(histories: Histories, at: EpochMs, lifecycles?: readonly string[]): Histories {
  const wanted = lifecycles && new Set(lifecycles.map((name) => name.toLowerCase()))
  const counts =
    wanted && Uint8Array.from(histories.lifecycles, (name) => (wanted.has(name.toLowerCase()) ? 1 : 0))
  if (!counts && !(lastInstant(histories) > at)) return histories
  const kept = keptEvents(histories, at, counts)
  const pick = (values: Int32Array) => Int32Array.from(kept.events, (event) => values[event] as number)
  return {
    ...histories,
    eventCount: kept.events.length,
    firstEvent: kept.firstEvent,
    activity: pick(histories.activity),
    at: Float64Array.from(kept.events, (event) => histories.at[event] as number),
    resource: pick(histories.resource),
    lifecycle: pick(histories.lifecycle),
    eventAttributes: new Map(
      [...histories.eventAttributes].map(([name, column]) => [name, picked(column, pick)]),
    ),
  }
}

const picked = (
  { codes, values }: AttributeColumn,
  pick: (codes: Int32Array) => Int32Array,
): AttributeColumn => ({
  codes: pick(codes),
  values,
})

function keptEvents(histories: Histories, latest: EpochMs, counts: Uint8Array | undefined) {
  const { caseCount, firstEvent, at, lifecycle } = histories
  const events: number[] = []
  const first = new Int32Array(caseCount + 1)
  for (let index = 0; index < caseCount; index++) {
    for (let event = firstEvent[index] as number; event < (firstEvent[index + 1] as number); event++) {
      const phase = lifecycle[event] as number
      if ((at[event] as number) <= latest && (!counts || phase < 0 || counts[phase] === 1)) events.push(event)
    }
    first[index + 1] = events.length
  }
  return { events: Int32Array.from(events), firstEvent: first }
}

/** The last instant of a log; NaN for an empty one. */
export function lastInstant({ at }: Histories): EpochMs {
  let last = Number.NaN
  for (let event = 0; event < at.length; event++)
    if (!((at[event] as number) <= last)) last = at[event] as number
  return last
}
