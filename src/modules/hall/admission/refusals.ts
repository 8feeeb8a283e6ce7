import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'admission.not-in-catalogue': {
    status: 404,
    zh: '清单里没有正在执行的事项 {item}，不能进驻',
    en: 'No item {item} is in force in the catalogue, so it cannot enter the hall',
  },
  'admission.not-requested': {
    status: 409,
    zh: '还没有进驻申请，请先由承办部门申请',
    en: 'Nobody asked for it yet; its department asks first',
  },
  'admission.approved-already': {
    status: 409,
    zh: '该事项已经进驻或者核准进驻',
    en: 'The item is in the hall already, or approved for it',
  },
  'admission.entry-not-later': {
    status: 409,
    zh: '进驻日须晚于今天（{today}），让群众知道去哪里办',
    en: 'It enters after today ({today}), so that people know where to go',
  },
  'admission.exemption-unsigned': {
    status: 422,
    zh: '不进驻须有批准人、批准文号和理由',
    en: 'An exemption states who approved it, by which document and why',
  },
  'admission.exemption-endless': {
    status: 422,
    zh: '不进驻须有截止日：没有截止日就是不进驻',
    en: 'An exemption has an end; without one it is no exemption',
  },
  'admission.exemption-over': {
    status: 422,
    zh: '截止日须晚于今天（{today}）',
    en: 'It ends after today ({today})',
  },
  'admission.due-not-later': {
    status: 422,
    zh: '进驻期限须晚于今天（{today}）',
    en: 'It is due after today ({today})',
  },
  'admission.not-entered': {
    status: 409,
    zh: '该事项还没有进驻，没有可回访的',
    en: 'The item has not entered yet, so there is nothing to follow up',
  },
  'admission.counter-elsewhere': {
    status: 409,
    zh: '窗口 {counter} 不在这个大厅，或者不服务该部门',
    en: 'Counter {counter} is not in this hall, or does not serve that department',
  },
})
