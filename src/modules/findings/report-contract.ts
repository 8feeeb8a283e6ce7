import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'

export const REPORT_STATES = ['received', 'transferred', 'answered', 'closed'] as const
export const REPORT_OUTCOMES = ['verified', 'notVerified', 'misunderstanding'] as const
const ReportState = z.enum(REPORT_STATES)
const ReportOutcome = z.enum(REPORT_OUTCOMES)

const Number = z.object({ report: z.string().max(40) })
const Jurisdiction = z.object({ jurisdiction: z.string().max(40).optional() })
const Code = Jurisdiction.extend({ code: z.string().max(20) })

/** 受保护的举报: what somebody tells us of extortion; who he is stays in the vault. */
export const tellReport = endpoint({
  name: 'tellReport',
  method: 'POST',
  path: '/api/reports',
  summary: { zh: '受保护的举报', en: 'Report in protection' },
  guard: 'public',
  body: Jurisdiction.extend({
    unit: z.string().min(1).max(80),
    text: z.string().min(5).max(4000),
    happenedOn: DayText.optional(),
    /** Both may be left out. */
    name: z.string().max(80).optional(),
    phone: z.string().max(30).optional(),
  }),
  /** The number and the code by which the answer is asked for; shown once. */
  answer: z.object({ report: z.string(), code: z.string() }),
})

/** Whom one can report. */
export const listReportUnits = endpoint({
  name: 'listReportUnits',
  method: 'GET',
  path: '/api/report-units',
  summary: { zh: '可以举报的单位', en: 'Units that can be reported' },
  guard: 'public',
  query: Jurisdiction,
  answer: z.object({ rows: z.array(z.object({ id: z.string(), name: BilingualText })) }),
})

export const HeldReport = z.object({
  report: z.string(),
  state: ReportState,
  toldAt: InstantText,
  transferBy: InstantText,
  transferredAt: InstantText.nullable(),
  answer: z.string().nullable(),
  /** Supervision asks whether it was a misunderstanding; only the reporter can say so. */
  wordAsked: z.boolean(),
})
export type HeldReport = z.infer<typeof HeldReport>

export const getHeldReport = endpoint({
  name: 'getHeldReport',
  method: 'GET',
  path: '/api/reports/{report}',
  summary: { zh: '凭编号和查询码看举报办理情况', en: 'How one’s report stands, by number and code' },
  guard: 'public',
  params: Number,
  query: Code,
  answer: HeldReport,
})

export const sayWord = endpoint({
  name: 'sayWord',
  method: 'POST',
  path: '/api/reports/{report}/word',
  summary: { zh: '举报人本人的意思', en: 'The reporter’s own word' },
  guard: 'public',
  params: Number,
  body: Code.extend({ agrees: z.boolean() }),
  answer: HeldReport,
})

/** What supervision sees: not who told it. */
export const ReportRow = z.object({
  report: z.string(),
  unit: z.object({ id: z.string(), name: BilingualText }),
  state: ReportState,
  named: z.boolean(),
  toldAt: InstantText,
  transferBy: InstantText,
  overdue: z.boolean(),
  transferredTo: z.string().nullable(),
  receipt: z.string().nullable(),
  result: z.string().nullable(),
  reporterAgrees: z.boolean().nullable(),
  outcome: ReportOutcome.nullable(),
  finding: z.string().nullable(),
})
export type ReportRow = z.infer<typeof ReportRow>

export const listReports = endpoint({
  name: 'listReports',
  method: 'GET',
  path: '/api/protected-reports',
  summary: {
    zh: '受保护的举报（监察人员，被举报单位及其上下级除外）',
    en: 'Protected reports, never those about the own line',
  },
  guard: 'reports.read',
  recorded: 'listed',
  answer: z.object({ rows: z.array(ReportRow) }),
})

export const openReport = endpoint({
  name: 'openReport',
  method: 'POST',
  path: '/api/protected-reports/{report}/reading',
  summary: { zh: '写明用途，阅看举报内容', en: 'Read what was told, with a purpose' },
  guard: 'reports.read',
  recorded: 'opened',
  params: Number,
  body: z.object({ purpose: z.string().min(2).max(200), reporter: z.boolean().optional() }),
  answer: z.object({
    row: ReportRow,
    text: z.string(),
    happenedOn: z.string().nullable(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    /** Cases of the unit that lay idle and then were suddenly finished. */
    hints: z.array(z.object({ matter: z.string(), idleDays: z.number().int(), finishedOn: DayText })),
  }),
})

const act = <Body extends z.ZodType>(name: string, path: string, zh: string, en: string, body: Body) =>
  endpoint({
    ...{ name, method: 'POST', path: `/api/protected-reports/{report}/${path}`, summary: { zh, en } },
    ...{ guard: 'reports.read', params: Number, body, answer: ReportRow },
  })

export const transferReport = act(
  'transferReport',
  'transfer',
  '移送纪检监察机关',
  'Transfer to the discipline body',
  z.object({ to: z.string().min(2).max(100), receipt: z.string().min(2).max(100) }),
)
export const answerReport = act(
  'answerReport',
  'result',
  '登记移送后的办理结果',
  'Enter what came of the transfer',
  z.object({ result: z.string().min(1).max(2000), reference: z.string().min(2).max(100) }),
)
export const closeReport = act(
  'closeReport',
  'closing',
  '办结并答复举报人',
  'Close it and answer the reporter',
  z.object({ outcome: ReportOutcome, answer: z.string().min(1).max(2000) }),
)
