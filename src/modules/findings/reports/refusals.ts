import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" about protected reports. Whether there is one is never told to those it is about. */
export const refuse = defineRefusals({
  'report.not-found': {
    status: 404,
    zh: '没有这件举报，请核对编号和查询码',
    en: 'There is no such report; check the number and the code',
  },
  'report.no-such-unit': {
    status: 422,
    zh: '没有您选择的单位，请重新选择',
    en: 'There is no such unit; please choose again',
  },
  'report.transferred': {
    status: 409,
    zh: '已移送 {to}',
    en: 'It was transferred to {to} already',
  },
  'report.not-transferred': {
    status: 409,
    zh: '吃拿卡要的举报先移送纪检监察机关，才能登记结果、办结',
    en: 'A report of extortion goes to the discipline body first',
  },
  'report.no-result': {
    status: 409,
    zh: '纪检监察机关尚未反馈办理结果，不能办结',
    en: 'The discipline body has not said what came of it; the report stays open',
  },
  'report.word-needed': {
    status: 422,
    zh: '不能以“误会”了结：须举报人本人凭查询码确认是误会；否则按查实或者查否办结',
    en: 'It does not end as a misunderstanding unless the reporter says so himself, with his code; else verified or not verified',
  },
  'report.closed': { status: 409, zh: '该举报已办结', en: 'The report is closed' },
})
