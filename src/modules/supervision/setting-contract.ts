import { z } from 'zod'
import { BilingualText, DayText, endpoint } from '#kernel/endpoint.ts'
import { SETTING_NAMES } from './setting-shapes.ts'

const Value = z.union([z.number(), z.string().max(500)])

export const SettingView = z.object({
  name: z.enum(SETTING_NAMES),
  title: BilingualText,
  /** In force today; the usual one where nobody has set another. */
  value: Value,
  usual: Value,
  perItem: z.boolean(),
  /** Everything that was ever set, newest first, also for days to come. */
  set: z.array(
    z.object({ subject: z.string(), from: DayText, value: Value, reason: z.string(), by: z.string() }),
  ),
})
export type SettingView = z.infer<typeof SettingView>

export const listEfficiencySettings = endpoint({
  name: 'listEfficiencySettings',
  method: 'GET',
  path: '/api/efficiency/settings',
  summary: { zh: '指标设定：每个数值及其起算日', en: 'Settings of the figures, each with its first day' },
  guard: 'efficiency.read',
  answer: z.object({ rows: z.array(SettingView) }),
})

export const setEfficiencySetting = endpoint({
  name: 'setEfficiencySetting',
  method: 'PUT',
  path: '/api/efficiency/settings/{name}',
  summary: { zh: '设定一个数值，从今天或以后起算', en: 'Set a number from today or a later day on' },
  guard: 'efficiency.set',
  params: z.object({ name: z.enum(SETTING_NAMES) }),
  body: z.object({
    subject: z.string().max(120).default(''),
    from: DayText,
    value: Value,
    reason: z.string().min(5).max(500),
  }),
  answer: z.object({ rows: z.array(SettingView) }),
})
