import { z } from 'zod'
import { DayText, endpoint } from '#kernel/endpoint.ts'

const Days = z.number().nullable()

/** One quarter of an item. Where too few cases were decided, the figures are left out and the count says why. */
const ItemQuarterView = z.object({
  quarter: z.string(),
  cases: z.number().int(),
  median: Days,
  p90: Days,
  onTime: z.number().nullable(),
  committedDays: Days,
})

export const ItemTimes = z.object({
  item: z.string(),
  minimumCell: z.number(),
  from: DayText,
  until: DayText,
  rows: z.array(ItemQuarterView),
})
export type ItemTimes = z.infer<typeof ItemTimes>

export const getItemTimes = endpoint({
  name: 'getItemTimes',
  method: 'GET',
  path: '/api/items/{item}/times',
  summary: {
    zh: '这件事实际要多久（公开，按季度）',
    en: 'How long it really takes, by quarter, for everybody',
  },
  guard: 'public',
  params: z.object({ item: z.string().max(120) }),
  query: z.object({ jurisdiction: z.string().max(80).optional() }),
  answer: ItemTimes,
})

export const CasePaceView = z.object({
  caseNo: z.string(),
  startDays: Days,
  handlingDays: Days,
  totalDays: Days,
  openDays: Days,
  awaitedDays: z.number(),
  idleDays: z.number(),
  seals: z.number(),
  visits: z.number(),
  sentRound: z.number(),
  /** Usual time of the item; null: nothing decided yet. */
  usual: Days,
  turns: z.array(
    z.object({
      kind: z.enum(['answer', 'step', 'decide', 'deliver']),
      by: z.string(),
      byName: z.string(),
      from: DayText,
      to: DayText,
      hours: z.number(),
      empty: z.number().int(),
    }),
  ),
})
export type CasePaceView = z.infer<typeof CasePaceView>

export const getCasePace = endpoint({
  name: 'getCasePace',
  method: 'GET',
  path: '/api/efficiency/cases/{caseNo}',
  summary: { zh: '一件办件的用时：空转、等待、每一手', en: 'How the time of one case was spent' },
  guard: 'efficiency.read',
  params: z.object({ caseNo: z.string().max(40) }),
  recorded: 'opened',
  answer: CasePaceView,
})
