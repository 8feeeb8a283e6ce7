import type { LimitShape } from '#modules/catalogue/contract.ts'
import { messages } from '#ui/index.ts'

const useText = messages('portal-limits', {
  当场办结: 'on the spot',
  '{{count}} 个工作日': { one: '{{count}} working day', other: '{{count}} working days' },
  '{{count}} 天': { one: '{{count}} day', other: '{{count}} days' },
  '{{count}} 个月': { one: '{{count}} month', other: '{{count}} months' },
  '{{count}} 年': { one: '{{count}} year', other: '{{count}} years' },
  '{{count}} 个工作小时': { one: '{{count}} working hour', other: '{{count}} working hours' },
  '{{count}} 小时': { one: '{{count}} hour', other: '{{count}} hours' },
})

const UNITS = {
  workingDays: '{{count}} 个工作日',
  calendarDays: '{{count}} 天',
  months: '{{count}} 个月',
  years: '{{count}} 年',
  workingHours: '{{count}} 个工作小时',
  hours: '{{count}} 小时',
} as const satisfies Record<LimitShape['unit'], string>

/** A limit of the catalogue in words; nothing at all is done on the spot. */
export function useLimit(): (limit: LimitShape) => string {
  const t = useText()
  return ({ length, unit }) => (length === 0 ? t('当场办结') : t(UNITS[unit], { count: length }))
}
