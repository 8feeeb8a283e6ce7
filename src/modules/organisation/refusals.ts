import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'organisation.bad-jurisdiction': {
    status: 400,
    zh: '行政区域编号 {id} 不能使用：应为 1 至 40 个小写字母、数字或连字符',
    en: 'The jurisdiction id {id} cannot be used: it is 1 to 40 lower-case letters, digits or hyphens',
  },
  'organisation.unit-exists': {
    status: 409,
    zh: '单位编号 {unit} 已被使用，请换一个编号',
    en: 'The unit id {unit} is taken; choose another',
  },
  'organisation.no-such-unit': {
    status: 404,
    zh: '没有编号为 {unit} 的单位，请在单位列表中核对',
    en: 'There is no unit {unit}; check the list of units',
  },
  'organisation.no-such-post': {
    status: 404,
    zh: '该单位没有编号为 {post} 的岗位',
    en: 'This unit has no post {post}',
  },
  'organisation.post-exists': {
    status: 409,
    zh: '该单位已有编号为 {post} 的岗位，请换一个编号',
    en: 'This unit already has a post {post}; choose another id',
  },
  'organisation.no-such-account': {
    status: 400,
    zh: '没有账号 {account}，请先由系统管理员建立账号',
    en: 'There is no account {account}; the system administrator must create it first',
  },
  'organisation.same-person': {
    status: 409,
    zh: 'A岗和B岗不能是同一个人，否则离岗时无人顶岗',
    en: 'Holder and backup must be two people, or nobody takes over when the holder is away',
  },
  'organisation.backup-without-holder': {
    status: 409,
    zh: '请先确定A岗，再确定B岗',
    en: 'Name the holder before the backup',
  },
  'organisation.nobody-holds': {
    status: 409,
    zh: '该岗位还没有A岗人员，不能登记离岗',
    en: 'Nobody holds this post, so nobody can be away from it',
  },
  'organisation.no-backup': {
    status: 409,
    zh: '该岗位没有B岗，不能离岗。请先由系统管理员确定B岗',
    en: 'This post has no backup, so its holder cannot leave it. The system administrator must name a backup first',
  },
  'organisation.away-order': {
    status: 400,
    zh: '离岗结束时间必须晚于开始时间',
    en: 'The end of the absence must be later than its start',
  },
  'organisation.away-backdated': {
    status: 409,
    zh: '离岗从登记之时起算，不能补登过去的时间',
    en: 'An absence counts from when it is marked; it cannot be entered for the past',
  },
  'organisation.not-own-post': {
    status: 403,
    zh: '只有本岗位的A岗人员或本单位负责人可以登记离岗',
    en: 'Only the holder of the post or the head of the unit may mark its holder away',
  },
  'organisation.which-jurisdiction': {
    status: 400,
    zh: '请说明是哪个行政区域（jurisdiction），本平台现有 {count} 个',
    en: 'Say which jurisdiction you mean; there are {count} here',
  },
})
