import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about who may not handle what, with what to do instead. */
export const refuse = defineRefusals({
  'recusal.conflict': {
    status: 403,
    zh: '您应当回避：{because}。请交由他人办理',
    en: 'You stand aside here: {because}. Somebody else must handle it',
  },
  'recusal.self': {
    status: 422,
    zh: '关系的另一方不能是本人，请填写对方的账号或者单位',
    en: 'The other side of a relation cannot be oneself: name an account or a unit',
  },
  'recusal.nobody': {
    status: 422,
    zh: '请填写关系所及的单位或者人员账号',
    en: 'Name the unit or the account the relation is with',
  },
  'recusal.period': {
    status: 422,
    zh: '任职起止日期不对：起 {from}，止 {to}',
    en: 'The service cannot run from {from} to {to}',
  },
  'recusal.known': {
    status: 409,
    zh: '这项关系或者任职已经登记',
    en: 'This relation or service is on record already',
  },
})
