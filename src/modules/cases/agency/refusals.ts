import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about acting for residents. */
export const refuse = defineRefusals({
  'agency.not-found': {
    status: 404,
    zh: '没有代办编号“{agency}”，或者查询码不对，请核对回执',
    en: 'There is no agency {agency}, or the code is wrong; check the slip',
  },
  'agency.not-an-agent': {
    status: 403,
    zh: '您不是公布的代办员，不能受托代办；请由村或大厅公布的代办员办理',
    en: 'You are not a published agent and cannot act for residents',
  },
  'agency.item-not-listed': {
    status: 422,
    zh: '“{item}”不在您可以代办的事项清单内，请按清单代办或请镇便民服务中心调整清单',
    en: '"{item}" is not on the list of what you take on',
  },
  'agency.no-mandate': {
    status: 422,
    zh: '没有书面委托不能代办：请先让委托人签授权委托书，并登记其名称或编号',
    en: 'Nobody acts without a mandate in writing: let the resident sign one and enter it',
  },
  'agency.mandate-ended': {
    status: 409,
    zh: '委托书的有效期到 {until} 为止，已经届满，请重新签署',
    en: 'The mandate held until {until}; let it be signed anew',
  },
  'agency.not-yours': {
    status: 403,
    zh: '本件由代办员 {agent} 办理',
    en: 'This one is with the agent {agent}',
  },
  'agency.not-now': {
    status: 409,
    zh: '这一步现在不能办（当前：{stage}），请刷新后按页面所列的下一步办理',
    en: 'This cannot be done at the present stage ({stage}); reload and take the next step shown',
  },
  'agency.no-township': {
    status: 409,
    zh: '本件不经镇便民服务中心，请直接收件',
    en: 'This one does not go through a township: file the case',
  },
  'agency.not-the-township': {
    status: 403,
    zh: '由收件的镇便民服务中心签收',
    en: 'The service centre of the township confirms the arrival',
  },
  'agency.papers-differ': {
    status: 422,
    zh: '收取材料 {taken} 份，现在 {now} 份，对不上；请清点后再交接',
    en: '{taken} papers were taken and {now} are here; count again before they change hands',
  },
  'agency.other-case': {
    status: 422,
    zh: '办件 {caseNo} 的申请人或事项与委托书不一致，不能作为代办件',
    en: 'The applicant or item of case {caseNo} is not that of the mandate',
  },
  'agency.no-result': {
    status: 409,
    zh: '办件 {caseNo} 还没有结果，不能登记取回',
    en: 'Case {caseNo} has no result yet',
  },
  'agency.rated': {
    status: 409,
    zh: '已经评价过，一件一评',
    en: 'It was rated already: one agency, one rating',
  },
  'agency.not-staff': {
    status: 422,
    zh: '“{account}”不是单位 {unit} 的在册人员，不能确定为代办员',
    en: '{account} does not work in {unit} and cannot be its agent',
  },
  'agency.arranged-by-head': {
    status: 403,
    zh: '代办员由大厅、镇便民服务中心负责人确定',
    en: 'Agents are named by the head of the hall or of the service centre',
  },
})
