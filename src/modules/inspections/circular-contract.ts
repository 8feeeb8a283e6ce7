import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { SEVERITIES } from '#modules/findings/terms.ts'
import { CircularKind, CircularRow, CircularView, Level, PersonType } from './circular-shapes.ts'

export * from './circular-shapes.ts'

const OfCircular = z.object({ circular: z.string().max(60) })

/** 选择性通报: what ought to have been told as others were. */
export const SelectiveRow = z.object({
  why: z.enum(['leftOut', 'uneven']),
  finding: z.string(),
  unit: BilingualText,
  conduct: z.string(),
  severity: z.enum(SEVERITIES),
  happenedOn: DayText,
})
export type SelectiveRow = z.infer<typeof SelectiveRow>

export const listCirculars = endpoint({
  name: 'listCirculars',
  method: 'GET',
  path: '/api/circulars',
  summary: { zh: '通报', en: 'Circulars' },
  guard: 'circulars.read',
  answer: z.object({ rows: z.array(CircularRow), mayDraft: z.boolean(), selective: z.array(SelectiveRow) }),
  recorded: 'listed',
})

export const getCircular = endpoint({
  name: 'getCircular',
  method: 'GET',
  path: '/api/circulars/{circular}',
  summary: { zh: '一份通报：事实、层级、签收', en: 'A circular: facts, level, receipts' },
  guard: 'circulars.read',
  params: OfCircular,
  answer: CircularView,
  recorded: 'opened',
})

export const circularPaper = endpoint({
  name: 'circularPaper',
  method: 'GET',
  path: '/api/circulars/{circular}/paper',
  summary: { zh: '通报文件（PDF）', en: 'The circular as a paper (PDF)' },
  guard: 'circulars.read',
  params: OfCircular,
  kind: 'stream',
})

export const draftCircular = endpoint({
  name: 'draftCircular',
  method: 'POST',
  path: '/api/circulars',
  summary: {
    zh: '由一段时间内已处置的问题起草通报，全部列入',
    en: 'Draft a circular from all findings disposed of in a period',
  },
  guard: 'circulars.draft',
  body: z.object({
    title: z.string().min(4).max(120),
    from: DayText,
    until: DayText,
    sources: z.array(z.string().max(40)).max(20).default([]),
  }),
  answer: CircularView,
})

export const removeCircularFact = endpoint({
  name: 'removeCircularFact',
  method: 'POST',
  path: '/api/circulars/{circular}/removals',
  summary: {
    zh: '删去一条（须写明理由和提出人）',
    en: 'Take out a fact, with the reason and who asked for it',
  },
  guard: 'circulars.draft',
  params: OfCircular,
  body: z.object({ finding: z.string().max(80), reason: z.string().max(400), askedBy: z.string().max(100) }),
  answer: CircularView,
})

export const changeCircularLevel = endpoint({
  name: 'changeCircularLevel',
  method: 'POST',
  path: '/api/circulars/{circular}/level',
  summary: { zh: '改变公开层级（领导署名）', en: 'Change how far it is told, signed by a leader' },
  guard: 'circulars.approve',
  params: OfCircular,
  body: z.object({ to: Level, reason: z.string().max(400) }),
  answer: CircularView,
})

export const issueCircular = endpoint({
  name: 'issueCircular',
  method: 'POST',
  path: '/api/circulars/{circular}/issue',
  summary: { zh: '审批并印发', en: 'Approve and issue' },
  guard: 'circulars.approve',
  params: OfCircular,
  answer: CircularView,
})

export const readCircular = endpoint({
  name: 'readCircular',
  method: 'POST',
  path: '/api/circulars/{circular}/receipts',
  summary: { zh: '本单位签收', en: 'Sign for it in the name of the unit' },
  guard: 'circulars.sign',
  params: OfCircular,
  answer: CircularView,
})

export const withdrawCircular = endpoint({
  name: 'withdrawCircular',
  method: 'POST',
  path: '/api/circulars/{circular}/withdrawal',
  summary: { zh: '撤回（须写明理由）', en: 'Withdraw it, with the reason' },
  guard: 'circulars.approve',
  params: OfCircular,
  body: z.object({ reason: z.string().max(400) }),
  answer: CircularView,
})

export const listPublicCirculars = endpoint({
  name: 'listPublicCirculars',
  method: 'GET',
  path: '/api/public/circulars',
  summary: { zh: '向社会公开的通报', en: 'Circulars that everybody may read' },
  guard: 'public',
  query: z.object({ jurisdiction: z.string().max(40).optional() }),
  answer: z.object({
    rows: z.array(
      z.object({
        circular: z.string(),
        kind: CircularKind,
        number: z.string(),
        title: z.string(),
        issuedAt: InstantText,
        facts: z.array(
          z.object({
            unit: BilingualText,
            personType: PersonType.nullable(),
            fact: z.string(),
            measure: z.string(),
            happenedOn: DayText,
          }),
        ),
      }),
    ),
  }),
})
