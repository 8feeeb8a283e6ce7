import { useNavigate, useSearch } from '@tanstack/react-router'

type Words = Readonly<Record<string, string>>

/** What stands behind the question mark of a page's address: always text, as in the API's own queries. */
export const readAddress = (search: string): Words => Object.fromEntries(new URLSearchParams(search))

export function writeAddress(search: Record<string, unknown>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') written.set(name, String(value))
  }
  const text = written.toString()
  return text && `?${text}`
}

/** Each app knows its own addresses; typed by the router of one of them, this could not serve the other. */
const useAnySearch = useSearch as unknown as (options: { readonly strict: false }) => unknown
const useAnyNavigate = useNavigate as unknown as () => (options: object) => unknown

/** The filters in the address, and a way to change some of them; the page keeps its place. */
export function useAddressAs<Address extends object>(): [Address, (change: Partial<Address>) => void] {
  const address = useAnySearch({ strict: false }) as Address
  const navigate = useAnyNavigate()
  const change = (changed: Partial<Address>) => {
    const search = (before: Address): Address => ({ ...before, ...changed })
    void navigate({ to: '.', search, replace: true, resetScroll: false })
  }
  return [address, change]
}
