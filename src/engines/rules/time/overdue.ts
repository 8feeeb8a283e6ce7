import type { EpochMs } from '#kernel/day.ts'
import { passedDue } from '../deadline.ts'
import type { Hit } from '../finding.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import type { Watched } from '../watched.ts'

/**
 * SV-01 超时: still open, or concluded, after the last instant of a limit. Yellow past the committed limit, red past the
 * statutory one; both where both have passed, each effective at its own instant.
 *
 * Basis: 《行政许可法》第四十二条 (statutory), 《优化营商环境条例》第三十六条 (committed); levels JC-01. Which days count is not
 * this rule's business: suspensions, extensions and holidays are already in the due instant. Reaching the statutory
 * limit grants nothing by itself (T-16).
 */
export const overdue = defineRule({
  code: 'SV-01',
  kind: 'time',
  subject: 'case',
  title: { zh: '超时办理', en: 'Overdue' },
  level: 'red',
  basis: {
    zh: '《行政许可法》第四十二条、第七十四条；《优化营商环境条例》第三十六条',
    en: 'Administrative Licensing Law Art. 42 and 74; Regulation on Optimising the Business Environment Art. 36',
  },
  explanation: {
    zh: '超过承诺时限亮黄牌，超过法定时限亮红牌。在办件按监察时刻判断，已办结件按办结时刻判断；中止期间不计入。',
    en: 'Past the committed limit a yellow card, past the statutory limit a red one. An open case is judged at the instant of supervision, a concluded one at its conclusion; suspended time does not count.',
  },
  confidence: 'C',
  enabled: true,
  numbers: {},
  lacks: ({ statutoryDueAt, committedDueAt, limits }) =>
    statutoryDueAt.given || committedDueAt.given || limits.some(({ published }) => published.kind !== 'exact')
      ? undefined
      : {
          zh: '日志说明既没有到期时间，也没有时限',
          en: 'the profile of the log states neither due times nor limits',
        },
  check: (watched) => {
    const reached = Number.isNaN(watched.endedAt) ? watched.at : watched.endedAt
    const committed = passedDue(watched, 'committed', reached)
    const statutory = passedDue(watched, 'statutory', reached)
    if (Number.isNaN(committed) && Number.isNaN(statutory)) return NOT_CONCERNED
    if (!(reached > committed) && !(reached > statutory)) return NOTHING_FOUND
    return [
      ...(reached > committed ? [late(watched, 'committed', committed)] : []),
      ...(reached > statutory ? [late(watched, 'statutory', statutory)] : []),
    ]
  },
  examples: [
    {
      text: { zh: '承诺期已过、法定期未过：黄牌', en: 'past the promise, not past the law: yellow' },
      fires: true,
      at: '2026-03-12T09:00',
      profile: { limits: [{ name: '承诺', kind: 'committed', from: 'accepted', length: '5W' }] },
      events: [['2026-03-02T09:00', 'accepted']],
    },
    {
      text: { zh: '最后一日24时之前决定：不超时', en: 'decided before midnight of the last day: in time' },
      fires: false,
      at: '2026-06-01T09:00',
      profile: { limits: [{ name: '法定', from: 'accepted', length: '20W' }] },
      events: [
        ['2026-02-12T09:00', 'accepted'],
        ['2026-03-18T23:59:59', 'decided'],
      ],
    },
    {
      text: { zh: '次日零时零分一秒决定：超时', en: 'decided one second after midnight: late' },
      fires: true,
      at: '2026-06-01T09:00',
      profile: { limits: [{ name: '法定', from: 'accepted', length: '20W' }] },
      events: [
        ['2026-02-12T09:00', 'accepted'],
        ['2026-03-19T00:00:01', 'decided'],
      ],
    },
    {
      text: { zh: '中止期间不计入', en: 'suspended time does not count' },
      fires: false,
      at: '2026-12-01T09:00',
      profile: { limits: [{ name: '法定', from: 'accepted', length: '20W' }] },
      events: [
        ['2026-09-18T09:00', 'accepted'],
        ['2026-09-28T09:00', 'suspended'],
        ['2026-10-09T09:00', 'resumed'],
        ['2026-10-29T17:00', 'decided'],
      ],
    },
    {
      text: { zh: '日志自带的到期时间优先', en: 'a due time that the log states itself comes first' },
      fires: true,
      at: '2026-03-12T09:00',
      profile: { case: { statutoryDueAt: 'deadline' } },
      attributes: { deadline: '2026-03-10T00:00:00+08:00' },
      events: [['2026-03-02T09:00', 'accepted']],
    },
  ],
})

function late(watched: Watched, kind: 'committed' | 'statutory', due: EpochMs): Hit {
  const { caseIndex, endedAt, from, to } = watched
  const open = Number.isNaN(endedAt)
  const promised = kind === 'committed'
  return {
    rule: 'SV-01',
    level: promised ? 'yellow' : 'red',
    caseIndex,
    at: due,
    events: from < to ? [from, to - 1] : [],
    because: (say) => ({
      zh: `${promised ? '承诺' : '法定'}时限于 ${say.expiry(due).zh} 届满，${open ? '至今未办结' : `实际于 ${say.instant(endedAt)} 办结`}`,
      en: `the ${promised ? 'committed' : 'statutory'} limit ran out ${say.expiry(due).en}; ${open ? 'the case is still open' : `it was concluded at ${say.instant(endedAt)}`}`,
    }),
  }
}
