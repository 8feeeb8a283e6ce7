import { z } from 'zod'
import { DayText } from '#kernel/endpoint.ts'
import { BanRow, LicenceRow } from '#modules/licences/contract.ts'

/** 延续: which licence, and whether it was applied for in time; a late one may be treated as new (行政许可法 50.1). */
export const Renewed = z.object({
  licence: z.string(),
  validUntil: DayText,
  renewUntil: DayText,
  inTime: z.boolean(),
})

export const FileLicensing = z.object({
  /** A grant yields a licence with a number of its own. */
  yields: z.boolean(),
  /** Who deceives may not apply again for a time. */
  safety: z.boolean(),
  renews: Renewed.nullable(),
  /** Granted or renewed by this case, or to be renewed; null for readers who do not see it. */
  licence: LicenceRow.nullable(),
  ban: BanRow.nullable(),
})
export type FileLicensing = z.infer<typeof FileLicensing>
