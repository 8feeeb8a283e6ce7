import { describe, expect, test } from 'vitest'
import { compareRebuilt, readStream } from '#engines/ledger/index.ts'
import type { Db } from '#kernel/sql.ts'
import { testDatabase } from '#test/database/index.ts'
import { type ClockTerms, parseLimit, statutoryTerms } from '../index.ts'
import {
  calendarEditions,
  clockList,
  countHeldClocks,
  explainClock,
  extendClock,
  type Fired,
  findClock,
  findClocksOf,
  finishEveryReprojection,
  finishReprojections,
  loadCalendarFile,
  loadFileAndReproject,
  loadNotice,
  loadNoticeAndReproject,
  resumeClocks,
  runSweeper,
  startClocks,
  stopClocks,
  suspendClocks,
  sweepClocks,
} from './index.ts'

const database = await testDatabase()
let places = 0
const freshPlace = () => `5100${String(++places).padStart(2, '0')}`
const at = (text: string) => Date.parse(`${text}${text.length === 10 ? 'T10:00:00' : ''}+08:00`)

const statutory = (from: string, more: Partial<ClockTerms> = {}): ClockTerms => ({
  ...statutoryTerms('XK-04', { from, handlingUnit: 'housing', warnBefore: parseLimit('2W') }),
  ...more,
})
const committed = (from: string): ClockTerms =>
  statutory(from, { kind: 'committed', limit: parseLimit('10W') })

const inside = <T>(jurisdiction: string, work: (db: Db) => Promise<T>) =>
  database.transaction({ jurisdiction, reach: 'jurisdiction' }, work)

const by = (now: string) => ({ actor: 'clerk-1', now: at(now) })
const instant = (text: string) => at(`${text}T00:00:00`)

async function startPair(jurisdiction: string, subject: string, from: string, now = from) {
  await inside(jurisdiction, (db) =>
    startClocks(
      db,
      [
        { id: `${subject}/statutory`, subject, terms: statutory(from) },
        { id: `${subject}/committed`, subject, terms: committed(from) },
      ],
      by(now),
    ),
  )
}

const notice2027 = {
  year: 2027,
  document: '国办发明电〔2026〕99号（试验）',
  title: '国务院办公厅关于2027年部分节假日安排的通知',
  publishedOn: '2026-11-05',
  source: 'test',
  holidays: [
    { name: '元旦', off: '2027-01-01..2027-01-03', work: '2026-12-27' },
    { name: '春节', off: '2027-02-05..2027-02-11', work: '2027-01-31 2027-02-14' },
  ],
}

describe('a clock that is stored', () => {
  test('starts with its end, its warning and the calendar it was computed by', async () => {
    const place = freshPlace()
    await startPair(place, 'case/1', '2026-09-18')
    const [soon, last] = await inside(place, (db) => findClocksOf(db, 'case/1'))
    expect(soon).toMatchObject({
      kind: 'committed',
      status: 'open',
      dueAt: instant('2026-10-10'),
      provisional: false,
      version: 1,
    })
    expect(last).toMatchObject({
      kind: 'statutory',
      dueAt: instant('2026-10-23'),
      warnAt: instant('2026-10-21'),
      rule: 'XK-04',
    })
    expect(last?.calendarVersion).toMatch(/^cn@2026-/)
  })

  test('stands still with the promise beside it, and both move alike', async () => {
    const place = freshPlace()
    await startPair(place, 'case/1', '2026-09-18')
    const hearing = { from: '2026-09-28', ground: 'hearing', document: '中止〔2026〕8号' }
    const standing = await inside(place, (db) => suspendClocks(db, 'case/1', hearing, by('2026-09-28')))
    expect(standing.map(({ status, dueAt, nextAt }) => [status, dueAt, nextAt])).toEqual([
      ['suspended', null, null],
      ['suspended', null, null],
    ])
    await inside(place, (db) =>
      resumeClocks(db, 'case/1', { to: '2026-10-09', document: '恢复〔2026〕3号' }, by('2026-10-09')),
    )
    const clocks = await inside(place, (db) => findClocksOf(db, 'case/1'))
    expect(clocks.map(({ dueAt }) => dueAt)).toEqual([instant('2026-10-16'), instant('2026-10-30')])
    expect(clocks.every(({ defects }) => defects === 1)).toBe(true)
  })

  test('is extended before its end and not after it, though nobody has noticed the end', async () => {
    const place = freshPlace()
    await startPair(place, 'case/1', '2026-09-18')
    const asked = { by: parseLimit('10W'), approver: 'director', approverUnit: 'bureau', reason: '复杂' }
    await expect(
      inside(place, (db) => extendClock(db, 'case/1/statutory', asked, by('2026-10-23'))),
    ).rejects.toMatchObject({
      code: 'clock.expired',
    })
    const extended = await inside(place, (db) => extendClock(db, 'case/1/statutory', asked, by('2026-10-12')))
    expect(extended.dueAt).toBe(instant('2026-11-06'))
  })

  test.each([
    [
      'started twice',
      (db: Db) =>
        startClocks(
          db,
          [{ id: 'case/1/statutory', subject: 'case/1', terms: statutory('2026-09-18') }],
          by('2026-09-18'),
        ),
      'clock.exists',
    ],
    [
      'changed when it does not exist',
      (db: Db) =>
        extendClock(
          db,
          'none',
          { by: parseLimit('1W'), approver: 'a', approverUnit: 'b', reason: 'c' },
          by('2026-09-18'),
        ),
      'clock.unknown',
    ],
    [
      'started by a calendar nobody loaded',
      (db: Db) =>
        startClocks(
          db,
          [{ id: 'x', subject: 'x', terms: statutory('2026-09-18', { calendar: 'moon' }) }],
          by('2026-09-18'),
        ),
      'calendar.unknown',
    ],
  ] as const)('is not %s', async (_, act, code) => {
    const place = freshPlace()
    await startPair(place, 'case/1', '2026-09-18')
    await expect(inside<unknown>(place, act)).rejects.toMatchObject({ code })
    expect(await inside(place, (db) => readStream(db, 'clock/case/1/statutory'))).toHaveLength(1)
  })

  test('of two who decide at once, both are answered on what really was', async () => {
    const place = freshPlace()
    await startPair(place, 'case/1', '2026-09-18')
    const asked = { by: parseLimit('5W'), approver: 'director', approverUnit: 'bureau', reason: '复杂' }
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        inside(place, (db) => extendClock(db, 'case/1/statutory', asked, by('2026-10-12'))),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await inside(place, (db) => readStream(db, 'clock/case/1/statutory'))).toHaveLength(2)
  })

  test('is seen by its own unit and by supervision, not by another unit', async () => {
    const place = freshPlace()
    await startPair(place, 'case/1', '2026-09-18')
    const seenBy = (unit: string) =>
      database.read({ jurisdiction: place, account: 'a', unit, reach: 'unit' }, (db) =>
        findClocksOf(db, 'case/1'),
      )
    expect(await seenBy('housing')).toHaveLength(2)
    expect(await seenBy('water')).toHaveLength(0)
    expect(await inside(freshPlace(), (db) => findClock(db, 'case/1/statutory'))).toBeUndefined()
  })
})

describe('the sweep', () => {
  test('any number of sweepers fire every rung exactly once, at the legal instant, after a week in which nobody looked', async () => {
    const place = freshPlace()
    const count = 240
    const clocks = Array.from({ length: count }, (_, number) => ({
      id: `c${number}`,
      subject: `case/${number}`,
      terms: statutory(`2026-09-${String(14 + (number % 5)).padStart(2, '0')}`),
    }))
    await inside(place, (db) => startClocks(db, clocks, by('2026-09-18')))
    const fired: Fired[] = []
    const now = at('2026-10-30')
    const sweeps = await Promise.all(
      Array.from({ length: 5 }, () =>
        sweepClocks(database, place, {
          now,
          batch: 17,
          onFired: async (_db, some) => void fired.push(...some),
        }),
      ),
    )
    expect(sweeps.reduce((sum, { expired }) => sum + expired, 0)).toBe(count)
    expect(sweeps.reduce((sum, { warned }) => sum + warned, 0)).toBe(count)
    expect(
      new Set(fired.filter(({ event }) => event.type === 'ClockExpired').map(({ clock }) => clock.id)).size,
    ).toBe(count)
    for (const { id, dueAt, expiredAt, status } of await inside(place, (db) => findClocksOf(db, 'case/4'))) {
      expect([id, status, expiredAt]).toEqual(['c4', 'expired', dueAt])
    }
    const stream = await inside(place, (db) => readStream(db, 'clock/c4'))
    expect(stream.map(({ type, occurredAt, recordedAt }) => [type, occurredAt, recordedAt])).toEqual([
      ['ClockStarted', at('2026-09-18'), at('2026-09-18')],
      ['ClockWarned', instant('2026-10-21'), now],
      ['ClockExpired', instant('2026-10-23'), now],
    ])
    expect(await sweepClocks(database, place, { now: at('2026-11-30') })).toMatchObject({
      warned: 0,
      expired: 0,
    })
  })

  test('does nothing one second early, and nothing to what is suspended or done', async () => {
    const place = freshPlace()
    for (const subject of ['case/1', 'case/2', 'case/3']) await startPair(place, subject, '2026-09-18')
    await inside(place, (db) =>
      suspendClocks(db, 'case/2', { from: '2026-09-21', ground: 'test', document: 'x' }, by('2026-09-21')),
    )
    await inside(place, (db) => stopClocks(db, 'case/3', 'granted', by('2026-09-21')))
    const due = instant('2026-10-10')
    expect(await sweepClocks(database, place, { now: due - 1000 })).toMatchObject({ expired: 0, warned: 1 })
    expect(await sweepClocks(database, place, { now: due })).toMatchObject({
      expired: 1,
      warned: 0,
      latest: 0,
    })
  })

  test('a sweep whose consequences fail leaves everything to be fired again', async () => {
    const place = freshPlace()
    await startPair(place, 'case/1', '2026-09-18')
    const now = at('2026-10-30')
    const broken = sweepClocks(database, place, { now, onFired: () => Promise.reject(new Error('no card')) })
    await expect(broken).rejects.toThrow('no card')
    expect(await sweepClocks(database, place, { now })).toMatchObject({ expired: 2, warned: 2 })
  })

  test('a running sweeper finds work in every jurisdiction and stops when told', async () => {
    const [one, other] = [freshPlace(), freshPlace()]
    await startPair(one, 'case/1', '2026-09-18')
    await startPair(other, 'case/1', '2026-09-18')
    const seen = new Set<string>()
    await new Promise<void>((resolve, reject) => {
      const sweeper = runSweeper(database, {
        now: () => at('2026-10-30'),
        everyMs: 20,
        failed: reject,
        swept: (jurisdiction) => {
          seen.add(jurisdiction)
          if (seen.has(one) && seen.has(other)) void sweeper.close().then(resolve)
        },
      })
    })
    const states = await inside(one, (db) => findClocksOf(db, 'case/1'))
    expect(states.map(({ status }) => status)).toEqual(['expired', 'expired'])
  })

  test('a promise that ran out stays so while the law’s clock is suspended', async () => {
    const place = freshPlace()
    await startPair(place, 'case/1', '2026-09-18')
    await sweepClocks(database, place, { now: at('2026-10-12') })
    await inside(place, (db) =>
      suspendClocks(db, 'case/1', { from: '2026-10-13', ground: 'test', document: 'x' }, by('2026-10-13')),
    )
    const clocks = await inside(place, (db) => findClocksOf(db, 'case/1'))
    expect(clocks.map(({ kind, status }) => [kind, status]).sort()).toEqual([
      ['committed', 'expired'],
      ['statutory', 'suspended'],
    ])
  })
})

describe('a notice that is loaded later', () => {
  test('moves every open clock it concerns, says why, and leaves closed ones alone', async () => {
    const place = freshPlace()
    await startPair(place, 'case/open', '2026-12-20', '2026-12-20')
    await startPair(place, 'case/early', '2026-09-18')
    await startPair(place, 'case/done', '2026-12-20', '2026-12-20')
    await inside(place, (db) => stopClocks(db, 'case/done', 'granted', by('2026-12-22')))
    const before = await inside(place, (db) => findClocksOf(db, 'case/open'))
    expect(before.map(({ dueAt, provisional }) => [dueAt, provisional])).toEqual([
      [instant('2027-01-02'), true],
      [instant('2027-01-16'), true],
    ])
    const result = await loadNoticeAndReproject(database, place, {
      notice: notice2027,
      loadedBy: 'admin',
      now: at('2026-12-23'),
    })
    expect(result).toEqual({ open: 4, changed: 2 })
    const after = await inside(place, (db) => findClocksOf(db, 'case/open'))
    expect(after.map(({ dueAt, provisional }) => [dueAt, provisional])).toEqual([
      [instant('2027-01-01'), false],
      [instant('2027-01-16'), false],
    ])
    const journal = (
      await inside(place, async (db) => [
        ...(await readStream(db, 'clock-moves/cn/1')),
        ...(await readStream(db, 'clock-moves/cn/2')),
      ])
    ).flatMap(({ payload }) => [payload])
    expect(journal).toMatchObject([
      {
        title: notice2027.title,
        moves: [
          { clock: 'case/open/committed', from: instant('2027-01-02'), to: instant('2027-01-01') },
          { clock: 'case/open/statutory', from: instant('2027-01-16'), to: instant('2027-01-16') },
        ],
      },
    ])
  })

  test('a provisional end is nobody’s end: it does not expire until the notice is there, and then at its legal instant', async () => {
    const place = freshPlace()
    await startPair(place, 'case/1', '2026-12-20', '2026-12-20')
    const now = at('2027-02-20')
    expect(await sweepClocks(database, place, { now })).toMatchObject({ expired: 0 })
    expect(await inside(place, (db) => countHeldClocks(db, now))).toBe(2)
    await loadNoticeAndReproject(database, place, { notice: notice2027, loadedBy: 'admin', now })
    expect(await sweepClocks(database, place, { now: now + 1 })).toMatchObject({ expired: 2 })
    const [clock] = await inside(place, (db) => findClocksOf(db, 'case/1'))
    expect(clock).toMatchObject({ status: 'expired', expiredAt: instant('2027-01-01') })
  })

  test('is told to those who must tell the parties, in the transaction that moves the dates', async () => {
    const place = freshPlace()
    await startPair(place, 'case/1', '2027-01-25', '2027-01-25')
    const told: string[] = []
    const load = { notice: notice2027, loadedBy: 'admin', now: at('2027-01-26') }
    await loadNoticeAndReproject(database, place, load, {
      onMoved: async (_db, moved) =>
        void told.push(...moved.map(({ clock, later }) => `${clock.kind} ${later}`)),
    })
    expect(told.sort()).toEqual(['committed true', 'statutory true'])
  })

  test('work that was broken off is finished by the next start, and by no one twice', async () => {
    const place = freshPlace()
    await startPair(place, 'case/1', '2026-12-20', '2026-12-20')
    await inside(place, (db) =>
      loadNotice(db, { notice: notice2027, loadedBy: 'admin', now: at('2026-12-23') }),
    )
    await finishEveryReprojection(database, at('2026-12-24'))
    const [clock] = await inside(place, (db) => findClocksOf(db, 'case/1'))
    expect(clock).toMatchObject({ dueAt: instant('2027-01-01'), provisional: false })
    expect(clock?.moves).toHaveLength(1)
    await finishReprojections(database, place, at('2026-12-25'))
    const [again] = await inside(place, (db) => findClocksOf(db, 'case/1'))
    expect(again?.moves).toHaveLength(1)
  })

  test('whoever starts a clock while a notice is loaded gets the new calendar or is moved by it', async () => {
    const place = freshPlace()
    const starts = Array.from({ length: 20 }, (_, number) =>
      startPair(place, `case/${number}`, '2026-12-20', '2026-12-20'),
    )
    const load = loadNoticeAndReproject(
      database,
      place,
      { notice: notice2027, loadedBy: 'admin', now: at('2026-12-21') },
      { batch: 3 },
    )
    await Promise.all([...starts, load])
    for (let number = 0; number < 20; number++) {
      const clocks = await inside(place, (db) => findClocksOf(db, `case/${number}`))
      expect(clocks.map(({ provisional }) => provisional)).toEqual([false, false])
    }
  })

  test.each([
    ['loaded twice', [notice2027, notice2027], 'calendar.notice-known'],
    [
      'with a year missing before it',
      [{ ...notice2027, year: 2028, title: '2028' }],
      'calendar.notice-not-alone',
    ],
    [
      'that names an impossible day',
      [{ ...notice2027, holidays: [{ name: '元旦', off: '2027-02-30' }] }],
      'calendar.notice-invalid',
    ],
  ])('is refused when %s', async (_, notices, code) => {
    const place = freshPlace()
    const loading = inside(place, async (db) => {
      for (const notice of notices) await loadNotice(db, { notice, loadedBy: 'admin', now: at('2026-11-05') })
    })
    await expect(loading).rejects.toMatchObject({ code })
  })
})

test('a calendar file of a town is loaded, used, and moved by its next edition', async () => {
  const place = freshPlace()
  const load = (csv: string, now: string) => ({
    calendar: 'town',
    title: 'Town',
    csv,
    loadedBy: 'admin',
    now: at(now),
  })
  await inside(place, (db) =>
    loadCalendarFile(db, load('date,name,kind\n2026-03-03,Fair,off\n', '2026-03-01')),
  )
  const terms = statutory('2026-03-02', { calendar: 'town', limit: parseLimit('3W') })
  await inside(place, (db) => startClocks(db, [{ id: 'c1', subject: 'case/1', terms }], by('2026-03-02')))
  expect(await inside(place, (db) => findClock(db, 'c1'))).toMatchObject({
    dueAt: instant('2026-03-07'),
    provisional: false,
  })
  await loadFileAndReproject(
    database,
    place,
    load('date,name,kind\n2026-03-04,Fair,off\n2026-03-05,Fair,off\n', '2026-03-02'),
  )
  expect(await inside(place, (db) => findClock(db, 'c1'))).toMatchObject({ dueAt: instant('2026-03-10') })
  await expect(
    inside(place, (db) =>
      loadCalendarFile(db, { ...load('date,name,kind\n', '2026-03-02'), calendar: 'cn' }),
    ),
  ).rejects.toMatchObject({
    code: 'calendar.national',
  })
})

test('the explanation of a stored clock goes back to what was known at any moment', async () => {
  const place = freshPlace()
  await startPair(place, 'case/1', '2026-12-20', '2026-12-20')
  await loadNoticeAndReproject(database, place, {
    notice: notice2027,
    loadedBy: 'admin',
    now: at('2026-12-23'),
  })
  const asOf = (text: string) =>
    inside(place, (db) => explainClock(db, 'case/1/committed', { asOf: at(text) }))
  expect((await asOf('2026-12-22')).answer).toMatchObject({ due: '2027-01-01', provisional: true })
  const now = await inside(place, (db) => explainClock(db, 'case/1/committed'))
  expect(now.answer).toMatchObject({ due: '2026-12-31', provisional: false })
  expect(now.changes).toHaveLength(1)
  expect(now.changes[0]?.why.zh).toContain('2027年')
  expect(
    now.chain.some(
      ({ day, kind, notice }) => day === '2026-12-27' && kind === 'counted' && notice?.title.includes('2027'),
    ),
  ).toBe(true)
  await expect(asOf('2026-12-01')).rejects.toMatchObject({ code: 'clock.unknown' })
})

test('the list of clocks is what the ledger says', async () => {
  const place = freshPlace()
  for (const subject of ['case/1', 'case/2', 'case/3'])
    await startPair(place, subject, '2026-12-14', '2026-12-14')
  const hearing = { from: '2026-12-15', ground: 'hearing', document: 'x' }
  await inside(place, (db) => suspendClocks(db, 'case/1', hearing, by('2026-12-15')))
  await inside(place, (db) =>
    resumeClocks(db, 'case/1', { to: '2026-12-16', document: 'y' }, by('2026-12-16')),
  )
  await inside(place, (db) => stopClocks(db, 'case/2', 'granted', by('2026-12-17')))
  await loadNoticeAndReproject(database, place, {
    notice: notice2027,
    loadedBy: 'admin',
    now: at('2026-12-23'),
  })
  await sweepClocks(database, place, { now: at('2027-01-05') })
  const tables = await compareRebuilt(database, place, [clockList, calendarEditions])
  expect(tables.map(({ table, rowsBefore, identical }) => [table, rowsBefore, identical])).toEqual([
    ['calendar_edition', 1, true],
    ['clock', 6, true],
  ])
})
