import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { FileParams } from './file-contract.ts'
import { CaseOf, Reason } from './case-shape.ts'

export const gradedItems = endpoint({
  name: 'gradedItems',
  method: 'GET',
  path: '/api/discretion',
  summary: { zh: '有裁量基准的事项', en: 'Items that are decided by a discretion table' },
  guard: 'kinds.read',
  answer: z.object({
    rows: z.array(z.object({ item: z.string(), itemName: BilingualText, cases: z.number().int() })),
  }),
})

/** 类案比对: the decisions under one grade, side by side. */
export const compareDecisions = endpoint({
  name: 'compareDecisions',
  method: 'GET',
  path: '/api/discretion/{item}',
  summary: {
    zh: '类案比对：同一档次的结果和天数',
    en: 'Like cases compared: results and days under one grade',
  },
  guard: 'kinds.read',
  recorded: 'listed',
  params: z.object({ item: z.string().max(80) }),
  query: z.object({ since: DayText }),
  answer: z.object({
    grades: z.array(
      z.object({
        grade: z.string(),
        gradeName: BilingualText,
        granted: z.number().int(),
        denied: z.number().int(),
        medianDays: z.number(),
        /** Both results under one grade. */
        divided: z.boolean(),
      }),
    ),
    unlike: z.array(
      z.object({
        caseNo: z.string(),
        gradeName: BilingualText,
        outcome: z.enum(['granted', 'denied']),
        days: z.number().int(),
        officer: BilingualText,
        /** otherResult: the rarer result of its grade; early, late: against the median. */
        how: z.enum(['otherResult', 'early', 'late']),
        /** What the decision itself says to it; empty: unexplained. */
        timing: z.string(),
      }),
    ),
  }),
})

export const ReadingRow = CaseOf.extend({
  outcome: z.enum(['denied', 'declined']),
  endedOn: DayText,
  clause: z.string(),
  alternative: z.string(),
  unmet: z.array(BilingualText),
  officer: BilingualText,
  review: z
    .object({ finding: z.enum(['sound', 'rigid']), note: z.string(), by: BilingualText, at: InstantText })
    .nullable(),
})
export type ReadingRow = z.infer<typeof ReadingRow>

/** 解释性不予: refusals that rest on how a clause is read, for the legal office to look at every quarter. */
export const listReadings = endpoint({
  name: 'listReadings',
  method: 'GET',
  path: '/api/readings',
  summary: {
    zh: '解释性不予清单（按季度由法制机构复核）',
    en: 'Refusals by interpretation, looked at every quarter',
  },
  guard: 'kinds.read',
  recorded: 'listed',
  query: z.object({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/) }),
  answer: z.object({ rows: z.array(ReadingRow), unreviewed: z.number().int(), reviewBy: DayText }),
})

export const reviewReading = endpoint({
  name: 'reviewReading',
  method: 'POST',
  path: '/api/readings/{caseNo}/review',
  summary: { zh: '复核一件解释性不予', en: 'Look at one refusal by interpretation' },
  guard: 'readings.review',
  params: FileParams,
  body: z.object({ finding: z.enum(['sound', 'rigid']), note: Reason }),
  answer: z.object({ caseNo: z.string(), finding: z.enum(['sound', 'rigid']) }),
})
