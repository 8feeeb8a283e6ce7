import { z } from 'zod'
import { BilingualText as Text, DayText, endpoint, InstantText, PageQuery } from '#kernel/endpoint.ts'
import { ItemContent } from './item-contract.ts'

export const ItemParams = z.object({ item: z.string().max(80) })

/** What a check found: where, what, and what to do about it. `blocking` keeps the draft from being published. */
export const Finding = z.object({
  check: z.string(),
  level: z.enum(['blocking', 'warning']),
  /** E.g. `materials.2.name`; empty for the whole item. */
  place: z.string(),
  text: Text,
  todo: Text,
})
export type Finding = z.infer<typeof Finding>

export const DraftView = z.object({
  /** For `If-Match`: the version of the item's stream. */
  version: z.number().int(),
  item: z.string(),
  unit: z.string(),
  changedAt: InstantText,
  changedBy: z.string(),
  content: ItemContent,
  findings: z.array(Finding),
})
export type DraftView = z.infer<typeof DraftView>

export const DraftRow = z.object({
  item: z.string(),
  unit: z.string(),
  name: Text,
  changedAt: InstantText,
  changedBy: z.string(),
})

export const ImpactView = z.object({
  item: z.string(),
  rows: z.array(
    z.object({
      version: z.number().int(),
      from: DayText,
      until: DayText.nullable(),
      openCases: z.number().int(),
      draftedBy: z.string(),
      publishedBy: z.string(),
      /** Why it was changed, as whoever published it said. */
      reason: z.string(),
    }),
  ),
})

export const ImportView = z.object({
  rows: z.number().int(),
  drafted: z.number().int(),
  unchanged: z.number().int(),
  /** Rows that could not be drafted, with the line and why. The first 200. */
  leftOut: z.array(z.object({ line: z.number().int(), text: Text })),
  leftOutCount: z.number().int(),
  /** What was kept as it stands but is not sound, e.g. a department code of 17 characters. The first 200. */
  notices: z.array(z.object({ line: z.number().int(), text: Text })),
  noticeCount: z.number().int(),
  /** Columns of the file that the platform does not know and left alone. */
  unknownColumns: z.array(z.string()),
})
export type ImportView = z.infer<typeof ImportView>

export const listItemDrafts = endpoint({
  name: 'listItemDrafts',
  method: 'GET',
  path: '/api/catalogue/drafts',
  summary: { zh: '事项草稿', en: 'Drafts of items' },
  guard: 'catalogue.read',
  query: PageQuery,
  answer: z.object({ rows: z.array(DraftRow), next: z.string().nullable(), total: z.number().int() }),
})

export const getItemDraft = endpoint({
  name: 'getItemDraft',
  method: 'GET',
  path: '/api/catalogue/drafts/{item}',
  summary: { zh: '事项草稿及其校验结果', en: 'A draft with what the checks find in it' },
  guard: 'catalogue.read',
  params: ItemParams,
  answer: DraftView,
  versioned: true,
})

export const saveItemDraft = endpoint({
  name: 'saveItemDraft',
  method: 'PUT',
  path: '/api/catalogue/drafts/{item}',
  summary: { zh: '新建或修改事项草稿', en: 'Create or change a draft' },
  guard: 'catalogue.draft',
  params: ItemParams,
  body: z.object({ content: ItemContent }),
  answer: DraftView,
  versioned: true,
})

export const examineItem = endpoint({
  name: 'examineItem',
  method: 'POST',
  path: '/api/catalogue/drafts/{item}/examination',
  summary: {
    zh: '校验写到一半的草稿，不保存',
    en: 'What the checks find in a half-written draft; nothing is stored',
  },
  guard: 'catalogue.draft',
  params: ItemParams,
  body: z.object({ content: ItemContent }),
  answer: z.object({ findings: z.array(Finding) }),
})

export const getImpact = endpoint({
  name: 'getImpact',
  method: 'GET',
  path: '/api/catalogue/items/{item}/impact',
  summary: { zh: '影响：各版本的在办件数', en: 'Impact: open cases of each version' },
  guard: 'catalogue.read',
  params: ItemParams,
  answer: ImpactView,
})

export const importItems = endpoint({
  name: 'importItems',
  method: 'POST',
  path: '/api/catalogue/imports',
  summary: {
    zh: '导入事项清单（Excel、CSV 或 JSON，国家字段名），存为草稿',
    en: 'Import a list of items (Excel, CSV or JSON with the national field names) as drafts',
  },
  guard: 'catalogue.import',
  query: z.object({
    fileName: z.string().min(1).max(200),
    /** The unit of rows whose department is not known here; without it they are left out. */
    unit: z.string().max(80).optional(),
  }),
  answer: ImportView,
  kind: 'upload',
})
