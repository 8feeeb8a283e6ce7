import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about the express lane, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'urgency.already-asked': {
    status: 409,
    zh: '本件已经申请过急件（{status}），一件只申请一次',
    en: 'The express lane was asked for before ({status}); it is asked for once',
  },
  'urgency.none-asked': {
    status: 409,
    zh: '本件没有待批的急件申请',
    en: 'Nobody is waiting for an answer about the express lane',
  },
  'urgency.approver-missing': {
    status: 403,
    zh: '急件由承办单位负责人批准，申请人、承办人自己不能批',
    en: 'The express lane is granted by the head of the handling unit, never by whoever asked',
  },
  'urgency.not-shorter': {
    status: 422,
    zh: '急件时限 {within} 不比承诺时限 {committed} 短，等于没有加急',
    en: 'The limit {within} is no shorter than the promise {committed}: that is no express lane',
  },
  'urgency.not-granted': {
    status: 409,
    zh: '本件不是急件，没有可以核查的急件标记',
    en: 'The case is not in the express lane, so there is nothing to look at',
  },
  'urgency.audited': {
    status: 409,
    zh: '这个急件标记已经核查过，结论不能改',
    en: 'This flag has been looked at, and the finding stays',
  },
  'urgency.own-unit': {
    status: 403,
    zh: '急件由承办单位以外的监察人员核查',
    en: 'A flag is looked at by supervision, never by the handling unit',
  },
})
