import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { FileParams } from './file-contract.ts'
import { CaseOf } from './case-shape.ts'

export const PledgeRow = CaseOf.extend({
  applicant: z.string(),
  signedAt: InstantText,
  dueAt: InstantText,
  consequence: BilingualText,
  open: z.boolean(),
  overdue: z.boolean(),
  barredUntil: DayText.nullable(),
  checks: z.array(
    z.object({
      checkedOn: DayText,
      result: z.enum(['kept', 'broken']),
      finding: z.string(),
      consequence: z.enum(['revoked', 'mend']).nullable(),
      mendBy: DayText.nullable(),
      by: BilingualText,
    }),
  ),
})
export type PledgeRow = z.infer<typeof PledgeRow>

export const listPledges = endpoint({
  name: 'listPledges',
  method: 'GET',
  path: '/api/pledges',
  summary: { zh: '告知承诺的事后核查', en: 'Pledges and their later checks' },
  guard: 'kinds.read',
  recorded: 'listed',
  answer: z.object({ rows: z.array(PledgeRow) }),
})

export const checkPledge = endpoint({
  name: 'checkPledge',
  method: 'POST',
  path: '/api/pledges/{caseNo}/check',
  summary: { zh: '登记承诺核查结果', en: 'Enter what the check of a pledge found' },
  guard: 'files.handle',
  params: FileParams,
  body: z.object({
    checkedOn: DayText,
    result: z.enum(['kept', 'broken']),
    finding: z.string().max(2000),
    consequence: z.enum(['revoked', 'mend']).nullable().default(null),
    mendBy: DayText.nullable().default(null),
  }),
  answer: PledgeRow,
})
