import { z } from 'zod'
import { endpoint, InstantText } from '#kernel/endpoint.ts'
import { FormAnswers, FormField } from '#modules/catalogue/contract.ts'
import { FileParams } from './file-contract.ts'

/** 申请表: the questions of the item version that the case is handled by, with what was answered. */
export const FilledForm = z.object({
  fields: z.array(FormField),
  answers: FormAnswers,
  filledAt: InstantText,
  /** Filled in again with what was missing: the one before it is kept. */
  corrected: z.boolean(),
  sha256: z.string(),
})
export type FilledForm = z.infer<typeof FilledForm>

const Purpose = z.string().min(2).max(200)

export const revealForm = endpoint({
  name: 'revealForm',
  method: 'POST',
  path: '/api/files/{caseNo}/form',
  summary: {
    zh: '查看申请表填写内容（须写明目的，留痕）',
    en: 'Show what the application form says, for a stated purpose that is recorded',
  },
  guard: 'files.handle',
  params: FileParams,
  body: z.object({ purpose: Purpose }),
  answer: FilledForm,
})

const byCode = { code: z.string().min(4).max(20), jurisdiction: z.string().max(40).optional() }

export const trackForm = endpoint({
  name: 'trackForm',
  method: 'GET',
  path: '/api/track/{caseNo}/form',
  summary: {
    zh: '凭编号和查询码看自己填写的申请表',
    en: 'What the applicant filled in, by number and code',
  },
  guard: 'public',
  params: FileParams,
  query: z.object(byCode),
  answer: FilledForm,
})

export const trackFormPaper = endpoint({
  name: 'trackFormPaper',
  method: 'GET',
  path: '/api/track/{caseNo}/form/paper',
  summary: {
    zh: '凭编号和查询码取填好的申请表 PDF',
    en: 'The filled-in application form as PDF, by number and code',
  },
  guard: 'public',
  params: FileParams,
  query: z.object(byCode),
  kind: 'stream',
})
