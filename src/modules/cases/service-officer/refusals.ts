import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about the officer who stays with a case, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'service.head-names': {
    status: 403,
    zh: '全程服务人员由承办单位的负责人指定',
    en: 'The service officer is named by the head of the acting unit',
  },
  'service.not-of-the-case': {
    status: 422,
    zh: '{person} 不在承办本件的单位，不能担任全程服务人员',
    en: '{person} works in none of the units of this case and cannot be its service officer',
  },
  'service.same-officer': {
    status: 409,
    zh: '{person} 已经是本件的全程服务人员',
    en: '{person} is the service officer of this case already',
  },
  'service.not-the-officer': {
    status: 403,
    zh: '由本件的全程服务人员、其离岗时的B岗或者本单位负责人告知申请人',
    en: 'The applicant is informed by the service officer, the backup while he is away, or the head of the unit',
  },
})
