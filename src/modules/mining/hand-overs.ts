import type { Histories } from '#engines/histories/index.ts'
import { medianOf } from './directly-follows.ts'
import { inSeconds } from './durations.ts'
import { oftenFirst } from './mine.ts'
import type { Holders } from './selection.ts'

/** 移交: how often cases went from one unit to another, and how long they lay in between. */
export interface HandOver {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly cases: number
  readonly medianSeconds: number
}

/** Calls back for each event that another unit did than the last known before it. */
function eachHandOver(
  { caseCount, firstEvent, at }: Histories,
  holders: Holders,
  seen: (pair: {
    readonly from: number
    readonly to: number
    readonly index: number
    readonly waited: number
  }) => void,
): void {
  for (let index = 0; index < caseCount; index++) {
    let held = -1
    const end = firstEvent[index + 1] as number
    for (let event = firstEvent[index] as number; event < end; event++) {
      const holder = holders.of(event)
      if (holder < 0) continue
      if (held >= 0 && holder !== held)
        seen({ from: held, to: holder, index, waited: (at[event] as number) - (at[event - 1] as number) })
      held = holder
    }
  }
}

/** All hand-overs between units, the most frequent first. */
export function handOversOf(histories: Histories, holders: Holders): HandOver[] {
  const found = new Map<number, { waits: number[]; cases: number; last: number }>()
  const width = holders.units.length
  eachHandOver(histories, holders, ({ from, to, index, waited }) => {
    const pair = from * width + to
    const known = found.get(pair) ?? { waits: [], cases: 0, last: -1 }
    known.waits.push(waited)
    if (known.last !== index) known.cases++
    known.last = index
    found.set(pair, known)
  })
  return [...found]
    .map(([pair, { waits, cases }]) => ({
      from: holders.units[Math.floor(pair / width)] ?? '',
      to: holders.units[pair % width] ?? '',
      ...{ count: waits.length, cases },
      medianSeconds: inSeconds(medianOf(Float64Array.from(waits).sort())),
    }))
    .sort(oftenFirst)
}

/** The cases behind one of them, in the order of the log. */
export function casesHandedOver(
  histories: Histories,
  holders: Holders,
  asked: { readonly from: string; readonly to: string },
): number[] {
  const [from, to] = [holders.units.indexOf(asked.from), holders.units.indexOf(asked.to)]
  const found = new Set<number>()
  eachHandOver(histories, holders, (pair) => {
    if (pair.from === from && pair.to === to) found.add(pair.index)
  })
  return [...found]
}
