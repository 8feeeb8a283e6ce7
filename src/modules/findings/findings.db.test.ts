import { beforeAll, expect, test } from 'vitest'
import type { Day } from '#kernel/day.ts'
import type { Db, Scope } from '#kernel/sql.ts'
import { compareRebuilt } from '#engines/ledger/index.ts'
import { clockList } from '#engines/clocks/stored/index.ts'
import { createDemoAccounts, DEMO_JURISDICTION } from '#modules/access/index.ts'
import { conflictsOf, declareFile, recordService, recusalLists } from '#modules/recusal/index.ts'
import { testDatabase } from '#test/database/index.ts'
import {
  answerFinding,
  disposeFinding,
  findFinding,
  findFindings,
  findingLists,
  type NewFinding,
  openFinding,
  releaseFinding,
  withdrawFinding,
} from './index.ts'

const database = await testDatabase()
const now = Date.parse('2026-11-02T10:00:00+08:00')
const units = ['planning', 'market'].map((id) => ({ id, name: id, nameEn: id }))
const watching = { jurisdiction: DEMO_JURISDICTION, account: 'zhang.min', reach: 'jurisdiction' } as const
const planning = { ...watching, account: 'li.wei', unit: 'planning', reach: 'unit' } as const
const supervisor = { actor: 'zhang.min', now }
const officer = { actor: 'li.wei', now }

const within = <T>(work: (db: Db) => Promise<T>, scope: Scope = watching) => database.transaction(scope, work)
const seen = (finding: string, scope: Scope) => database.read(scope, (db) => findFinding(db, finding))

const late: NewFinding = {
  ...{ source: 'card', sourceId: 'card/sv-01-1', unit: 'planning', matter: 'A1', conduct: 'overLimit' },
  ...{ fact: '应于 10 月 30 日办结，至今未办', happenedOn: '2026-10-30' as Day },
}

beforeAll(() => createDemoAccounts(database, { now, units }))

test('the same fact from two sources is one finding, and goes with its last source', async () => {
  const first = await within((db) => openFinding(db, late, supervisor))
  const told = { ...late, source: 'complaint' as const, sourceId: 'complaint/1' }
  const second = await within((db) => openFinding(db, told, supervisor))
  expect(second).toEqual({ finding: first.finding, sameFactAs: first.finding })
  const held = await database.read(watching, (db) => findFindings(db, { unit: 'planning' }))
  expect(held.map(({ sources }) => sources.length)).toEqual([2])
  const card = { sourceId: 'card/sv-01-1', reason: '系统停机，牌已撤销' }
  expect((await within((db) => withdrawFinding(db, first.finding, card, supervisor))).status).toBe('open')
  const rest = { sourceId: 'complaint/1', reason: '投诉人撤回并说明' }
  expect((await within((db) => withdrawFinding(db, first.finding, rest, supervisor))).status).toBe(
    'withdrawn',
  )
  const again = await within((db) => openFinding(db, late, supervisor))
  expect(again.sameFactAs).toBeNull()
})

test('what is sealed is not there for the unit until it is released', async () => {
  const covert = { ...late, source: 'visit' as const, sourceId: 'visit/1', conduct: 'absence', sealed: true }
  const { finding } = await within((db) => openFinding(db, covert, supervisor))
  expect(await seen(finding, planning)).toBeUndefined()
  const answering = within((db) => answerFinding(db, finding, { text: '当时去开会了' }, officer))
  await expect(answering).rejects.toMatchObject({ code: 'finding.not-found' })
  await within((db) => releaseFinding(db, finding, supervisor))
  expect((await seen(finding, planning))?.replyBy).toBeGreaterThan(now)
  const answered = await within((db) => answerFinding(db, finding, { text: '当时去开会了' }, officer))
  expect(answered.status).toBe('answered')
})

test('nobody disposes of findings about his own unit, or one he served in', async () => {
  const { finding } = await within((db) => openFinding(db, { ...late, matter: 'A2' }, supervisor))
  const disposing = { disposition: 'rectify', reason: '责令限期改正' } as const
  const own = within((db) => disposeFinding(db, finding, disposing, { actor: 'wang.fang', now }))
  await expect(own).rejects.toMatchObject({ code: 'finding.supervised' })
  const file = { subject: `finding/${finding}`, unit: 'planning', accounts: [], relation: null, note: '无' }
  await within((db) => declareFile(db, { ...file, on: '2026-11-02' as Day }, supervisor))
  const service = { unit: 'planning', from: '2020-01-01' as Day, to: '2024-06-30' as Day }
  await within((db) => recordService(db, 'zhang.min', service, { actor: 'chen.jie', now }))
  const served = within((db) => disposeFinding(db, finding, disposing, supervisor))
  await expect(served).rejects.toMatchObject({ code: 'recusal.conflict' })
  const asked = { account: 'zhang.min', units: ['planning'] }
  const found = await database.read(watching, (db) => conflictsOf(db, asked, '2028-01-01' as Day))
  expect(found).toEqual([])
  const disposed = await within((db) => disposeFinding(db, finding, disposing, { actor: 'chen.jie', now }))
  expect(disposed).toMatchObject({ status: 'disposed', disposed: { disposition: 'rectify' } })
  expect(disposed.disposed?.reviewUntil).toBeGreaterThan(now)
})

test('the lists are made again from the ledger with the same result', async () => {
  const lists = [clockList, recusalLists, findingLists]
  const rebuilt = await compareRebuilt(database, DEMO_JURISDICTION, lists)
  expect(rebuilt.length).toBeGreaterThan(2)
  for (const table of rebuilt) expect(table).toMatchObject({ identical: true })
})
