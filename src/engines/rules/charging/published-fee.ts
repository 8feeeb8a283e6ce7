import { textAt } from '../event-rule.ts'
import type { PublishedFee } from '../profile.ts'
import type { Watched } from '../watched.ts'

/** The fee of the published register that a charge names; undefined where it names none that is there. */
export function feeCharged(watched: Watched, event: number): PublishedFee | undefined {
  const code = textAt(watched, event, 'feeCode')
  return code === undefined ? undefined : watched.reading.profile.fees?.find((fee) => fee.code === code)
}
