import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { Level, LogQuery } from './card-contract.ts'

export const RuleNumber = z.object({
  name: z.string(),
  title: BilingualText,
  unit: z.string(),
  values: z.array(z.object({ from: DayText, value: z.number() })),
  current: z.number(),
})

export const RuleRow = z.object({
  code: z.string(),
  kind: z.enum(['time', 'process', 'content', 'fee']),
  subject: z.enum(['case', 'complaint', 'task', 'hall', 'charge', 'enforcement']),
  title: BilingualText,
  level: Level,
  basis: BilingualText,
  confidence: z.enum(['C', 'L', 'U']),
  enabled: z.boolean(),
  firings: z.number().int(),
})
export type RuleRow = z.infer<typeof RuleRow>

export const RuleView = RuleRow.extend({
  explanation: BilingualText,
  numbers: z.array(RuleNumber),
  examples: z.array(z.object({ fires: z.boolean(), text: BilingualText })),
  /** Firings by month of the effective instant, oldest first. */
  overTime: z.array(z.object({ month: z.string(), count: z.number().int() })),
})
export type RuleView = z.infer<typeof RuleView>

export const ReplayView = z.object({
  rule: z.string(),
  log: z.string(),
  at: InstantText,
  numbers: z.record(z.string(), z.number()),
  before: z.number().int(),
  after: z.number().int(),
  gained: z.array(z.string()),
  lost: z.array(z.string()),
})
export type ReplayView = z.infer<typeof ReplayView>

const RuleParams = z.object({ rule: z.string().max(20) })

export const listRules = endpoint({
  name: 'listRules',
  method: 'GET',
  path: '/api/rules',
  summary: { zh: '监察规则', en: 'Rules' },
  guard: 'rules.read',
  query: LogQuery,
  answer: z.object({ rows: z.array(RuleRow) }),
})

export const getRule = endpoint({
  name: 'getRule',
  method: 'GET',
  path: '/api/rules/{rule}',
  summary: { zh: '一条规则：依据、数值、例子', en: 'One rule: basis, numbers, examples' },
  guard: 'rules.read',
  params: RuleParams,
  query: LogQuery,
  answer: RuleView,
})

export const replayRule = endpoint({
  name: 'replayRule',
  method: 'POST',
  path: '/api/rules/{rule}/replay',
  summary: { zh: '试算：数值改变会怎样', en: 'Replay with other numbers' },
  guard: 'rules.replay',
  params: RuleParams,
  body: z.object({
    log: z.string().max(60),
    set: z.record(z.string().max(60), z.number()),
    at: InstantText.optional(),
  }),
  answer: ReplayView,
})
