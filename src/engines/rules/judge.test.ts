import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseHistory, type Histories, historiesBuilder } from '#engines/histories/index.ts'
import { findingsOf, judge, judgeCase, MEANINGS, readProfile, RULES, ruleByCode } from './index.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)

const meanings = Object.fromEntries(MEANINGS.map((name) => [name, name]))
const profile = readProfile({
  meanings,
  limits: [
    { name: '法定', kind: 'statutory', from: 'accepted', length: '20W' },
    { name: '承诺', kind: 'committed', from: 'accepted', length: '5W' },
  ],
  path: ['received', 'accepted', { optional: ['suspended', 'resumed'] }, 'decided', 'delivered', 'concluded'],
  separations: [{ between: ['accepted', 'decided'] }],
  powers: { decided: ['Wang'] },
  event: { ground: 'ground', document: 'document', sequence: 'sequence', recordedAt: 'recordedAt' },
})

function log(...cases: readonly CaseHistory[]): Histories {
  const builder = historiesBuilder()
  for (const history of cases) builder.addCase(history)
  return builder.finish('arrival')
}

const history = (
  caseId: string,
  ...events: readonly (readonly [string, string, string?])[]
): CaseHistory => ({
  caseId,
  attributes: {},
  events: events.map(([time, activity, resource]) => ({ activity, at: at(time), resource })),
})

const anyCase: fc.Arbitrary<CaseHistory> = fc
  .record({
    caseId: fc.uuid(),
    events: fc.array(
      fc.record({
        activity: fc.constantFrom(...MEANINGS, 'tea'),
        at: fc.integer({ min: at('2025-01-01T00:00'), max: at('2026-12-31T00:00') }),
        resource: fc.constantFrom('Li', 'Wang', undefined),
        attributes: fc.constantFrom<Record<string, string>>(
          {},
          { ground: '听证', document: '1号' },
          { ground: '出差' },
          { sequence: '3' },
        ),
      }),
      { maxLength: 10 },
    ),
  })
  .map((given) => ({ ...given, attributes: {} }))

describe('judging', () => {
  test('one case live and the whole log in replay find the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCase, { selector: ({ caseId }) => caseId, maxLength: 8 }), (cases) => {
        const now = at('2026-06-01T00:00')
        const replayed = findingsOf(judge(log(...cases), profile, { at: now }))
        const live = cases.flatMap((one) => judgeCase(one, profile, { at: now }))
        const told = (findings: typeof live) =>
          findings
            .map(({ rule, caseId, level, at: when, because }) =>
              [rule, caseId, level, when, because.zh].join(' '),
            )
            .sort()
        expect(told(replayed)).toEqual(told(live))
      }),
    )
  })

  test('no finding is effective after the instant at which it was judged', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.integer({ min: at('2025-01-01T00:00'), max: at('2026-12-31T00:00') }),
        (one, now) => {
          for (const finding of judgeCase(one, profile, { at: now, rules: ['SV-01', 'SV-02', 'SV-12'] })) {
            expect(finding.at).toBeLessThan(now)
          }
        },
      ),
    )
  })

  test('what has not happened yet is not known', () => {
    const one = history('A', ['2026-03-02T09:00', 'accepted'], ['2026-06-01T09:00', 'supplementNotice'])
    const codes = (now: string) =>
      judgeCase(one, profile, { at: at(now), rules: ['SV-04'] }).map(({ rule }) => rule)
    expect(codes('2026-05-31T09:00')).toEqual([])
    expect(codes('2026-06-02T09:00')).toEqual(['SV-04'])
  })

  test('one second before the limit nothing, one second after it the card, effective at the legal instant', () => {
    const open = history('A', ['2026-03-02T09:00', 'accepted'])
    const levels = (now: string) =>
      judgeCase(open, profile, { at: at(now), rules: ['SV-01'] }).map(({ level, at: when }) => [level, when])
    expect(levels('2026-03-09T23:59:59')).toEqual([])
    expect(levels('2026-03-10T00:00:01')).toEqual([['yellow', at('2026-03-10T00:00')]])
    expect(levels('2026-03-31T00:00:01')).toEqual([
      ['yellow', at('2026-03-10T00:00')],
      ['red', at('2026-03-31T00:00')],
    ])
  })

  test.each([
    {
      why: 'a limit of days ends with its last day',
      length: '5W',
      zh: '法定时限于 2026-03-09 24 时 届满，至今未办结',
      en: 'the statutory limit ran out at the end of 2026-03-09; the case is still open',
    },
    {
      why: 'a limit of hours at its minute',
      length: '24h',
      zh: '法定时限于 2026-03-03T09:00:00+08:00 届满，至今未办结',
      en: 'the statutory limit ran out at 2026-03-03T09:00:00+08:00; the case is still open',
    },
  ])('it is said as people say it: $why', ({ length, zh, en }) => {
    const limited = readProfile({
      meanings: { accepted: 'accepted', decided: 'decided' },
      limits: [{ name: '法定', kind: 'statutory', from: 'accepted', length }],
    })
    const open = history('A', ['2026-03-02T09:00', 'accepted'])
    const [finding] = judgeCase(open, limited, { at: at('2026-06-01T09:00'), rules: ['SV-01'] })
    expect(finding?.because).toEqual({ zh, en })
  })

  test('every rule counts the cases it could speak about, concluded and open', () => {
    const { rules } = judge(
      log(
        history('late', ['2026-03-02T09:00', 'accepted'], ['2026-04-30T09:00', 'decided']),
        history('open', ['2026-03-02T09:00', 'accepted']),
        history('no limit', ['2026-03-02T09:00', 'received']),
      ),
      profile,
      { at: at('2026-03-05T09:00'), rules: ['SV-01'] },
    )
    expect(rules[0]).toMatchObject({ concluded: { judged: 0, found: 0 }, open: { judged: 2, found: 0 } })
  })

  test('a rule that knows too little says so and judges nothing', () => {
    const { rules, notJudged } = judge(log(history('A', ['2026-03-02T09:00', 'tea'])), readProfile({}), {
      at: at('2026-06-01T09:00'),
    })
    expect(rules.map(({ rule }) => rule.code)).toEqual(['SV-13'])
    expect(notJudged.length).toBe(RULES.filter(({ enabled }) => enabled).length - 1)
    expect(notJudged.every(({ because }) => because.zh !== '' && because.en !== '')).toBe(true)
  })
})

describe('numbers', () => {
  const slow = history('A', ['2026-03-02T09:00', 'received'], ['2026-03-12T09:00', 'accepted'])
  const found = (set: Record<string, number>) =>
    judgeCase(slow, profile, { at: at('2026-06-01T09:00'), rules: ['SV-02'], set }).length

  test('are changed for a replay by their full or their bare name', () => {
    expect([found({}), found({ 'SV-02.answerWorkingDays': 8 }), found({ answerWorkingDays: 8 })]).toEqual([
      1, 0, 0,
    ])
  })

  test('that no rule has, or that are no numbers, are refused', () => {
    expect(() => found({ answerDays: 8 })).toThrow(/answerDays/)
    expect(() => found({ answerWorkingDays: -1 })).toThrow(/-1/)
  })

  test('an unknown rule is refused with those there are', () => {
    expect(() => ruleByCode('SV-99')).toThrow(/SV-01/)
    expect(ruleByCode('sv-01').code).toBe('SV-01')
  })
})
