import { messages } from '#ui/index.ts'

const useWord = messages('efficiency-words', {
  工作日: 'working days',
  办公小时: 'office hours',
  次: 'times',
  部门: 'Department',
  事项: 'Item',
  人员: 'Officer',
  周: 'Week',
  月: 'Month',
  季度: 'Quarter',
  渠道: 'Channel',
  受理地点: 'Where it was handed in',
  层级: 'Tier',
  事项版本: 'Version of the item',
})

const UNITS = { share: '次', workingDays: '工作日', officeHours: '办公小时', times: '次' } as const
export const BY = {
  unit: '部门',
  item: '事项',
  officer: '人员',
  week: '周',
  month: '月',
  quarter: '季度',
  channel: '渠道',
  place: '受理地点',
  tier: '层级',
  version: '事项版本',
} as const
export type By = keyof typeof BY

export function useUnitWord() {
  const t = useWord()
  return (unit: keyof typeof UNITS) => t(UNITS[unit])
}

export function useByWord() {
  const t = useWord()
  return (by: By) => t(BY[by])
}
