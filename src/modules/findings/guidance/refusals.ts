import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about guidance, with what to do instead. */
export const refuse = defineRefusals({
  'guidance.not-found': {
    status: 404,
    zh: '没有这条指导意见，或者不是发给您单位的',
    en: 'There is no such guidance, or it was not given to your unit',
  },
  'guidance.own-unit': {
    status: 403,
    zh: '不能给本单位提指导意见',
    en: 'Nobody guides his own unit',
  },
  'guidance.is-sanction': {
    status: 422,
    zh: '“{words}”是处理措施，不能以指导意见作出：请登记问题，听取说明后依程序处置',
    en: '"{words}" is a sanction and does not go out as guidance: open a finding, hear the unit and dispose of it',
  },
  'guidance.softens-finding': {
    status: 422,
    zh: '同一事项已有未处置的问题 {finding}，不能改成指导意见：请对该问题作出处置',
    en: 'The finding {finding} on the same is still open and is not softened into guidance: dispose of it',
  },
  'guidance.replied': {
    status: 409,
    zh: '这条指导意见已经回复',
    en: 'This guidance has been replied to',
  },
})
