import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about talks that a badge is owed. */
export const refuse = defineRefusals({
  'badge-talk.not-found': {
    status: 404,
    zh: '没有这次谈话，或者不是您单位的工作牌',
    en: 'There is no such talk, or the badge is not of your unit',
  },
  'badge-talk.held': { status: 409, zh: '这次谈话已经登记', en: 'This talk has been entered' },
  'badge-talk.future': {
    status: 422,
    zh: '谈话日期 {on} 晚于今天',
    en: 'The talk cannot have been held on {on}, after today',
  },
})
