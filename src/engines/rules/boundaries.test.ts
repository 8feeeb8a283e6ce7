import { describe, expect, test } from 'vitest'
import { type Level, judgeCase, type Meaning, readProfile, ruleByCode } from './index.ts'

const at = (text: string) => Date.parse(`${text}+08:00`)

interface Row {
  readonly code: string
  readonly from: Meaning
  readonly until: Meaning
  readonly start: string
  readonly notice?: string
  readonly yellow: string
  readonly red?: string
}

/** Instants worked out by hand from the holiday notices; a limit in days ends with its last day. */
const ROWS: readonly Row[] = [
  {
    code: 'SV-40',
    from: 'complaintReceived',
    until: 'complaintAccepted',
    start: '2026-02-12T09:00:00',
    notice: '2026-02-27T00:00:00',
    yellow: '2026-03-01T00:00:00',
    red: '2026-03-04T00:00:00',
  },
  {
    code: 'SV-41',
    from: 'complaintAccepted',
    until: 'complaintReplied',
    start: '2026-03-02T09:00:00',
    notice: '2026-04-11T00:00:00',
    yellow: '2026-04-15T00:00:00',
    red: '2026-04-17T00:00:00',
  },
  {
    code: 'SV-43',
    from: 'complaintReplied',
    until: 'calledBack',
    start: '2026-04-29T09:00:00',
    notice: '2026-05-08T00:00:00',
    yellow: '2026-05-10T00:00:00',
  },
  {
    code: 'SV-47',
    from: 'complaintAssigned',
    until: 'complaintSigned',
    start: '2026-03-06T16:00:00',
    notice: '2026-03-10T00:00:00',
    yellow: '2026-03-11T00:00:00',
    red: '2026-03-14T00:00:00',
  },
  {
    code: 'SV-90',
    from: 'petitionReceived',
    until: 'petitionTold',
    start: '2026-03-02T09:00:00',
    notice: '2026-03-17T00:00:00',
    yellow: '2026-03-18T00:00:00',
    red: '2026-03-25T00:00:00',
  },
  {
    code: 'SV-92',
    from: 'disclosureAsked',
    until: 'disclosureAnswered',
    start: '2026-09-18T09:00:00',
    notice: '2026-10-21T00:00:00',
    yellow: '2026-10-23T00:00:00',
    red: '2026-10-30T00:00:00',
  },
  {
    code: 'SV-35',
    from: 'precheckAsked',
    until: 'precheckAnswered',
    start: '2026-03-02T09:00:00',
    notice: '2026-03-04T00:00:00',
    yellow: '2026-03-05T00:00:00',
    red: '2026-03-10T00:00:00',
  },
  {
    code: 'SV-32',
    from: 'hearingAsked',
    until: 'hearingHeld',
    start: '2026-02-12T09:00:00',
    notice: '2026-03-12T00:00:00',
    yellow: '2026-03-19T00:00:00',
  },
  {
    code: 'SV-60',
    from: 'counterLeft',
    until: 'counterManned',
    start: '2026-03-02T09:00:00',
    notice: '2026-03-02T09:10:00',
    yellow: '2026-03-02T09:15:00',
    red: '2026-03-02T10:00:00',
  },
  {
    code: 'SV-62',
    from: 'ticketDrawn',
    until: 'ticketCalled',
    start: '2026-03-02T09:00:00',
    notice: '2026-03-02T09:20:00',
    yellow: '2026-03-02T09:30:00',
    red: '2026-03-02T10:00:00',
  },
  {
    code: 'SV-75',
    from: 'refundDue',
    until: 'refunded',
    start: '2026-03-02T09:00:00',
    notice: '2026-03-13T00:00:00',
    yellow: '2026-03-17T00:00:00',
    red: '2026-03-24T00:00:00',
  },
  {
    code: 'SV-81',
    from: 'enforcementFiled',
    until: 'penaltyDecided',
    start: '2026-08-03T09:00:00',
    notice: '2026-10-23T00:00:00',
    yellow: '2026-11-03T00:00:00',
    red: '2026-11-17T00:00:00',
  },
  {
    code: 'SV-85',
    from: 'penaltyDecided',
    until: 'penaltyDelivered',
    start: '2026-03-02T09:00:00',
    notice: '2026-03-10T00:00:00',
    yellow: '2026-03-12T00:00:00',
  },
]

function levelsOf({ code, from, until, start }: Row, when: number, done?: number): Level[] {
  const events = [
    { activity: from, at: at(start) },
    ...(done === undefined ? [] : [{ activity: until, at: done }]),
  ]
  const profile = readProfile({ meanings: { [from]: from, [until]: until } })
  return judgeCase({ caseId: 'A', attributes: {}, events }, profile, { at: when, rules: [code] }).map(
    ({ level }) => level,
  )
}

const SECOND = 1000

describe.each(ROWS)('$code speaks at the instant, not about the day', (row) => {
  const rungs: readonly [Level, string | undefined][] = [
    ['notice', row.notice],
    ['yellow', row.yellow],
    ['red', row.red],
  ]
  test.each(rungs.filter(([, instant]) => instant !== undefined))('%s at %s', (level, instant = '') => {
    expect(levelsOf(row, at(instant) - SECOND)).not.toContain(level)
    expect(levelsOf(row, at(instant) + SECOND)).toContain(level)
  })

  test('done a second before the end is in time, a second after it is late', () => {
    const later = at('2027-06-01T09:00:00')
    expect(levelsOf(row, later, at(row.yellow) - SECOND)).toEqual([])
    expect(levelsOf(row, later, at(row.yellow) + SECOND)).toEqual(['yellow'])
  })

  test('what is found is complete in law at that instant, whoever looks when', () => {
    const profile = readProfile({ meanings: { [row.from]: row.from, [row.until]: row.until } })
    const history = { caseId: 'A', attributes: {}, events: [{ activity: row.from, at: at(row.start) }] }
    const found = judgeCase(history, profile, { at: at('2027-03-01T09:00:00'), rules: [row.code] })
    expect(found.map((one) => [one.level, one.at])).toEqual(
      rungs.flatMap(([level, instant]) => (instant === undefined ? [] : [[level, at(instant)]])),
    )
  })
})

test('an extension counts when it came in time, and not when it came too late', () => {
  const profile = readProfile({
    meanings: {
      complaintAccepted: 'complaintAccepted',
      complaintReplied: 'complaintReplied',
      延期: 'extended',
    },
  })
  const levels = (extended: string) =>
    judgeCase(
      {
        caseId: 'A',
        attributes: {},
        events: [
          { activity: 'complaintAccepted', at: at('2026-03-02T09:00:00') },
          { activity: '延期', at: at(extended) },
          { activity: 'complaintReplied', at: at('2026-05-12T09:00:00') },
        ],
      },
      profile,
      { at: at('2026-12-01T09:00:00'), rules: ['SV-41'] },
    ).map(({ level }) => level)
  expect(levels('2026-04-14T23:59:59')).toEqual([])
  expect(levels('2026-04-15T00:00:01')).toEqual(['yellow', 'red'])
})

test.each([
  ['2026-03-06T00:00:00', '2026-03-02T09:00:00'],
  ['2026-10-01T00:00:00', '2026-09-24T09:00:00'],
])('the notice of SV-17 falls at %s for a promise of five working days from %s', (warn, start) => {
  expect(ruleByCode('SV-17').enabled).toBe(false)
  const profile = readProfile({
    meanings: { accepted: 'accepted' },
    limits: [{ name: '承诺', kind: 'committed', from: 'accepted', length: '5W' }],
  })
  const levels = (when: number) =>
    judgeCase({ caseId: 'A', attributes: {}, events: [{ activity: 'accepted', at: at(start) }] }, profile, {
      at: when,
      rules: ['SV-17'],
    }).map(({ level }) => level)
  expect(levels(at(warn) - SECOND)).toEqual([])
  expect(levels(at(warn) + SECOND)).toEqual(['notice'])
})
