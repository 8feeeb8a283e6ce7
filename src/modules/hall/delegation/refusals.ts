import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about delegating to the window, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'delegation.not-the-head': {
    status: 403,
    zh: '事项 {item} 由 {unit} 授权，由其负责人登记',
    en: 'Item {item} is {unit}’s to delegate; its head enters it',
  },
  'delegation.no-such-post': {
    status: 422,
    zh: '{unit} 没有岗位“{post}”，请先设岗定人',
    en: '{unit} has no post "{post}"; create it and name who holds it first',
  },
  'delegation.foreign-post': {
    status: 422,
    zh: '只能授权给本部门或者大厅的岗位，{unit} 都不是',
    en: 'Powers go to posts of the department or of a hall; {unit} is neither',
  },
  'delegation.backdated': {
    status: 422,
    zh: '授权和收回都不能倒签，{from} 已经过去',
    en: 'Nothing is delegated or withdrawn for the past; {from} is over',
  },
  'delegation.none': {
    status: 409,
    zh: '没有可以收回的授权',
    en: 'There is nothing to withdraw',
  },
})
