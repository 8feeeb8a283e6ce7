import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about what is published of measures. */
export const refuse = defineRefusals({
  'statement.not-found': { status: 404, zh: '没有这份公布', en: 'There is no such statement' },
  'statement.title-missing': { status: 422, zh: '请写明公布的标题', en: 'Give the statement a title' },
  'statement.reason-missing': { status: 422, zh: '请写明理由', en: 'Give the reason' },
  'statement.withdrawn': { status: 409, zh: '这份公布已经撤回', en: 'This statement was withdrawn already' },
  'statement.total-without-list': {
    status: 422,
    zh: '公布的总数是 {total}，名单上只有 {listed} 件：总数从名单来，没有名单不公布总数',
    en: 'The total says {total}, the list has {listed}: totals come from the list, and none is published without one',
  },
  'statement.not-decided': {
    status: 409,
    zh: '案卷 {file} 没有决定或者已经撤销，不得公布',
    en: 'File {file} is not decided, or no longer stands: nothing of it is published',
  },
  'statement.other-period': {
    status: 422,
    zh: '案卷 {file} 的决定日期不在公布的期间内',
    en: 'File {file} was decided outside the period',
  },
  'statement.not-to-name': {
    status: 409,
    zh: '案卷 {file} 的决定没有准许在这个范围点名',
    en: 'The decision of file {file} does not allow the person to be named before this audience',
  },
})
