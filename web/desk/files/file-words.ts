import type { FileRow, WorkRow } from '#modules/cases/contract.ts'
import type { Action, CaseStatus, Channel } from '#modules/cases/terms.ts'
import { messages } from '#ui/index.ts'

const useText = messages('file-words', {
  已收件: 'Received',
  办理中: 'Being handled',
  中止中: 'Suspended',
  已决定: 'Decided',
  已送达: 'Delivered',
  不予受理: 'Declined',
  已撤回: 'Withdrawn',
  受理审查: 'Check and answer',
  办理环节: 'Step',
  审批决定: 'Decide',
  送达: 'Deliver',
  待批延期: 'Extension to grant',
  批准延期: 'Grant the extension',
  决定不予受理: 'Decline',
  窗口: 'counter',
  网上: 'web',
  手机: 'phone',
  代办: 'agent',
  邮寄: 'post',
  一次性告知补正: 'Supplement notice',
  登记补交材料: 'Materials handed in',
  受理: 'Accept',
  环节办结: 'Finish the step',
  退回上一环节: 'Send back to an earlier step',
  进入特别程序: 'Suspend',
  恢复办理: 'Resume',
  申请延期: 'Ask for an extension',
  不批准延期: 'Refuse the extension',
  作出决定: 'Decide',
  评价: 'Rate',
  撤回: 'Withdraw',
  更正或撤销决定: 'Correct or revoke the decision',
  告知听证权利: 'Tell of the right to a hearing',
  登记听证申请: 'Enter a request for a hearing',
  通知听证: 'Announce the hearing',
  登记听证笔录: 'Enter the minutes of the hearing',
  登记放弃听证: 'Enter that the hearing was given up',
  指派核查人员: 'Name who goes to the site',
  登记现场核查: 'Enter what was found on the spot',
  组织听证: 'Arrange the hearing',
  出具会办意见: 'Give the joint opinion',
  汇总会办意见: 'Assemble the joint opinions',
  申请急件: 'Ask for the express lane',
  批准急件: 'Grant the express lane',
  不按急件办理: 'Refuse the express lane',
  当场办结: 'Finish on the spot',
  移交其他单位: 'Pass the step on to another unit',
  裁定由谁办理: 'Rule whose it is',
  指定全程服务人员: 'Name the service officer',
  告知申请人进展: 'Tell the applicant how it stands',
  登记领导过问: 'Enter that a leader was involved',
  登记领导答复: 'Enter what the leader answered',
})

const STATUS = {
  received: '已收件',
  accepted: '办理中',
  suspended: '中止中',
  decided: '已决定',
  delivered: '已送达',
  declined: '不予受理',
  withdrawn: '已撤回',
} as const satisfies Record<CaseStatus, string>

const KIND = {
  answer: '受理审查',
  step: '办理环节',
  decide: '审批决定',
  deliver: '送达',
  extension: '待批延期',
  hearing: '组织听证',
  visit: '指派核查人员',
  urgency: '批准急件',
  branch: '出具会办意见',
  assemble: '汇总会办意见',
} as const satisfies Record<WorkRow['kind'], string>

const CHANNEL = {
  counter: '窗口',
  web: '网上',
  phone: '手机',
  agent: '代办',
  post: '邮寄',
} as const satisfies Record<Channel, string>

const ACTION = {
  supplementNotice: '一次性告知补正',
  supply: '登记补交材料',
  accept: '受理',
  decline: '决定不予受理',
  finishStep: '环节办结',
  sendBack: '退回上一环节',
  suspend: '进入特别程序',
  resume: '恢复办理',
  askExtension: '申请延期',
  grantExtension: '批准延期',
  refuseExtension: '不批准延期',
  offerHearing: '告知听证权利',
  askHearing: '登记听证申请',
  setHearing: '通知听证',
  holdHearing: '登记听证笔录',
  giveUpHearing: '登记放弃听证',
  askUrgency: '申请急件',
  grantUrgency: '批准急件',
  refuseUrgency: '不按急件办理',
  finishAtOnce: '当场办结',
  assignVisit: '指派核查人员',
  reportVisit: '登记现场核查',
  transferStep: '移交其他单位',
  ruleTransfer: '裁定由谁办理',
  nameServiceOfficer: '指定全程服务人员',
  informApplicant: '告知申请人进展',
  involveLeader: '登记领导过问',
  answerInvolved: '登记领导答复',
  decide: '作出决定',
  deliver: '送达',
  rate: '评价',
  withdraw: '撤回',
  correct: '更正或撤销决定',
} as const satisfies Record<Action, string>

/** What the states, channels, kinds of work and actions of a file are called. */
export function useFileWords() {
  const t = useText()
  return {
    status: (status: FileRow['status']) => t(STATUS[status]),
    kind: (kind: WorkRow['kind']) => t(KIND[kind]),
    channel: (channel: Channel) => t(CHANNEL[channel]),
    action: (action: Action) => t(ACTION[action]),
  }
}

export const STATUSES_SHOWN = Object.keys(STATUS) as CaseStatus[]
export const KINDS_SHOWN = Object.keys(KIND) as Array<WorkRow['kind']>
