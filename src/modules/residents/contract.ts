import { z } from 'zod'
import { endpoint, InstantText } from '#kernel/endpoint.ts'
import { Session } from '#modules/access/contract.ts'
import { PersonChange, PersonFields } from '#modules/vault/contract.ts'

const Where = z.object({
  jurisdiction: z.string().min(1).max(40).optional(),
  phone: z.string().min(1).max(40),
})

export const sendSignInCode = endpoint({
  name: 'sendSignInCode',
  method: 'POST',
  path: '/api/resident/codes',
  summary: { zh: '向手机号码发送登录验证码', en: 'Send a sign-in code to a mobile number' },
  guard: 'public',
  body: Where,
  answer: z.object({
    sentTo: z.string(),
    validSeconds: z.number().int(),
    /** Only in the demo, where no message is sent: the code itself, to be shown as such. */
    demoCode: z.string().nullable(),
  }),
})

export const signInByCode = endpoint({
  name: 'signInByCode',
  method: 'POST',
  path: '/api/resident/session',
  summary: { zh: '凭验证码登录', en: 'Sign in with the code' },
  guard: 'public',
  body: Where.extend({ code: z.string().min(1).max(20) }),
  answer: Session,
})

export const ownProfile = endpoint({
  name: 'ownProfile',
  method: 'GET',
  path: '/api/resident/profile',
  summary: { zh: '本人信息', en: 'What is known of oneself' },
  guard: 'own.apply',
  answer: PersonFields,
})

export const changeOwnProfile = endpoint({
  name: 'changeOwnProfile',
  method: 'PUT',
  path: '/api/resident/profile',
  summary: { zh: '修改本人信息', en: 'Change what is known of oneself' },
  guard: 'own.apply',
  body: PersonChange.omit({ phone: true }),
})

const Item = z.object({ item: z.string().max(80) })
const Content = z.record(z.string().max(80), z.unknown())

export const listDrafts = endpoint({
  name: 'listDrafts',
  method: 'GET',
  path: '/api/resident/drafts',
  summary: { zh: '本人的草稿', en: 'Own drafts' },
  guard: 'own.apply',
  answer: z.object({ rows: z.array(z.object({ item: z.string(), savedAt: InstantText })) }),
})

export const getDraft = endpoint({
  name: 'getDraft',
  method: 'GET',
  path: '/api/resident/drafts/{item}',
  summary: { zh: '一份草稿', en: 'A draft' },
  guard: 'own.apply',
  params: Item,
  answer: z.object({ item: z.string(), savedAt: InstantText, content: Content }),
})

export const saveDraft = endpoint({
  name: 'saveDraft',
  method: 'PUT',
  path: '/api/resident/drafts/{item}',
  summary: { zh: '保存草稿', en: 'Save a draft' },
  guard: 'own.apply',
  params: Item,
  body: z.object({ content: Content }),
  answer: z.object({ item: z.string(), savedAt: InstantText }),
})

export const deleteDraft = endpoint({
  name: 'deleteDraft',
  method: 'DELETE',
  path: '/api/resident/drafts/{item}',
  summary: { zh: '删除草稿', en: 'Delete a draft' },
  guard: 'own.apply',
  params: Item,
})
