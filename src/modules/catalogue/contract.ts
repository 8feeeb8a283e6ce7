import { z } from 'zod'
import { BilingualText as Text, DayText, endpoint, InstantText, PageQuery } from '#kernel/endpoint.ts'
import { ItemParams } from './draft-contract.ts'
import { ItemContent, LimitShape } from './item-contract.ts'
import { PowerRow } from './reform-shapes.ts'
import { clientKinds, codesOf, itemStates, themes } from './terms.ts'

export * from './answers-contract.ts'
export * from './draft-contract.ts'
export * from './fee-contract.ts'
export * from './item-contract.ts'
export * from './reform-contract.ts'
export * from './reform-shapes.ts'
export * from './path-contract.ts'
export * from './permit-contract.ts'
export * from './permit-shape.ts'

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
  /** Who acts since the power over the item was moved; null where it never was. */
  power: PowerRow.omit({ item: true, name: true }).nullable(),
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
