import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'calendar.out-of-range': {
    status: 422,
    zh: '{day} 不在日历“{calendar}”的范围内（{first} 至 {last}），请换用包含该日的日历',
    en: '{day} lies outside the calendar "{calendar}" ({first} to {last}); use a calendar that holds this day',
  },
  'calendar.unannounced': {
    status: 422,
    zh: '{day} 所在年份的放假通知尚未公布（已公布至 {last}），不能当作确定的日期',
    en: 'the holiday notice for the year of {day} has not been published (known through {last}); no certain date can be given',
  },
  'calendar.notice-invalid': {
    status: 422,
    zh: '放假通知有误：{problem}',
    en: 'the holiday notice is wrong: {problemEn}',
  },
  'calendar.file-invalid': {
    status: 422,
    zh: '日历文件第 {line} 行有误：{problem}',
    en: 'line {line} of the calendar file is wrong: {problemEn}',
  },
  'calendar.count-invalid': {
    status: 422,
    zh: '工作日数 {count} 无效，应为不小于 0 的整数',
    en: '{count} is not a number of working days; give a whole number, 0 or more',
  },
  'zone.unknown': {
    status: 422,
    zh: '不认识的时区“{zone}”，请用 IANA 名称，例如 Asia/Shanghai',
    en: 'unknown time zone "{zone}"; use an IANA name such as Asia/Shanghai',
  },
  'hours.invalid': {
    status: 422,
    zh: '办公时间“{hours}”无效，请按 08:30-17:00 或 08:30-12:00,14:00-17:30 的格式填写',
    en: '"{hours}" are no office hours; write them like 08:30-17:00 or 08:30-12:00,14:00-17:30',
  },
})
