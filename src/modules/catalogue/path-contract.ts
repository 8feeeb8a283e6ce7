import { z } from 'zod'
import { BilingualText, endpoint } from '#kernel/endpoint.ts'
import { ItemContent } from './item-contract.ts'

/** The steps of an item with their drawing; without a drawing the list of steps is read as one. */
export const Drawing = z.object({ steps: ItemContent.shape.steps, path: ItemContent.shape.path })
export type Drawing = z.infer<typeof Drawing>

export const Days = z.object({
  /** Working days from the first step to the last. */
  days: z.number(),
  /** Ids of the longest chain. */
  through: z.array(z.string()),
  /** Where the number comes from. */
  because: BilingualText,
})

export const PathReport = Drawing.extend({
  findings: z.array(
    z.object({
      fault: z.string(),
      level: z.enum(['blocking', 'warning']),
      /** Codes of the steps and gates to look at. */
      at: z.array(z.string()),
      text: BilingualText,
      todo: BilingualText,
    }),
  ),
  /** Null where a circle leaves nothing to begin with. */
  days: Days.nullable(),
})
export type PathReport = z.infer<typeof PathReport>

export const checkItemPath = endpoint({
  name: 'checkItemPath',
  method: 'POST',
  path: '/api/catalogue/paths/check',
  summary: {
    zh: '检查流程图：走得通吗，要多少天',
    en: 'Check a drawn path: whether it can be walked, and how long it takes',
  },
  guard: 'catalogue.read',
  body: Drawing,
  answer: PathReport,
})

export const exportItemPath = endpoint({
  name: 'exportItemPath',
  method: 'POST',
  path: '/api/catalogue/paths/bpmn',
  summary: { zh: '流程图导出为 BPMN 2.0', en: 'A drawn path as a BPMN 2.0 file' },
  guard: 'catalogue.read',
  body: Drawing.extend({ name: z.string().max(200) }),
  answer: z.object({ xml: z.string() }),
})

export const importItemPath = endpoint({
  name: 'importItemPath',
  method: 'POST',
  path: '/api/catalogue/paths/from-bpmn',
  summary: {
    zh: '读入 BPMN 2.0 流程图（范围以外的写明是哪个元素）',
    en: 'Read a BPMN 2.0 file; what lies outside the profile is refused by name',
  },
  guard: 'catalogue.read',
  body: z.object({
    xml: z.string().max(2_000_000),
    /** What a drawing cannot say of a step stays as it was. */
    steps: ItemContent.shape.steps,
  }),
  answer: PathReport,
})
