import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about licences and bans, with what to do instead. */
export const refuse = defineRefusals({
  'licence.not-found': {
    status: 404,
    zh: '没有编号为“{number}”的证照，或者您无权查看；请核对编号',
    en: 'There is no licence {number}, or you may not see it; check the number',
  },
  'licence.number-taken': {
    status: 409,
    zh: '证照编号“{number}”已经用过，请核对后换一个编号',
    en: 'The licence number {number} exists already; check it and give another one',
  },
  'licence.number-invalid': {
    status: 422,
    zh: '证照编号“{number}”不能使用：请用 3 到 60 个汉字、字母、数字、括号或连字符',
    en: 'The licence number {number} cannot be used: 3 to 60 letters, digits, brackets or hyphens',
  },
  'licence.not-in-force': {
    status: 409,
    zh: '证照“{number}”{state}，不能再办理；如仍需从事该活动，请按新办申请',
    en: 'Licence {number} is {stateEn}; apply for a new one instead',
  },
  'licence.another-item': {
    status: 422,
    zh: '证照“{number}”是“{item}”的证照，不能在本事项下延续；请选对应的事项',
    en: 'Licence {number} is one of "{item}" and cannot be renewed under this item; choose the one it belongs to',
  },
  'licence.not-the-holder': {
    status: 403,
    zh: '只有证照“{number}”的持有人才能申请延续。请核对编号；证照是在窗口领取的，请持有人带身份证件到窗口办理',
    en: 'Only the holder of licence {number} may apply for renewal. Check the number, or let the holder come to the counter with his document',
  },
  'licence.without-end': {
    status: 409,
    zh: '证照“{number}”长期有效，不需要延续',
    en: 'Licence {number} has no end and needs no renewal',
  },
  'licence.renewal-under-way': {
    status: 409,
    zh: '证照“{number}”的延续正在办理（编号 {caseNo}），不必再次申请',
    en: 'The renewal of licence {number} is under way already (case {caseNo})',
  },
  'licence.head-decides': {
    status: 403,
    zh: '撤销、注销、吊销由发证单位负责人决定',
    en: 'Licences are revoked, cancelled and withdrawn by the head of the unit that granted them',
  },
  'licence.reason-missing': {
    status: 422,
    zh: '请写明{what}',
    en: 'State {whatEn}',
  },
  'ban.in-force': {
    status: 409,
    zh: '申请人在 {until} 24:00 前不得再次申请该行政许可：{ground}（{article}）。期满自动解除。对此有异议的，可向{unit}提出，也可以依法{remedies}',
    en: 'The applicant may not apply for this licence until the end of {until}: {groundEn} ({article}). It ends by itself. Objections go to {unitEn}, or to administrative review or the court',
  },
  'ban.not-found': {
    status: 404,
    zh: '没有这条记录，或者您无权查看',
    en: 'There is no such record, or you may not see it',
  },
  'ban.lifted': {
    status: 409,
    zh: '已经解除，不必再次解除',
    en: 'It has been lifted already',
  },
  'ban.lifted-by-same': {
    status: 403,
    zh: '作出决定的人不能自己解除；请由本单位另一位负责人或者上级领导解除',
    en: 'Whoever set it cannot lift it; another head of the unit or a leader above does',
  },
})
