import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about charging for a case. */
export const refuse = defineRefusals({
  'charge.refused': {
    status: 422,
    zh: '不能收取：{because}。请按账单上的金额收取；账单不对的，请先核对计费依据。本次已记录并通报监察',
    en: 'It cannot be charged: {becauseEn}. Charge what the bill says, or correct what the bill is reckoned by. The attempt is on record',
  },
  'charge.twice': {
    status: 409,
    zh: '“{name}”已经收取（票据 {number}），不能重复收取',
    en: '{name} was charged already (receipt {number})',
  },
  'charge.nothing-due': {
    status: 409,
    zh: '“{name}”应收为零，不需要收取',
    en: 'Nothing is due for {name}',
  },
  'charge.not-reckoned': {
    status: 409,
    zh: '还没有登记“{name}”的计费依据（投资额、面积、数量等），算不出应收多少，不能收取',
    en: 'What {name} is reckoned by has not been said, so nothing can be charged',
  },
  'charge.case-over': {
    status: 409,
    zh: '本件已经办结，不能再收费',
    en: 'The case is over: nothing more is charged',
  },
  'charge.not-yours': {
    status: 403,
    zh: '收费由承办单位或大厅窗口办理',
    en: 'The handling unit or the counters of the hall charge',
  },
})
