import { defineRefusals } from '#kernel/refusal.ts'

/** Every "no" to the office: numbers, baselines, draws and sheets. */
export const refuseOffice = defineRefusals({
  'period.exists': {
    status: 409,
    zh: '活动“{period}”的基线已经做过',
    en: 'The baseline of "{period}" was taken before',
  },
  'period.not-found': { status: 404, zh: '活动“{period}”没有基线', en: 'There is no baseline of "{period}"' },
  'period.started': {
    status: 409,
    zh: '基线须在活动开始（{from}）之前或者当天做',
    en: 'The baseline is taken by the day it begins ({from})',
  },
  'period.ended': {
    status: 409,
    zh: '该活动已经做过结束分析',
    en: 'The measures at its end were taken before',
  },
  'period.classes-changed': {
    status: 409,
    zh: '结束时的分类须与基线相同',
    en: 'The classes at the end are those of the baseline',
  },
  'round.nothing-closed': {
    status: 409,
    zh: '还没有已验收的措施可抽',
    en: 'No verified measure can be drawn',
  },
  'setting.backdated': {
    status: 422,
    zh: '数值只能从今天或以后起算，{from} 已过去',
    en: 'A number holds from today or later; {from} is over',
  },
  'setting.out-of-bounds': {
    status: 422,
    zh: '数值须在 {least} 和 {most} 之间',
    en: 'The number lies between {least} and {most}',
  },
  'sheet.no-column': {
    status: 422,
    zh: '表里缺少“{column}”一列',
    en: 'The sheet lacks the column "{column}"',
  },
  'sheet.too-large': { status: 413, zh: '一次最多 {most} 行', en: 'At most {most} rows at a time' },
  'sheet.row': { status: 422, zh: '第 {row} 行：{fault}', en: 'Row {row}: {faultEn}' },
})
