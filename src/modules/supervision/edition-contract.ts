import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'

const Code = z.string().regex(/^[A-Z]{2}-\d{2}$/)

/** Other numbers of a rule that the platform brings, or its switching on. */
const NewNumbers = z.strictObject({
  form: z.literal('numbers'),
  code: Code,
  numbers: z.record(z.string().max(40), z.number().min(0).max(100_000)),
  switchOn: z.boolean().default(false),
  reason: z.string().trim().min(5).max(500),
})

/** A rule of the office's own; what it holds is read by the rules engine, which says where something is wrong. */
const OwnRuleGiven = z.looseObject({ form: z.literal('own'), code: Code.optional() })

export const EditionView = z.object({
  edition: z.string(),
  code: z.string(),
  number: z.number().int(),
  status: z.enum(['draft', 'approved', 'withdrawn', 'dropped']),
  title: BilingualText,
  form: z.enum(['own', 'numbers']),
  /** As it was drafted. */
  content: z.record(z.string(), z.unknown()),
  draftedBy: z.string(),
  draftedAt: InstantText,
  wrongExamples: z.array(z.string()),
  trial: z
    .object({
      log: z.string(),
      at: InstantText,
      before: z.number().int(),
      after: z.number().int(),
      units: z.array(
        z.object({
          unit: z.string().nullable(),
          unitName: BilingualText,
          cases: z.number().int(),
          samples: z.array(z.string()),
        }),
      ),
    })
    .nullable(),
  approval: z.object({ by: z.string(), at: InstantText, from: DayText }).nullable(),
  withdrawal: z.object({ by: z.string(), at: InstantText, until: DayText, reason: z.string() }).nullable(),
  mayApprove: z.boolean(),
})
export type EditionView = z.infer<typeof EditionView>

const EditionParams = z.object({ edition: z.string().max(20) })

export const listRuleEditions = endpoint({
  name: 'listRuleEditions',
  method: 'GET',
  path: '/api/rule-editions',
  summary: { zh: '规则的各版：草案、现行、停用', en: 'Versions of rules: drafts, in force, withdrawn' },
  guard: 'rules.approve',
  query: z.object({ rule: z.string().max(20).optional() }),
  answer: z.object({
    rows: z.array(EditionView),
    /** What a condition may ask of a case, and of each of its acts. */
    fields: z.array(z.object({ name: z.string(), kind: z.string() })),
    actFields: z.array(z.object({ name: z.string(), kind: z.string() })),
  }),
})

export const draftRule = endpoint({
  name: 'draftRule',
  method: 'POST',
  path: '/api/rule-editions',
  summary: {
    zh: '起草规则：新数值，或本单位自己的规则',
    en: 'Draft a rule: new numbers, or one of your own',
  },
  guard: 'rules.draft',
  body: z.union([NewNumbers, OwnRuleGiven]),
  answer: EditionView,
})

export const tryRule = endpoint({
  name: 'tryRule',
  method: 'POST',
  path: '/api/rule-editions/{edition}/trial',
  summary: { zh: '试算：对历史会发现什么', en: 'Try it: what it would have caught' },
  guard: 'rules.draft',
  params: EditionParams,
  body: z.object({ log: z.string().max(60) }),
  answer: EditionView,
})

export const approveRule = endpoint({
  name: 'approveRule',
  method: 'POST',
  path: '/api/rule-editions/{edition}/approval',
  summary: { zh: '批准：从哪一天起适用', en: 'Approve it from a day on' },
  guard: 'rules.approve',
  params: EditionParams,
  body: z.object({ from: DayText }),
  answer: EditionView,
})

export const withdrawRule = endpoint({
  name: 'withdrawRule',
  method: 'POST',
  path: '/api/rule-editions/{edition}/withdrawal',
  summary: { zh: '停用（或放弃草案），写明理由', en: 'Withdraw it, or drop a draft, with the reason' },
  guard: 'rules.draft',
  params: EditionParams,
  body: z.object({ until: DayText.optional(), reason: z.string().max(500) }),
  answer: EditionView,
})
