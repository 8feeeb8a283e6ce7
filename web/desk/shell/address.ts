import { useAddressAs } from '#ui/staff/index.ts'

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
  /** Licences that end within so many days. */
  readonly within?: string
  /** The section of a draft. */
  readonly section?: string
}

export const useAddress = () => useAddressAs<Address>()
