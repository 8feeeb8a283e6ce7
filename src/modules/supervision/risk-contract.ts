import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'

const Count = z.number().int()
const Month = z.string().regex(/^\d{4}-\d{2}$/)

export const ShirkingRow = z.object({
  key: z.string(),
  unit: z.string(),
  unitName: BilingualText,
  /** null: not at a counter. */
  counter: z.string().nullable(),
  asked: Count,
  declined: Count,
  notOurs: Count,
  transferred: Count,
  slips: Count,
  stayedAway: Count,
  /** Sent to and fro: back to where it came from. */
  loops: Count,
  /** Of all these, about a matter on the unit's own list. */
  ownMatter: Count,
})
export type ShirkingRow = z.infer<typeof ShirkingRow>

export const RiskAct = z.object({
  key: z.string(),
  unit: z.string(),
  unitName: BilingualText,
  kind: z.string(),
  mark: z.string().nullable(),
  own: z.boolean(),
  accountName: z.string(),
  /** The case that it opens to; null: an enquiry. */
  caseNo: z.string().nullable(),
  happenedAt: InstantText,
})
export type RiskAct = z.infer<typeof RiskAct>

export const listShirking = endpoint({
  name: 'listShirking',
  method: 'GET',
  path: '/api/supervision/shirking',
  summary: {
    zh: '推诿月报：每个窗口不受理、移交、转办几次',
    en: 'Refusals, transfers and slips of a month by window',
  },
  guard: 'cards.read',
  query: z.object({ month: Month.optional() }),
  answer: z.object({
    month: z.string(),
    rows: z.array(ShirkingRow),
    /** Refusals of matters on the own list: each is looked at. */
    ownMatters: z.array(RiskAct),
  }),
})

export const listUnusual = endpoint({
  name: 'listUnusual',
  method: 'GET',
  path: '/api/supervision/unusual-acts',
  summary: {
    zh: '异常操作：办公时间以外的决定和更正、决定前的移交、没有理由的决定',
    en: 'Unusual acts: decisions and corrections off hours, transfers just before the end, decisions without reasons',
  },
  guard: 'risks.read',
  query: z.object({ month: Month.optional() }),
  answer: z.object({ month: z.string(), rows: z.array(RiskAct.extend({ because: BilingualText })) }),
})

export const ConcentrationRow = z.object({
  key: z.string(),
  kind: z.string(),
  unit: z.string(),
  unitName: BilingualText,
  times: Count,
  beneficiaries: Count,
  /** Share of the one who got most, 0 to 1, with the interval that chance alone would give (Wilson, 95 %). */
  topShare: z.number(),
  topLow: z.number(),
  /** Concentration of Herfindahl and Hirschman, 0 to 1. */
  index: z.number(),
  outlier: z.boolean(),
  /** Fewer than the smallest cell: nothing is concluded. */
  small: z.boolean(),
  top: z.array(z.object({ name: z.string(), times: Count, matter: z.string() })),
})
export type ConcentrationRow = z.infer<typeof ConcentrationRow>

/** Sealed: no unit and no leader reads it before supervision has looked. */
export const listConcentration = endpoint({
  name: 'listConcentration',
  method: 'GET',
  path: '/api/supervision/concentration',
  summary: {
    zh: '受益集中度（密）：审批、减免、供地都给了谁',
    en: 'Who benefits (sealed): how approvals, fee cuts and land concentrate',
  },
  guard: 'risks.read',
  recorded: 'listed',
  query: z.object({ from: DayText.optional(), until: DayText.optional() }),
  answer: z.object({ from: DayText, until: DayText, rows: z.array(ConcentrationRow) }),
})
