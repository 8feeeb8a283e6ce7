import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { RELATIONS } from './terms.ts'

/** What stands between somebody who judges and whom he might judge, and where he stood aside. */
export const RecusalRow = z.object({
  account: z.string(),
  name: z.string(),
  relations: z.array(
    z.object({
      kind: z.enum(RELATIONS),
      unit: z.string().nullable(),
      account: z.string().nullable(),
      note: z.string(),
      by: z.string(),
      at: InstantText,
    }),
  ),
  services: z.array(z.object({ unit: z.string(), from: DayText, to: DayText.nullable(), by: z.string() })),
  /** 开卷申报: none declared, or the relation by which he stood aside. */
  files: z.array(
    z.object({
      subject: z.string(),
      unit: z.string(),
      relation: z.enum(RELATIONS).nullable(),
      note: z.string(),
      on: DayText,
    }),
  ),
  /** Declared "none" although something was there. */
  undeclared: z.array(
    z.object({ subject: z.string(), unit: z.string(), because: BilingualText, at: InstantText }),
  ),
})
export type RecusalRow = z.infer<typeof RecusalRow>

export const listRecusals = endpoint({
  name: 'listRecusals',
  method: 'GET',
  path: '/api/recusals',
  summary: {
    zh: '回避和申报（领导看全部，监督人员看本人）',
    en: 'Recusals: leaders all, supervisors their own',
  },
  guard: 'recusals.read',
  recorded: 'listed',
  answer: z.object({ rows: z.array(RecusalRow) }),
})

export const declareOwnRelation = endpoint({
  name: 'declareOwnRelation',
  method: 'POST',
  path: '/api/recusals/relations',
  summary: { zh: '申报本人的关系', en: 'Declare an own relation' },
  guard: 'recusals.declare',
  body: z.object({
    kind: z.enum(RELATIONS),
    unit: z.string().max(80).optional(),
    account: z.string().max(80).optional(),
    /** What it is, without names of people outside the office. */
    note: z.string().max(500),
  }),
  answer: RecusalRow,
})

export const recordServiceOf = endpoint({
  name: 'recordServiceOf',
  method: 'POST',
  path: '/api/recusals/{account}/services',
  summary: { zh: '登记监督人员的任职经历', en: 'Record where a supervisor served' },
  guard: 'recusals.record',
  params: z.object({ account: z.string().max(80) }),
  body: z.object({ unit: z.string().max(80), from: DayText, to: DayText.nullable() }),
  answer: RecusalRow,
})

export const recordRelationOf = endpoint({
  name: 'recordRelationOf',
  method: 'POST',
  path: '/api/recusals/{account}/relations',
  summary: { zh: '登记查实的关系', en: 'Record a relation that was found' },
  guard: 'recusals.record',
  params: z.object({ account: z.string().max(80) }),
  body: declareOwnRelation.body,
  answer: RecusalRow,
})
