import type { Indicator } from './indicator.ts'

/** The first indicators of efficiency. Fines and numbers of penalties are none and never become one (行政处罚法 第七十四条). */
export const INDICATORS = [
  {
    code: 'onTime',
    title: { zh: '按时办结率', en: 'Concluded in time' },
    unit: 'share',
    holds: ({ isConcluded, isLate }) => (isConcluded && isLate !== undefined ? !isLate : undefined),
  },
  {
    code: 'early',
    title: { zh: '提前办结率', en: 'Concluded at least one working day early' },
    unit: 'share',
    holds: ({ isConcluded, isLate, daysToSpare }) =>
      isConcluded && isLate !== undefined ? (daysToSpare ?? 0) >= 1 : undefined,
  },
  {
    code: 'meanWorkingDays',
    title: { zh: '平均办理工作日', en: 'Mean working days' },
    unit: 'workingDays',
    of: 'mean',
    value: ({ workingDays }) => workingDays,
  },
  {
    code: 'medianWorkingDays',
    title: { zh: '办理工作日中位数', en: 'Median working days' },
    unit: 'workingDays',
    of: 'median',
    value: ({ workingDays }) => workingDays,
  },
  {
    code: 'yellowPer100',
    title: { zh: '每百件黄牌', en: 'Yellow cards per 100 cases' },
    unit: 'per100',
    of: 'mean',
    value: ({ yellow }) => 100 * yellow,
  },
  {
    code: 'redPer100',
    title: { zh: '每百件红牌', en: 'Red cards per 100 cases' },
    unit: 'per100',
    of: 'mean',
    value: ({ red }) => 100 * red,
  },
] as const satisfies readonly Indicator[]

export function indicatorByCode(code: (typeof INDICATORS)[number]['code']): Indicator {
  return INDICATORS.find((indicator) => indicator.code === code) as Indicator
}
