import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { NOTICE_KINDS } from './terms.ts'

export const NoticeKind = z.enum(NOTICE_KINDS)

/** A paper that went out, without what it says about people. */
export const NoticeRow = z.object({
  notice: z.string(),
  kind: NoticeKind,
  number: z.string(),
  unit: z.string(),
  unitName: z.string(),
  subject: z.string(),
  issuedAt: InstantText,
  hash: z.string(),
  checkCode: z.string(),
  servedAt: InstantText.nullable(),
  withdrawnAt: InstantText.nullable(),
})
export type NoticeRow = z.infer<typeof NoticeRow>

/** What anybody with the paper in hand may know: enough to compare, nothing about the person. */
export const NoticeCheck = z.object({
  kind: NoticeKind,
  title: BilingualText,
  number: z.string(),
  issuedBy: z.string(),
  issuedOn: DayText,
  hash: z.string(),
  stands: z.boolean(),
  withdrawnOn: DayText.nullable(),
})
export type NoticeCheck = z.infer<typeof NoticeCheck>

export const checkNotice = endpoint({
  name: 'checkNotice',
  method: 'GET',
  path: '/api/notices/check/{code}',
  summary: { zh: '查验文书真伪（任何人）', en: 'Check whether a paper is real (anybody)' },
  guard: 'public',
  params: z.object({ code: z.string().max(80) }),
  answer: NoticeCheck,
})

export const listNotices = endpoint({
  name: 'listNotices',
  method: 'GET',
  path: '/api/notices',
  summary: { zh: '一个办件的文书', en: 'The papers of a case' },
  guard: 'cases.read',
  query: z.object({ subject: z.string().min(1).max(120) }),
  answer: z.object({ rows: z.array(NoticeRow) }),
})

export const noticePdf = endpoint({
  name: 'noticePdf',
  method: 'GET',
  path: '/api/notices/{notice}/pdf',
  summary: {
    zh: '文书 PDF；监察人员和领导看到的是脱敏件',
    en: 'A paper as PDF; supervision and leaders get it with people masked',
  },
  guard: 'cases.read',
  params: z.object({ notice: z.string().max(60) }),
  kind: 'stream',
})
