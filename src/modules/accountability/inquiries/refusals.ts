import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about inquiries into principals. */
export const refuse = defineRefusals({
  'inquiry.not-found': {
    status: 404,
    zh: '没有这件问责调查，或者您无权查看',
    en: 'There is no such inquiry, or you may not see it',
  },
  'inquiry.answered': {
    status: 409,
    zh: '这件问责调查已有结论',
    en: 'This inquiry was answered already',
  },
  'inquiry.reason-missing': {
    status: 422,
    zh: '请写明理由',
    en: 'Give the reason',
  },
  'inquiry.about-the-principal': {
    status: 409,
    zh: '这件调查问的是主要负责人：处理下属不能作为结论，请附对其本人的案卷',
    en: 'The inquiry is about the principal: a measure on a subordinate does not answer it; name the file on himself',
  },
})
