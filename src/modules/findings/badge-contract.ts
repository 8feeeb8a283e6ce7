import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'

/** 谈话: the second finding about the manner of one badge within a quarter. */
export const BadgeTalkRow = z.object({
  talk: z.string(),
  badge: z.string(),
  quarter: z.string(),
  unit: z.object({ id: z.string(), name: BilingualText }),
  findings: z.array(z.string()),
  dueAt: InstantText,
  overdue: z.boolean(),
  held: z.object({ on: DayText, note: z.string(), by: z.string() }).nullable(),
})
export type BadgeTalkRow = z.infer<typeof BadgeTalkRow>

export const listBadgeTalks = endpoint({
  name: 'listBadgeTalks',
  method: 'GET',
  path: '/api/badge-talks',
  summary: { zh: '因态度问题应谈话的工作牌', en: 'Badges whose holders are owed a talk' },
  guard: 'badges.talks',
  recorded: 'listed',
  answer: z.object({ rows: z.array(BadgeTalkRow) }),
})

export const holdBadgeTalk = endpoint({
  name: 'holdBadgeTalk',
  method: 'POST',
  path: '/api/badge-talks/{talk}',
  summary: { zh: '登记谈话', en: 'Enter that the talk was held' },
  guard: 'badges.talk',
  params: z.object({ talk: z.string().max(80) }),
  body: z.object({ on: DayText, note: z.string().min(1).max(2000) }),
  answer: BadgeTalkRow,
})
