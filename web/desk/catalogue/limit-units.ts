/** 单位 of limits, as words in a list. */
export const LIMIT_UNITS = [
  { unit: 'workingDays', zh: '工作日', en: 'working days' },
  { unit: 'calendarDays', zh: '日（自然日）', en: 'calendar days' },
  { unit: 'months', zh: '个月', en: 'months' },
  { unit: 'years', zh: '年', en: 'years' },
  { unit: 'workingHours', zh: '工作小时', en: 'working hours' },
  { unit: 'hours', zh: '小时', en: 'hours' },
] as const
