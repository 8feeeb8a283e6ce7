import { useNavigate, useSearch } from '@tanstack/react-router'

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
  readonly import?: string
  readonly sort?: string
  /** The place of a variant in the list of variants, from 1. */
  readonly variant?: string
  /** Numbers of a rule that somebody tries: `limitDays:15,graceDays:1`. */
  readonly set?: string
}

export const readAddress = (search: string): Address => Object.fromEntries(new URLSearchParams(search))

export function writeAddress(search: Record<string, unknown>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') written.set(name, String(value))
  }
  const text = written.toString()
  return text && `?${text}`
}

/** The filters in the address, and a way to change some of them; the page keeps its place. */
export function useAddress(): [Address, (change: Partial<Address>) => void] {
  const address: Address = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = (changed: Partial<Address>) => {
    const search = (before: Address): Address => ({ ...before, ...changed })
    void navigate({ to: '.', search, replace: true, resetScroll: false })
  }
  return [address, change]
}
