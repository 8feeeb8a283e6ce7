import { useAddress } from '../shell/address.ts'
import { monthIn } from './month.ts'

/** The month in the address, or the present one. */
export function useMonth(today: string): string {
  const [{ month }] = useAddress()
  return monthIn(month, today)
}
