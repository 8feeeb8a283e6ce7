import { expect, test } from 'vitest'
import { type ClockTerms, parseLimit, statutoryTerms } from '#engines/clocks/index.ts'
import {
  clockList,
  explainClock,
  extendClock,
  findClock,
  findClocksOf,
  startClocks,
  stopClocks,
  suspendClocks,
  sweepClocks,
} from '#engines/clocks/stored/index.ts'
import { compareRebuilt, readStream } from '#engines/ledger/index.ts'
import type { Db } from '#kernel/sql.ts'
import { testDatabase } from '#test/database/index.ts'

const database = await testDatabase()
const at = (text: string) => Date.parse(`${text}T10:00:00+08:00`)
const midnightAfter = (day: string) => Date.parse(`${day}T24:00:00+08:00`)
const by = (actor: string, day: string) => ({ actor, now: at(day) })

const within = (jurisdiction: string) => (work: (db: Db) => Promise<unknown>) =>
  database.transaction({ jurisdiction, reach: 'jurisdiction' }, work)

const licence = (from: string, more: Partial<ClockTerms> = {}): ClockTerms => ({
  ...statutoryTerms('XK-04', { from, handlingUnit: 'housing', warnBefore: parseLimit('2W') }),
  ...more,
})

test('[CASE-07] each step of a matter has its share of the limit, ends are warned of, and no clock is restarted or stopped without a lawful ground', async () => {
  const inOffice = within('510101')
  const subject = 'case/2026-7'
  await inOffice((db) =>
    startClocks(
      db,
      [
        { id: `${subject}/law`, subject, terms: licence('2026-09-18') },
        {
          id: `${subject}/review`,
          subject,
          terms: licence('2026-09-18', { kind: 'step', limit: parseLimit('5W') }),
        },
      ],
      by('clerk', '2026-09-18'),
    ),
  )
  const clocks = await database.read({ jurisdiction: '510101', reach: 'jurisdiction' }, (db) =>
    findClocksOf(db, subject),
  )
  expect(clocks.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
    ['step', midnightAfter('2026-09-24')],
    ['statutory', midnightAfter('2026-10-22')],
  ])

  const warned: string[] = []
  await sweepClocks(database, '510101', {
    now: at('2026-09-24'),
    onFired: async (_db, fired) =>
      void warned.push(...fired.map(({ clock, event }) => `${clock.kind} ${event.type}`)),
  })
  expect(warned).toEqual(['step ClockWarned'])

  const busy = { from: '2026-09-25', ground: 'busy', document: '内部〔2026〕1号' }
  await expect(
    inOffice((db) => suspendClocks(db, subject, busy, by('clerk', '2026-09-24'))),
  ).rejects.toMatchObject({
    code: 'suspension.ground-not-listed',
  })
  await inOffice((db) => stopClocks(db, subject, 'returned', by('clerk', '2026-09-24')))
  const reopened = [{ id: `${subject}/law`, subject, terms: licence('2026-09-24') }]
  await expect(inOffice((db) => startClocks(db, reopened, by('clerk', '2026-09-24')))).rejects.toMatchObject({
    code: 'clock.exists',
  })
  await expect(
    inOffice((db) => extendClock(db, `${subject}/law`, EXTENSION, by('clerk', '2026-09-24'))),
  ).rejects.toMatchObject({
    code: 'clock.not-running',
  })
})

const EXTENSION = {
  by: parseLimit('10W'),
  approver: 'director',
  approverUnit: 'bureau-office',
  reason: '案情复杂，需要补充勘验',
  notice: { document: '延期告知〔2026〕3号', deliveredAt: at('2026-10-12') },
}

test('[CASE-10] a limit is extended once, before its end, by someone above the unit, with a served notice; anything else is refused or shown as defective', async () => {
  const inOffice = within('510102')
  const start = (id: string) =>
    inOffice((db) =>
      startClocks(db, [{ id, subject: id, terms: licence('2026-09-18') }], by('clerk', '2026-09-18')),
    )
  for (const id of ['a', 'b', 'c']) await start(id)

  const extend = (id: string, asked: Partial<typeof EXTENSION>, day: string) =>
    inOffice((db) => extendClock(db, id, { ...EXTENSION, ...asked }, by('director', day)))

  await expect(extend('a', { approverUnit: 'housing' }, '2026-10-12')).rejects.toMatchObject({
    code: 'extension.self-approved',
  })
  await expect(extend('a', { by: parseLimit('15W') }, '2026-10-12')).rejects.toMatchObject({
    code: 'extension.too-long',
  })
  await extend('a', {}, '2026-10-12')
  await expect(extend('a', {}, '2026-10-13')).rejects.toMatchObject({ code: 'extension.already-granted' })
  await expect(extend('b', {}, '2026-10-23')).rejects.toMatchObject({ code: 'clock.expired' })
  await extend('c', { notice: undefined }, '2026-10-12')

  const find = (id: string) =>
    database.read({ jurisdiction: '510102', reach: 'jurisdiction' }, async (db) => ({
      clock: await findClock(db, id),
      why: await explainClock(db, id),
      events: await readStream(db, `clock/${id}`),
    }))
  const [good, late, unproved] = [await find('a'), await find('b'), await find('c')]
  expect(good.clock).toMatchObject({ dueAt: midnightAfter('2026-11-05'), defects: 0 })
  expect(good.why.chain.at(-1)).toMatchObject({ day: '2026-11-05', extension: true })
  expect(late.clock).toMatchObject({ dueAt: midnightAfter('2026-10-22') })
  expect(late.events).toHaveLength(1)
  expect(unproved.clock).toMatchObject({ defects: 1 })
  expect(unproved.why.defects).toEqual(['noticeMissing'])
  expect((await compareRebuilt(database, '510102', [clockList])).every(({ identical }) => identical)).toBe(
    true,
  )
})
