import { z } from 'zod'
import { BilingualText, DayText, endpoint } from '#kernel/endpoint.ts'

const Code = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{1,59}$/)

const ItemShape = z.object({
  code: Code,
  title: BilingualText,
  evidence: z.boolean().default(false),
  severity: z.enum(['light', 'ordinary', 'grave']).default('ordinary'),
  /** Code of the taxonomy of findings. */
  conduct: z.string().min(1).max(60),
  kind: z.enum(['time', 'process', 'content', 'fee', 'conduct', 'service']).default('conduct'),
  receivers: z.number().int().min(0).max(100).default(0),
  body: z.string().max(80).nullable().default(null),
  measure: z.string().max(120).nullable().default(null),
})
export const ChecklistView = z.object({
  code: z.string(),
  version: z.number().int(),
  from: DayText,
  title: BilingualText,
  basis: z.string(),
  items: z.array(ItemShape),
  publishedBy: z.string(),
})
export type ChecklistView = z.infer<typeof ChecklistView>

export const listChecklists = endpoint({
  name: 'listChecklists',
  method: 'GET',
  path: '/api/inspections/checklists',
  summary: { zh: '检查表', en: 'Checklists in force' },
  guard: 'inspections.plan',
  answer: z.object({ rows: z.array(ChecklistView) }),
})

export const publishChecklist = endpoint({
  name: 'publishChecklist',
  method: 'PUT',
  path: '/api/inspections/checklists/{code}',
  summary: { zh: '公布检查表的新版本', en: 'Publish a new version of a checklist' },
  guard: 'inspections.plan',
  params: z.object({ code: Code }),
  body: z.object({
    title: BilingualText,
    basis: z.string().trim().min(2).max(300),
    items: z.array(ItemShape).min(1).max(200),
  }),
  answer: ChecklistView,
})
