import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" of supervision, with the sentence the person reads. */
export const refuse = defineRefusals({
  'card.not-found': {
    status: 404,
    zh: '没有编号为 {card} 的牌，或者您无权查看',
    en: 'There is no card {card}, or you may not see it',
  },
  'card.already-judged': {
    status: 409,
    zh: '该牌已经监察认定，不能再作说明；如有新的事实，请向监察机构提出',
    en: 'The card has been judged and can no longer be answered; bring new facts to supervision',
  },
  'card.already-withdrawn': {
    status: 409,
    zh: '该牌已撤销，记录保留，不能再变更',
    en: 'The card has been withdrawn; the record stays and nothing more can be done to it',
  },
  'card.already-excused': {
    status: 409,
    zh: '该牌已认定免责，不需要撤销',
    en: 'The card has been excused; there is nothing to withdraw',
  },
  'card.other-unit': {
    status: 403,
    zh: '只有被发牌的单位可以说明或申辩',
    en: 'Only the unit that the card concerns may answer it',
  },
  'card.own-unit': {
    status: 403,
    zh: '不能认定或撤销本单位的牌，请由与该单位无关的监察人员办理',
    en: 'Nobody judges or withdraws a card of their own unit; someone of another unit must do it',
  },
  'card.own-answer': {
    status: 403,
    zh: '作过说明的人不能认定同一张牌，请由其他监察人员办理',
    en: 'Whoever answered a card cannot judge it; another supervisor must do it',
  },
  'card.reply-time-running': {
    status: 409,
    zh: '该单位的回复期限到 {replyBy}，尚未届满也未回复，现在不能认定成立（可以认定免责）',
    en: 'The unit may still answer until {replyBy}; before that the card can be excused but not upheld',
  },
  'card.applicant-word-needed': {
    status: 422,
    zh: '该办件未作决定即撤回或退件，不能据此了结不作为：请写明申请人本人的意思及其凭据（至少 5 个字），否则只能认定成立',
    en: "The case was withdrawn or handed back without a decision, which does not put inaction right: state the applicant's own word and where it is on paper (at least five characters); otherwise the card can only be upheld",
  },
  'card.text-needed': {
    status: 422,
    zh: '请写明理由，至少 5 个字',
    en: 'Give your reasons, at least five characters',
  },
  'rule.draft-invalid': {
    status: 422,
    zh: '规则草案有误：{place}，{reason}',
    en: 'The draft of the rule is wrong at {place}: {reason}',
  },
  'log.not-found': {
    status: 404,
    zh: '没有名为“{log}”的日志',
    en: 'There is no log named "{log}"',
  },
  'log.other-unit': {
    status: 403,
    zh: '您的单位不能向日志“{log}”上报办件“{caseId}”的事件：该办件属于其他单位',
    en: 'Your unit cannot report events of case "{caseId}" to the log "{log}": the case belongs to another unit',
  },
  'log.not-reported': {
    status: 409,
    zh: '日志“{log}”是导入的历史日志，不接受上报的事件；请上报到另一个名称',
    en: 'The log "{log}" was imported as history and takes no reported events; report to another name',
  },
  'case.not-found': {
    status: 404,
    zh: '日志“{log}”中没有办件“{caseId}”，或者您无权查看',
    en: 'There is no case "{caseId}" in the log "{log}", or you may not see it',
  },
  'clock.not-found': {
    status: 404,
    zh: '没有时限“{clock}”，或者您无权查看',
    en: 'There is no clock "{clock}", or you may not see it',
  },
  'clock.not-known-then': {
    status: 422,
    zh: '在 {asOf} 时还没有这个时限，请选择更晚的时刻',
    en: 'This clock was not yet known at {asOf}; choose a later moment',
  },
  'rule.not-found': {
    status: 404,
    zh: '没有编号为 {rule} 的规则',
    en: 'There is no rule {rule}',
  },
  'rule.unknown-number': {
    status: 422,
    zh: '规则 {rule} 没有名为“{name}”的数值，可用的有：{known}',
    en: 'The rule {rule} has no number named "{name}"; it has: {known}',
  },
  'page.invalid': {
    status: 400,
    zh: '翻页标记无效，请从第一页重新开始',
    en: 'The page mark is not valid; start again from the first page',
  },
  'event.instant-in-future': {
    status: 422,
    zh: '事件 {id} 的时间 {at} 晚于现在，请检查上报系统的时钟',
    en: 'The event {id} has the time {at}, which is in the future; check the clock of the reporting system',
  },
})
