import { byLot, lotOf } from './lots.ts'

/** What is asked of those who were served: so many of them confirm an item of the sheet. */
export interface Asking {
  readonly item: string
  readonly count: number
}

/** Somebody who was served, by the number of his file: who it is stands in the vault. */
export interface DrawnReceiver {
  readonly unit: string
  readonly item: string
  readonly reference: string
  readonly lot: string
}

/** As many again stand behind the ones drawn, for those who cannot be reached. */
const TIMES = 2

export interface ReceiverLists {
  /** By unit, laid down before the seed is known: nobody comes in afterwards who would say the right thing. */
  readonly served?: Readonly<Record<string, readonly string[]>>
  readonly asking?: readonly Asking[]
}

const nameOf = (unit: string, item: string, reference: string): string =>
  `receiver/${unit}/${item}/${reference}`

/** 核实对象: of those whom the unit really served, by the same seed as the places. */
export function drawReceivers(
  { served = {}, asking = [] }: ReceiverLists,
  units: readonly string[],
  seed: string,
): DrawnReceiver[] {
  return units.flatMap((unit) =>
    asking.flatMap(({ item, count }) =>
      byLot(seed, served[unit] ?? [], (reference) => nameOf(unit, item, reference))
        .slice(0, TIMES * count)
        .map((reference) => ({
          ...{ unit, item, reference },
          lot: lotOf(seed, nameOf(unit, item, reference)),
        })),
    ),
  )
}
