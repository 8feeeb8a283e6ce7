import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { Ladder } from './instrument-shape.ts'

const Draft = z.object({ draft: z.coerce.number().int() })
const Reason = z.string().max(500)

export const LadderVersion = z.object({
  draft: z.number(),
  from: DayText,
  reason: z.string(),
  draftedBy: z.string(),
  draftedAt: InstantText,
  approvedBy: z.string().nullable(),
  dropped: z.string().nullable(),
  /** May be approved by the reader: somebody else drafted it. */
  mayApprove: z.boolean(),
})
export const LadderView = z.object({
  ladder: Ladder,
  /** What the conducts of the table are called. */
  conductNames: z.record(z.string(), BilingualText),
  from: DayText.nullable(),
  versions: z.array(LadderVersion),
  mayDraft: z.boolean(),
})
export type LadderView = z.infer<typeof LadderView>

export const getLadder = endpoint({
  name: 'getLadder',
  method: 'GET',
  path: '/api/accountability/ladder',
  summary: { zh: '问责阶梯、对照表和影响', en: 'The ladder of measures, its table and effects' },
  guard: 'accountability.read',
  query: z.object({ on: DayText.optional() }),
  answer: LadderView,
})
export const draftLadderVersion = endpoint({
  name: 'draftLadderVersion',
  method: 'POST',
  path: '/api/accountability/ladder/drafts',
  summary: { zh: '起草问责阶梯的修改', en: 'Draft a change of the ladder' },
  guard: 'ladder.change',
  body: z.object({ from: DayText, ladder: Ladder, reason: Reason }),
  answer: LadderView,
})
export const approveLadderVersion = endpoint({
  name: 'approveLadderVersion',
  method: 'POST',
  path: '/api/accountability/ladder/drafts/{draft}/approval',
  summary: { zh: '批准问责阶梯的修改', en: 'Approve a change of the ladder' },
  guard: 'ladder.change',
  params: Draft,
  body: z.object({}),
  answer: LadderView,
})
export const dropLadderVersion = endpoint({
  name: 'dropLadderVersion',
  method: 'POST',
  path: '/api/accountability/ladder/drafts/{draft}/drop',
  summary: { zh: '不采用这份草稿', en: 'Drop a draft of the ladder' },
  guard: 'ladder.change',
  params: Draft,
  body: z.object({ reason: Reason }),
  answer: LadderView,
})
