import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { caseAt, type CaseHistory } from '#engines/histories/index.ts'
import type { ColumnMapping } from '../mapping/log-mapping.ts'
import { readCases } from './read-cases.ts'
import { readHistories } from './read-histories.ts'

const source = (text: string | Buffer) => ({ stream: Readable.from([Buffer.from(text)]), name: 'log' })

async function everyCase(text: string | Buffer, columns: ColumnMapping = {}): Promise<CaseHistory[]> {
  const cases: CaseHistory[] = []
  for await (const batch of readCases(source(text), { columns }).batches) cases.push(...batch)
  return cases
}

async function inMemory(text: string | Buffer, columns: ColumnMapping = {}): Promise<CaseHistory[]> {
  const { histories } = await readHistories(source(text), { columns })
  return Array.from({ length: histories.caseCount }, (_, index) => caseAt(histories, index))
}

const byId = (cases: CaseHistory[]) => cases.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))

const HEADER = 'case_id,activity,timestamp,resource,case:unit,note\n'
const CASES = 9_000
const row = (index: number, event: number): string =>
  `c${index},step ${event},2026-01-0${event + 1}T0${index % 10}:00:00Z,r${index % 7},u${index % 3},${event === 1 ? 'n' : ''}\n`
const rows = (events: number): string[] =>
  Array.from({ length: CASES * events }, (_, place) => row(Math.floor(place / events), place % events))
const scattered = (events: number): string[] =>
  Array.from({ length: CASES * events }, (_, place) => row(place % CASES, Math.floor(place / CASES)))

test('a table whose cases stand together comes case by case as it would in memory', async () => {
  const text = HEADER + rows(4).join('')
  expect(await everyCase(text)).toEqual(await inMemory(text))
})

test('a table whose cases are scattered gives the same cases, and leaves nothing on disk', async () => {
  const text = HEADER + scattered(4).join('')
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`xiaoneng-cases-`)).length
  const before = left()
  expect(byId(await everyCase(text))).toEqual(byId(await inMemory(text)))
  expect(left()).toBeLessThanOrEqual(before)
})

test('a gzipped file is read like the file', async () => {
  const text = HEADER + rows(2).slice(0, 100).join('')
  expect(await everyCase(gzipSync(text))).toEqual(await everyCase(text))
})

test('traces keep the order of the file, rows of a table are ordered by time', async () => {
  const event = (name: string, at: string) =>
    `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/></event>`
  const xes = `<log><trace><string key="concept:name" value="1"/>${event('b', '2026-01-02T00:00:00Z')}${event('a', '2026-01-01T00:00:00Z')}</trace></log>`
  const names = async (text: string) => (await everyCase(text))[0]?.events.map(({ activity }) => activity)
  expect(await names(xes)).toEqual(['b', 'a'])
  expect(await names('case,activity,time\n1,b,2026-01-02T00:00:00Z\n1,a,2026-01-01T00:00:00Z\n')).toEqual([
    'a',
    'b',
  ])
})

test('one row a case: each milestone with a time is an event, the other columns describe the case', async () => {
  const text = 'case_id,open_dt,closed_dt,type\n1,2026-01-02,2026-01-05,pothole\n2,2026-01-03,,light\n'
  expect(await everyCase(text, { zone: 'UTC' })).toEqual([
    {
      caseId: '1',
      attributes: { open_dt: '2026-01-02', closed_dt: '2026-01-05', type: 'pothole' },
      events: [
        {
          activity: 'Opened',
          at: Date.UTC(2026, 0, 2),
          resource: undefined,
          lifecycle: undefined,
          attributes: {},
        },
        {
          activity: 'Closed',
          at: Date.UTC(2026, 0, 5),
          resource: undefined,
          lifecycle: undefined,
          attributes: {},
        },
      ],
    },
    {
      caseId: '2',
      attributes: { open_dt: '2026-01-03', type: 'light' },
      events: [
        {
          activity: 'Opened',
          at: Date.UTC(2026, 0, 3),
          resource: undefined,
          lifecycle: undefined,
          attributes: {},
        },
      ],
    },
  ])
})

test('Chinese headers need no mapping', async () => {
  const text = '办件编号,环节,办理时间,经办人\nA1,受理,2026-03-02 09:30,张三\n'
  expect((await everyCase(text))[0]?.events).toEqual([
    {
      activity: '受理',
      at: Date.parse('2026-03-02T09:30:00+08:00'),
      resource: '张三',
      lifecycle: undefined,
      attributes: {},
    },
  ])
})

test('JSON lines may grow new names on the way', async () => {
  const text =
    '{"case":"1","activity":"a","time":"2026-01-01T00:00:00Z"}\n{"case":"1","activity":"b","time":"2026-01-02T00:00:00Z","ok":true,"n":1.5,"none":null}\n'
  expect((await everyCase(text))[0]?.events.map(({ attributes }) => attributes)).toEqual([
    {},
    { ok: 'true', n: '1.5' },
  ])
})
