import { useAddressAs } from '#ui/staff/index.ts'

/** What may stand behind the question mark of a page's address. Always text, as in the API's own queries. */
export interface Address {
  readonly log?: string
  readonly unit?: string
  readonly state?: string
  readonly colour?: string
  readonly late?: string
  readonly early?: string
  readonly rule?: string
  readonly search?: string
  readonly level?: string
  readonly status?: string
  readonly subject?: string
  readonly account?: string
  readonly kind?: string
  readonly asOf?: string
  readonly clock?: string
  readonly tab?: string
  readonly variants?: string
  readonly activity?: string
  readonly from?: string
  readonly to?: string
  readonly deviation?: string
  readonly fromUnit?: string
  readonly toUnit?: string
  readonly import?: string
  readonly sort?: string
  /** Figures of efficiency: how they are taken apart, over which days, and which number of which board is opened. */
  readonly by?: string
  readonly group?: string
  readonly part?: string
  readonly item?: string
  readonly until?: string
  readonly board?: string
  readonly key?: string
  readonly what?: string
  /** The place of a variant in the list of variants, from 1. */
  readonly variant?: string
  /** Numbers of a rule that somebody tries: `limitDays:15,graceDays:1`. */
  readonly set?: string
  /** `2026-03` */
  readonly month?: string
}

export const useAddress = () => useAddressAs<Address>()
