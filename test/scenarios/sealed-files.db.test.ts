import { describe, expect, test } from 'vitest'
import { compareRebuilt } from '#engines/ledger/index.ts'
import type { MeasureFigures, MeasureRow, MeasureView } from '#modules/accountability/contract.ts'
import { accountabilityLists, caseworkLists } from '#modules/accountability/index.ts'
import type { FindingRow } from '#modules/findings/contract.ts'
import { findingLists } from '#modules/findings/index.ts'
import { openCasework, TEAM } from './casework-office.ts'
import { HALL_SCOPE } from './whole-hall.ts'

/** What comes out of a sealed case is as sealed as the case: nobody learns from the measure what the case keeps. */
const office = await openCasework('2026-03-02T09:00:00')
const { act, decide, fine, get, hear, liable, person, planned, post, proven, see, top } = office

const SECRET = '收受开发商茶叶十二盒'
let number = ''
let file = ''
const url = () => `/api/accountability/files/${file}`
const files = async (account: string) =>
  (await get(account, '/api/accountability/files?over=yes')).json<{ rows: MeasureRow[] }>().rows
const view = async (account: string) => (await get(account, url())).json<MeasureView>()
const does = async (account: string, path: string, body: object = {}) => {
  const answer = await post(account, `${url()}/${path}`, body)
  return { status: answer.statusCode, ...answer.json<MeasureView & { code?: string }>() }
}
const evidence = (account: string, kind: string, id: string) =>
  get(account, `/api/evidence/${kind}/${id}?purpose=${encodeURIComponent('报送上级复核')}`)

/** Supervisors, leaders, the head of his unit and the personnel body: none of them is on the case. */
const OUTSIDE = ['liu.qing', 'came.from', 'second.leader', 'wang.fang', 'zheng.ren']

describe('a measure from a sealed case', () => {
  test('is seen by whoever is on the case and on the file, and by nobody besides, in no list, figure, export or search', async () => {
    number = await office.opened({ kind: 'neglect' }, { title: SECRET })
    await planned(number, '2026-05-20')
    const [proof = ''] = await proven(number, 'fact')
    await fine('zhang.min', number, { act: 'facts', text: `经查，李伟${SECRET}` })
    await fine('zhang.min', number, {
      ...{ act: 'consequence', level: 'ordinary', reason: '造成一般后果', evidence: [proof] },
    })
    const node = await person(number, 'li.wei')
    await hear(number, node)
    await liable(number, node)
    await top(number, node, proof)
    const measures = [{ node, grade: 'warning' }]
    await fine('zhang.min', number, { act: 'propose', text: '建议给予处理', measures })
    expect((await decide(number)).status).toBe(200)
    const filing = { act: 'file', node, basis: '效能告诫办法第五条', unitAside: '单位制度健全，个人违反' }
    const filed = await fine('zhang.min', number, { ...filing, rank: 'staff', status: 'civilServant' })
    file = filed.files[0]?.file ?? ''
    expect(file).toMatch(/^[AS]\d{6}-\d{5}$/)
    for (const account of ['zhang.min', 'he.hui', 'chen.jie']) {
      expect([account, (await get(account, url())).statusCode]).toEqual([account, 200])
      expect((await files(account)).map((one) => one.file)).toContain(file)
    }
    expect((await view('he.hui')).sealed).toBe(true)
    await nothingOutside()
  })

  /** Whatever one asks for. */
  async function nothingOutside(accounts: readonly string[] = OUTSIDE): Promise<void> {
    const [finding = ''] = (await view('zhang.min')).findings
    for (const account of accounts) {
      for (const asked of [url(), `${url()}/paper`])
        expect([account, asked, [403, 404].includes((await get(account, asked)).statusCode)]).toEqual([
          ...[account, asked, true],
        ])
      for (const asked of [
        ...['/api/accountability/files', '/api/accountability/files?over=yes'],
        ...['/api/accountability/files?account=li.wei', '/api/accountability/files?unit=planning'],
        '/api/accountability/figures?from=2026-01-01&until=2026-12-31',
        ...['/api/accountability/standing?account=li.wei&year=2026', '/api/accountability/statements'],
        ...['/api/findings', '/api/findings?source=inquiry', '/api/finding-network?account=li.wei'],
        ...['/api/investigations', '/api/public-measures?year=2026'],
      ]) {
        const { body } = await get(account, asked)
        for (const planted of [SECRET, number, file, finding])
          expect([account, asked, planted, body.includes(planted)]).toEqual([account, asked, planted, false])
      }
      for (const [kind, id] of [
        ['accountability', file],
        ['finding', finding],
        ['investigation', number],
      ] as const)
        expect([kind, [403, 404].includes((await evidence(account, kind, id)).statusCode)]).toEqual([
          ...[kind, true],
        ])
    }
  }

  test('is seen by its subject once he is told, and acted on by nobody outside', async () => {
    expect((await get('li.wei', url())).statusCode).toBe(404)
    const { authority } = await view('zhang.min')
    expect(authority).not.toBe('')
    const deciders = { supervision: ['he.hui', 'liu.qing'], leadership: ['chen.jie', 'second.leader'] }
    const named = deciders[authority as keyof typeof deciders] ?? ['zheng.ren', 'chen.jie']
    expect((await does('came.from', 'notice', { deciders: named })).code).toBe('accountability.not-found')
    expect((await does('zhang.min', 'notice', { deciders: named })).status).toBe(200)
    // Whoever is named to decide sees it from then on.
    for (const account of named) expect((await get(account, url())).statusCode).toBe(200)
    expect((await view('li.wei')).facts).toContain(SECRET)
    await nothingOutside(OUTSIDE.filter((one) => !named.includes(one)))
    expect((await does('li.wei', 'statement', { text: '我说明情况，愿意改正' })).status).toBe(200)
    for (const account of named)
      expect((await does(account, 'decision', { agrees: true, reason: '事实清楚，证据充分' })).status).toBe(
        200,
      )
    expect((await view('zhang.min')).stage).toBe('decided')
    // Decided without being told to anybody, it stays sealed; the personnel body has the copy that the paper says.
    await nothingOutside(OUTSIDE.filter((one) => !named.includes(one) && one !== 'zheng.ren'))
    expect((await get('zheng.ren', url())).statusCode).toBe(200)
    const circular = { title: '效能问责情况通报', from: '2026-01-01', until: '2026-12-31', named: [] }
    const told = await post('zhang.min', '/api/accountability/statements', {
      ...{ ...circular, files: [file], total: 1, audience: 'circular' },
    })
    expect(told.json()).toMatchObject({ code: 'statement.not-decided' })
  })

  test('is appealed before somebody who is named for it, of another body, and nobody else', async () => {
    // 监察法 56: one month from the service, to be asked of another body.
    expect(await does('zhang.min', 'service', { on: '2026-03-02', way: '当面送达' })).toMatchObject({
      ...{ status: 200, appealBy: '2026-04-02', appealWay: [{ ask: '1M' }, { ask: '1M' }] },
    })
    expect((await does('li.wei', 'appeal', { grounds: '处理过重，请求复核' })).status).toBe(200)
    const cleared = { outcome: 'cleared', reasons: '证据不足，撤销原处理' }
    expect((await does('city.wu', 'appeal-decision', cleared)).code).toBe('accountability.not-found')
    expect((await view('zhang.min')).acts).toContain('nameJudge')
    expect((await does('zhang.min', 'appeal-judge', { judge: 'he.hui' })).code).toBe(
      'accountability.appeal-same-body',
    )
    expect((await does('zhang.min', 'appeal-judge', { judge: 'city.wu' })).status).toBe(200)
    expect((await view('city.wu')).acts).toContain('judgeAppeal')
    expect(await does('city.wu', 'appeal-decision', cleared)).toMatchObject({ status: 200, stage: 'cleared' })
    await nothingOutside(['came.from'])
  })

  test('leaves in a bundle only with a look that is on record, and so does every attempt', async () => {
    const looks = async () =>
      (await see('zhang.min', number)).view.views.map(({ by, allowed }) => [by.account, allowed])
    const before = await looks()
    expect((await evidence('he.hui', 'investigation', number)).statusCode).toBe(200)
    expect((await evidence('liu.qing', 'investigation', number)).statusCode).toBe(404)
    const after = (await looks()).slice(before.length)
    expect(after).toEqual(expect.arrayContaining([['he.hui', true]]))
    expect(after).toEqual(expect.arrayContaining([['liu.qing', false]]))
  })

  test('opens as far as its decision says, and its lists are made again from the ledger', async () => {
    const lists = [accountabilityLists, caseworkLists, findingLists]
    const rebuilt = await compareRebuilt(office.database, HALL_SCOPE.jurisdiction, lists)
    expect(rebuilt.filter(({ identical }) => !identical)).toEqual([])
    expect(TEAM.lead).toBe('zhang.min')
    const counted = (
      await get('zhang.min', '/api/accountability/figures?from=2026-01-01&until=2026-12-31')
    ).json<MeasureFigures>()
    expect(counted.persons).toBe(0)
    expect((await act('liu.qing', number, { act: 'drop', reason: '线索不具体，了结' })).status).toBe(404)
    const found = (await get('he.hui', '/api/findings')).json<{ rows: FindingRow[] }>()
    expect(found.rows.some(({ sealed }) => sealed)).toBe(true)
  })
})
