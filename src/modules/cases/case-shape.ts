import { z } from 'zod'
import { BilingualText } from '#kernel/endpoint.ts'

/** The case that a row of a list is about. */
export const CaseOf = z.object({
  caseNo: z.string(),
  item: z.string(),
  itemName: BilingualText,
  unit: z.string(),
  unitName: BilingualText,
})

/** A reason in somebody's own words. */
export const Reason = z.string().max(1000)
