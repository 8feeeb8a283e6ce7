import { z } from 'zod'
import { BilingualText, DayText, endpoint } from '#kernel/endpoint.ts'
import { NUMBER_CODES } from './terms.ts'

const Account = z.string().min(1).max(80)

export const InspectorRow = z.object({
  account: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  skills: z.string(),
  left: z.boolean(),
  /** Visits of this year as far as the reader sees them. */
  visits: z.number().int(),
})
export type InspectorRow = z.infer<typeof InspectorRow>

export const listInspectors = endpoint({
  name: 'listInspectors',
  method: 'GET',
  path: '/api/inspections/inspectors',
  summary: { zh: '检查人员库', en: 'The pool of inspectors' },
  guard: 'inspections.plan',
  answer: z.object({ rows: z.array(InspectorRow) }),
})

export const enrolInspector = endpoint({
  name: 'enrolInspector',
  method: 'PUT',
  path: '/api/inspections/inspectors/{account}',
  summary: { zh: '检查人员入库或者出库', en: 'Enrol an inspector, or take one out' },
  guard: 'inspections.arrange',
  params: z.object({ account: Account }),
  body: z.object({
    skills: z.string().max(200).default(''),
    left: z.string().max(200).nullable().default(null),
  }),
})

export const NumberRow = z.object({
  name: z.enum(NUMBER_CODES),
  title: BilingualText,
  value: z.number(),
  usual: z.number(),
  set: z.array(z.object({ from: DayText, value: z.number(), reason: z.string(), by: z.string() })),
})
export type NumberRow = z.infer<typeof NumberRow>

export const listInspectionNumbers = endpoint({
  name: 'listInspectionNumbers',
  method: 'GET',
  path: '/api/inspections/numbers',
  summary: { zh: '检查工作的数值设定', en: 'The numbers that inspections go by' },
  guard: 'inspections.read',
  answer: z.object({ rows: z.array(NumberRow) }),
})

export const setInspectionNumber = endpoint({
  name: 'setInspectionNumber',
  method: 'PUT',
  path: '/api/inspections/numbers/{name}',
  summary: { zh: '设定一个数值，从今天或以后起算', en: 'Set a number from today or a later day on' },
  guard: 'inspections.arrange',
  params: z.object({ name: z.enum(NUMBER_CODES) }),
  body: z.object({
    from: DayText,
    value: z.number().int().min(0).max(10_000),
    reason: z.string().min(5).max(500),
  }),
})
