import { useNavigate, useSearch } from '@tanstack/react-router'

/** What may stand behind the question mark of a page's address: always text, as in the API's own queries. */
export interface Address {
  readonly whose?: string
  readonly kind?: string
  readonly status?: string
  readonly item?: string
  readonly search?: string
  /** The file previewed beside the list. */
  readonly beside?: string
  readonly clock?: string
  readonly asOf?: string
  /** The page of the hall. */
  readonly hall?: string
  readonly tab?: string
  readonly month?: string
  readonly day?: string
  readonly counter?: string
  readonly unit?: string
  readonly what?: string
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
  const address = useSearch({ strict: false }) as Address
  const navigate = useNavigate()
  const change = (changed: Partial<Address>) => {
    const search = (before: Address): Address => ({ ...before, ...changed })
    void navigate({ to: '.', search: search as never, replace: true, resetScroll: false })
  }
  return [address, change]
}
