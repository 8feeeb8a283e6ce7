import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about hearings, with the sentence the person reads and what to do instead. */
export const refuse = defineRefusals({
  'hearing.already-offered': {
    status: 409,
    zh: '听证权利已于 {at} 告知过，不再重复告知',
    en: 'The right to a hearing was told of at {at}; it is told of once',
  },
  'hearing.not-offered': {
    status: 409,
    zh: '还没有告知听证权利，不能登记听证申请；涉及重大利益关系的，由承办单位先出具听证告知书（行政许可法第四十七条）',
    en: 'Nobody has been told of the right to a hearing yet; the unit gives that notice first (行政许可法 art. 47)',
  },
  'hearing.already-asked': {
    status: 409,
    zh: '已经提出过听证申请，按一次听证组织',
    en: 'A hearing has been asked for already; there will be one',
  },
  'hearing.asked-too-late': {
    status: 409,
    zh: '听证申请应当在 {last} 前提出（含当日，邮寄的以交邮日为准），本申请于 {on} 提出，已经超过期限；意见仍可书面提交承办单位',
    en: 'A hearing could be asked for until {last}, by postmark when by post; this came on {on}. What you have to say can still be sent to the unit in writing',
  },
  'hearing.posted-day-wrong': {
    status: 422,
    zh: '交邮日 {on} 不对：应在告知听证权利的 {from} 到今天之间，请按邮戳填写',
    en: 'The day of posting {on} cannot be right: it lies between {from}, when the right was told of, and today; take it from the postmark',
  },
  'hearing.not-asked': {
    status: 409,
    zh: '没有人提出听证申请，不需要安排听证',
    en: 'Nobody has asked for a hearing; there is none to arrange',
  },
  'hearing.notice-too-short': {
    status: 422,
    zh: '听证应当提前七个工作日通知，现在通知最早可以定在 {first}（行政许可法第四十八条）',
    en: 'A hearing is announced seven working days before; told today, it can be on {first} at the earliest (行政许可法 art. 48)',
  },
  'hearing.chair-handled': {
    status: 422,
    zh: '{chair} 参与过本件的审查，不能主持听证；请指定没有经办过本件的人员（行政许可法第四十八条）',
    en: '{chair} has worked on this case and cannot chair its hearing; name somebody who has not (行政许可法 art. 48)',
  },
  'hearing.chair-not-of-unit': {
    status: 422,
    zh: '听证主持人应是承办单位的工作人员，{chair} 不是；请从名单中选择',
    en: 'The chair is of the unit that decides, and {chair} is not; choose from the list',
  },
  'hearing.chair-reviews': {
    status: 403,
    zh: '您是本件听证的主持人，不能再审查或决定本件；请由岗位的其他人员办理',
    en: 'You chair the hearing of this case and cannot review or decide it; somebody else of the post does',
  },
  'hearing.not-set': {
    status: 409,
    zh: '听证的时间、地点还没有通知，不能登记听证笔录',
    en: 'Time and place of the hearing have not been announced; there are no minutes yet',
  },
  'hearing.not-begun': {
    status: 409,
    zh: '听证定在 {at}，举行之后才能登记听证笔录',
    en: 'The hearing is at {at}; its minutes are entered afterwards',
  },
  'hearing.not-held': {
    status: 409,
    zh: '已有人要求听证，听证举行之前不能作出决定，也不能恢复计时；申请人放弃听证的，请先登记',
    en: 'A hearing was asked for: nothing is decided and no clock goes on before it was held; enter it first if it was given up',
  },
  'hearing.right-open': {
    status: 409,
    zh: '听证权利已于 {at} 告知，五个工作日内还可以提出听证申请；期满无人提出，或听证举行以后，再作决定',
    en: 'The right to a hearing was told of at {at} and can be used for five working days; decide when they are over or the hearing was held',
  },
  'hearing.minutes-unanswered': {
    status: 422,
    zh: '决定应当根据听证笔录作出：请写明听证意见的采纳情况（{minutes}，行政许可法第四十八条）',
    en: 'The decision rests on the minutes of the hearing: say how what was heard was taken into account ({minutes}, 行政许可法 art. 48)',
  },
  'hearing.none-held': {
    status: 422,
    zh: '本件没有举行听证，不能引用听证笔录',
    en: 'No hearing was held in this case; there are no minutes to refer to',
  },
})
