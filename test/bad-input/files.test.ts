import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { caseAt } from '#engines/histories/index.ts'
import { readHistories } from '#modules/exchange/index.ts'
import { asLines, attempt, sent } from './reading.ts'

const event = (name: string, at: string, more = '') =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/>${more}</event>\n`
const trace = (id: string, events: string) =>
  `<trace><string key="concept:name" value="${id}"/>\n${events}</trace>\n`
const xes = (traces: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<log>\n${traces}</log>\n`
const good = xes(trace('1', event('a', '2026-01-01T00:00:00Z')))
const csv = (rows: string) => `case_id,activity,timestamp\n${rows}`

/** One clear sentence in each language, with the place, and nothing of the machine's insides. */
function expectClear(
  refused: { code: string; text: { zh: string; en: string } } | undefined,
  code: string,
  place: RegExp,
): void {
  expect(refused?.code).toBe(code)
  expect(refused?.text.zh).toMatch(/[\u4e00-\u9fff]/)
  expect(refused?.text.en).toMatch(/^[^\u4e00-\u9fff]*$/)
  for (const text of [refused?.text.zh, refused?.text.en]) {
    expect(text).toMatch(place)
    expect(text).not.toMatch(/\{\w+\}|undefined|\bat \w+ \(|Error:/)
  }
}

describe('a whole file is refused with its place', () => {
  test.each([
    ['broken XML', good.replace('</trace>', ''), 'exchange.xml-broken', /6/],
    ['XML that breaks off', good.slice(0, -30), 'exchange.xml-broken', /4/],
    ['another kind of XML', '<svg/>', 'exchange.not-xes', /svg/],
    [
      'an entity bomb',
      '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\n<log>&b;</log>',
      'exchange.xml-entities',
      /1/,
    ],
    ['a truncated gzip', gzipSync(good).subarray(0, -12), 'exchange.gzip-truncated', /\d+/],
    [
      'a damaged gzip',
      Buffer.concat([gzipSync(good).subarray(0, 20), Buffer.alloc(200, 7)]),
      'exchange.gzip-broken',
      /\d+/,
    ],
    ['nothing', '', 'exchange.file-empty', /log/],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 44, 9]),
      'exchange.format-unknown',
      /1/,
    ],
    [
      'a quote that is never closed',
      csv('1,"a,2026-01-01\n2,b,2026-01-02\n'),
      'exchange.csv-quote-open',
      /2/,
    ],
    [
      'a column twice',
      'case_id,activity,activity,timestamp\n1,a,b,2026-01-01\n',
      'exchange.header-broken',
      /1.*activity/,
    ],
    ['a table without a time', 'case_id,activity,colour\n1,a,red\n', 'exchange.columns-unclear', /colour/],
    ['a table with a header only', csv(''), 'exchange.nothing-readable', /0/],
    ['only rows that cannot be used', csv('1,a,2026-02-30\n'), 'exchange.nothing-readable', /1.*2/],
    ['JSON that is no log', '{"events": [1, 2}', 'exchange.json-broken', /1/],
    [
      'a workbook that breaks off',
      Buffer.from('PK\u0003\u0004abcdefghijklmnopqrstuvwxyz'),
      'exchange.workbook-broken',
      /log/,
    ],
    [
      'UTF-8 with a broken letter in XML',
      Buffer.from(good.replace('value="a"', 'value="\u00e9"'), 'latin1'),
      'exchange.encoding-broken',
      /\d+/,
    ],
    [
      'an encoding nobody knows',
      good.replace('UTF-8', 'KLINGON-8'),
      'exchange.encoding-unknown',
      /KLINGON-8/,
    ],
    [
      'text that is two encodings',
      Buffer.concat([
        Buffer.from(csv('1,收件,2026-01-01\n'.repeat(20_000))),
        Buffer.from([0xca, 0xd5, 0xff, 0xff]),
      ]),
      'exchange.encoding-broken',
      /\d+/,
    ],
  ])('%s', async (_, content, code, place) => {
    const { refused } = await attempt(content)
    expectClear(refused, code, place)
  })

  test('a file that is not there, and a folder', async () => {
    await expect(readHistories('/nowhere/log.csv', { columns: {} })).rejects.toMatchObject({
      code: 'exchange.file-not-found',
    })
    await expect(readHistories('/', { columns: {} })).rejects.toMatchObject({
      code: 'exchange.file-unreadable',
    })
  })

  test('a compression bomb, long before it is unpacked', async () => {
    const { refused } = await attempt(
      gzipSync(Buffer.concat([Buffer.from(csv('')), Buffer.alloc(64 * 2 ** 20, '\n')])),
    )
    expectClear(refused, 'exchange.expands-too-far', /300/)
  })

  test('more content than allowed', async () => {
    const { refused } = await attempt(csv('1,a,2026-01-01\n'.repeat(100_000)), { contentBytes: 2 ** 20 })
    expectClear(refused, 'exchange.too-large', /1 MiB/)
  })

  test('a line of 100 MB in bounded memory', async () => {
    function* long() {
      yield Buffer.from(csv('1,a,2026-01-01\n2,'))
      for (let piece = 0; piece < 100; piece++) yield Buffer.alloc(2 ** 20, 'x')
    }
    const before = process.memoryUsage().rss
    const { refused } = await attempt(long())
    expectClear(refused, 'exchange.line-too-long', /3/)
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20)
  })

  test('an attribute of XES of 20 MB', async () => {
    const { refused } = await attempt(
      xes(trace('1', event('a'.repeat(20 * 2 ** 20), '2026-01-01T00:00:00Z'))),
    )
    expectClear(refused, 'exchange.line-too-long', /4/)
  })

  test('a mapping that names a column which is not there', async () => {
    const read = readHistories(sent(csv('1,a,2026-01-01\n')), { columns: { at: 'when' } })
    await expect(read).rejects.toMatchObject({ code: 'exchange.column-missing', details: { column: 'when' } })
  })

  test('a zone nobody knows', async () => {
    const read = readHistories(sent(csv('1,a,2026-01-01\n')), { columns: { zone: 'Mars/Olympus' } })
    await expect(read).rejects.toMatchObject({ code: 'zone.unknown' })
  })

  test('a reading that is stopped', async () => {
    const stop = new AbortController()
    stop.abort()
    const read = readHistories(sent(good), { columns: {} }, { signal: stop.signal })
    await expect(read).rejects.toMatchObject({ code: 'exchange.stopped' })
  })
})

describe('a bad row is rejected with its line, and the others stay', () => {
  test('of a table', async () => {
    const rows = [
      '1,a,2026-01-01',
      '1,b,2026-02-30',
      ',c,2026-01-01',
      '1,,2026-01-01',
      '1,d,',
      '1,e,soon',
      '1,f,01/02/2026',
      '1,g,2026-01-02,extra',
      '1,h',
      '1,"i"i,2026-01-03',
      '1,j,2026-01-04',
    ]
    const { read } = await attempt(csv(`${rows.join('\n')}\n`))
    expect(asLines(read?.rejected ?? [])).toEqual([
      '3 time-impossible timestamp',
      '4 case-missing case_id',
      '5 activity-missing activity',
      '6 time-missing timestamp',
      '7 time-unreadable timestamp',
      '8 time-order-unclear timestamp',
      '9 field-count',
      '10 field-count',
      '11 quote-misplaced',
    ])
    expect(read && caseAt(read.histories, 0).events.map(({ activity }) => activity)).toEqual(['a', 'j'])
  })

  test('of XES: impossible times, events with no name or no trace, a trace id that comes twice', async () => {
    const bad = '<event><date key="time:timestamp" value="2026-01-01T00:00:00Z"/></event>\n'
    const log = xes(
      trace('1', event('a', '2026-01-01T00:00:00Z') + event('b', '2026-02-30T00:00:00Z') + bad) +
        event('alone', '2026-01-01T00:00:00Z') +
        trace('1', event('c', '2026-01-02T00:00:00Z')),
    )
    const { read } = await attempt(log)
    expect(asLines(read?.rejected ?? [])).toEqual([
      '5 time-impossible time:timestamp',
      '6 activity-missing',
      '8 event-outside-trace',
      '9 case-duplicate concept:name',
    ])
    expect(read?.histories).toMatchObject({ caseCount: 1, eventCount: 1 })
  })

  test('event ids that come twice, where the mapping says which column is the id', async () => {
    const text = 'id,case_id,activity,timestamp\ne1,1,a,2026-01-01\ne1,1,b,2026-01-02\n'
    const { rejected } = await readHistories(sent(text), { columns: { eventId: 'id', case: 'case_id' } })
    expect(asLines(rejected)).toEqual(['3 event-duplicate id'])
  })

  test('case ids that come twice in a table of cases', async () => {
    const { read } = await attempt('case_id,open_dt\n1,2026-01-01\n1,2026-01-02\n')
    expect(asLines(read?.rejected ?? [])).toEqual(['3 case-duplicate case_id'])
  })

  test('JSON lines that are no objects, or whose numbers have lost digits', async () => {
    const line = '{"case":"1","activity":"a","time":"2026-01-01T00:00:00Z"}'
    const { read } = await attempt(
      `${line}\n[1]\n{"case":\n{"case":12345678901234567890,"activity":"a","time":"2026-01-01T00:00:00Z"}\n`,
    )
    expect(asLines(read?.rejected ?? [])).toEqual(['2 json-broken', '3 json-broken', '4 json-broken'])
  })

  test('every reason is said in both languages', async () => {
    const { read } = await attempt(csv('1,a,2026-01-01\n1,b,2026-02-30\n'))
    const [row] = read?.rejected ?? []
    expect(row?.reason.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(row?.reason.en).toMatch(/day/)
    expect(row?.value).toBe('2026-02-30')
  })
})

describe('what looks odd and is not wrong is read, and said', () => {
  test('times without a zone are read in the stated zone', async () => {
    const { read } = await attempt(csv('1,a,2026-01-01 08:00\n'))
    expect(read?.zoneAssumed).toBe('Asia/Shanghai')
    expect(read?.notices[0]?.text.en).toMatch(/Asia\/Shanghai.*line 2/)
    expect(read?.histories.at[0]).toBe(Date.UTC(2026, 0, 1))
  })

  test('events out of order are told of and not lost', async () => {
    const { read } = await attempt(
      xes(trace('1', event('a', '2026-01-02T00:00:00Z') + event('b', '2026-01-01T00:00:00Z'))),
    )
    expect(read?.notices).toMatchObject([{ code: 'out-of-order', count: 1, line: 5 }])
    expect(read?.histories.eventCount).toBe(2)
  })

  test.each([
    ['a byte order mark', Buffer.from(`\uFEFF${csv('1,收件,2026-01-01\n')}`), 'utf-8'],
    ['GB18030 without a word', gb18030(), 'gb18030'],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${csv('1,收件,2026-01-01\n')}`, 'utf16le'), 'utf-16le'],
  ])('%s', async (_, content, encoding) => {
    const { read } = await attempt(content)
    expect(read?.encoding).toBe(encoding)
    expect(read?.histories.activities).toEqual(['收件'])
    expect(read && caseAt(read.histories, 0).caseId).toBe('1')
  })

  test('XML that declares GB18030', async () => {
    const text = xes(trace('1', event('@', '2026-01-01T00:00:00Z'))).replace('UTF-8', 'GB18030')
    const [before, after] = text.split('@')
    const { read } = await attempt(
      Buffer.concat([Buffer.from(before ?? ''), RECEIVED_GB18030, Buffer.from(after ?? '')]),
    )
    expect(read?.histories.activities).toEqual(['收件'])
  })

  test('a script in a name stays a name', async () => {
    const name = '<script>alert(1)</script>'
    const { read } = await attempt(csv(`1,${name},2026-01-01\n`))
    expect(read?.histories.activities).toEqual([name])
  })

  test('a name that is a path is shown without it and never opened', async () => {
    const { refused } = await attempt('<svg', {}, '../../etc/pass\u0007wd')
    expect(JSON.stringify(refused)).not.toMatch(/etc\/|\\u0007/)
  })

  test('names that JavaScript gives a meaning to are only names', async () => {
    const { read } = await attempt(
      'case_id,activity,timestamp,__proto__,constructor\n__proto__,toString,2026-01-01,x,y\n',
    )
    expect(read?.histories).toMatchObject({ caseIds: ['__proto__'], activities: ['toString'] })
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

/** 收件 as Chinese Windows writes it. */
const RECEIVED_GB18030 = Buffer.from([0xca, 0xd5, 0xbc, 0xfe])

function gb18030(): Buffer {
  return Buffer.concat([
    Buffer.from('case_id,activity,timestamp\n1,'),
    Buffer.from([0xca, 0xd5, 0xbc, 0xfe]),
    Buffer.from(',2026-01-01\n'),
  ])
}
