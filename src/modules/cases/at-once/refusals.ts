import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about finishing at once, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'at-once.reason-needed': {
    status: 422,
    zh: '“{item}”应当场办结：请当场作出决定；确实不能当场办结的，请写明理由，大厅管理人员当天看得到',
    en: '"{item}" is finished on the spot: decide now, or say why it cannot be; the hall’s manager sees the reason the same day',
  },
  'at-once.not-allowed': {
    status: 409,
    zh: '“{item}”不是当场办结或当天决定的事项，请按环节办理',
    en: '"{item}" is neither finished on the spot nor decided the same day; go on step by step',
  },
  'at-once.another-day': {
    status: 409,
    zh: '本件 {at} 已受理，不是同一天，请按环节办理',
    en: 'The case was accepted on {at}, which is another day; go on step by step',
  },
  'at-once.not-handed-over': {
    status: 422,
    zh: '当场办结须当场把结果交给申请人，请填签收凭证',
    en: 'What is finished on the spot is handed over on the spot; enter who signed for it',
  },
  'filing.no-refusal': {
    status: 409,
    zh: '备案只有“材料不齐”，没有不予；缺什么请一次性告知，收齐即生效',
    en: 'A filing can be incomplete, never refused: say once what is missing, and it takes effect when that is there',
  },
})
