import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'hall.no-such-hall': {
    status: 404,
    zh: '没有编号为 {hall} 的大厅，请先由系统管理员登记',
    en: 'There is no hall {hall}; the system administrator must register it first',
  },
  'hall.no-such-counter': {
    status: 404,
    zh: '没有编号为 {counter} 的窗口，请核对窗口编号',
    en: 'There is no counter {counter}; check its code',
  },
  'hall.no-such-badge': {
    status: 404,
    zh: '没有工作牌 {badge}，请核对牌上的号码',
    en: 'There is no badge {badge}; check the number on the plate',
  },
  'hall.no-such-account': {
    status: 400,
    zh: '没有账号 {account}，请先由系统管理员建立账号',
    en: 'There is no account {account}; the system administrator must create it first',
  },
  'hall.not-the-manager': {
    status: 403,
    zh: '只有系统管理员和大厅管理单位的负责人可以这样安排',
    en: 'Only the system administrator and the head of the unit that runs the hall may arrange this',
  },
  'hall.other-hall': {
    status: 409,
    zh: '窗口 {counter} 属于另一个大厅，请换一个窗口编号',
    en: 'Counter {counter} belongs to another hall; choose another code',
  },
  'hall.badge-taken': {
    status: 409,
    zh: '工作牌 {badge} 已发给他人，请换一个号码',
    en: 'Badge {badge} was issued to somebody else; choose another number',
  },
  'hall.badge-withdrawn': {
    status: 409,
    zh: '工作牌 {badge} 已收回，不能再用，请另发新牌',
    en: 'Badge {badge} was withdrawn and is not used again; issue a new one',
  },
  'hall.badge-expired': {
    status: 409,
    zh: '工作牌 {badge} 的借用期已满，不能再用，请续借或另发新牌',
    en: 'The loan of badge {badge} is over; extend it or issue a new badge',
  },
  'hall.lent-in-the-past': {
    status: 400,
    zh: '借用的最后一天不能早于今天（{today}）',
    en: 'The last day of a loan is today ({today}) or later',
  },
  'hall.no-such-department': {
    status: 404,
    zh: '部门 {unit} 没有进驻本大厅',
    en: 'The department {unit} is not stationed in this hall',
  },
  'hall.sign-on-first': {
    status: 409,
    zh: '{unit}已进驻大厅，不在厅外收件。请凭本人工作牌在窗口（{counters}）上岗后再收',
    en: '{unit} is stationed in the hall and takes nothing in outside it; sign on with your own badge at a window ({counters}) first',
  },
  'hall.not-on-the-list': {
    status: 403,
    zh: '您没有{unit}窗口的工作牌，不在受理岗位名单上，不能受理',
    en: 'You have no badge for the windows of {unit}, so you are not on the list of those who may accept',
  },
  'hall.nothing-to-fill': {
    status: 409,
    zh: '这段时间没有可排的空班：都已有人，或此人已在别的窗口',
    en: 'There is no free half day to fill: all are named, or this person is at another counter',
  },
  'hall.has-badge': {
    status: 409,
    zh: '此人已有工作牌 {badge}，请先收回再发新牌',
    en: 'This person has badge {badge}; withdraw it before issuing another',
  },
  'hall.badge-of-another': {
    status: 409,
    zh: '工作牌 {badge} 不是本人的，请佩戴并使用自己的工作牌',
    en: 'Badge {badge} belongs to another person; wear and use your own',
  },
  'hall.not-of-this-counter': {
    status: 409,
    zh: '窗口 {counter} 不办理本单位事项，请到本单位的窗口上岗',
    en: 'Counter {counter} does not serve your unit; sign on at a counter that does',
  },
  'hall.counter-closed': {
    status: 409,
    zh: '窗口 {counter} 已关闭，不能上岗。请由大厅负责人先开放',
    en: 'Counter {counter} is closed, so nobody signs on there; the hall manager must open it first',
  },
  'hall.seat-taken': {
    status: 409,
    zh: '窗口 {counter} 已由佩戴 {badge} 号牌的同事上岗，请先由其离岗',
    en: 'Somebody with badge {badge} serves at counter {counter}; that person must sign off first',
  },
  'hall.not-seated': {
    status: 409,
    zh: '您不在窗口 {counter} 上岗，不能登记离岗或改变窗口状态',
    en: 'You do not serve at counter {counter}, so you cannot sign off or change its state',
  },
  'hall.reason-needed': {
    status: 400,
    zh: '暂停或关闭窗口请写明原因，群众会看到',
    en: 'Say why the counter is paused or closed; the public will read it',
  },
  'hall.seated-elsewhere': {
    status: 409,
    zh: '此人{half}已排在窗口 {counter}，同一时段不能排两个窗口',
    en: 'This person is on duty at counter {counter} in that half day; nobody sits at two counters at once',
  },
  'hall.no-badge-no-duty': {
    status: 409,
    zh: '{account} 没有工作牌，不能排班。窗口人员应当挂牌上岗',
    en: '{account} has no badge and cannot be put on duty; whoever serves at a counter wears one',
  },
  'hall.complaint-to-itself': {
    status: 409,
    zh: '窗口 {counter} 的投诉渠道由本窗口的部门接听，等于投诉给自己；请写其他单位的电话',
    en: 'Complaints about counter {counter} would be answered by its own department; give the number of another unit',
  },
  'hall.past-duty': {
    status: 409,
    zh: '{day} 已过，值班表不能补改',
    en: '{day} is past; the duty calendar is not changed afterwards',
  },
  'hall.bad-span': {
    status: 400,
    zh: '起止日期应当先后有序，最多 {most} 天',
    en: 'The first day must not be after the last, and at most {most} days are answered at once',
  },
  'hall.other-unit': {
    status: 403,
    zh: '只能看本单位的办件屏',
    en: "You may see your own unit's wall only",
  },
})
