import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { projections } from '#src/projections.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { NOON, openOffice } from '#test/http/office.ts'
import type { ItemContent } from './contract.ts'
import { soundItem } from './gate/sound-item.ts'
import { catalogueRoutes, itemForDay, itemVersion } from './index.ts'

const office = await openOffice({
  routes: (database) => catalogueRoutes({ database, countOpenCases: async () => [{ version: 1, cases: 3 }] }),
})
const { app, database } = office
const DAY = 86_400_000
const ITEM = 'food-business'
let head = await office.signIn('wang.fang')
let supervisor = await office.signIn('zhang.min')

const draft = (item: string, content: ItemContent, headers = {}) =>
  head.send('PUT', `/api/catalogue/drafts/${item}`, { content }, headers)
const publish = (item: string, from: string, headers = {}) =>
  supervisor.send('POST', `/api/catalogue/items/${item}/versions`, { from }, headers)
const guide = (item: string, headers = {}) => app.inject({ url: `/api/catalogue/items/${item}`, headers })
const slower: ItemContent = {
  ...soundItem,
  limits: { ...soundItem.limits, committed: { length: 12, unit: 'workingDays' } },
}
const read = <T>(work: (db: Parameters<Parameters<typeof database.read>[1]>[0]) => Promise<T>) =>
  database.read({ jurisdiction: DEMO_JURISDICTION }, work)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (isRefusal(error) ? error.code : String(error)),
  )

describe('an item', () => {
  test('[ITEM-10] is not published until the guide has all ten elements, and says which one is missing', async () => {
    const without = { ...soundItem, discipline: [], samples: [] }
    const saved = await draft(ITEM, without)
    expect(saved.statusCode).toBe(200)
    expect(saved.json().findings.map(({ place }: { place: string }) => place)).toEqual([
      'samples',
      'discipline',
    ])
    const refused = await publish(ITEM, '2026-03-03')
    expect(refused.json()).toMatchObject({
      code: 'catalogue.not-ready',
      details: { count: 2, place: 'samples' },
    })
    expect((await guide(ITEM)).statusCode).toBe(404)
  })

  test('is drafted by the head of its unit, and published by somebody else for a later day', async () => {
    expect(
      (await supervisor.send('PUT', `/api/catalogue/drafts/${ITEM}`, { content: soundItem })).statusCode,
    ).toBe(403)
    expect((await draft(ITEM, soundItem)).json().findings).toEqual([])
    expect(
      (await head.send('POST', `/api/catalogue/items/${ITEM}/versions`, { from: '2026-03-03' })).statusCode,
    ).toBe(403)
    expect((await publish(ITEM, '2026-03-02')).json().code).toBe('catalogue.not-before-today')
    const published = await publish(ITEM, '2026-03-03')
    expect(published.json()).toMatchObject({
      item: ITEM,
      version: 1,
      unit: 'planning',
      from: '2026-03-03',
      until: null,
    })
    expect((await publish(ITEM, '2026-03-04')).json().code).toBe('catalogue.no-draft')
  })

  test('no case is opened before the day from which the item is in force', async () => {
    expect(await codeOf(read((db) => itemForDay(db, ITEM, day('2026-03-02'))))).toBe(
      'catalogue.not-yet-in-force',
    )
    expect((await guide(ITEM)).json()).toMatchObject({ standing: { state: 'upcoming' } })
    office.now = NOON + DAY
    // Yesterday's sessions have ended.
    head = await office.signIn('wang.fang')
    supervisor = await office.signIn('zhang.min')
    const shown = await guide(ITEM)
    expect(shown.json()).toMatchObject({
      standing: { state: 'inForce' },
      guide: { version: 1, content: { name: soundItem.name } },
    })
    const again = await guide(ITEM, { 'if-none-match': String(shown.headers['etag']) })
    expect(again.statusCode).toBe(304)
  })

  test('[ITEM-09] changes by a new version from a day on, and a running case keeps the one it was accepted under', async () => {
    const drafted = await draft(ITEM, slower)
    const found = drafted.json().findings as { check: string; level: string }[]
    expect(found.map(({ check, level }) => [check, level])).toEqual([['IC-16', 'warning']])
    const stale = await draft(ITEM, slower, { 'if-match': '"1"' })
    expect(stale.statusCode).toBe(412)
    expect((await publish(ITEM, '2026-03-10')).json().version).toBe(2)
    const [first, second] = await read(async (db) => [
      await itemForDay(db, ITEM, day('2026-03-09')),
      await itemForDay(db, ITEM, day('2026-03-10')),
    ])
    expect([first?.version, second?.version]).toEqual([1, 2])
    const pinned = await read((db) => itemVersion(db, ITEM, 1))
    expect(pinned.content).toEqual(soundItem)
    const versions = (await app.inject(`/api/catalogue/items/${ITEM}/versions`)).json().rows
    expect(
      versions.map(({ version, until }: { version: number; until: string }) => [version, until]),
    ).toEqual([
      [2, null],
      [1, '2026-03-10'],
    ])
    const impact = (await supervisor.get(`/api/catalogue/items/${ITEM}/impact`)).json()
    expect(impact.rows.map(({ openCases }: { openCases: number }) => openCases)).toEqual([0, 3])
  })

  test('[ITEM-14] is not published with a promise slower than the law', async () => {
    const slow = {
      ...soundItem,
      limits: { ...soundItem.limits, committed: { length: 21, unit: 'workingDays' } },
    }
    const saved = await draft('too-slow', slow as ItemContent)
    expect(saved.json().findings).toContainEqual(
      expect.objectContaining({ check: 'IC-01', level: 'blocking' }),
    )
    expect((await publish('too-slow', '2026-04-01')).json().code).toBe('catalogue.not-ready')
  })

  test('[ITEM-15] is not published with an entry such as "other materials"', async () => {
    const [first, ...others] = soundItem.materials
    const open = { ...soundItem, materials: [{ ...first, name: { zh: '其他相关材料', en: '' } }, ...others] }
    await draft('open-list', open as ItemContent)
    expect((await publish('open-list', '2026-04-01')).json()).toMatchObject({
      code: 'catalogue.not-ready',
      details: { check: 'IC-07', place: 'materials.0.name' },
    })
  })

  test('[ITEM-11] is not published on a law that is repealed on the day it takes effect', async () => {
    const basis = soundItem.basis.map((one) => ({ ...one, repealedFrom: '2026-03-20' }))
    await draft('old-law', { ...soundItem, basis })
    expect((await publish('old-law', '2026-03-20')).json()).toMatchObject({ details: { check: 'IC-12' } })
    expect((await publish('old-law', '2026-03-19')).statusCode).toBe(200)
  })

  test('suspended takes no new case from that day, resumed it does, and says why', async () => {
    const why = { reason: '系统切换', document: '青禾政发〔2026〕3号' }
    const send = (what: string, from: string) =>
      supervisor.send('POST', `/api/catalogue/items/${ITEM}/${what}`, { from, ...why })
    expect((await send('suspension', '2026-03-03')).json().code).toBe('catalogue.not-before-today')
    expect((await send('suspension', '2026-03-12')).json()).toMatchObject({
      state: 'suspended',
      since: '2026-03-12',
    })
    expect((await send('suspension', '2026-03-13')).json().code).toBe('catalogue.already-suspended')
    expect((await send('resumption', '2026-03-16')).statusCode).toBe(200)
    const on = (text: string) => codeOf(read((db) => itemForDay(db, ITEM, day(text))))
    expect([
      await on('2026-03-11'),
      await on('2026-03-12'),
      await on('2026-03-15'),
      await on('2026-03-16'),
    ]).toEqual(['done', 'catalogue.suspended', 'catalogue.suspended', 'done'])
  })

  test('cancelled is accepted no more, is found no more, and its running cases can still be read', async () => {
    const why = { from: '2026-03-20', reason: '国务院决定取消', document: '国发〔2026〕1号' }
    await draft('to-be-cancelled', { ...soundItem, name: { zh: '将取消的事项', en: 'to be cancelled' } })
    await publish('to-be-cancelled', '2026-03-05')
    expect(
      (await supervisor.send('POST', '/api/catalogue/items/to-be-cancelled/cancellation', why)).statusCode,
    ).toBe(200)
    expect(await codeOf(read((db) => itemForDay(db, 'to-be-cancelled', day('2026-03-19'))))).toBe('done')
    expect(await codeOf(read((db) => itemForDay(db, 'to-be-cancelled', day('2026-03-20'))))).toBe(
      'catalogue.cancelled',
    )
    expect((await read((db) => itemVersion(db, 'to-be-cancelled', 1))).version).toBe(1)
    expect((await draft('to-be-cancelled', soundItem)).json().code).toBe('catalogue.already-cancelled')
  })

  test('of another unit is not drafted, and its draft is not seen', async () => {
    const rows = (await head.get('/api/catalogue/drafts')).json()
    expect(rows.rows.map(({ item }: { item: string }) => item)).toEqual(['open-list', 'too-slow'])
    expect(rows.total).toBe(2)
    const officer = await office.signIn('li.wei')
    expect((await officer.get('/api/catalogue/drafts/too-slow')).statusCode).toBe(200)
    expect(
      (await officer.send('PUT', '/api/catalogue/drafts/too-slow', { content: soundItem })).statusCode,
    ).toBe(403)
  })
})

describe('a resident', () => {
  const search = async (text: string) =>
    (await app.inject(`/api/catalogue/items?search=${encodeURIComponent(text)}`)).json()

  test.each([
    { says: '食品经营许可', how: 'by its name' },
    { says: '食品经营', how: 'by part of it' },
    { says: '我想开个小饭馆', how: 'by a phrase of its own with words around it' },
    { says: '开饭店要什么手续', how: 'by an everyday phrase that every place knows' },
    { says: '食品經營許可', how: 'by its name in 繁體' },
    { says: '我想開個小飯館', how: 'by a phrase in 繁體' },
    { says: 'spjy', how: 'by initials' },
    { says: 'shipin', how: 'by spelling' },
    { says: 'food licence', how: 'in English' },
    { says: '食品小饭馆怎么经营呀', how: 'by some of the words' },
  ])('finds an item $how', async ({ says }) => {
    const found = await search(says)
    expect(found.rows[0]).toMatchObject({
      item: ITEM,
      name: { zh: '食品经营许可' },
      onTheSpot: false,
      free: true,
    })
    expect(found.total).toBeGreaterThan(0)
  })

  test.each(['', '%', "'; drop table catalogue_item; --", '𠮷', '飞机维修', 'zzzz', '‮‮'])(
    'is answered, whatever he types: %s',
    async (says) => {
      const found = await search(says)
      expect(Array.isArray(found.rows)).toBe(true)
      if (says !== '') expect(found.rows).toEqual([])
    },
  )

  test('finds by theme, client and unit, and nothing that is not in force yet', async () => {
    const list = async (query: string) => (await app.inject(`/api/catalogue/items?${query}`)).json().total
    expect(await list('theme=permits&client=enterprise&unit=planning')).toBeGreaterThan(0)
    expect(await list('theme=marriage')).toBe(0)
    expect(await list('unit=market')).toBe(0)
    expect((await search('将取消的事项')).rows).toEqual([])
    const { themes, units } = (await app.inject('/api/catalogue/themes')).json()
    expect(themes).toEqual([{ theme: 'permits', items: 1 }])
    expect(units).toEqual([{ unit: 'planning', name: { zh: '规划局', en: 'Planning' }, items: 1 }])
  })

  test('asks for an item that is not there, or a place that is not', async () => {
    expect((await guide('nothing')).json().code).toBe('catalogue.no-such-item')
    expect((await app.inject('/api/catalogue/items?jurisdiction=nowhere')).statusCode).toBe(400)
  })
})

test('the lists are the same when they are made again from the ledger', async () => {
  const compared = await compareRebuilt(database, DEMO_JURISDICTION, projections)
  const ours = compared.filter(({ table }) => table.startsWith('catalogue'))
  expect(ours.length).toBe(5)
  for (const { identical } of ours) expect(identical).toBe(true)
})
