import { z } from 'zod'
import { DayText, endpoint, InstantText } from '#kernel/endpoint.ts'

/** Is it well, and how far does it know? For load balancers and for the sign-in page, which may be a demo's. */
export const Health = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  demo: z.boolean(),
  at: InstantText,
  database: z.enum(['ok', 'unreachable']),
  /** The last position of the ledger. */
  ledgerHead: z.number().int().nullable(),
  /** The last day whose working-day calendar has been announced. */
  calendarKnownUntil: DayText.nullable(),
})
export type Health = z.infer<typeof Health>

export const getHealth = endpoint({
  name: 'getHealth',
  method: 'GET',
  path: '/api/health',
  summary: { zh: '运行状况', en: 'Health' },
  guard: 'public',
  answer: Health,
})
