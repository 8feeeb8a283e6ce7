import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import type { FindingRow, FindingView } from '#modules/findings/contract.ts'
import { findingLists } from '#modules/findings/index.ts'
import type { RoundView, VisitView } from '#modules/inspections/contract.ts'
import { openCasework } from './casework-office.ts'
import { HALL_SCOPE } from './whole-hall.ts'

/** Until a covert round is released, what it found is known to its team alone; whoever finds the same is not told of it. */
const office = await openCasework('2026-03-02T09:00:00')
const { get, post, put } = office

const BASE = '/api/inspections'
const COVERT = '上午十点窗口无人在岗，申请人排队十四人'
const OPEN = '来信反映上午窗口没有人办理业务'
const OUTSIDE = ['zhang.min', 'came.from', 'chen.jie', 'second.leader']
const [LEADS, MEMBER] = ['he.hui', 'liu.qing']

const fine = async <T>(answer: Promise<{ statusCode: number; body: string; json(): T }>): Promise<T> => {
  const given = await answer
  if (given.statusCode !== 200) throw new Error(given.body)
  return given.json()
}
const told = async (account: string, url: string, body: object = {}) =>
  (await post(account, url, body)).json<FindingView & { code?: string }>()
const listed = async (account: string, query = '') =>
  fine<{ rows: FindingRow[]; total: number }>(get(account, `/api/findings${query}`))
const seenBy = async (account: string, finding: string) =>
  fine<FindingView>(get(account, `/api/findings/${finding}`))

let round = ''
let finding = ''

test('what a covert round found is seen by its team and not by other supervisors or leaders, in lists, counts and bundles', async () => {
  for (const account of [LEADS, MEMBER])
    await fine(put('zhang.min', `${BASE}/inspectors/${account}`, { skills: '督查' }))
  const item = { code: 'onDuty', title: { zh: '在岗', en: 'on duty' }, conduct: 'absence', kind: 'conduct' }
  const sheet = { title: { zh: '作风', en: 'conduct' }, basis: '督查条例', items: [item] }
  await fine(put(LEADS, `${BASE}/checklists/conduct`, sheet))
  const planned = await fine<RoundView>(
    post(LEADS, `${BASE}/rounds`, {
      ...{ kind: 'covert', title: '暗访窗口', theme: 'windows', basis: '年度计划', checklist: 'conduct' },
      ...{ from: '2026-03-02', until: '2026-03-06' },
      places: [{ unit: 'planning', stratum: 'hard', section: null }],
      team: [
        { account: LEADS, leads: true },
        { account: MEMBER, leads: false },
      ],
    }),
  )
  round = planned.round
  await fine(post(LEADS, `${BASE}/rounds/${round}/commitment`, { sample: { hard: 1 } }))
  const drawn = await fine<RoundView>(post(MEMBER, `${BASE}/rounds/${round}/lots`, { word: '风' }))
  const visit = drawn.visitRows[0]?.visit ?? ''
  const { inspectors } = await fine<VisitView>(get(LEADS, `${BASE}/visits/${visit}`))
  const inspector = inspectors[0]?.account ?? ''
  let nth = 0
  const act = (more: object) =>
    post(inspector, `${BASE}/visits/${visit}/acts`, {
      ...{ device: 'phone-1', nth: ++nth, deviceAt: new Date(office.now).toISOString() },
      ...more,
    })
  const position = { latitude: 31.2, longitude: 120.6, accuracy: 12 }
  await fine(act({ kind: 'start', position }))
  const text = '窗口三无人'
  const sha256 = createHash('sha256').update(text).digest('hex')
  await fine(act({ kind: 'note', evidence: 'note-1', text, sha256, position, item: 'onDuty' }))
  finding = (await fine<{ finding: string }>(act({ kind: 'finding', item: 'onDuty', fact: COVERT }) as never))
    .finding
  await fine(act({ kind: 'answer', answers: [{ item: 'onDuty', mark: 'no' }] }))
  await fine(act({ kind: 'end' }))
  await fine(post(inspector, `${BASE}/visits/${visit}/sheet`, { text: '情况如表' }))

  for (const account of [LEADS, MEMBER]) {
    expect((await seenBy(account, finding)).sealed).toBe(true)
    expect((await listed(account)).total).toBe(1)
  }
  for (const account of OUTSIDE) {
    expect((await get(account, `/api/findings/${finding}`)).json()).toMatchObject({
      code: 'finding.not-found',
    })
    expect(await listed(account)).toMatchObject({ rows: [], total: 0 })
    expect(await listed(account, '?source=visit')).toMatchObject({ rows: [], total: 0 })
    const bundle = await get(
      account,
      `/api/evidence/finding/${finding}?purpose=${encodeURIComponent('核对')}`,
    )
    expect(bundle.statusCode).toBe(404)
  }
})

test('the same fact from an open source is joined and counts once; whoever entered it sees his own side and moves nothing of the other', async () => {
  const { happenedOn } = await seenBy(LEADS, finding)
  const source = { source: 'inquiry', sourceId: 'inquiry/letter-1', unit: 'planning', conduct: 'absence' }
  const joined = await told('zhang.min', '/api/findings', { ...source, happenedOn, fact: OPEN })
  expect(joined.finding).toBe(finding)
  for (const account of ['zhang.min', 'chen.jie']) {
    const view = await seenBy(account, finding)
    expect([view.fact, view.told.map(({ fact }) => fact), view.sources]).toEqual([OPEN, [OPEN], ['inquiry']])
    expect(JSON.stringify(view)).not.toContain(COVERT)
    expect((await listed(account, '?source=visit')).total).toBe(0)
    const bundle = await get(
      account,
      `/api/evidence/finding/${finding}?purpose=${encodeURIComponent('核对')}`,
    )
    expect([bundle.statusCode, bundle.body.includes('visit/')]).toEqual([200, false])
  }
  expect((await seenBy(LEADS, finding)).told).toHaveLength(2)
  const taken = await told('zhang.min', `/api/findings/${finding}/handler`, {
    relation: null,
    note: '没有关系',
  })
  expect(taken.handler).toBeTruthy()
  expect((await told('zhang.min', `/api/findings/${finding}/release`)).code).toBe('finding.not-sealed')
  const gone = await told('zhang.min', `/api/findings/${finding}/withdrawal`, {
    reason: '来信反映的情况有误',
  })
  expect(gone.status).toBe('withdrawn')
  // What he does not know of stands.
  expect((await seenBy(LEADS, finding)).status).toBe('open')
})

test('what follows from the open side tells the unit and the office nothing of the sealed one', async () => {
  const HIDDEN = '密访时柜台后无人，电话无人接'
  const SHOWN = '群众来电反映柜台下午没有人办理'
  for (const [disposition, conduct] of [
    ['rectify', 'delay'],
    ['accountability', 'noBadge'],
  ] as const) {
    const fact = { source: 'inquiry', unit: 'planning', conduct, happenedOn: '2026-03-02', matter: 'desk-4' }
    // The sealed source is told first.
    const under = { ...fact, sourceId: `inquiry/hidden-${conduct}`, fact: HIDDEN, sealed: true }
    const { finding: number } = await told(LEADS, '/api/findings', under)
    await told('zhang.min', '/api/findings', { ...fact, sourceId: `inquiry/shown-${conduct}`, fact: SHOWN })
    await told('zhang.min', `/api/findings/${number}/handler`, { relation: null, note: '没有关系' })
    const disposed = await told('zhang.min', `/api/findings/${number}/disposition`, {
      ...{ disposition, reason: '事实清楚，应当办理', remedyBy: '2026-04-30' },
    })
    expect(disposed).toMatchObject({ finding: number, disposition })
  }
  const url = '/api/rectification/problems?unit=planning'
  const problem = await office.eventually(async () => {
    const { rows } = (await get('zhang.min', url)).json<{ rows: { problem: string; fact: string }[] }>()
    return rows[0]
  })
  expect(problem.fact).toBe(SHOWN)
  const lead = await office.eventually(async () => {
    const { rows } = (await get('zhang.min', '/api/investigations')).json<{ rows: { title: string }[] }>()
    return rows[0]
  })
  expect(lead.title).toBe(SHOWN)
  for (const account of ['zhang.min', 'wang.fang', 'li.wei'])
    for (const asked of [url, `/api/rectification/problems/${problem.problem}`, '/api/investigations'])
      expect([account, asked, (await get(account, asked)).body.includes(HIDDEN)]).toEqual([
        account,
        asked,
        false,
      ])
})

test('with its release everybody who watches sees it, and the lists are made again from the ledger', async () => {
  expect((await post('zhang.min', `${BASE}/rounds/${round}/release`)).statusCode).toBe(404)
  await fine(post(LEADS, `${BASE}/rounds/${round}/release`))
  for (const account of OUTSIDE) {
    const view = await seenBy(account, finding)
    expect([view.status, view.fact]).toEqual(['open', COVERT])
  }
  const rebuilt = await compareRebuilt(office.database, HALL_SCOPE.jurisdiction, [findingLists])
  expect(rebuilt.filter(({ identical }) => !identical)).toEqual([])
})
