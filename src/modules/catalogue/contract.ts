import { z } from 'zod'
import { BilingualText as Text, DayText, endpoint, InstantText, PageQuery } from '#kernel/endpoint.ts'
import { ItemContent, LimitShape } from './item-contract.ts'
import { clientKinds, codesOf, itemStates, themes } from './terms.ts'

export * from './answers-contract.ts'
export * from './item-contract.ts'

/** One published version: what a case pins with `{ item, version }` and is handled by to its end. */
export const ItemVersion = z.object({
  item: z.string(),
  version: z.number().int(),
  unit: z.string(),
  from: DayText,
  /** The first day on which another version is in force; null: none yet. */
  until: DayText.nullable(),
  publishedAt: InstantText,
  /** SHA-256 of the canonical content. */
  hash: z.string(),
  content: ItemContent,
})
export type ItemVersion = z.infer<typeof ItemVersion>

export const ItemSummary = z.object({
  item: z.string(),
  version: z.number().int(),
  name: Text,
  unit: z.string(),
  actingBody: Text,
  type: ItemContent.shape.type,
  clients: ItemContent.shape.clients,
  themes: ItemContent.shape.themes,
  onTheSpot: z.boolean(),
  statutory: LimitShape.nullable(),
  committed: LimitShape.nullable(),
  visits: z.number().int(),
  online: z.boolean(),
  free: z.boolean(),
  state: z.enum(['inForce', 'suspended']),
})
export type ItemSummary = z.infer<typeof ItemSummary>

/** Where an item stands on a day, and why it is closed if it is. */
export const ItemStanding = z.object({
  state: z.enum(codesOf(itemStates)),
  because: z.string().nullable(),
  document: z.string().nullable(),
  since: DayText.nullable(),
})
export type ItemStanding = z.infer<typeof ItemStanding>

export const GuideView = z.object({
  /** For `ETag`: another number whenever the guide says something else. */
  version: z.number().int(),
  standing: ItemStanding,
  /** The version in force, or the next one where none is yet. */
  guide: ItemVersion,
  guideOf: DayText,
})
export type GuideView = z.infer<typeof GuideView>

export const VersionRow = ItemVersion.omit({ content: true }).extend({ name: Text })
export type VersionRow = z.infer<typeof VersionRow>

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

const ItemParams = z.object({ item: z.string().max(80) })
const VersionParams = ItemParams.extend({ version: z.coerce.number().int().min(1).max(100_000) })
/** Visitors say where they are asking; without it, the only jurisdiction there is. */
const Where = z.object({ jurisdiction: z.string().max(40).optional() })
const Why = z.object({
  from: DayText,
  reason: z.string().min(2).max(1000),
  /** The number of the decision, e.g. 青禾政发〔2026〕3号. */
  document: z.string().min(2).max(200),
})

export const listItems = endpoint({
  name: 'listItems',
  method: 'GET',
  path: '/api/catalogue/items',
  summary: {
    zh: '查事项：按词、口语或拼音首字母，按主题、单位、对象筛选',
    en: 'Find items by word, everyday phrase or pinyin initials; by theme, unit, client',
  },
  guard: 'public',
  query: PageQuery.extend({
    ...Where.shape,
    search: z.string().max(100).optional(),
    theme: z.enum(codesOf(themes)).optional(),
    unit: z.string().max(80).optional(),
    client: z.enum(codesOf(clientKinds)).optional(),
  }),
  answer: z.object({
    rows: z.array(ItemSummary),
    next: z.string().nullable(),
    /** Exact, unless `more`: a search stops counting at its ceiling. */
    total: z.number().int(),
    more: z.boolean(),
  }),
})

export const listThemes = endpoint({
  name: 'listThemes',
  method: 'GET',
  path: '/api/catalogue/themes',
  summary: { zh: '主题和单位，各有多少事项', en: 'Themes and units with the number of their items' },
  guard: 'public',
  query: Where,
  answer: z.object({
    themes: z.array(z.object({ theme: z.enum(codesOf(themes)), items: z.number().int() })),
    units: z.array(z.object({ unit: z.string(), name: Text, items: z.number().int() })),
  }),
})

export const getGuide = endpoint({
  name: 'getGuide',
  method: 'GET',
  path: '/api/catalogue/items/{item}',
  summary: { zh: '办事指南（十项公开要素）', en: 'Service guide with its ten elements' },
  guard: 'public',
  params: ItemParams,
  query: Where,
  answer: GuideView,
  versioned: true,
})

export const listItemVersions = endpoint({
  name: 'listItemVersions',
  method: 'GET',
  path: '/api/catalogue/items/{item}/versions',
  summary: { zh: '事项的历次版本', en: 'All versions of an item' },
  guard: 'public',
  params: ItemParams,
  query: Where,
  answer: z.object({ rows: z.array(VersionRow) }),
})

export const getItemVersion = endpoint({
  name: 'getItemVersion',
  method: 'GET',
  path: '/api/catalogue/items/{item}/versions/{version}',
  summary: { zh: '事项的某一版本', en: 'One version of an item' },
  guard: 'public',
  params: VersionParams,
  query: Where,
  answer: ItemVersion,
})

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

export const publishItem = endpoint({
  name: 'publishItem',
  method: 'POST',
  path: '/api/catalogue/items/{item}/versions',
  summary: {
    zh: '公布草稿，自某日起生效（起草人以外的人）',
    en: 'Publish the draft from a day on, by somebody other than its author',
  },
  guard: 'catalogue.publish',
  params: ItemParams,
  body: z.object({ from: DayText, reason: z.string().max(500).default('') }),
  answer: VersionRow,
  versioned: true,
})

export const suspendItem = endpoint({
  name: 'suspendItem',
  method: 'POST',
  path: '/api/catalogue/items/{item}/suspension',
  summary: { zh: '暂停事项：不再接收新申请', en: 'Suspend an item: no new applications' },
  guard: 'catalogue.publish',
  params: ItemParams,
  body: Why,
  answer: ItemStanding,
})

export const resumeItem = endpoint({
  name: 'resumeItem',
  method: 'POST',
  path: '/api/catalogue/items/{item}/resumption',
  summary: { zh: '恢复事项', en: 'Resume an item' },
  guard: 'catalogue.publish',
  params: ItemParams,
  body: Why,
  answer: ItemStanding,
})

export const cancelItem = endpoint({
  name: 'cancelItem',
  method: 'POST',
  path: '/api/catalogue/items/{item}/cancellation',
  summary: {
    zh: '取消事项：在办件按原版本办完',
    en: 'Cancel an item: running cases finish by their version',
  },
  guard: 'catalogue.publish',
  params: ItemParams,
  body: Why,
  answer: ItemStanding,
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
