import type { ItemContent, LimitShape } from '../contract.ts'
import { blocking, type Check, type Found, warning } from './check.ts'

/** The fewest and the most calendar days that a limit can mean; the truth lies with the calendar of the case. */
export function daysOf({ length, unit }: LimitShape): { least: number; most: number } {
  switch (unit) {
    case 'calendarDays':
      return { least: length, most: length }
    case 'workingDays':
      // A week has five, and the longest holiday with its weekend some ten days off.
      return { least: length, most: Math.ceil((length * 7) / 5) + 10 }
    case 'months':
      return { least: length * 28, most: length * 31 }
    case 'years':
      return { least: length * 365, most: length * 366 }
    case 'hours':
      return { least: length / 24, most: length / 24 }
    case 'workingHours':
      return { least: length / 24, most: Math.ceil(length / 7) * 2 + 10 }
  }
}

export const longer = (one: LimitShape, other: LimitShape): 'yes' | 'no' | 'perhaps' => {
  if (one.unit === other.unit) return one.length > other.length ? 'yes' : 'no'
  if (daysOf(one).least > daysOf(other).most) return 'yes'
  return daysOf(one).most <= daysOf(other).least ? 'no' : 'perhaps'
}

/** Licences are given a limit by law where no other law does: 行政许可法 42. */
function missingStatutory({ type, limits }: ItemContent): Found[] {
  const place = 'limits.statutory'
  const todo = ['请填写法定办结时限及其单位', 'Fill in the limit of the law with its unit'] as const
  if (type === 'licensing')
    return [blocking(place, ['行政许可没有法定时限', 'A licence without a limit of the law'], todo)]
  // 面向社会的事务全部限时 (CASE-35), whatever the matter is called.
  if (limits.committed === null && !limits.onTheSpot)
    return [blocking('limits.committed', ['没有任何办结时限', 'No limit of any kind'], todo)]
  return []
}

/** IC-01: the promise is not slower than the law. Working days and calendar days are not simply compared. */
export const promise: Check = {
  code: 'IC-01',
  title: { zh: '承诺时限不长于法定时限', en: 'The promise is not longer than the law allows' },
  basis: '行政许可法 42、43',
  check(content) {
    const { statutory, committed } = content.limits
    if (statutory === null) return missingStatutory(content)
    if (committed === null) return []
    const place = 'limits.committed'
    const is = longer(committed, statutory)
    const todo = ['请缩短承诺时限，或核对两者的单位', 'Shorten the promise, or check both units'] as const
    if (is === 'yes')
      return [blocking(place, ['承诺时限长于法定时限', 'The promise is longer than the law allows'], todo)]
    if (committed.unit === statutory.unit || committed.length === 0) return []
    const text = [
      '承诺与法定时限单位不同，不能简单比较',
      'Promise and law use different units and cannot simply be compared',
    ] as const
    return [warning(place, text, ['请统一单位，或逐年核对', 'Use one unit, or check year by year'])]
  },
  examples: [
    { why: 'shorter, same unit', fires: false, change: limits({ length: 10, unit: 'workingDays' }) },
    { why: 'equal', fires: false, change: limits({ length: 20, unit: 'workingDays' }) },
    { why: 'longer', fires: true, change: limits({ length: 21, unit: 'workingDays' }) },
    { why: 'other unit', fires: true, change: limits({ length: 20, unit: 'calendarDays' }) },
    { why: 'on the spot, whatever the unit', fires: false, change: limits({ length: 0, unit: 'hours' }) },
    {
      why: 'a licence without a limit of the law',
      fires: true,
      change: (sound) => ({ ...sound, limits: { ...sound.limits, statutory: null } }),
    },
    {
      why: 'a public service without any limit',
      fires: true,
      change: (sound) => ({
        ...sound,
        type: 'publicService',
        limits: { ...sound.limits, statutory: null, committed: null },
      }),
    },
    {
      why: 'a public service has none',
      fires: false,
      change: (sound) => ({ ...sound, type: 'publicService', limits: { ...sound.limits, statutory: null } }),
    },
  ],
}

function limits(committed: LimitShape) {
  return (sound: ItemContent): ItemContent => ({
    ...sound,
    limits: { ...sound.limits, statutory: { length: 20, unit: 'workingDays' }, committed },
  })
}
