import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about special procedures and the lists of the kinds, with what to do instead. */
export const refuse = defineRefusals({
  'special.needs-unsaid': {
    status: 422,
    zh: '进入特别程序须书面告知申请人所需时间（行政许可法第四十五条），请填写需要几天',
    en: 'The applicant is told in writing how long a special procedure takes (行政许可法 art. 45); enter the days',
  },
  'special.longer-than-announced': {
    status: 422,
    zh: '办事指南公布“{name}”需要 {announced}，不能告知 {needs}',
    en: 'The guide announces {announced} for "{name}"; it cannot take {needs}',
  },
})
