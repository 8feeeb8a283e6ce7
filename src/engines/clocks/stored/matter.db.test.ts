import { describe, expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import type { Db } from '#kernel/sql.ts'
import { testDatabase } from '#test/database/index.ts'
import { parseLimit, statutoryTerms } from '../index.ts'
import {
  assignClocks,
  type ClockRow,
  clockList,
  explainClock,
  extendClocks,
  findClocksOf,
  findRunningClocks,
  findSuspendedClocks,
  resumeClocks,
  startClocks,
  startLimits,
  stopClock,
  stopClocks,
  suspendClocks,
  sweepClocks,
} from './index.ts'

const database = await testDatabase()
let places = 0
const freshPlace = () => `5200${String(++places).padStart(2, '0')}`
const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`)
/** 24:00 of a day. */
const endOf = (day: string) => Date.parse(`${day}T24:00:00+08:00`)
const by = (day: string) => ({ actor: 'clerk-1', now: at(day) })

const inside = <T>(jurisdiction: string, work: (db: Db) => Promise<T>) =>
  database.transaction({ jurisdiction, reach: 'jurisdiction' }, work)

const owner = { post: 'housing/licences', holder: 'zhang', backup: 'li' }

/** Accepted on 2026-09-18: the law gives until 2026-10-22, the promise until 2026-10-09. */
const startCase = (place: string, subject = 'case/1', unit = 'housing') =>
  inside(place, (db) =>
    startLimits(
      db,
      {
        ...{ subject, rule: 'XK-04', from: at('2026-09-18'), handlingUnit: unit, owner },
        ...{ committed: parseLimit('10W'), warnBefore: parseLimit('2W') },
        rungs: [{ colour: 'red', of: 'statutory', after: parseLimit('1W') }],
      },
      by('2026-09-18'),
    ),
  )

const extension = { by: parseLimit('5W'), approver: 'director', approverUnit: 'bureau', reason: '案情复杂' }
const hearing = { from: '2026-10-12', ground: 'hearing', document: '中止〔2026〕8号' }
const byName = (clocks: readonly ClockRow[]) =>
  Object.fromEntries(clocks.map((clock) => [clock.id.split('/').slice(3).join('/'), clock]))
const clocksOf = async (place: string, subject = 'case/1') =>
  byName(await inside(place, (db) => findClocksOf(db, subject)))

describe('the clocks of one matter', () => {
  test('start together: the law, the promise and the rung behind the law, with who answers for them', async () => {
    const place = freshPlace()
    const started = byName(await startCase(place))
    expect(Object.keys(started)).toEqual(['statutory', 'committed', 'red/statutory+1W'])
    expect(started['statutory']).toMatchObject({
      dueAt: endOf('2026-10-22'),
      warnAt: endOf('2026-10-20'),
      ...owner,
    })
    expect(started['committed']).toMatchObject({ dueAt: endOf('2026-10-09'), rung: null, ...owner })
    expect(started['red/statutory+1W']).toMatchObject({
      dueAt: endOf('2026-10-23'),
      rung: 'red',
      warnAt: null,
    })
    const why = await inside(place, (db) => explainClock(db, 'case/1/XK-04/red/statutory+1W'))
    expect(why.answer.reasons.map(({ code }) => code)).toContain('rung')
    expect(why.chain.at(-1)).toMatchObject({ day: '2026-10-23', kind: 'counted', extension: false })
  })

  test.each([
    ['a promise longer than the law', { committed: parseLimit('21W') }, 'commitment.longer-than-statutory'],
    ['a rule nobody knows', { rule: 'XK-99' }, 'rule.unknown'],
    ['a rule that still has to be checked', { rule: 'XK-19' }, 'rule.switched-off'],
  ])('do not start under %s, and nothing is stored', async (_, more, code) => {
    const place = freshPlace()
    const given = { subject: 'case/1', rule: 'XK-04', from: '2026-09-18', handlingUnit: 'housing', ...more }
    await expect(inside(place, (db) => startLimits(db, given, by('2026-09-18')))).rejects.toMatchObject({
      code,
    })
    expect(await clocksOf(place)).toEqual({})
  })

  test('are extended alike by the approved days; a promise that ran out stays broken', async () => {
    const place = freshPlace()
    await startCase(place)
    await startCase(place, 'case/2')
    await inside(place, (db) => extendClocks(db, 'case/1', extension, by('2026-09-28')))
    expect(await clocksOf(place)).toMatchObject({
      statutory: { dueAt: endOf('2026-10-29') },
      committed: { dueAt: endOf('2026-10-15') },
      'red/statutory+1W': { dueAt: endOf('2026-10-30') },
    })
    await inside(place, (db) => extendClocks(db, 'case/2', extension, by('2026-10-12')))
    expect(await clocksOf(place, 'case/2')).toMatchObject({
      statutory: { dueAt: endOf('2026-10-29') },
      committed: { dueAt: endOf('2026-10-09') },
    })
    await expect(
      inside(place, (db) => extendClocks(db, 'case/2', extension, by('2026-10-13'))),
    ).rejects.toMatchObject({ code: 'extension.already-granted' })
  })

  test('stand still and go on together, though nobody noticed yet that the promise has run out', async () => {
    const place = freshPlace()
    await startCase(place)
    await inside(place, (db) => suspendClocks(db, 'case/1', hearing, by('2026-10-12')))
    expect(await clocksOf(place)).toMatchObject({
      statutory: { status: 'suspended', dueAt: null },
      committed: { status: 'open', dueAt: endOf('2026-10-09') },
      'red/statutory+1W': { status: 'suspended' },
    })
    expect(await sweepClocks(database, place, { now: at('2026-10-12') })).toMatchObject({ expired: 1 })
    const resumed = { to: '2026-10-14', document: '恢复〔2026〕3号' }
    await inside(place, (db) => resumeClocks(db, 'case/1', resumed, by('2026-10-14')))
    expect(await clocksOf(place)).toMatchObject({
      statutory: { status: 'open', dueAt: endOf('2026-10-27') },
      committed: { status: 'expired', expiredAt: endOf('2026-10-09') },
      'red/statutory+1W': { dueAt: endOf('2026-10-28') },
    })
    await expect(
      inside(place, (db) => resumeClocks(db, 'case/1', resumed, by('2026-10-15'))),
    ).rejects.toMatchObject({ code: 'clock.not-suspended' })
  })

  test('do not stand still any more once the law’s limit has run out, though a rung is still ahead', async () => {
    const place = freshPlace()
    await startCase(place)
    const late = { ...hearing, from: '2026-10-23' }
    for (const asked of [
      (db: Db) => suspendClocks(db, 'case/1', late, by('2026-10-23')),
      (db: Db) => extendClocks(db, 'case/1', extension, by('2026-10-23')),
    ]) {
      await expect(inside(place, asked)).rejects.toMatchObject({ code: 'clock.expired' })
    }
    expect(await clocksOf(place)).toMatchObject({ 'red/statutory+1W': { status: 'open' } })
  })

  test('fire warning, end and rung once each at their instants, and only the law’s own end has an effect in law', async () => {
    const place = freshPlace()
    await inside(place, (db) =>
      startLimits(
        db,
        {
          ...{ subject: 'case/1', rule: 'XK-02', from: '2026-09-18', handlingUnit: 'housing' },
          ...{ committed: parseLimit('2W'), warnBefore: parseLimit('1W') },
          rungs: [{ colour: 'yellow', of: 'committed', after: parseLimit('1W') }],
        },
        by('2026-09-18'),
      ),
    )
    const fired: string[] = []
    for (const now of [at('2026-10-12'), at('2026-10-13')]) {
      await sweepClocks(database, place, {
        now,
        onFired: async (_db, all) => {
          for (const { clock, event } of all) {
            const what = event.type === 'ClockExpired' ? event.effect : 'warning'
            fired.push(`${clock.rung ?? clock.kind} ${what} ${new Date(event.at).toISOString().slice(0, 10)}`)
          }
        },
      })
    }
    expect(fired.sort()).toEqual([
      'committed event 2026-09-21',
      'committed warning 2026-09-20',
      'statutory deemedAccepted 2026-09-24',
      'statutory warning 2026-09-23',
      'yellow event 2026-09-22',
    ])
  })

  test('are handed over to another post together, and done clocks are nobody’s any more', async () => {
    const place = freshPlace()
    await startCase(place)
    const next = { post: 'housing/licences', holder: 'li', backup: 'wang' }
    await inside(place, (db) => assignClocks(db, 'case/1', next, by('2026-09-21')))
    const after = Object.values(await clocksOf(place))
    expect(after.every(({ holder, backup }) => holder === 'li' && backup === 'wang')).toBe(true)
    expect(after.map(({ dueAt }) => dueAt).sort()).toEqual(
      ['2026-10-09', '2026-10-22', '2026-10-23'].map(endOf),
    )
    await inside(place, (db) => assignClocks(db, 'case/1', next, by('2026-09-22')))
    expect(Object.values(await clocksOf(place)).every(({ version }) => version === 2)).toBe(true)
    await inside(place, (db) => stopClocks(db, 'case/1', 'granted', by('2026-09-23')))
    expect(await inside(place, (db) => assignClocks(db, 'case/1', owner, by('2026-09-24')))).toEqual([])
  })

  test('one step stops by itself and twice is once', async () => {
    const place = freshPlace()
    await startCase(place)
    const [clock] = await inside(place, (db) => findClocksOf(db, 'case/1'))
    const id = clock?.id ?? ''
    for (const day of ['2026-09-21', '2026-09-22'])
      await inside(place, (db) => stopClock(db, id, 'done', by(day)))
    expect(await clocksOf(place)).toMatchObject({
      committed: { status: 'stopped', stoppedAt: at('2026-09-21'), version: 2 },
      statutory: { status: 'open' },
    })
    await expect(
      inside(place, (db) => stopClock(db, 'nobody', 'done', by('2026-09-22'))),
    ).rejects.toMatchObject({ code: 'clock.unknown' })
  })
})

describe('the clocks of a unit', () => {
  test('come sooner first, page by page, without rungs and without what stands still or is done', async () => {
    const place = freshPlace()
    for (const number of [1, 2, 3, 4]) await startCase(place, `case/${number}`)
    await startCase(place, 'case/5', 'water')
    await inside(place, (db) => stopClocks(db, 'case/3', 'granted', by('2026-09-21')))
    const suspension = { ...hearing, from: '2026-09-21' }
    await inside(place, (db) => suspendClocks(db, 'case/4', suspension, by('2026-09-21')))
    const ids = (rows: readonly ClockRow[]) => rows.map(({ id }) => id.replace('/XK-04', ''))
    const first = await inside(place, (db) => findRunningClocks(db, { unit: 'housing', limit: 3 }))
    expect(ids(first)).toEqual(['case/1/committed', 'case/2/committed', 'case/1/statutory'])
    const last = first.at(-1)
    const after = { dueAt: last?.dueAt ?? 0, id: last?.id ?? '' }
    const second = await inside(place, (db) => findRunningClocks(db, { unit: 'housing', after, limit: 3 }))
    expect(ids(second)).toEqual(['case/2/statutory'])
    const still = await inside(place, (db) => findSuspendedClocks(db, { unit: 'housing', limit: 9 }))
    expect(ids(still)).toEqual(['case/4/committed', 'case/4/statutory'])
  })

  test('a clock beside them whose own rule knows no suspension goes on, and refuses nothing', async () => {
    const place = freshPlace()
    await startCase(place)
    const terms = statutoryTerms('XK-08', { from: at('2026-09-18'), handlingUnit: 'housing' })
    const request = {
      id: 'case/1/XK-08/request',
      subject: 'case/1',
      terms: { ...terms, kind: 'other' as const },
    }
    await inside(place, (db) => startClocks(db, [request], by('2026-09-18')))
    await inside(place, (db) =>
      suspendClocks(db, 'case/1', { ...hearing, from: '2026-09-21' }, by('2026-09-21')),
    )
    const { request: goesOn, statutory } = await clocksOf(place)
    expect([goesOn?.status, statutory?.status]).toEqual(['open', 'suspended'])
  })

  test('an account finds those of its own post and those it stands in for', async () => {
    const place = freshPlace()
    for (const number of [1, 2, 3]) await startCase(place, `case/${number}`)
    await inside(place, (db) => assignClocks(db, 'case/2', { post: 'p', holder: 'li' }, by('2026-09-21')))
    await inside(place, (db) => assignClocks(db, 'case/3', { post: 'p', holder: 'wang' }, by('2026-09-21')))
    const found = await inside(place, (db) =>
      findRunningClocks(db, { unit: 'housing', account: 'li', limit: 9 }),
    )
    expect([...new Set(found.map(({ subject }) => subject))].sort()).toEqual(['case/1', 'case/2'])
  })
})

test('the list with owners and rungs is what the ledger says', async () => {
  const place = freshPlace()
  await startCase(place)
  await inside(place, (db) => startClocks(db, [], by('2026-09-18')))
  await inside(place, (db) => assignClocks(db, 'case/1', { post: 'p', holder: 'li' }, by('2026-09-21')))
  await inside(place, (db) => extendClocks(db, 'case/1', extension, by('2026-09-28')))
  await sweepClocks(database, place, { now: at('2026-11-09') })
  const [table] = await compareRebuilt(database, place, [clockList])
  expect(table).toMatchObject({ table: 'clock', rowsBefore: 3, identical: true })
})
