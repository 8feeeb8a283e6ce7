import type { Address } from '../shell/address.ts'

/** What the list of cases below the map is about. */
export type Chosen =
  | { readonly kind: 'node'; readonly activity: string }
  | { readonly kind: 'edge'; readonly from: string; readonly to: string }
  | { readonly kind: 'handOver'; readonly fromUnit: string; readonly toUnit: string }
  | { readonly kind: 'deviation'; readonly deviation: string; readonly activity: string }

export function chosenIn({ activity, from, to, deviation, fromUnit, toUnit }: Address): Chosen | undefined {
  if (fromUnit && toUnit) return { kind: 'handOver', fromUnit, toUnit }
  if (deviation && activity) return { kind: 'deviation', deviation, activity }
  if (activity) return { kind: 'node', activity }
  return from && to ? { kind: 'edge', from, to } : undefined
}

const NOTHING = {
  ...{ activity: undefined, from: undefined, to: undefined, deviation: undefined },
  ...{ fromUnit: undefined, toUnit: undefined },
}

export function addressOfChosen(chosen: Chosen | undefined): Pick<Address, keyof typeof NOTHING> {
  if (!chosen) return NOTHING
  const { kind: _, ...query } = chosen
  return { ...NOTHING, ...query }
}

export const isChosen = (one: Chosen | undefined, other: Chosen): boolean =>
  one !== undefined && JSON.stringify(one) === JSON.stringify(other)
