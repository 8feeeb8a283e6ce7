import { z } from 'zod'
import { BilingualText, endpoint } from '#kernel/endpoint.ts'

const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/)

export const ReformQuarter = z.object({
  quarter: Quarter,
  cases: z.number().int(),
  isSmall: z.boolean(),
  values: z.array(
    z.object({
      code: z.string(),
      title: BilingualText,
      of: z.enum(['cases', 'items']),
      value: z.number().nullable(),
    }),
  ),
  /** Published with these values; null: not yet. */
  published: z.object({ by: z.string(), on: z.string() }).nullable(),
})
export type ReformQuarter = z.infer<typeof ReformQuarter>

export const getReformBoard = endpoint({
  name: 'getReformBoard',
  method: 'GET',
  path: '/api/efficiency/boards/reform',
  summary: { zh: '审批制度改革进展（按季度）', en: 'Progress of the approval reform, by quarter' },
  guard: 'efficiency.read',
  query: z.object({ until: Quarter.optional(), quarters: z.coerce.number().int().min(1).max(20).default(5) }),
  answer: z.object({ minimumCell: z.number(), rows: z.array(ReformQuarter) }),
})

export const publishReform = endpoint({
  name: 'publishReform',
  method: 'PUT',
  path: '/api/efficiency/boards/reform/{quarter}',
  summary: {
    zh: '公布一个季度的改革数字：与办件重算不符的不予公布',
    en: 'Publish the figures of a quarter: what cases do not reproduce is refused',
  },
  guard: 'efficiency.set',
  params: z.object({ quarter: Quarter }),
  /** Each figure as it shall be told; those left out are told as computed. */
  body: z.object({ values: z.record(z.string().max(40), z.number()) }),
  answer: ReformQuarter,
})
