import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText, PurposeQuery } from '#kernel/endpoint.ts'
import { MeasureSignal } from './measure-contract.ts'
import { CONSEQUENCES, RANKS, STATUSES } from './terms.ts'

const Period = z.object({ from: DayText, until: DayText })
const Effect = z.object({ effect: z.enum(CONSEQUENCES), basis: z.string(), files: z.array(z.string()) })

/** 考核影响 of one person or unit in a year: what stands, and what follows by the dated rules. */
export const StandingView = z.object({
  account: z.string().nullable(),
  unit: z.string(),
  year: z.number(),
  measures: z.number(),
  admonitions: z.number(),
  effects: z.array(Effect),
})
export type StandingView = z.infer<typeof StandingView>
export const getMeasureStanding = endpoint({
  name: 'getMeasureStanding',
  method: 'GET',
  path: '/api/accountability/standing',
  summary: { zh: '一年内的处理对考核的影响', en: 'What measures of a year do to the appraisal' },
  guard: 'accountability.read',
  recorded: 'opened',
  query: PurposeQuery.extend({
    account: z.string().max(80).optional(),
    unit: z.string().max(80).optional(),
    year: z.coerce.number().int().min(2000).max(2100),
  }),
  answer: StandingView,
})

const Cell = z.object({
  /** Null: too few to be compared, so that nobody is recognised. */
  findings: z.number().nullable(),
  measures: z.number().nullable(),
  files: z.array(z.string()),
})
const ByRank = Cell.extend({ rank: z.enum(RANKS) })
const ByStatus = Cell.extend({ status: z.enum(STATUSES) })

/** 处理统计: every figure is the number of files behind it. */
export const MeasureFigures = Period.extend({
  persons: z.number(),
  units: z.number(),
  byInstrument: z.array(
    z.object({ code: z.string(), name: BilingualText, count: z.number(), files: z.array(z.string()) }),
  ),
  byConduct: z.array(
    z.object({ conduct: z.string(), name: BilingualText, count: z.number(), files: z.array(z.string()) }),
  ),
  byRank: z.array(ByRank),
  byStatus: z.array(ByStatus),
  rows: z.array(
    z.object({
      file: z.string(),
      findings: z.array(z.string()),
      instrument: z.string(),
      decidedOn: DayText,
      number: z.string(),
    }),
  ),
  /** Off the table, unlike measures for equal conduct, only juniors punished, school fees closed by refund alone, … */
  signals: z.array(MeasureSignal.extend({ files: z.array(z.string()) })),
})
export type MeasureFigures = z.infer<typeof MeasureFigures>
export const getMeasureFigures = endpoint({
  name: 'getMeasureFigures',
  method: 'GET',
  path: '/api/accountability/figures',
  summary: { zh: '处理统计和提示', en: 'Figures and signals of measures' },
  guard: 'accountability.decide',
  query: Period,
  answer: MeasureFigures,
})

export const StatementView = z.object({
  statement: z.string(),
  title: z.string(),
  from: DayText,
  until: DayText,
  at: InstantText,
  total: z.number(),
  audience: z.enum(['circular', 'public']),
  persons: z.array(
    z.object({
      /** Only inside: the public sees no file numbers. */
      file: z.string().nullable(),
      name: z.string().nullable(),
      unit: BilingualText.nullable(),
      status: z.enum(STATUSES).nullable(),
      leader: z.boolean(),
      conduct: BilingualText,
      measure: BilingualText,
    }),
  ),
  /** Categories of status that add up to the total. */
  byStatus: z.array(z.object({ status: z.enum([...STATUSES, 'unit']), count: z.number() })),
  corrections: z.number(),
  withdrawn: z.string().nullable(),
})
export type StatementView = z.infer<typeof StatementView>

export const listStatements = endpoint({
  name: 'listStatements',
  method: 'GET',
  path: '/api/accountability/statements',
  summary: { zh: '已公布的处理情况', en: 'What was published of measures' },
  guard: 'accountability.decide',
  answer: z.object({ rows: z.array(StatementView) }),
})
export const publishStatement = endpoint({
  name: 'publishStatement',
  method: 'POST',
  path: '/api/accountability/statements',
  summary: { zh: '公布处理情况', en: 'Publish who was dealt with' },
  guard: 'accountability.propose',
  body: Period.extend({
    title: z.string().max(100),
    files: z.array(z.string().max(20)).max(500),
    named: z.array(z.string().max(20)).max(500).default([]),
    /** As it stands in the text that is published: refused where it is not the number of files. */
    total: z.number().int().min(0),
    audience: z.enum(['circular', 'public']),
  }),
  answer: StatementView,
})
export const withdrawStatement = endpoint({
  name: 'withdrawStatement',
  method: 'POST',
  path: '/api/accountability/statements/{statement}/withdrawal',
  summary: { zh: '撤回公布', en: 'Withdraw a statement' },
  guard: 'accountability.propose',
  params: z.object({ statement: z.string().max(60) }),
  body: z.object({ reason: z.string().max(500) }),
  answer: StatementView,
})
/** 公开道歉 (ACCT-07) as the unit made it: where the harm was public, so is the apology. */
const PublicApology = z.object({
  unit: BilingualText,
  text: z.string(),
  channel: z.string(),
  on: DayText,
  link: z.string().nullable(),
})

export const publicMeasures = endpoint({
  name: 'publicMeasures',
  method: 'GET',
  path: '/api/public-measures',
  summary: { zh: '效能问责公开', en: 'Measures published to everybody' },
  guard: 'public',
  query: z.object({ jurisdiction: z.string().max(40).optional(), year: z.coerce.number().int().optional() }),
  answer: z.object({
    rows: z.array(StatementView),
    apologies: z.array(PublicApology),
    /** 一视同仁: findings and measures of the year before, by rank and status; small groups left out. */
    year: z.number(),
    byRank: z.array(
      z.object({ rank: z.enum(RANKS), findings: z.number().nullable(), measures: z.number().nullable() }),
    ),
    byStatus: z.array(
      z.object({
        status: z.enum(STATUSES),
        findings: z.number().nullable(),
        measures: z.number().nullable(),
      }),
    ),
  }),
})

export const InquiryView = z.object({
  inquiry: z.string(),
  unit: z.object({ id: z.string(), name: BilingualText }),
  principal: z.object({ account: z.string(), name: z.string() }).nullable(),
  because: z.array(z.enum(['grave', 'overdue', 'bottomThree'])),
  findings: z.array(z.string()),
  on: DayText,
  answerBy: DayText,
  overdue: z.boolean(),
  /** Measures on others than the principal about the same findings. */
  subordinates: z.array(z.string()),
  answered: z
    .object({
      outcome: z.enum(['liable', 'notLiable']),
      reason: z.string(),
      file: z.string().nullable(),
      by: z.string(),
    })
    .nullable(),
})
export type InquiryView = z.infer<typeof InquiryView>
export const listInquiries = endpoint({
  name: 'listInquiries',
  method: 'GET',
  path: '/api/accountability/inquiries',
  summary: { zh: '一把手问责调查', en: 'Inquiries into principals' },
  guard: 'ladder.change',
  recorded: 'listed',
  query: PurposeQuery,
  answer: z.object({ rows: z.array(InquiryView) }),
})
export const answerPrincipalInquiry = endpoint({
  name: 'answerPrincipalInquiry',
  method: 'POST',
  path: '/api/accountability/inquiries/{inquiry}/answer',
  summary: { zh: '问责调查结论', en: 'Answer an inquiry' },
  guard: 'accountability.propose',
  params: z.object({ inquiry: z.string().max(60) }),
  body: z.object({
    outcome: z.enum(['liable', 'notLiable']),
    reason: z.string().max(1000),
    file: z.string().max(20).nullable().default(null),
  }),
  answer: InquiryView,
})
