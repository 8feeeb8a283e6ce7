import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { NOON, openOffice } from '#test/http/office.ts'
import { sharedData } from '#test/shared-data.ts'
import type { ImportView } from '../contract.ts'
import { catalogueRoutes } from '../index.ts'
import { limitOf } from './content.ts'

const office = await openOffice({ routes: (database) => catalogueRoutes({ database }) })
office.now = NOON
const supervisor = await office.signIn('zhang.min')

const upload = async (content: string | Buffer, query = 'fileName=items.csv&unit=planning') => {
  const answer = await office.app.inject({
    method: 'POST',
    url: `/api/catalogue/imports?${query}`,
    headers: {
      cookie: supervisor.cookie,
      'x-csrf-token': supervisor.csrfToken,
      'content-type': 'application/octet-stream',
    },
    payload: content,
  })
  return { status: answer.statusCode, body: answer.json<ImportView & { code?: string }>() }
}
const draftOf = async (item: string) => (await supervisor.get(`/api/catalogue/drafts/${item}`)).json()

const HEADER = '事项名称,实施编码,事项类型,实施主体,承诺办结时限,承诺办结时限单位,材料名称,必要性,跑动'

describe('a list of items', () => {
  test('becomes drafts by the national names of its columns, one item from all its rows', async () => {
    const rows = [
      '食品经营许可,LOCAL-001,行政许可,规划局,8,工作日,申请书,必要,1',
      '食品经营许可,LOCAL-001,行政许可,规划局,8,工作日,"布局图,原件",容缺后补,1',
      '户口迁移,LOCAL-002,7,规划局,即办,,,,',
    ]
    const { body } = await upload([HEADER, ...rows].join('\r\n'), 'fileName=items.csv')
    expect(body).toMatchObject({ rows: 3, drafted: 2, leftOutCount: 0, unknownColumns: ['跑动'] })
    const { content, unit, findings } = await draftOf('LOCAL-001')
    expect([unit, content.type, content.limits.committed]).toEqual([
      'planning',
      'licensing',
      { length: 8, unit: 'workingDays' },
    ])
    expect(content.materials.map(({ name }: { name: { zh: string } }) => name.zh)).toEqual([
      '申请书',
      '布局图,原件',
    ])
    expect(content.materials[1].necessity).toBe('deferrable')
    expect(findings.length).toBeGreaterThan(3)
    expect((await draftOf('LOCAL-002')).content).toMatchObject({
      type: 'confirmation',
      limits: { onTheSpot: true },
    })
  })

  test('read again changes nothing', async () => {
    const list = JSON.stringify([
      { 事项名称: '取水许可', 实施编码: 'LOCAL-009', 材料: [{ 材料名称: '申请书' }] },
    ])
    expect((await upload(list, 'fileName=items.json&unit=planning')).body).toMatchObject({ drafted: 1 })
    expect((await upload(list, 'fileName=items.json&unit=planning')).body).toMatchObject({
      drafted: 0,
      unchanged: 1,
    })
  })

  test('tells which rows it left out, and why', async () => {
    const rows = ['没有编码,,1,规划局,,,,,', '坏编码,有 空格,1,规划局,,,,,', '无单位,LOCAL-003,1,火星局,,,,,']
    const { body } = await upload([HEADER, ...rows].join('\n'), 'fileName=items.csv')
    expect(body.drafted).toBe(0)
    expect(body.leftOut.map(({ line }) => line)).toEqual([2, 3, 4])
    expect(body.leftOut.map(({ text }) => text.zh).join()).toContain('火星局')
  })

  test('in the encoding of Chinese spreadsheets is read as well', async () => {
    // 事项名称,实施编码 / 取水,LOCAL-010 in GB18030.
    const gb = Buffer.from('cac2cfeec3fbb3c62ccab5caa9b1e0c2eb0ac8a1cbae2c4c4f43414c2d303130', 'hex')
    expect((await upload(gb)).body).toMatchObject({ drafted: 1 })
    expect((await draftOf('LOCAL-010')).content.name.zh).toBe('取水')
  })

  test.each([
    { what: 'nothing', content: '', code: 'catalogue.bad-file' },
    { what: 'broken JSON', content: '[{"name": ', code: 'catalogue.bad-file' },
    { what: 'a list of something else', content: 'a,b\n1,2\n', code: 'catalogue.no-name-column' },
    {
      what: 'a picture',
      content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
      code: 'catalogue.bad-file',
    },
  ])('is refused when it is $what, and nothing is stored', async ({ content, code }) => {
    const before = (await supervisor.get('/api/catalogue/drafts')).json().total
    expect((await upload(content)).body.code).toBe(code)
    expect((await supervisor.get('/api/catalogue/drafts')).json().total).toBe(before)
  })

  test('is not imported by the head of a unit', async () => {
    const head = await office.signIn('wang.fang')
    const answer = await head.send('POST', '/api/catalogue/imports?fileName=x.csv', {})
    expect(answer.statusCode).toBe(403)
  })
})

test.each([
  { value: '20', unit: '工作日', limit: { length: 20, unit: 'workingDays' } },
  { value: '20个工作日', unit: undefined, limit: { length: 20, unit: 'workingDays' } },
  { value: '30', unit: '自然日', limit: { length: 30, unit: 'calendarDays' } },
  { value: '当场办结', unit: undefined, limit: { length: 0, unit: 'workingDays' } },
  { value: '20', unit: undefined, limit: null },
  { value: '约二十天', unit: undefined, limit: null },
])('a limit of $value $unit is read with its unit or not at all', ({ value, unit, limit }) => {
  expect(limitOf(value, unit)).toEqual(limit)
})

const guangan = sharedData('guangan-service-items/items.csv')

test.skipIf(!guangan)(
  "the real list of Guang'an: every code is kept, and every unsound department code is told",
  async () => {
    const { body } = await upload(readFileSync(guangan ?? ''))
    expect(body).toMatchObject({
      rows: 1135,
      drafted: 1135,
      unchanged: 0,
      leftOutCount: 0,
      unknownColumns: [],
    })
    // Of 1,135 rows 251 have a sound credit code and 577 a sound organisation code; 13 are mended, the rest is dirty.
    expect(body.noticeCount).toBe(1135 - 251 - 577)
    expect(body.notices[0]?.text.zh).toContain('原样保留')
    const { total } = (await supervisor.get('/api/catalogue/drafts')).json()
    expect(total).toBeGreaterThanOrEqual(1135)
    const { content } = await draftOf('511Z07001006-511602000000-000-11511301008778183N-1-00')
    expect(content.codes).toMatchObject({ scheme: 'provincial', basic: '511Z07001006' })
  },
  60_000,
)
