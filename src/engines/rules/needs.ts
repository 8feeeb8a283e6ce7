import type { Bilingual } from '#kernel/refusal.ts'
import type { Meaning } from './meanings.ts'
import type { LogProfile } from './profile.ts'
import type { Reading } from './reading.ts'

const MEANING_WORDS: Readonly<Record<Meaning, string>> = {
  received: '收件',
  accepted: '受理',
  declined: '不予受理',
  supplementNotice: '补正告知',
  supplemented: '补正',
  returned: '退件',
  withdrawn: '撤回',
  suspended: '中止',
  resumed: '恢复',
  extensionAsked: '申请延期',
  extended: '延期',
  step: '环节',
  decided: '决定',
  concluded: '办结',
  delivered: '送达',
  archived: '归档',
  returnAttempted: '受理后补正或退件的企图（未准）',
  chargeFault: '收费问题',
  lateOpinion: '并联意见逾期',
  jointBreach: '违反联办规则',
  beyondList: '超出清单设卡的企图（未准）',
  complaintReceived: '收到投诉',
  complaintAccepted: '受理投诉',
  complaintDeclined: '不予受理投诉',
  complaintAssigned: '转办投诉',
  complaintSigned: '签收转办',
  complaintReturned: '退回转办',
  complaintHandled: '处理投诉',
  complaintReplied: '答复投诉人',
  complaintClosed: '投诉办结',
  calledBack: '回访',
  dissatisfied: '投诉人不满意',
  complaintRedone: '重办',
  complaintRepeated: '重复投诉',
  petitionReceived: '收到信访',
  petitionTold: '告知信访人',
  petitionDecided: '信访处理意见',
  disclosureAsked: '申请公开信息',
  disclosureAnswered: '答复公开申请',
  taskSet: '下达任务',
  taskReported: '报告进展',
  taskMoved: '调整任务期限',
  taskEvidence: '提交佐证',
  taskDone: '报告完成',
  taskVerified: '核验',
  taskClosed: '任务销号',
  counterLeft: '离开窗口',
  counterManned: '到窗口',
  ticketDrawn: '取号',
  ticketCalled: '叫号',
  calledOutOfTurn: '插队叫号',
  ticketMissed: '过号',
  ticketServed: '窗口办毕',
  charged: '收费',
  refundDue: '应退费',
  refunded: '退费',
  enforcementFiled: '立案',
  inspected: '执法检查',
  penaltyDecided: '处罚决定',
  penaltyDelivered: '送达处罚决定',
  seized: '查封扣押',
  released: '解除查封扣押',
  transferred: '移交其他单位',
  reassigned: '更换经办人',
  edited: '修改记录',
  noted: '登记备注',
  offGuide: '偏离公示指南',
  ownMatterRefused: '推出本单位职责内的事',
  precheckAsked: '申请预审',
  precheckAnswered: '预审答复',
  visitAssigned: '指派现场核查',
  visitReported: '现场核查',
  hearingAsked: '申请听证',
  hearingNoticed: '通知听证',
  hearingHeld: '举行听证',
}

/** The log has no activity of this meaning: what a rule says that it lacks. */
export const lacksMeaning = (reading: Reading, ...names: readonly Meaning[]): Bilingual | undefined => {
  const missing = names.find((name) => !reading.means(name))
  return (
    missing && {
      zh: `日志说明中没有含义为“${MEANING_WORDS[missing]}”的活动`,
      en: `no activity of this log means "${missing}"`,
    }
  )
}

export const lacksPart = (present: boolean, part: keyof LogProfile): Bilingual | undefined =>
  present
    ? undefined
    : { zh: `日志说明没有写明 ${part}`, en: `the profile of the log does not state ${part}` }

export const lacksCaseColumn = (reading: Reading, name: keyof LogProfile['case']): Bilingual | undefined =>
  reading.profile.case[name] !== undefined
    ? undefined
    : {
        zh: `日志说明没有写明办件的哪个属性是 ${name}`,
        en: `the profile names no attribute of the case for ${name}`,
      }

export const lacksColumn = (
  reading: Reading,
  ...names: readonly (keyof LogProfile['event'])[]
): Bilingual | undefined =>
  names.some((name) => reading.profile.event[name] !== undefined)
    ? undefined
    : {
        zh: `日志说明没有写明事件的哪个属性是 ${names.join('、')}`,
        en: `the profile names no event attribute for ${names.join(' or ')}`,
      }

export const allOf = (...lacking: readonly (Bilingual | undefined)[]): Bilingual | undefined =>
  lacking.find((one) => one !== undefined)
