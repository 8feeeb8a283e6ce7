import { z } from 'zod'
import { BilingualText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { CaseOf, Reason } from './case-shape.ts'
import { LIABILITY_CAUSES } from './liability-shape.ts'

export const LiabilityRow = CaseOf.extend({
  liability: z.string(),
  because: z.enum(['deemedGranted', 'overdue']),
  consequence: z.string(),
  stage: z.enum(['department', 'inquiry', 'concluded']),
  enteredAt: InstantText,
  dueAt: InstantText,
  overdue: z.boolean(),
  desks: z.array(BilingualText),
  card: z.string().nullable(),
  inquiry: z.object({ by: BilingualText, at: InstantText, note: z.string() }).nullable(),
  conclusion: z
    .object({
      by: BilingualText,
      at: InstantText,
      personName: z.string(),
      cause: z.enum(LIABILITY_CAUSES),
      finding: z.string(),
      measure: z.string(),
    })
    .nullable(),
})
export type LiabilityRow = z.infer<typeof LiabilityRow>

const Liability = z.object({ liability: z.string().min(3).max(80) })

export const listLiabilities = endpoint({
  name: 'listLiabilities',
  method: 'GET',
  path: '/api/liabilities',
  summary: {
    zh: '默认和超时的责任：部门在先，责任人在后',
    en: 'Who answers for defaults: department, then person',
  },
  guard: 'kinds.read',
  recorded: 'listed',
  answer: z.object({ rows: z.array(LiabilityRow) }),
})

export const openInquiry = endpoint({
  name: 'openInquiry',
  method: 'POST',
  path: '/api/liabilities/{liability}/inquiry',
  summary: { zh: '开始追究部门内部责任人', en: 'Begin to look for the person responsible' },
  guard: 'liability.inquire',
  params: Liability,
  body: z.object({ note: Reason.default('') }),
  answer: LiabilityRow,
})

export const concludeInquiry = endpoint({
  name: 'concludeInquiry',
  method: 'POST',
  path: '/api/liabilities/{liability}/conclusion',
  summary: { zh: '责任追究结论', en: 'Conclude who in the department is responsible' },
  guard: 'liability.inquire',
  params: Liability,
  body: z.object({
    /** Account of somebody of the department; null where the person has none, who is then named. */
    person: z.string().max(60).nullable().default(null),
    personName: z.string().max(60).default(''),
    cause: z.enum(LIABILITY_CAUSES),
    finding: z.string().max(4000),
    measure: z.string().max(1000).default(''),
  }),
  answer: LiabilityRow,
})
