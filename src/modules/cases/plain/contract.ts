import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'

const Language = z.object({
  language: z.enum(['zh', 'en']).optional(),
  jurisdiction: z.string().max(40).optional(),
})

/** Guides and tracking for browsers without scripts: whole pages, no styles, the same facts. */
export const plainSearch = endpoint({
  name: 'plainSearch',
  method: 'GET',
  path: '/plain',
  summary: { zh: '无脚本版：查事项', en: 'Plain version: find items' },
  guard: 'public',
  query: Language.extend({ search: z.string().max(100).optional() }),
  kind: 'stream',
})

export const plainGuide = endpoint({
  name: 'plainGuide',
  method: 'GET',
  path: '/plain/guide/{item}',
  summary: { zh: '无脚本版：办事指南', en: 'Plain version: a guide' },
  guard: 'public',
  params: z.object({ item: z.string().max(80) }),
  query: Language,
  kind: 'stream',
})

export const plainTrack = endpoint({
  name: 'plainTrack',
  method: 'GET',
  path: '/plain/track',
  summary: { zh: '无脚本版：查进度', en: 'Plain version: track a file' },
  guard: 'public',
  query: Language.extend({ caseNo: z.string().max(60).optional(), code: z.string().max(20).optional() }),
  kind: 'stream',
})
