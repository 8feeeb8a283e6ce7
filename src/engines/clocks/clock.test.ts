import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import { chinaCalendar, chinaCalendarKnownAt } from '../calendar/index.ts'
import {
  type ClockEvent,
  type ClockState,
  type ClockTerms,
  due,
  expire,
  explain,
  extend,
  evolveClock,
  foldClock,
  parseLimit,
  questionOf,
  resume,
  start,
  statutoryTerms,
  stop,
  suspend,
} from './index.ts'

const calendar = chinaCalendar()
const at = (text: string) => Date.parse(`${text}${text.length === 10 ? 'T10:00:00' : ''}+08:00`)
const entry = (now: string) => ({ calendar, now: at(now) })

const statutory = statutoryTerms('XK-04', { from: '2026-09-18', handlingUnit: 'housing' })
const committed: ClockTerms = { ...statutory, kind: 'committed', limit: parseLimit('10W') }

const started = (terms: ClockTerms = statutory): ClockState => foldClock(start([terms], entry('2026-09-18')))
const then = (state: ClockState, events: ClockEvent[]) => events.reduce(evolveClock, state)
const endOf = (state: ClockState) => (state.status === 'none' ? null : due(questionOf(state, calendar)).due)

const hearing = {
  from: '2026-09-28',
  ground: 'hearing',
  document: '中止〔2026〕8号',
  notice: { document: '告知〔2026〕9号', deliveredAt: at('2026-09-28') },
}
const approved = {
  by: parseLimit('10W'),
  approver: 'director',
  approverUnit: 'bureau-office',
  reason: '案情复杂',
  notice: { document: '延期〔2026〕1号', deliveredAt: at('2026-10-12') },
}

const refused = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'accepted'
}

test('a hearing stops the clock and its end starts it again, both days left out', () => {
  let clock = then(started(), suspend(started(), hearing, entry('2026-09-28')))
  expect(clock.status).toBe('suspended')
  expect(endOf(clock)).toBeNull()
  clock = then(clock, resume(clock, { to: '2026-10-09', document: '恢复〔2026〕3号' }, entry('2026-10-09')))
  expect(clock.status).toBe('running')
  expect(endOf(clock)).toBe('2026-10-29')
  clock = then(clock, extend(clock, approved, entry('2026-10-12')))
  expect(endOf(clock)).toBe('2026-11-12')
})

describe('what cannot be done to a clock', () => {
  const suspended = then(started(), suspend(started(), hearing, entry('2026-09-28')))
  const extended = then(started(), extend(started(), approved, entry('2026-09-21')))
  const stopped = then(started(), stop(started(), 'granted', entry('2026-09-25')))
  const expired = then(started(), expire(started(), entry('2026-10-30')))

  test.each([
    [
      'suspending without a listed ground',
      () => suspend(started(), { ...hearing, ground: 'busy' }, entry('2026-09-28')),
      'suspension.ground-not-listed',
    ],
    [
      'suspending without a document',
      () => suspend(started(), { ...hearing, document: ' ' }, entry('2026-09-28')),
      'suspension.document-missing',
    ],
    ['suspending twice', () => suspend(suspended, hearing, entry('2026-09-29')), 'clock.already-suspended'],
    [
      'suspending from before the start',
      () => suspend(started(), { ...hearing, from: '2026-09-01' }, entry('2026-09-28')),
      'clock.out-of-order',
    ],
    ['suspending after the end', () => suspend(started(), hearing, entry('2026-10-23')), 'clock.expired'],
    ['suspending what is done', () => suspend(stopped, hearing, entry('2026-09-28')), 'clock.not-running'],
    [
      'resuming what runs',
      () => resume(started(), { to: '2026-09-29', document: 'x' }, entry('2026-09-29')),
      'clock.not-suspended',
    ],
    [
      'resuming without a document',
      () => resume(suspended, { to: '2026-09-29', document: '' }, entry('2026-09-29')),
      'suspension.document-missing',
    ],
    [
      'resuming before it was suspended',
      () => resume(suspended, { to: '2026-09-20', document: 'x' }, entry('2026-09-29')),
      'suspension.invalid',
    ],
    [
      'resuming on a day to come',
      () => resume(suspended, { to: '2026-10-20', document: 'x' }, entry('2026-09-29')),
      'clock.out-of-order',
    ],
    ['extending after the end', () => extend(started(), approved, entry('2026-10-23')), 'clock.expired'],
    ['extending an expired clock', () => extend(expired, approved, entry('2026-10-30')), 'clock.expired'],
    ['extending twice', () => extend(extended, approved, entry('2026-09-22')), 'extension.already-granted'],
    [
      'extending by more than the law gives',
      () => extend(started(), { ...approved, by: parseLimit('11W') }, entry('2026-09-21')),
      'extension.too-long',
    ],
    [
      'extending in another unit',
      () => extend(started(), { ...approved, by: parseLimit('10D') }, entry('2026-09-21')),
      'extension.too-long',
    ],
    [
      'approving one’s own extension',
      () => extend(started(), { ...approved, approverUnit: 'housing' }, entry('2026-09-21')),
      'extension.self-approved',
    ],
    [
      'extending without a reason',
      () => extend(started(), { ...approved, reason: '' }, entry('2026-09-21')),
      'extension.reason-missing',
    ],
    [
      'extending where the rule allows none',
      () =>
        extend(
          started(statutoryTerms('XK-07', { from: '2026-09-18', handlingUnit: 'housing' })),
          approved,
          entry('2026-09-21'),
        ),
      'extension.not-allowed',
    ],
    [
      'extending while it stands still',
      () => extend(suspended, approved, entry('2026-09-29')),
      'clock.not-running',
    ],
    [
      'entering anything into the past',
      () => extend(suspended, approved, entry('2026-09-20')),
      'clock.out-of-order',
    ],
    ['stopping twice', () => stop(stopped, 'granted', entry('2026-09-26')), 'clock.not-running'],
    [
      'starting with a promise beyond the law',
      () => start([statutory, { ...committed, limit: parseLimit('21W') }], entry('2026-09-18')),
      'commitment.longer-than-statutory',
    ],
  ])('%s is refused', (_, act, code) => {
    expect(refused(act)).toBe(code)
  })
})

test.each([
  [
    'without proof that the applicant was told',
    { ...hearing, notice: undefined },
    '2026-09-28',
    ['noticeMissing'],
  ],
  ['entered after its day', hearing, '2026-09-30', ['enteredLate']],
  ['in order', hearing, '2026-09-28', []],
])('a suspension %s stands with its defects shown', (_, given, now, defects) => {
  const [event] = suspend(started(), given, entry(now))
  expect(event).toMatchObject({ type: 'ClockSuspended', defects })
})

test('an extension without proof of notice is valid and defective', () => {
  const [event] = extend(started(), { ...approved, notice: undefined }, entry('2026-09-21'))
  expect(event).toMatchObject({ type: 'ClockExtended', defects: ['noticeMissing'] })
})

test('the promise and the law run side by side and are shifted by the same suspension', () => {
  const both = start([statutory, committed], entry('2026-09-18')).map((event) => foldClock([event]))
  const shifted = both.map((clock) => {
    const standing = then(clock, suspend(clock, hearing, entry('2026-09-28')))
    return then(standing, resume(standing, { to: '2026-10-09', document: 'x' }, entry('2026-10-09')))
  })
  expect(both.map(endOf)).toEqual(['2026-10-22', '2026-10-09'])
  expect(shifted.map(endOf)).toEqual(['2026-10-29', '2026-10-15'])
})

test.each([
  ['one second before 24:00 of the last day nothing has expired', '2026-10-22T23:59:59', 0],
  ['at 24:00 it has', '2026-10-23T00:00:00', 1],
  ['a week later it has, too', '2026-10-30T00:00:00', 1],
])('%s', (_, now, events) => {
  expect(expire(started(), entry(now))).toHaveLength(events)
})

test('expiry takes effect at the legal instant however late anyone looks, and only once', () => {
  const [event] = expire(started(), entry('2026-10-30'))
  expect(event).toEqual({
    type: 'ClockExpired',
    at: at('2026-10-23T00:00:00'),
    noticedAt: at('2026-10-30'),
    effect: 'event',
  })
  const expired = then(started(), event ? [event] : [])
  expect(expire(expired, entry('2026-11-30'))).toEqual([])
})

test('work done after expiry stops the clock late and leaves the expiry standing', () => {
  const expired = then(started(), expire(started(), entry('2026-10-30')))
  const late = then(expired, stop(expired, 'granted', entry('2026-11-02')))
  expect(late).toMatchObject({
    status: 'stopped',
    expiredAt: at('2026-10-23T00:00:00'),
    stoppedAt: at('2026-11-02'),
  })
})

test('a suspended clock does not expire however long it stands', () => {
  const suspended = then(started(), suspend(started(), hearing, entry('2026-09-28')))
  expect(expire(suspended, entry('2026-12-30'))).toEqual([])
})

test('a late once-only list means accepted from the day of receipt; a late decision grants nothing', () => {
  const list = started(statutoryTerms('XK-02', { from: '2026-09-18', handlingUnit: 'housing' }))
  expect(expire(list, entry('2026-11-30'))[0]).toMatchObject({ effect: 'deemedAccepted' })
  expect(expire(started(), entry('2026-11-30'))[0]).toMatchObject({ effect: 'event' })
})

describe('why this date', () => {
  const suspension = suspend(started(), hearing, entry('2026-09-28'))
  const suspended = then(started(), suspension)
  const resumption = resume(suspended, { to: '2026-10-09', document: '恢复〔2026〕3号' }, entry('2026-10-09'))
  const resumed = then(suspended, resumption)
  const extension = extend(resumed, approved, entry('2026-10-12'))
  const history = [
    ...start([statutory], entry('2026-09-18')),
    ...suspension,
    ...resumption,
    ...extension,
  ].map((event) => ({
    event,
    recordedAt: event.at,
  }))
  const calendarAt = (moment: number) => chinaCalendarKnownAt(moment)

  test('the chain goes day by day from the trigger to the last day, with the paper behind every exclusion', () => {
    const why = explain(history, { calendarAt })
    expect(why?.answer.due).toBe('2026-11-12')
    const chain = why?.chain ?? []
    expect(chain[0]).toMatchObject({ day: '2026-09-18', kind: 'trigger' })
    expect(chain.at(-1)).toMatchObject({
      day: '2026-11-12',
      kind: 'counted',
      number: 30,
      extension: true,
      last: true,
    })
    expect(chain.find(({ day }) => day === '2026-09-20')).toMatchObject({
      kind: 'counted',
      notice: { document: '国办发明电〔2025〕7号' },
    })
    expect(chain.find(({ day }) => day === '2026-10-09')).toMatchObject({
      kind: 'suspended',
      document: '中止〔2026〕8号',
    })
    expect(chain.filter(({ kind }) => kind === 'counted')).toHaveLength(30)
  })

  test('as known before the extension it ended earlier', () => {
    expect(explain(history, { calendarAt, asOf: at('2026-10-11') })?.answer.due).toBe('2026-10-29')
  })

  test('as known during the hearing nobody could say', () => {
    expect(explain(history, { calendarAt, asOf: at('2026-09-30') })?.answer).toMatchObject({
      due: null,
      provisional: true,
    })
  })

  test('before it started there was no clock', () => {
    expect(explain(history, { calendarAt, asOf: at('2026-09-01') })).toBeUndefined()
  })

  test('as known before the holiday of 2020 was lengthened the day was another', () => {
    const terms = statutoryTerms('XK-02', { from: '2020-01-22', handlingUnit: 'housing' })
    const opened = start([terms], { calendar, now: at('2020-01-22') }).map((event) => ({
      event,
      recordedAt: event.at,
    }))
    expect(explain(opened, { calendarAt, asOf: at('2020-01-23') })?.answer.due).toBe('2020-02-04')
    expect(explain(opened, { calendarAt, asOf: at('2020-01-28') })?.answer.due).toBe('2020-02-06')
  })

  test('a closed clock keeps the calendar it was closed under', () => {
    const terms = statutoryTerms('XK-02', { from: '2020-01-13', handlingUnit: 'housing' })
    const opened = start([terms], { calendar, now: at('2020-01-13') })
    const closed = [...opened, ...stop(foldClock(opened), 'told', entry('2020-01-16'))].map((event) => ({
      event,
      recordedAt: event.at,
    }))
    const before = explain(closed, { calendarAt, asOf: at('2020-01-20') })
    expect(explain(closed, { calendarAt })?.calendarVersion).toBe(before?.calendarVersion)
  })
})

test('whatever is tried in whatever order, a clock never does what its state forbids', () => {
  const act = fc.record({
    kind: fc.constantFrom('suspend', 'resume', 'extend', 'stop', 'expire'),
    hours: fc.nat(200),
    paper: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
      let state = started()
      let now = at('2026-09-18')
      let extensions = 0
      for (const { kind, hours, paper } of acts) {
        now += hours * 3_600_000
        const day = new Date(now + 28_800_000).toISOString().slice(0, 10)
        const given = { calendar, now }
        const attempt = (): ClockEvent[] => {
          if (kind === 'suspend')
            return suspend(state, { ...hearing, from: day, document: paper ? 'x' : '' }, given)
          if (kind === 'resume') return resume(state, { to: day, document: paper ? 'x' : '' }, given)
          if (kind === 'extend')
            return extend(state, { ...approved, approverUnit: paper ? 'office' : 'housing' }, given)
          return kind === 'stop' ? stop(state, 'granted', given) : expire(state, given)
        }
        let events: ClockEvent[] = []
        try {
          events = attempt()
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
        for (const event of events) {
          if (event.type === 'ClockExtended') extensions++
          if (event.type !== 'ClockExpired')
            expect(event.type === 'ClockSuspended' || event.type === 'ClockExtended' ? paper : true).toBe(
              true,
            )
          state = evolveClock(state, event)
        }
      }
      expect(extensions).toBeLessThanOrEqual(1)
    }),
    { numRuns: 1000 },
  )
})
