import { z } from 'zod'
import { DayText, endpoint } from '#kernel/endpoint.ts'

/** 找熟人、托关系 (CASE-27): what applicants answered after their cases, by who decided these. */
export const ConnectionAnswers = z.object({
  answered: z.number().int(),
  yes: z.number().int(),
  rows: z.array(
    z.object({
      officer: z.string(),
      unit: z.string(),
      answered: z.number().int(),
      yes: z.number().int(),
      share: z.number(),
      /** The range that holds the true share with 95 % confidence. */
      low: z.number(),
      high: z.number(),
      /** Even the low end lies above the share of all officers together: it is hardly chance. */
      clusters: z.boolean(),
      /** The cases whose applicants said yes. */
      cases: z.array(z.string()),
    }),
  ),
})
export type ConnectionAnswers = z.infer<typeof ConnectionAnswers>

export const listConnections = endpoint({
  name: 'listConnections',
  method: 'GET',
  path: '/api/connections',
  summary: {
    zh: '“是否找熟人、托关系”的回答，按决定人',
    en: 'Whether connections were needed, as applicants said, by officer',
  },
  guard: 'cases.read',
  query: z.object({ from: DayText, until: DayText }),
  answer: ConnectionAnswers,
  recorded: 'listed',
})
