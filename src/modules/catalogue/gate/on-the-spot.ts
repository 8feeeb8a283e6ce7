import { blocking, type Check } from './check.ts'

/** IC-02: 即办件 promises nothing but "now", and only it does. */
export const onTheSpot: Check = {
  code: 'IC-02',
  title: { zh: '即办件当场办结，其余为承诺件', en: 'On-the-spot items promise zero, all others more' },
  basis: 'GB/T 39046-2020 办件类型',
  check({ limits }) {
    const { onTheSpot: atOnce, committed } = limits
    if (committed === null || atOnce === (committed.length === 0)) return []
    const text = atOnce
      ? (['即办件的承诺时限不是 0', 'An on-the-spot item promises more than zero'] as const)
      : (['承诺件的承诺时限是 0', 'The promise is zero, and the item is not on the spot'] as const)
    return [
      blocking('limits.onTheSpot', text, [
        '请改正办件类型或承诺时限',
        'Correct the kind of handling or the promise',
      ]),
    ]
  },
  examples: [
    { why: 'a promised item with days', fires: false, change: (sound) => sound },
    {
      why: 'on the spot with days',
      fires: true,
      change: (sound) => ({ ...sound, limits: { ...sound.limits, onTheSpot: true } }),
    },
    {
      why: 'zero days and not on the spot',
      fires: true,
      change: (sound) => ({
        ...sound,
        limits: { ...sound.limits, committed: { length: 0, unit: 'workingDays' } },
      }),
    },
    {
      why: 'on the spot with zero days',
      fires: false,
      change: (sound) => ({
        ...sound,
        limits: { ...sound.limits, onTheSpot: true, committed: { length: 0, unit: 'workingDays' } },
      }),
    },
  ],
}
