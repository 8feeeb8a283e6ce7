import type { Bilingual } from '#kernel/refusal.ts'

interface SettingTerm extends Bilingual {
  /** In force where nobody has set another. */
  readonly usual: number | string
  readonly least?: number
  readonly most?: number
  /** Set for one item at a time. */
  readonly perItem?: true
}

/** Every number that a figure or a warning of efficiency depends on. All of them are local practice and can be set. */
export const SETTINGS = {
  minimumCell: {
    ...{
      zh: '最小单元格：少于几件只灰显、不比较',
      en: 'Smallest cell: with fewer cases nothing is compared',
    },
    ...{ usual: 10, least: 3, most: 1000 },
  },
  officeHours: { zh: '办公时间', en: 'Office hours', usual: '09:00-12:00,13:30-17:00' },
  localRegions: {
    zh: '本地证件签发地（行政区划代码前四位，逗号分隔）',
    en: 'Local divisions (first four digits of the code, by commas)',
    usual: '',
  },
  lastMinuteDecisions: {
    ...{
      zh: '到期日突击决定：同一人连续几件起提示',
      en: 'Last-day decisions of one person in a row that are pointed out',
    },
    ...{ usual: 5, least: 2, most: 1000 },
  },
  lastMinuteMinutes: {
    ...{ zh: '到期日突击决定：相隔不超过几分钟', en: 'Minutes between such decisions, at most' },
    ...{ usual: 10, least: 1, most: 480 },
  },
  deliveryGapDays: {
    ...{
      zh: '决定后几个工作日才送达算滞后',
      en: 'Working days from decision to delivery that count as a gap',
    },
    ...{ usual: 2, least: 1, most: 30 },
  },
  neverDecidedDays: {
    ...{
      zh: '不办事：受理后几个工作日仍无决定',
      en: 'Never decided: working days since acceptance without a decision',
    },
    ...{ usual: 60, least: 5, most: 1000 },
  },
  simpleSteps: {
    ...{ zh: '简单事项：环节不超过几个', en: 'A simple matter has so many steps at most' },
    ...{ usual: 1, least: 0, most: 10 },
  },
  usualFactor: {
    ...{
      zh: '简单事项拖延：超过通常用时的几倍',
      en: 'Simple cases are listed beyond so many times the usual time',
    },
    ...{ usual: 2, least: 1, most: 20 },
  },
  bunchingShare: {
    ...{
      zh: '扎堆到期日：最后一天的决定占比（%）',
      en: 'Bunching: share of decisions on the last day, in per cent',
    },
    ...{ usual: 50, least: 5, most: 100 },
  },
  idleShare: {
    ...{ zh: '空转：空转日占用时比例（%）', en: 'Idle: share of idle working days, in per cent' },
    ...{ usual: 60, least: 5, most: 100 },
  },
  bulkMinutes: {
    ...{ zh: '补录：全部环节在几分钟内一次录入', en: 'Entered at once: all steps within so many minutes' },
    ...{ usual: 10, least: 1, most: 480 },
  },
  deadMonths: {
    ...{ zh: '僵尸事项：几个月没有办件', en: 'Dead item: months without a case' },
    ...{ usual: 12, least: 1, most: 60 },
  },
  silentDays: {
    ...{ zh: '报送中断：几个工作日没有上报', en: 'Silent source: working days without a report' },
    ...{ usual: 3, least: 1, most: 60 },
  },
  sealTarget: {
    ...{ zh: '每件盖章（签批）目标', en: 'Target of seals and signatures a case' },
    ...{ usual: 5, least: 0, most: 100, perItem: true },
  },
  visitTarget: {
    ...{ zh: '每件跑动次数目标', en: 'Target of visits a case' },
    ...{ usual: 1, least: 0, most: 100, perItem: true },
  },
} as const satisfies Readonly<Record<string, SettingTerm>>

export type SettingName = keyof typeof SETTINGS
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[]
export const settingTerm = (name: SettingName): SettingTerm => SETTINGS[name]
