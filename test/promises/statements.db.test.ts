import { beforeEach, expect, test } from 'vitest'
import type { FileView } from '#modules/cases/contract.ts'
import { issueBadge, registerCounter, registerHall, setCounterState } from '#modules/hall/index.ts'
import { soundItem } from '../../src/modules/catalogue/gate/sound-item.ts'
import { statementsOf } from '../database/statements.ts'
import type { Desk } from '../http/office.ts'
import { applicant, openHall, paper } from '../scenarios/hall.ts'

const ITEM = 'food-business'
const hall = await openHall({ [ITEM]: soundItem })
await hall.pass('2026-03-02T09:00:00')
const [clerk, head] = [hall.desk('li.wei'), hall.desk('wang.fang')]

await hall.database.transaction({ jurisdiction: '990100', reach: 'jurisdiction' }, async (db) => {
  const doing = { by: 'sun.yi', at: hall.now }
  const said = (zh: string) => ({ zh, en: zh })
  const place = { level: 'county', address: '青禾路 1 号', phone: '12345', unit: 'planning' } as const
  await registerHall(db, 'main', { name: said('大厅'), ...place, channels: ['counter'] }, doing)
  const hours = { workingHours: '00:00-24:00', restHours: null }
  for (const counter of ['A07', 'A08']) {
    const given = { hall: 'main', name: said(counter), place: '一楼', units: ['planning'], ...hours }
    await registerCounter(db, counter, given, doing)
    await setCounterState(db, { counter, state: 'open', reason: '', manager: true }, doing)
  }
  const badge = { account: 'li.wei', name: '李蔚', unit: 'planning', duties: said('受理') }
  await issueBadge(db, 'QH007', badge, doing)
})

type Sent = ReturnType<Desk['send']>
const ok = async (sent: Sent) => {
  const answer = await sent
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
const rules = {
  groups: [{ group: 'A', name: { zh: '规划', en: 'Planning' }, units: ['planning'] }],
  ...{ priorityReasons: [], mostCounters: 4, seats: 30 },
}
await ok(head.send('PUT', '/api/hall/halls/main/queue-settings', { from: '2026-03-02', settings: rules }))
await ok(clerk.send('POST', '/api/hall/counters/A07/seat', { badge: 'QH007' }))

let received: { file: FileView; trackingCode: string }
const onFile = (desk: Desk, path: string, body: object) =>
  desk.send('POST', `/api/files/${received.file.caseNo}/${path}`, body)

/** What a day's work consists of, in the order in which it is done; each once before, so that caches are warm. */
const acts: Readonly<Record<string, { readonly most: number; readonly act: () => Sent }>> = {
  'a ticket drawn': {
    most: 22,
    act: () => clerk.send('POST', '/api/hall/halls/main/tickets', { item: ITEM }),
  },
  'a number called': { most: 22, act: () => clerk.send('POST', '/api/hall/counter-queue/call', {}) },
  'received and accepted': {
    most: 36,
    act: async () => {
      const materials = [paper('application'), paper('layout')]
      const body = { item: ITEM, channel: 'counter', applicant, materials, acceptIfComplete: true }
      const answer = await clerk.send('POST', '/api/files', body)
      received = answer.json()
      return answer
    },
  },
  'a file opened': { most: 10, act: () => head.get(`/api/files/${received.file.caseNo}`) },
  'a step finished': {
    most: 26,
    act: () => onFile(head, 'steps', { step: 'review', outcome: 'agreed', opinion: '' }),
  },
  decided: {
    most: 37,
    act: () => onFile(head, 'decision', { outcome: 'granted', result: '食品经营许可证' }),
  },
  delivered: { most: 31, act: () => onFile(head, 'delivery', { way: 'inPerson', proof: '签收' }) },
  'rated by the applicant': {
    most: 18,
    act: () => {
      const url = `/api/track/${received.file.caseNo}/rating`
      const payload = { code: received.trackingCode, grade: 'satisfied' }
      return hall.app.inject({ method: 'POST', url, payload })
    },
  },
}
for (const { act } of Object.values(acts)) await ok(act())

// What is kept for some seconds, such as jurisdictions and calendars, is read anew now and then by whoever comes first.
beforeEach(() => ok(clerk.send('POST', '/api/hall/halls/main/tickets', { item: ITEM })))

test.each(Object.entries(acts))('%s takes few statements', async (name, { most, act }) => {
  const { result, statements } = await statementsOf(() => ok(act()))
  expect(result).toBeTruthy()
  const told = statements.map((text) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 150)).join('\n')
  expect(statements.length, `${name}: ${statements.length}\n${told}`).toBeLessThanOrEqual(most)
})
