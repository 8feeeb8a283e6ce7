import { isDay } from '#kernel/day.ts'
import { type CodeCheck, VALID, wrongCheck, wrongFormat } from './check.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Resident identity number (公民身份号码, GB 11643-1999). The day of birth must exist; the division is not asked, since
 * codes that were abolished stay valid on cards.
 */
export function checkResidentId(id: string): CodeCheck {
  if (!/^\d{17}[\dX]$/.test(id))
    return wrongFormat('应为 17 位数字加 1 位校验码', 'must be 17 digits and a check character')
  if (!isDay(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)) {
    return {
      valid: false,
      fault: 'date',
      because: { zh: '出生日期不存在', en: 'there is no such day of birth' },
    }
  }
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(id[place]), 0)
  const expected = '10X98765432'[sum % 11] as string
  return id[17] === expected ? VALID : wrongCheck(expected)
}
