import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { goldenRows } from '#test/golden/rows.ts'
import { csvLine } from './csv-records.ts'
import { main } from './main.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'due-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function run(...args: string[]) {
  const text = { out: '', err: '' }
  const into = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        text[name] += String(chunk)
        done()
      },
    })
  const code = await main(args, {
    stdout: into('out'),
    stderr: into('err'),
    cwd: folder,
    now: () => 0,
    isTerminal: false,
    environment: {},
    signal: new AbortController().signal,
  })
  return { code, ...text }
}

const json = async (...args: string[]): Promise<Record<string, unknown>> => {
  const { code, out } = await run('due', '--json', ...args)
  expect(code).toBe(0)
  return JSON.parse(out) as Record<string, unknown>
}

test('a question is answered with its date, whether it is certain, and the reasons', async () => {
  const answer = await json(
    '--from',
    '2026-09-18',
    '--limit',
    '20W',
    '--suspend',
    '2026-09-28..2026-10-09',
    '--extend',
    '10W',
  )
  expect(answer).toMatchObject({ due: '2026-11-12', provisional: false })
  expect(JSON.stringify(answer.reasons)).toContain('国庆节')
})

test('a date beyond the published notices is marked provisional in words too', async () => {
  const { out } = await run('due', '--from', '2026-12-20', '--limit', '20W')
  expect(out).toContain('2027-01-15（暂定 provisional）')
})

test('an office of another zone answers in its own time', async () => {
  await writeFile(join(folder, 'boston.csv'), 'date,name,kind\n2015-05-25,Memorial Day,off\n')
  const options = ['--hours', '08:30-17:00', '--zone', 'America/New_York', '--calendar', 'boston.csv']
  expect(await json('--from', '2015-05-22T08:08:00', '--limit', '3W', ...options)).toMatchObject({
    due: '2015-05-28T08:30:00-04:00',
  })
})

test('help names every option', async () => {
  const { code, out } = await run('due', '--help')
  expect(code).toBe(0)
  for (const option of [
    'from',
    'limit',
    'suspend',
    'extend',
    'hours',
    'zone',
    'roll',
    'calendar',
    'batch',
    'out',
    'json',
  ]) {
    expect(out).toContain(`--${option}`)
  }
})

test.each([
  ['no trigger', ['--limit', '5W'], '--from'],
  ['no limit', ['--from', '2026-03-02'], '--limit'],
  ['an unknown option', ['--form', '2026-03-02'], '--form'],
  ['a stray word', ['--from', '2026-03-02', '--limit', '5W', 'please'], 'please'],
  ['an impossible day', ['--from', '2026-02-30', '--limit', '5W'], '2026-02-30'],
  ['a wrong way of shifting', ['--from', '2026-03-02', '--limit', '5D', '--roll', 'back'], 'back'],
  [
    'a calendar that is not there',
    ['--from', '2026-03-02', '--limit', '5W', '--calendar', 'none.csv'],
    'none.csv',
  ],
  ['a batch without a target', ['--batch', 'in.csv'], '--out'],
  ['a batch that is not there', ['--batch', 'in.csv', '--out', 'out.csv'], 'in.csv'],
])('%s is refused with one sentence and exit code 2', async (_, args, word) => {
  const { code, err, out } = await run('due', ...args)
  expect(code).toBe(2)
  expect(err).toContain(word)
  expect(err).not.toContain('    at ')
  expect(out).toBe('')
})

test('a batch gives every golden row the answer the single question gets, in the same order', async () => {
  const rows = goldenRows('due.csv')
  const columns = ['why', 'from', 'limit', 'suspend', 'extend', 'hours', 'zone', 'roll']
  const lines = rows.map((row) => csvLine(columns.map((column) => row[column] ?? '')))
  await writeFile(join(folder, 'in.csv'), '\uFEFF' + csvLine(columns).replace('\n', '\r\n') + lines.join(''))
  expect((await run('due', '--batch', 'in.csv', '--out', 'out.csv')).code).toBe(0)
  const expected = rows.map((row) =>
    csvLine([...columns, 'due', 'provisional'].map((column) => row[column] ?? '')),
  )
  expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe(
    csvLine([...columns, 'due', 'provisional']) + expected.join(''),
  )
  expect((await readdir(folder)).sort()).toEqual(['in.csv', 'out.csv'])
})

test('options of the command line answer what a row leaves open, and a row has the last word', async () => {
  await writeFile(join(folder, 'in.csv'), 'from,roll\n2026-08-03,\n2026-08-03,none\n')
  expect((await run('due', '--batch', 'in.csv', '--out', 'out.csv', '--limit', '60D')).code).toBe(0)
  expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe(
    'from,roll,due,provisional\n2026-08-03,,2026-10-08,false\n2026-08-03,none,2026-10-02,false\n',
  )
})

test.each([
  ['a bad limit', 'from,limit\n2026-03-02,5W\n2026-03-02,5Q\n', '第 3 行'],
  ['a missing field', 'from,limit\n2026-03-02\n', '第 2 行'],
  [
    'a bad day after a quoted line break',
    'from,limit,note\n2026-03-02,5W,"a\nb"\n2026-02-30,5W,c\n',
    '第 4 行',
  ],
  ['a missing column', 'when,limit\n2026-03-02,5W\n', '第 1 行'],
  ['nothing at all', '', '空'],
])('a batch with %s is refused with its line and leaves no file', async (_, text, place) => {
  await writeFile(join(folder, 'in.csv'), text)
  await writeFile(join(folder, 'out.csv'), 'what stood there before')
  const { code, err } = await run('due', '--batch', 'in.csv', '--out', 'out.csv')
  expect(code).toBe(2)
  expect(err).toContain(place)
  expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('what stood there before')
  expect((await readdir(folder)).sort()).toEqual(['in.csv', 'out.csv'])
})

test('a batch that is not UTF-8 or has an endless quote is refused', async () => {
  await writeFile(join(folder, 'in.csv'), Buffer.from('from,limit\n2026-03-02,5W\n\xff\xfe,5W\n', 'latin1'))
  expect((await run('due', '--batch', 'in.csv', '--out', 'out.csv')).err).toContain('UTF-8')
  await writeFile(join(folder, 'in.csv'), `from,limit\n"2026-03-02,5W\n${'x'.repeat(3_000_000)}\n`)
  expect((await run('due', '--batch', 'in.csv', '--out', 'out.csv')).code).toBe(2)
})
