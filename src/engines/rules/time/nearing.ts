import type { EpochMs } from '#kernel/day.ts'
import { DAY_MS } from '#engines/calendar/index.ts'
import { dueOf } from '../deadline.ts'
import type { Reading } from '../reading.ts'
import { ALWAYS, defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { isOpen } from '../watched.ts'

/**
 * SV-17 临近时限: an open case comes near the end of its promise, or of its statutory limit where nothing was promised.
 *
 * Basis: JC-01 (local): two working days before. Shipped switched off, as the lists count down beside every case anyway;
 * an office that wants a notice to answer switches it on from a day.
 */
export const nearing = defineRule({
  code: 'SV-17',
  kind: 'time',
  subject: 'case',
  title: { zh: '临近时限', en: 'Near the end of the limit' },
  level: 'notice',
  basis: { zh: '电子监察预警规定（地方）', en: 'Local supervision rules on early warning' },
  explanation: {
    zh: '在办件距时限届满只剩规定的工作日时预警；办结即消失。默认不启用：各列表已经逐件倒数。',
    en: 'An open case gives notice so many working days before its limit ends. Off unless the office switches it on: the lists count down beside every case.',
  },
  confidence: 'L',
  enabled: false,
  numbers: {
    warnWorkingDays: {
      title: { zh: '届满前几个工作日', en: 'Working days before the end' },
      unit: 'workingDays',
      values: [{ from: ALWAYS, value: 2 }],
    },
  },
  lacks: ({ statutoryDueAt, committedDueAt, limits }) =>
    statutoryDueAt.given || committedDueAt.given || limits.some(({ published }) => published.kind !== 'exact')
      ? undefined
      : {
          zh: '日志说明既没有到期时间，也没有时限',
          en: 'the profile of the log states neither due times nor limits',
        },
  check: (watched, { warnWorkingDays }) => {
    const committed = dueOf(watched, 'committed')
    const due = Number.isNaN(committed) ? dueOf(watched, 'statutory') : committed
    if (!Number.isFinite(due)) return NOT_CONCERNED
    if (!isOpen(watched)) return NOTHING_FOUND
    const { time, histories } = watched.reading
    const warnAt = warnedAt(watched.reading, due, warnWorkingDays)
    if (!(watched.at > warnAt)) return NOTHING_FOUND
    return [
      {
        rule: 'SV-17',
        level: 'notice',
        caseIndex: watched.caseIndex,
        at: warnAt,
        events: histories.eventCount > 0 && watched.from < watched.to ? [watched.to - 1] : [],
        because: (say) => ({
          zh: `时限于 ${say.expiry(due).zh} 届满，只剩 ${time.workingDays(warnAt - 1, due - 1)} 个工作日`,
          en: `the limit ends ${say.expiry(due).en}: ${time.workingDays(warnAt - 1, due - 1)} working days are left`,
        }),
      },
    ]
  },
  examples: [
    {
      text: { zh: '只剩两个工作日', en: 'two working days left' },
      fires: true,
      at: '2026-03-06T09:00',
      profile: { limits: [{ name: '承诺', kind: 'committed', from: 'accepted', length: '5W' }] },
      events: [['2026-03-02T09:00', 'accepted']],
    },
    {
      text: { zh: '还剩三个工作日', en: 'three working days left' },
      fires: false,
      at: '2026-03-04T09:00',
      profile: { limits: [{ name: '承诺', kind: 'committed', from: 'accepted', length: '5W' }] },
      events: [['2026-03-02T09:00', 'accepted']],
    },
    {
      text: { zh: '已经办结', en: 'concluded' },
      fires: false,
      at: '2026-03-30T09:00',
      profile: { limits: [{ name: '承诺', kind: 'committed', from: 'accepted', length: '5W' }] },
      events: [
        ['2026-03-02T09:00', 'accepted'],
        ['2026-03-06T16:00', 'decided'],
      ],
    },
  ],
})

/** The instant from which only so many working days are left, a long holiday included: looked for backwards, day by day. */
function warnedAt({ time }: Reading, due: EpochMs, days: number): EpochMs {
  for (let back = days + 1; back <= days + LONGEST_REST; back++) {
    const at = due - back * DAY_MS
    if (time.workingDays(at - 1, due - 1) > days) return at + DAY_MS
  }
  return Number.NaN
}

/** No rest is longer than this many days, holidays and weekends together. */
const LONGEST_REST = 20
