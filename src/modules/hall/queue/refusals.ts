import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'queue.no-such-ticket': {
    status: 404,
    zh: '今天没有 {number} 号，请核对号码',
    en: 'There is no number {number} today; check it',
  },
  'queue.number-given': {
    status: 409,
    zh: '{number} 号已经发出，请取下一个号',
    en: 'Number {number} has been given out; take the next one',
  },
  'queue.no-such-group': {
    status: 404,
    zh: '没有取号组 {group}，请从大厅的取号组中选择',
    en: 'There is no queue group {group}; choose one of the hall’s',
  },
  'queue.not-in-hall': {
    status: 409,
    zh: '本大厅没有窗口办理该事项，请按指南所列地点办理',
    en: 'No counter of this hall takes the item; go where its guide says',
  },
  'queue.not-waiting': {
    status: 409,
    zh: '{number} 号现在不在等候，请刷新后再看',
    en: 'Number {number} is not waiting now; look again',
  },
  'queue.not-missed': {
    status: 409,
    zh: '{number} 号没有过号，不必重新排队',
    en: 'Number {number} was not missed and need not queue again',
  },
  'queue.not-here': {
    status: 409,
    zh: '{number} 号不是 {counter} 窗口正在办理的号',
    en: 'Number {number} is not being served at counter {counter}',
  },
  'queue.nobody-waits': {
    status: 409,
    zh: '现在没有本窗口可办的号在等候',
    en: 'Nobody waits for what this counter takes',
  },
  'queue.jump-needs-reason': {
    status: 409,
    zh: '{number} 号还没轮到（前面有 {before}），不按次序叫号须写明理由，并记录在案',
    en: 'It is not {number}’s turn ({before} comes before); calling out of turn needs a reason, which stays on record',
  },
  'queue.call-again-first': {
    status: 409,
    zh: '{number} 号只叫了 {calls} 次，须叫满 {needed} 次才能过号',
    en: 'Number {number} was called {calls} times; it is passed over only after {needed}',
  },
  'queue.taken-here': {
    status: 409,
    zh: '{counter} 窗口可以办理该事项，不能转走；如还有别的事项，请选“另有事项”',
    en: 'Counter {counter} takes this item and may not send it on; for a further matter say so',
  },
  'queue.sign-on-first': {
    status: 409,
    zh: '请先凭工作牌上岗再叫号',
    en: 'Sign on with your badge before calling',
  },
  'queue.no-priority': {
    status: 409,
    zh: '本大厅的规则没有“{reason}”这项优先',
    en: 'The rules of this hall know no priority for {reason}',
  },
  'queue.no-paid-agents': {
    status: 409,
    zh: '导办不得把群众引向收费中介；可以取号、指引网上办理或由大厅免费代办。本次已记录',
    en: 'A greeter may not send people to a paid agent; give a number, show the way online or offer the hall’s free agency. This was recorded',
  },
  'queue.no-such-visit': {
    status: 404,
    zh: '没有这次导办记录，请核对导办单上的编码',
    en: 'There is no such visit; check the code on the slip',
  },
  'queue.reported-already': {
    status: 409,
    zh: '这次导办已经反映过，正在核实',
    en: 'This visit has been reported already',
  },
  'queue.settings-past': {
    status: 409,
    zh: '规则只能从今天或以后生效，不能改变已经过去的日子',
    en: 'Rules take effect today or later; days that have passed keep theirs',
  },
  'queue.settings-wrong': {
    status: 400,
    zh: '取号规则有误：{why}',
    en: 'The queue rules are wrong: {why}',
  },
  'queue.no-block-left': {
    status: 409,
    zh: '今天可离线使用的号段已全部领完，请联系大厅管理员',
    en: 'All number blocks for working offline are given out today; ask the hall manager',
  },
  'queue.not-leased': {
    status: 409,
    zh: '{number} 号不在本机领取的号段内',
    en: 'Number {number} is not in a block that this device holds',
  },
  'queue.no-room': {
    status: 409,
    zh: '大厅放不下：超出窗口 {counters} 个、等候座位 {seats} 个，请先扩容或另选地点',
    en: 'It does not fit into the hall: {counters} counters and {seats} seats too many; enlarge it or choose another place first',
  },
})
