import { z } from 'zod'
import { BilingualText, endpoint, InstantText } from '#kernel/endpoint.ts'

export const GuidanceRow = z.object({
  guidance: z.string(),
  unit: z.object({ id: z.string(), name: BilingualText }),
  matter: z.string().nullable(),
  text: z.string(),
  by: z.string(),
  givenAt: InstantText,
  replyBy: InstantText,
  overdue: z.boolean(),
  reply: z.object({ text: z.string(), at: InstantText, by: z.string() }).nullable(),
})
export type GuidanceRow = z.infer<typeof GuidanceRow>

export const listGuidance = endpoint({
  name: 'listGuidance',
  method: 'GET',
  path: '/api/guidance',
  summary: { zh: '指导意见（与问题发现分开）', en: 'Guidance notes, apart from findings' },
  guard: 'findings.read',
  recorded: 'listed',
  answer: z.object({ rows: z.array(GuidanceRow) }),
})

export const giveGuidance = endpoint({
  name: 'giveGuidance',
  method: 'POST',
  path: '/api/guidance',
  summary: { zh: '提出指导意见', en: 'Give guidance' },
  guard: 'findings.open',
  body: z.object({
    unit: z.string().min(1).max(80),
    matter: z.string().max(200).optional(),
    conduct: z.string().max(40).optional(),
    text: z.string().min(1).max(4000),
  }),
  answer: GuidanceRow,
})

export const replyToGuidance = endpoint({
  name: 'replyToGuidance',
  method: 'POST',
  path: '/api/guidance/{guidance}/reply',
  summary: { zh: '单位回复指导意见', en: 'The unit replies to guidance' },
  guard: 'findings.answer',
  params: z.object({ guidance: z.string().max(40) }),
  body: z.object({ text: z.string().min(1).max(4000) }),
  answer: GuidanceRow,
})
