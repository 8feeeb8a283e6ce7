import { z } from 'zod'
import { endpoint, InstantText, pageOf, PageQuery } from '#kernel/endpoint.ts'

export const JurisdictionRow = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  level: z.enum(['province', 'city', 'county', 'township']),
  parent: z.string().nullable(),
})
export type JurisdictionRow = z.infer<typeof JurisdictionRow>

export const UnitRow = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(['department', 'hall', 'supervision', 'leadership', 'township', 'village']),
  parent: z.string().nullable(),
  posts: z.number().int(),
})
export type UnitRow = z.infer<typeof UnitRow>

/** 岗位: a post with its holder (A岗) and backup (B岗); the backup has the work while the holder is away. */
export const PostRow = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  holder: z.string().nullable(),
  backup: z.string().nullable(),
  awayFrom: InstantText.nullable(),
  awayUntil: InstantText.nullable(),
  /** Whoever has the post's powers now. */
  acting: z.string().nullable(),
})
export type PostRow = z.infer<typeof PostRow>

export const UnitView = UnitRow.extend({ postRows: z.array(PostRow) })
export type UnitView = z.infer<typeof UnitView>

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
const UnitParams = z.object({ unit: z.string().max(80) })
const PostParams = z.object({ unit: z.string().max(80), post: z.string().max(80) })

export const listJurisdictions = endpoint({
  name: 'listJurisdictions',
  method: 'GET',
  path: '/api/jurisdictions',
  summary: { zh: '行政区域', en: 'Jurisdictions' },
  guard: 'public',
  answer: z.object({ rows: z.array(JurisdictionRow) }),
})

export const listUnits = endpoint({
  name: 'listUnits',
  method: 'GET',
  path: '/api/units',
  summary: { zh: '单位列表', en: 'Units' },
  guard: 'units.read',
  query: PageQuery.extend({ search: z.string().max(100).optional() }),
  answer: pageOf(UnitRow),
})

export const getUnit = endpoint({
  name: 'getUnit',
  method: 'GET',
  path: '/api/units/{unit}',
  summary: { zh: '单位与岗位', en: 'A unit with its posts' },
  guard: 'units.read',
  params: UnitParams,
  answer: UnitView,
})

export const createUnit = endpoint({
  name: 'createUnit',
  method: 'POST',
  path: '/api/units',
  summary: { zh: '新建单位', en: 'Create a unit' },
  guard: 'units.write',
  body: z.object({
    id: Id,
    name: z.string().min(1).max(100),
    nameEn: z.string().max(100),
    kind: UnitRow.shape.kind,
    parent: z.string().max(80).nullable(),
  }),
  answer: UnitView,
})

export const createPost = endpoint({
  name: 'createPost',
  method: 'POST',
  path: '/api/units/{unit}/posts',
  summary: { zh: '新建岗位', en: 'Create a post' },
  guard: 'units.write',
  params: UnitParams,
  body: z.object({ id: Id, title: z.string().min(1).max(100), titleEn: z.string().max(100) }),
  answer: UnitView,
})

export const assignPost = endpoint({
  name: 'assignPost',
  method: 'PUT',
  path: '/api/units/{unit}/posts/{post}/holder',
  summary: { zh: '确定A岗、B岗', en: 'Name the holder and the backup of a post' },
  guard: 'units.write',
  params: PostParams,
  body: z.object({ holder: z.string().max(80).nullable(), backup: z.string().max(80).nullable() }),
  answer: UnitView,
})

export const markAway = endpoint({
  name: 'markAway',
  method: 'PUT',
  path: '/api/units/{unit}/posts/{post}/away',
  summary: { zh: 'A岗离岗登记，B岗顶岗', en: 'Mark the holder away; the backup takes over' },
  guard: 'posts.away',
  params: PostParams,
  body: z.object({ from: InstantText, until: InstantText.nullable() }),
  answer: UnitView,
})
