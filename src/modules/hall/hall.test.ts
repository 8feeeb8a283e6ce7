import { describe, expect, test } from 'vitest'
import { type Day, day } from '#kernel/day.ts'
import { chinaCalendar } from '#engines/calendar/index.ts'
import { issueBadge, standingOf, withdrawBadge } from './badge.ts'
import type { CounterContent } from './contract.ts'
import {
  type Counter,
  type CounterEvent,
  evolveCounter,
  leaveSeat,
  registerCounter,
  setState,
  takeSeat,
} from './counter.ts'
import { flagsOf, noWork } from './department-work.ts'
import { type DutyDay, type DutyEvent, evolveDuty, setDuty } from './duty.ts'
import { declaredHalves, declaredSpans, isWithin, staffedTime } from './hours.ts'

const content: CounterContent = {
  hall: 'main',
  name: { zh: '规划窗口', en: 'Planning' },
  place: '一楼 A 区',
  units: ['planning'],
  workingHours: '09:00-12:00,13:30-17:00',
  restHours: null,
}
const today = day('2026-03-02')
const given = (...events: CounterEvent[]): Counter => {
  const state = events.reduce(evolveCounter, registered())
  if (!state) throw new Error('no counter')
  return state
}
const registered = () => evolveCounter(undefined, { type: 'CounterRegistered', ...content })
const opened: CounterEvent = { type: 'CounterStateSet', state: 'open', reason: '' }
const seated = (account: string, badge: string, on = today): CounterEvent => ({
  ...{ type: 'SeatTaken', account, badge, day: on, onDuty: true },
})
const arriving = (account: string, badge: string, unit = 'planning') => ({
  ...{ counter: 'A01', account, today, hallUnit: 'hall', onDuty: false },
  badge: { number: badge, account, unit, standing: 'valid' as const },
})
const code = (act: () => unknown): string => {
  try {
    act()
    return 'done'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a counter', () => {
  test('is closed when it is new, and described again in the same way says nothing', () => {
    expect(registered()).toMatchObject({ state: 'closed', seat: null })
    expect(registerCounter(given(), 'A01', content)).toEqual([])
    expect(registerCounter(given(), 'A01', { ...content, place: '二楼' })).toHaveLength(1)
    expect(code(() => registerCounter(given(), 'A01', { ...content, hall: 'other' }))).toBe('hall.other-hall')
  })

  test.each([
    { why: 'the own badge at a counter of the own unit', as: arriving('li', '001'), answer: 'done' },
    { why: 'people of the hall itself serve everywhere', as: arriving('li', '001', 'hall'), answer: 'done' },
    { why: 'another unit', as: arriving('li', '001', 'market'), answer: 'hall.not-of-this-counter' },
    {
      why: "another's badge",
      as: { ...arriving('li', '001'), account: 'wang' },
      answer: 'hall.badge-of-another',
    },
    {
      why: 'a withdrawn badge',
      as: { ...arriving('li', '001'), badge: { ...arriving('li', '001').badge, standing: 'lost' as const } },
      answer: 'hall.badge-withdrawn',
    },
  ])('signing on: $why', ({ as, answer }) => {
    expect(code(() => takeSeat(given(opened), as))).toBe(answer)
  })

  test('takes nobody while closed, and one person at a time', () => {
    expect(code(() => takeSeat(given(), arriving('li', '001')))).toBe('hall.counter-closed')
    const served = given(opened, seated('wang', '002'))
    expect(code(() => takeSeat(served, arriving('li', '001')))).toBe('hall.seat-taken')
    expect(takeSeat(served, arriving('wang', '002'))).toEqual([])
    expect(code(() => leaveSeat(served, { counter: 'A01', account: 'li', today, why: 'signedOff' }))).toBe(
      'hall.not-seated',
    )
  })

  test('is free the next morning though nobody signed off', () => {
    const forgotten = given(opened, seated('wang', '002', day('2026-02-27')))
    expect(takeSeat(forgotten, arriving('li', '001')).map(({ type }) => type)).toEqual([
      'SeatLeft',
      'SeatTaken',
    ])
  })

  test('is paused by whoever serves there or runs the hall, never without saying why', () => {
    const served = given(opened, seated('wang', '002'))
    const pause = (account: string, manager: boolean, reason = '系统检修') =>
      setState(served, { counter: 'A01', account, today, manager, state: 'paused', reason })
    expect(pause('wang', false)).toEqual([{ type: 'CounterStateSet', state: 'paused', reason: '系统检修' }])
    expect(pause('boss', true)).toHaveLength(1)
    expect(code(() => pause('li', false))).toBe('hall.not-seated')
    expect(code(() => pause('wang', false, ' '))).toBe('hall.reason-needed')
  })
})

describe('a badge', () => {
  const li = {
    account: 'li',
    name: '李',
    unit: 'planning',
    duties: { zh: '综合受理', en: 'Reception' },
    lentUntil: null,
  }
  test('keeps to its person, also when it was withdrawn', () => {
    const state = { ...li, withdrawn: false }
    const issue = (now: typeof state | undefined, account: string, otherBadge?: string) => () =>
      issueBadge(now, { ...li, account, badge: '001', otherBadge, today })
    expect(issue(undefined, 'li')()).toHaveLength(1)
    expect(issue(state, 'li', '001')()).toEqual([])
    expect(code(issue(state, 'wang'))).toBe('hall.badge-taken')
    expect(code(issue(undefined, 'li', '009'))).toBe('hall.has-badge')
    expect(code(issue({ ...state, withdrawn: true }, 'li'))).toBe('hall.badge-withdrawn')
    const gone = { ...state, withdrawn: true }
    expect(withdrawBadge(gone, { badge: '001', reason: '调离', how: 'returned' })).toEqual([])
  })

  test.each([
    { why: 'the own badge', endedHow: null, lentUntil: null, standing: 'valid' },
    { why: 'the last day of a loan', endedHow: null, lentUntil: today, standing: 'valid' },
    { why: 'the day after a loan', endedHow: null, lentUntil: day('2026-03-01'), standing: 'expired' },
    { why: 'lost, whatever the loan says', endedHow: 'lost' as const, lentUntil: today, standing: 'lost' },
  ])('$why is $standing', ({ endedHow, lentUntil, standing }) => {
    expect(standingOf({ endedHow, lentUntil }, today)).toBe(standing)
  })

  test('is lent for today or longer', () => {
    const lend = (lentUntil: Day) => () =>
      issueBadge(undefined, { ...li, lentUntil, badge: 'T1', otherBadge: undefined, today })
    expect(lend(today)()).toHaveLength(1)
    expect(code(lend(day('2026-03-01')))).toBe('hall.lent-in-the-past')
  })
})

describe('duty', () => {
  const put = (state: DutyDay, counter: string, half: DutyEvent['half'], account: string | null) =>
    setDuty(state, { day: today, today, counter, half, account, badge: account ? '001' : undefined })
  const with1: DutyDay = evolveDuty(new Map(), {
    ...{ type: 'DutySet', counter: 'A01', half: 'morning', account: 'li' },
  })

  test('puts nobody at two counters in one half day', () => {
    expect(code(() => put(with1, 'A02', 'morning', 'li'))).toBe('hall.seated-elsewhere')
    expect(put(with1, 'A02', 'afternoon', 'li')).toHaveLength(1)
    expect(put(with1, 'A01', 'morning', 'li')).toEqual([])
    expect(put(with1, 'A01', 'morning', null)).toHaveLength(1)
  })

  test('is for people with a badge, and for days that are not over', () => {
    const ask = { day: today, today, counter: 'A01', half: 'morning', account: 'li' } as const
    expect(code(() => setDuty(new Map(), { ...ask, badge: undefined }))).toBe('hall.no-badge-no-duty')
    expect(code(() => setDuty(new Map(), { ...ask, badge: '001', day: day('2026-03-01') }))).toBe(
      'hall.past-duty',
    )
  })
})

describe('declared hours', () => {
  const calendar = chinaCalendar()
  const everyDay = { ...content, restHours: '09:00-16:00' }
  test.each([
    { why: 'a working day', hours: content, on: '2026-03-02', halves: ['morning', 'afternoon'] },
    { why: 'a Sunday of an ordinary counter', hours: content, on: '2026-03-01', halves: [] },
    {
      why: 'a Sunday of a 365-day window',
      hours: everyDay,
      on: '2026-03-01',
      halves: ['morning', 'afternoon'],
    },
    {
      why: 'National Day of a 365-day window',
      hours: everyDay,
      on: '2026-10-01',
      halves: ['morning', 'afternoon'],
    },
    {
      why: 'a Saturday that is worked (调休上班)',
      hours: content,
      on: '2026-02-28',
      halves: ['morning', 'afternoon'],
    },
    {
      why: 'mornings only',
      hours: { ...content, workingHours: '09:00-12:30' },
      on: '2026-03-02',
      halves: ['morning'],
    },
  ])('$why', ({ hours, on, halves }) => {
    expect(declaredHalves(hours, day(on), calendar)).toEqual(halves)
  })

  test('only time within them counts as staffed, and the closing minute lies outside', () => {
    const at = (time: string) => Date.parse(`2026-03-02T${time}:00+08:00`)
    const spans = declaredSpans(content, today, calendar)
    expect([
      isWithin(spans, at('09:00')),
      isWithin(spans, at('12:00')),
      isWithin(spans, at('14:00')),
    ]).toEqual([true, false, true])
    const sat = [[at('08:00'), at('10:00')] as const, [at('11:30'), at('14:00')] as const]
    expect(staffedTime(spans, sat) / 60_000).toBe(60 + 30 + 30)
  })
})

describe('the work of a department', () => {
  const claims = { since: today, central: true, online: true }
  test.each([
    { why: 'stationed and nothing came in', work: {}, claims, counters: 0, flags: ['noCases'] },
    { why: 'neither claimed nor served', work: {}, claims: null, counters: 0, flags: [] },
    { why: 'a claim kept', work: { received: 3, atHall: 3 }, claims, counters: 1, flags: [] },
    {
      why: 'central, and one elsewhere',
      work: { received: 3, elsewhere: 1 },
      claims,
      counters: 1,
      flags: ['notCentral'],
    },
    {
      why: 'no claim, one elsewhere',
      work: { received: 3, elsewhere: 1 },
      claims: null,
      counters: 1,
      flags: ['elsewhere'],
    },
    {
      why: 'online, and one on paper only',
      work: { received: 3, paperOnly: 1 },
      claims,
      counters: 1,
      flags: ['notOnline'],
    },
    {
      why: 'ten decided, none at the window',
      work: { received: 10, decided: 10 },
      claims,
      counters: 1,
      flags: ['registersOnly'],
    },
    { why: 'nine say nothing yet', work: { received: 9, decided: 9 }, claims, counters: 1, flags: [] },
    {
      why: 'one in ten at the window',
      work: { received: 10, decided: 10, byWindow: 1 },
      claims,
      counters: 1,
      flags: [],
    },
    {
      why: 'written down before deciding',
      work: { received: 1, registeredLate: 1 },
      claims,
      counters: 1,
      flags: ['registeredLate'],
    },
  ])('$why: $flags', ({ work, claims, counters, flags }) => {
    expect(flagsOf({ ...noWork('planning'), ...work }, claims, counters)).toEqual(flags)
  })
})
