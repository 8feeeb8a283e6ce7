import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  claimedInVain,
  classify,
  collectTests,
  drawTable,
  idsIn,
  MODULES,
  parseCsv,
  parseSystems,
  readTests,
  summarise,
  unknownIds,
  type ProvingTest,
  type SystemRow,
} from './systems-report.ts'

const HEADER = 'id,中文,English,folder,state,what it means here'

const row = (id: string, state: SystemRow['state'] = 'planned'): SystemRow => ({
  id,
  chinese: '限时办结制',
  english: 'Time-limited completion',
  folder: 'src/modules/cases',
  state,
  meaning: 'Runs the clock and refuses restarts.',
})

const proof = (id: string, over: Partial<ProvingTest> = {}): ProvingTest => ({
  ids: [id],
  file: 'a.test.ts',
  title: `[${id}] holds`,
  status: 'passed',
  sides: 'both',
  ...over,
})

describe('the CSV', () => {
  test.each([
    {
      why: 'plain fields',
      text: 'a,b\nc,d\n',
      records: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    {
      why: 'lines that end as RFC 4180 wants',
      text: 'a,b\r\nc,d',
      records: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    { why: 'commas and doubled quotes inside quotes', text: '"a, ""b""",c', records: [['a, "b"', 'c']] },
    { why: 'a line end inside quotes', text: '"a\nb",c', records: [['a\nb', 'c']] },
    { why: 'empty fields, the last one too', text: ',a,\n', records: [['', 'a', '']] },
    { why: 'an empty field at the very end', text: 'a,', records: [['a', '']] },
    { why: 'an empty text', text: '', records: [] },
  ])('is read with $why', ({ text, records }) => expect(parseCsv(text)).toEqual(records))

  test.each(['a"b,c', '"a"b,c', '"a'])('is refused with a misplaced quote: %s', (text) =>
    expect(() => parseCsv(text)).toThrow('misplaced quote'),
  )
})

describe('the table', () => {
  const line = (id: string, state = 'planned') =>
    `${id},限时,Limit,src/modules/cases,${state},"Runs, and refuses."`

  test('gives its rows by name', () => {
    expect(parseSystems(`${HEADER}\n${line('CASE-07', 'done')}\n`)).toEqual([
      {
        id: 'CASE-07',
        chinese: '限时',
        english: 'Limit',
        folder: 'src/modules/cases',
        state: 'done',
        meaning: 'Runs, and refuses.',
      },
    ])
  })

  test.each([
    { why: 'another header', text: 'id,name\n', says: 'header' },
    { why: 'a module nobody knows', text: `${HEADER}\n${line('LAND-01')}`, says: 'LAND-01' },
    { why: 'a state that is not one', text: `${HEADER}\n${line('CASE-07', 'nearly')}`, says: 'state' },
    { why: 'a row cut short', text: `${HEADER}\nCASE-07,限时`, says: 'CASE-07' },
    { why: 'a column too many', text: `${HEADER}\n${line('CASE-07')},x`, says: 'six columns' },
    { why: 'an id given twice', text: `${HEADER}\n${line('CASE-07')}\n${line('CASE-07')}`, says: 'twice' },
  ])('is refused with $why', ({ text, says }) => expect(() => parseSystems(text)).toThrow(says))

  test('as it stands holds all 639 systems in the 18 modules, each with a meaning of its own', () => {
    const rows = parseSystems(readFileSync(new URL('../docs/systems.csv', import.meta.url), 'utf8'))
    expect(rows).toHaveLength(639)
    expect(new Set(rows.map(({ id }) => id.split('-')[0]))).toEqual(new Set(MODULES))
    expect(new Set(rows.map(({ meaning }) => meaning)).size).toBe(639)
  })
})

describe('ids', () => {
  // The titles under test stay out of the names: a name that carries an id claims to prove its row.
  test.each([
    { why: 'one in brackets', title: '[CASE-06] nothing is asked twice', ids: ['CASE-06'] },
    { why: 'several, each once', title: '[CASE-06][ACCT-24] asked [CASE-06]', ids: ['CASE-06', 'ACCT-24'] },
    { why: 'none without brackets', title: 'CASE-06 nothing is asked twice', ids: [] },
    { why: 'none of another shape', title: '[CASE-6] [LAND-01] [CASE-006]', ids: [] },
  ])('are read from a name: $why', ({ title, ids }) => expect(idsIn(title)).toEqual(ids))

  test('that no row answers to are told', () => {
    expect(unknownIds([row('CASE-06')], [proof('CASE-06'), proof('CASE-99')])).toEqual(['CASE-99'])
  })
})

describe('a row', () => {
  const verdictOf = (...tests: ProvingTest[]) => classify([row('CASE-06')], tests)[0]?.verdict
  const oneSided = proof('CASE-06', { sides: 'no refusal or detection' })
  const failed = proof('CASE-06', { status: 'failed' })
  const skipped = proof('CASE-06', { status: 'skipped' })

  test.each([
    { why: 'no test carries its id', tests: [proof('CASE-07')], verdict: 'unproven' },
    { why: 'a test of both sides passed', tests: [proof('CASE-06')], verdict: 'proven' },
    { why: 'one of its tests shows both sides', tests: [oneSided, proof('CASE-06')], verdict: 'proven' },
    { why: 'no passing test shows both sides', tests: [oneSided], verdict: 'one-sided' },
    { why: 'one of its tests failed', tests: [proof('CASE-06'), failed], verdict: 'failed' },
    { why: 'its only test was skipped', tests: [skipped], verdict: 'unproven' },
  ])('is $verdict when $why', ({ tests, verdict }) => expect(verdictOf(...tests)).toBe(verdict))

  test('marked done is claimed in vain unless it is proven', () => {
    const rows = [row('CASE-01', 'done'), row('CASE-02', 'done'), row('CASE-03', 'part')]
    const vain = claimedInVain(classify(rows, [proof('CASE-01')]))
    expect(vain.map(({ row: { id } }) => id)).toEqual(['CASE-02'])
  })
})

test('the summary names all modules, the table adds them up', () => {
  const verdicts = classify([row('CASE-01'), row('CASE-02')], [proof('CASE-01')])
  expect(Object.keys(summarise(verdicts))).toHaveLength(18)
  expect(summarise(verdicts).CASE).toEqual({ rows: 2, proven: 1 })
  expect(drawTable(verdicts)).toMatch(/^CASE +2 +1 +0 +0$/m)
  expect(drawTable(verdicts)).toMatch(/^total +2 +1 +0 +0$/m)
})

describe('the sides of a test', () => {
  const sidesOf = (body: string) => readTests('a.test.ts', `test('it', async () => { ${body} })`)('it')
  const good = `expect(state.status).toBe('accepted');`

  test.each([
    `await expect(send(late)).rejects.toThrow()`,
    `expect(() => accept(late)).toThrow()`,
    `expect(() => accept(late)).toThrowError('late')`,
    `expect(refused(() => accept(late))).toBe('case.late')`,
    `refused(() => accept(late), 'case.late')`,
    `await expectRefused(late)`,
    `expect(codeOf(() => accept(late))).toBe(code)`,
    `expect(answer).toMatchObject({ code: 'case.not-accepted' })`,
    `expect(answer.code).toBe('case.not-accepted')`,
    `expect(answer.statusCode).toBe(403)`,
    `expect(answer).toMatchObject({ status: 409 })`,
    `expect(findings).toHaveLength(1)`,
    `expect(check(late)).toMatchObject([{ rule: 'SV-01' }])`,
    `for (const one of many) { expect(one.flagged).toBe(true) }`,
  ])('are both with a good case and %s', (bad) => {
    expect(sidesOf(good + bad)).toBe('both')
    expect(sidesOf(bad)).toBe('no positive assertion')
  })

  test.each([
    `expect(() => accept(early)).not.toThrow()`,
    `expect(findings).toEqual([])`,
    `expect(alerts).toHaveLength(0)`,
    `expect(flag).toBeUndefined()`,
    `expect(item).toMatchObject({ code: 'whereabouts' })`,
    `expect(answer.statusCode).toBe(200)`,
    `expect(rows).toHaveLength(404)`,
    `// expect(() => accept(late)).toThrow()`,
    `note('expect(x).rejects.toThrow()')`,
    `expect(findings)`,
  ])('want a refusal or detection with %s', (line) => {
    expect(sidesOf(`${good} ${line}\n`)).toBe('no refusal or detection')
  })

  test.each([
    { why: 'a plain name', source: `it('[CASE-06] a', BODY)`, ran: '[CASE-06] a' },
    {
      why: 'options before the body',
      source: `test('[CASE-06] a', { timeout: 1 }, BODY)`,
      ran: '[CASE-06] a',
    },
    { why: 'a table', source: `test.each(rows)('[CASE-06] $why for %s', BODY)`, ran: '[CASE-06] x for 3' },
    { why: 'a template', source: 'test(`[${id}] holds`, BODY)', ran: '[CASE-06] holds' },
    {
      why: 'a group around it',
      source: `describe('a', () => { test('[CASE-06] a', BODY) })`,
      ran: '[CASE-06] a',
    },
  ])('are found under $why', ({ source, ran }) => {
    const body = `() => { ${good} expect(() => go()).toThrow() }`
    expect(readTests('a.test.ts', source.replace('BODY', body))(ran)).toBe('both')
  })

  test('belong to the name that is spelled out before the one that is filled in', () => {
    const source = `test.each(t)('[CASE-06] $why', () => { ${good} }); test('[CASE-06] late', () => { refused(go) })`
    expect(readTests('a.test.ts', source)('[CASE-06] late')).toBe('no positive assertion')
  })

  test('are unknown when the source or the name is not there', () => {
    expect(readTests('a.test.ts', '')('[CASE-06] a')).toBe('no source found')
    expect(readTests('a.test.ts', `test('[CASE-06] b', () => { ${good} })`)('[CASE-06] a')).toBe(
      'no source found',
    )
  })
})

test('tests are collected by their own title, with status and sides', () => {
  const source = `test('[CASE-06] a', () => { expect(x).toBe(1); expect(() => y()).toThrow() })`
  const results = {
    testResults: [
      {
        name: '/a.test.ts',
        status: 'passed',
        assertionResults: [
          { title: '[CASE-06] a', status: 'passed' },
          { title: 'a without an id', status: 'skipped' },
        ],
      },
    ],
  }
  expect(collectTests(results, () => source)).toEqual([
    { ids: ['CASE-06'], file: '/a.test.ts', title: '[CASE-06] a', status: 'passed', sides: 'both' },
  ])
})
