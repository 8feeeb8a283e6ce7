import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'clock.unknown': {
    status: 404,
    zh: '没有编号为“{clock}”的时限',
    en: 'there is no clock "{clock}"',
  },
  'clock.exists': {
    status: 409,
    zh: '时限“{clock}”已经开始，不能重复开始',
    en: 'the clock "{clock}" has been started already',
  },
  'calendar.unknown': {
    status: 404,
    zh: '没有名为“{calendar}”的日历，请先装入日历文件',
    en: 'there is no calendar "{calendar}"; load its file first',
  },
  'calendar.notice-known': {
    status: 409,
    zh: '《{title}》已经装入，不重复装入',
    en: 'the notice "{title}" has been loaded already',
  },
  'calendar.notice-not-alone': {
    status: 422,
    zh: '{year} 年之前的 {missing} 年尚无放假通知，请按年份先后装入',
    en: 'the notice for {missing} is missing; load the years before {year} first',
  },
  'calendar.national': {
    status: 422,
    zh: '国家日历 cn 只接受放假通知，不能用文件替换',
    en: 'the national calendar "cn" takes notices only; a file cannot replace it',
  },
})
