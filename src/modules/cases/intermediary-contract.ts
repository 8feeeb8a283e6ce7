import { z } from 'zod'
import { BilingualText as Text, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { FileParams } from './file-contract.ts'

const Code = z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/)
const Cents = z.number().int().min(0).max(100_000_000_000)

export const IntermediaryService = z.object({
  service: Code,
  name: Text,
  /** The highest price, in fen. */
  cents: Cents,
  /** Working days within which it is done. */
  limitDays: z.number().int().min(1).max(250),
  /** The law that makes it a precondition; empty: nobody may ask for it. */
  basis: z.string().max(300),
})

/** 有利害关系的人员: an official who is related to an owner. */
export const Relation = z.object({
  official: z.string().min(1).max(60),
  unit: z.string().max(80),
  relation: z.string().min(1).max(100),
})

export const IntermediaryRow = z.object({
  intermediary: z.string(),
  name: z.string(),
  creditCode: z.string(),
  owners: z.array(z.string()),
  acceptedBy: z.string(),
  since: DayText,
  services: z.array(
    IntermediaryService.extend({
      /** How many may do it: one is no choice. */
      choices: z.number().int(),
    }),
  ),
  relations: z.array(Relation),
  /** Measured like a department: what it finished, how long it took, and how much was late. */
  finished: z.number().int(),
  running: z.number().int(),
  late: z.number().int(),
  medianDays: z.number().nullable(),
  removed: z.string().nullable(),
})
export type IntermediaryRow = z.infer<typeof IntermediaryRow>

export const listIntermediaries = endpoint({
  name: 'listIntermediaries',
  method: 'GET',
  path: '/api/intermediaries',
  summary: {
    zh: '中介机构名录：收费、时限和实际用时（公开）',
    en: 'Accepted intermediaries: fees, limits and how long they took',
  },
  guard: 'public',
  query: z.object({ jurisdiction: z.string().max(20).optional(), service: Code.optional() }),
  answer: z.object({ rows: z.array(IntermediaryRow) }),
})

export const acceptIntermediary = endpoint({
  name: 'acceptIntermediary',
  method: 'PUT',
  path: '/api/intermediaries/{intermediary}',
  summary: {
    zh: '中介机构入库（须申报所有人和利害关系）',
    en: 'Accept an intermediary, with its owners and relations declared',
  },
  guard: 'fees.propose',
  params: z.object({ intermediary: Code }),
  body: z.object({
    name: z.string().min(2).max(120),
    creditCode: z.string().max(30),
    owners: z.array(z.string().min(1).max(60)).min(1).max(50),
    services: z.array(IntermediaryService).min(1).max(50),
    relations: z.array(Relation).max(50),
  }),
  answer: IntermediaryRow,
})

export const relateIntermediary = endpoint({
  name: 'relateIntermediary',
  method: 'POST',
  path: '/api/intermediaries/{intermediary}/relations',
  summary: { zh: '登记查实的利害关系', en: 'Enter a relation that was found' },
  guard: 'fees.publish',
  params: z.object({ intermediary: Code }),
  body: Relation,
  answer: IntermediaryRow,
})

export const removeIntermediary = endpoint({
  name: 'removeIntermediary',
  method: 'POST',
  path: '/api/intermediaries/{intermediary}/removal',
  summary: { zh: '移出名录', en: 'Take an intermediary off the list' },
  guard: 'fees.publish',
  params: z.object({ intermediary: Code }),
  body: z.object({ reason: z.string().min(2).max(300) }),
  answer: IntermediaryRow,
})

export const Engagement = z.object({
  number: z.number().int(),
  service: z.string(),
  serviceName: Text,
  intermediary: z.string(),
  name: z.string(),
  cents: Cents,
  limitDays: z.number().int(),
  startedAt: InstantText,
  doneAt: InstantText.nullable(),
  /** Working days so far, which are days of the case: no clock stands still for them. */
  days: z.number().int(),
  late: z.boolean(),
  /** Nobody else is accepted for it. */
  onlyChoice: z.boolean(),
  result: z.string().nullable(),
})
export const FileEngagements = z.object({
  rows: z.array(Engagement),
  /** Services that somebody is accepted for, to choose from. */
  choices: z.array(
    z.object({
      service: z.string(),
      name: Text,
      intermediary: z.string(),
      intermediaryName: z.string(),
      cents: Cents,
      limitDays: z.number().int(),
      basis: z.string(),
    }),
  ),
  mayEngage: z.boolean(),
})
export type FileEngagements = z.infer<typeof FileEngagements>

export const fileEngagements = endpoint({
  name: 'fileEngagements',
  method: 'GET',
  path: '/api/files/{caseNo}/engagements',
  summary: { zh: '办件中的中介服务', en: 'Paid services within a case' },
  guard: 'files.read',
  params: FileParams,
  answer: FileEngagements,
})

export const engageIntermediary = endpoint({
  name: 'engageIntermediary',
  method: 'POST',
  path: '/api/files/{caseNo}/engagements',
  summary: {
    zh: '登记申请人选定的中介机构（时间计入办理时限）',
    en: 'Enter the intermediary the applicant chose; its days count inside the case',
  },
  guard: 'files.handle',
  params: FileParams,
  body: z.object({
    service: Code,
    intermediary: Code,
    cents: Cents,
    chosenBy: z.enum(['applicant', 'office']),
  }),
  answer: FileEngagements,
})

export const finishEngagement = endpoint({
  name: 'finishEngagement',
  method: 'POST',
  path: '/api/files/{caseNo}/engagements/{number}/result',
  summary: { zh: '中介成果收到', en: 'The result of the intermediary is in' },
  guard: 'files.handle',
  params: FileParams.extend({ number: z.coerce.number().int().min(1).max(999) }),
  body: z.object({ result: z.string().min(1).max(200) }),
  answer: FileEngagements,
})

const SurveyedFee = z.object({
  service: z.string().min(1).max(120),
  rate: z.string().min(1).max(200),
  compulsory: z.boolean(),
  /** The unit and item that ask for it; null: nobody does. */
  demandedBy: z.string().max(80).nullable(),
  item: z.string().max(80).nullable(),
  /** The law that makes it a precondition; empty: none. */
  basis: z.string().max(300),
})

export const FeeSurvey = z.object({
  survey: z.string(),
  title: z.string(),
  due: DayText,
  respondents: z.array(z.string()),
  sheets: z.array(
    z.object({
      respondent: z.string(),
      by: z.string(),
      at: InstantText,
      rows: z.array(SurveyedFee.extend({ forced: z.boolean() })),
    }),
  ),
  missing: z.array(z.string()),
  forced: z.number().int(),
  report: z.object({ text: z.string(), at: InstantText, by: z.string(), late: z.boolean() }).nullable(),
  overdue: z.boolean(),
})
export type FeeSurvey = z.infer<typeof FeeSurvey>

const SurveyParams = z.object({ survey: Code })

export const listSurveys = endpoint({
  name: 'listSurveys',
  method: 'GET',
  path: '/api/fee-surveys',
  summary: { zh: '社团和中介收费调研', en: 'Surveys of what associations and intermediaries charge' },
  guard: 'fees.read',
  answer: z.object({ rows: z.array(FeeSurvey) }),
})

export const openSurvey = endpoint({
  name: 'openSurvey',
  method: 'PUT',
  path: '/api/fee-surveys/{survey}',
  summary: { zh: '布置收费调研', en: 'Open a survey' },
  guard: 'fees.publish',
  params: SurveyParams,
  body: z.object({
    title: z.string().min(2).max(120),
    due: DayText,
    respondents: z.array(z.string().min(2).max(120)).min(1).max(500),
  }),
  answer: FeeSurvey,
})

export const fileSheet = endpoint({
  name: 'fileSheet',
  method: 'POST',
  path: '/api/fee-surveys/{survey}/sheets',
  summary: { zh: '填报一个社团或中介的收费', en: 'Fill in the sheet of one association or intermediary' },
  guard: 'fees.tell',
  params: SurveyParams,
  body: z.object({ respondent: z.string().max(120), rows: z.array(SurveyedFee).max(200) }),
  answer: FeeSurvey,
})

export const reportSurvey = endpoint({
  name: 'reportSurvey',
  method: 'POST',
  path: '/api/fee-surveys/{survey}/report',
  summary: { zh: '向领导提交调研报告', en: 'Hand the report to the leaders' },
  guard: 'fees.publish',
  params: SurveyParams,
  body: z.object({ text: z.string().min(10).max(10_000) }),
  answer: FeeSurvey,
})
