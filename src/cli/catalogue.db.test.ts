import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import exceljs from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { createDemoAccounts, DEMO_JURISDICTION } from '#modules/access/index.ts'
import { openVault } from '#modules/vault/index.ts'
import { testDatabase } from '#test/database/index.ts'
import { main } from './main.ts'

const NOW = Date.parse('2026-03-02T09:00:00+08:00')
const database = await testDatabase()
await createDemoAccounts(database, {
  now: NOW,
  units: [
    { id: 'planning', name: '规划局', nameEn: 'Planning' },
    { id: 'market', name: '市场监督管理局', nameEn: 'Market' },
  ],
})
const folder = mkdtempSync(join(tmpdir(), 'xiaoneng-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command line as somebody would type it; answers its exit code and what it printed. */
async function xiaoneng(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const texts = { out: '', err: '' }
  const into = (name: 'out' | 'err') =>
    new Writable({ write: (part, _, done) => ((texts[name] += String(part)), done()) })
  const code = await main(args, {
    stdout: into('out'),
    stderr: into('err'),
    cwd: folder,
    now: () => NOW,
    isTerminal: false,
    environment: {
      DATABASE_URL: database.url,
      XIAONENG_DATA: folder,
      XIAONENG_JURISDICTION: DEMO_JURISDICTION,
    },
    signal: new AbortController().signal,
  })
  return { code, ...texts }
}

async function workbook(
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<string> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('事项')
  for (const row of rows) sheet.addRow([...row])
  await book.xlsx.writeFile(join(folder, name))
  return name
}

const LIST = [
  ['青禾市政务服务事项清单（2026年版）'],
  [],
  [
    '序号',
    '事项名称*',
    '实施编码*',
    '实施主体',
    '承诺办结\n时限',
    '承诺办结时限单位',
    '材料名称',
    '电子邮箱',
  ],
  [1, '食品经营许可', 'LIST-001', '市场监督管理局', 8, '工作日', '申请书', 'a@b.cn'],
  [null, null, null, null, null, null, '布局图', null],
  [2, '没有编码的事项', null, '市场监督管理局', 5, '工作日', null, null],
  [null, null, null, null, null, null, '它的材料', null],
  [3, '外星许可', 'LIST-003', '火星局', 5, '工作日', null, null],
] as const

test('a list as people keep it in Excel becomes drafts; what is left out is said by line, with its reason', async () => {
  const file = await workbook('items.xlsx', LIST)
  const { code, out } = await xiaoneng('catalogue', 'import', file, '--json')
  const imported = JSON.parse(out) as { leftOut: { line: number; text: { zh: string } }[] }
  expect(imported).toMatchObject({ rows: 5, drafted: 1, unchanged: 0, unknownColumns: ['电子邮箱'] })
  expect(imported.leftOut.map(({ line }) => line)).toEqual([6, 7, 8])
  expect(imported.leftOut.at(-1)?.text.zh).toContain('火星局')
  expect(code).toBe(1)
})

test('merged cells keep the materials with their item, and the same file again changes nothing', async () => {
  const file = await workbook('two.xlsx', [
    ...LIST.slice(0, 5),
    [2, '取水许可', 'LIST-002', '水利局', 20, '工作日', '申请书', null],
  ])
  const { code, out } = await xiaoneng('catalogue', 'import', file, '--unit', 'planning')
  expect([code, out]).toEqual([
    0,
    expect.stringContaining('起草 drafted 1，未变 unchanged 1，未读入 left out 0'),
  ])
  expect((await xiaoneng('catalogue', 'import', file, '--unit', 'planning')).out).toContain(
    '未变 unchanged 2',
  )
})

test.each([
  { what: 'no file', args: ['nowhere.xlsx'], says: '找不到' },
  { what: 'a picture', args: ['picture.png'], says: '读不懂' },
  { what: 'a workbook cut short', args: ['short.xlsx'], says: 'short.xlsx' },
  { what: 'a workbook of something else', args: ['else.xlsx'], says: '事项名称' },
  { what: 'an unknown unit', args: ['items.xlsx', '--unit', 'nobody'], says: 'nobody' },
])('$what is refused with a sentence and exit code 2', async ({ args, says }) => {
  writeFileSync(join(folder, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
  const whole = readFileSync(join(folder, await workbook('items.xlsx', LIST)))
  writeFileSync(join(folder, 'short.xlsx'), whole.subarray(0, 900))
  await workbook('else.xlsx', [
    ['月份', '数量'],
    ['一月', 3],
  ])
  const { code, err } = await xiaoneng('catalogue', 'import', ...args)
  expect([code, err]).toEqual([2, expect.stringContaining(says)])
})

test('after a rotation every key of a person is put under the newest master key, once', async () => {
  const vault = openVault({ dataFolder: folder })
  const scope = { jurisdiction: DEMO_JURISDICTION }
  const doing = { by: 'li.wei', at: NOW }
  const person = await database.transaction(scope, (db) =>
    vault.keepPerson(db, { kind: 'natural', name: '慕容晓寒' }, doing),
  )
  expect((await xiaoneng('vault', 'rewrap', '--json')).out).toContain('"rewrapped": 0')
  appendFileSync(join(folder, 'vault-key'), `${Buffer.alloc(32, 9).toString('base64')}\n`)
  expect((await xiaoneng('vault', 'rewrap', '--json')).out).toContain('"rewrapped": 1')
  expect((await xiaoneng('vault', 'rewrap')).out).toContain('0')
  const shown = await database.read(scope, (db) =>
    openVault({ dataFolder: folder }).maskedPersons(db, [person]),
  )
  expect(shown.get(person)?.name).toBe('慕容**')
  expect((await xiaoneng('vault', 'forget')).code).toBe(2)
})
