import { z } from 'zod'
import { BilingualText, DayText, endpoint, pageOf, PageQuery } from '#kernel/endpoint.ts'

/** 办理结果公开: no free words, no whole name of a human being. */
export const PostedResult = z.object({
  caseNo: z.string(),
  number: z.string().nullable(),
  item: z.string(),
  itemName: BilingualText,
  unitName: BilingualText,
  applicant: z.string(),
  decidedOn: DayText,
  outcome: z.enum(['granted', 'denied']),
  deemed: z.boolean(),
  atOnce: z.string().nullable(),
  basis: z.string(),
  /** 不予的理由: the published conditions that are not met. */
  unmet: z.array(BilingualText),
})
export type PostedResult = z.infer<typeof PostedResult>

export const listResults = endpoint({
  name: 'listResults',
  method: 'GET',
  path: '/api/results',
  summary: { zh: '办理结果公开', en: 'Published results' },
  guard: 'public',
  query: PageQuery.extend({
    jurisdiction: z.string().max(20).optional(),
    unit: z.string().max(80).optional(),
    search: z.string().max(60).optional(),
  }),
  answer: pageOf(PostedResult),
})
