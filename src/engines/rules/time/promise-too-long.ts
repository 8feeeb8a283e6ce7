import { dueOf } from '../deadline.ts'
import { meaning } from '../meanings.ts'
import type { Reading } from '../reading.ts'
import { defineRule, NOT_CONCERNED, NOTHING_FOUND } from '../rule.ts'
import { happened } from '../watched.ts'

/**
 * SV-18 承诺长于法定: what was promised ends later than what the law allows.
 *
 * Basis: 《优化营商环境条例》第三十六条 (a promise shortens), T-14 (promised ≤ statutory).
 */
export const promiseTooLong = defineRule({
  code: 'SV-18',
  kind: 'content',
  subject: 'case',
  title: { zh: '承诺时限长于法定时限', en: 'Promise longer than the law' },
  level: 'yellow',
  basis: {
    zh: '《行政许可法》第四十二条；《优化营商环境条例》第三十六条',
    en: 'Administrative Licensing Law Art. 42; Regulation on Optimising the Business Environment Art. 36',
  },
  explanation: {
    zh: '承诺时限不得长于法定时限。',
    en: 'What is promised never ends later than what the law allows.',
  },
  confidence: 'C',
  enabled: true,
  looksAt: (reading) => neverLonger(reading),
  numbers: {},
  lacks: ({ statutoryDueAt, committedDueAt, caseLimits }) =>
    (statutoryDueAt.given || caseLimits.statutory.length > 0) &&
    (committedDueAt.given || caseLimits.committed.length > 0)
      ? undefined
      : {
          zh: '日志说明没有同时给出承诺时限和法定时限',
          en: 'the profile of the log does not state both a promise and a statutory limit',
        },
  check: (watched) => {
    // Compared as published: what suspends or extends a case may move the two differently.
    if (happened(watched, meaning.suspended) || happened(watched, meaning.extended)) return NOT_CONCERNED
    if (neverLonger(watched.reading)) return NOTHING_FOUND
    const committed = dueOf(watched, 'committed')
    const statutory = dueOf(watched, 'statutory')
    if (!Number.isFinite(committed) || !Number.isFinite(statutory)) return NOT_CONCERNED
    if (committed <= statutory) return NOTHING_FOUND
    return [
      {
        rule: 'SV-18',
        level: 'yellow',
        caseIndex: watched.caseIndex,
        at: watched.acceptedAt,
        events: watched.from < watched.to ? [watched.from] : [],
        because: (say) => ({
          zh: `承诺到 ${say.expiry(committed).zh}，法定到 ${say.expiry(statutory).zh}`,
          en: `promised for ${say.expiry(committed).en}, by law ${say.expiry(statutory).en}`,
        }),
      },
    ]
  },
  examples: [
    {
      text: { zh: '承诺短于法定', en: 'the promise is shorter' },
      fires: false,
      at: '2026-03-06T09:00',
      profile: {
        limits: [
          { name: '法定', from: 'accepted', length: '20W' },
          { name: '承诺', kind: 'committed', from: 'accepted', length: '5W' },
        ],
      },
      events: [['2026-03-02T09:00', 'accepted']],
    },
    {
      text: { zh: '承诺长于法定', en: 'the promise is longer' },
      fires: true,
      at: '2026-03-06T09:00',
      profile: {
        limits: [
          { name: '法定', from: 'accepted', length: '20W' },
          { name: '承诺', kind: 'committed', from: 'accepted', length: '25W' },
        ],
      },
      events: [['2026-03-02T09:00', 'accepted']],
    },
  ],
})

const shorter = new WeakMap<Reading, boolean>()

/** Limits that start together and are counted alike need no calendar: the promise is the shorter one for every case. */
function neverLonger(reading: Reading): boolean {
  const known = shorter.get(reading) ?? isNeverLonger(reading)
  shorter.set(reading, known)
  return known
}

const isNeverLonger = ({ caseLimits, committedDueAt, statutoryDueAt }: Reading): boolean =>
  !committedDueAt.given &&
  !statutoryDueAt.given &&
  caseLimits.committed.every((promise) =>
    caseLimits.statutory.every(
      (law) =>
        promise.published.from.join() === law.published.from.join() &&
        promise.terms.limit.unit === law.terms.limit.unit &&
        promise.terms.limit.length <= law.terms.limit.length,
    ),
  )
