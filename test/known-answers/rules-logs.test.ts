import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { sharedData } from '#test/shared-data.ts'
import { runCommand, runJson } from './run-command.ts'

interface Supervised {
  readonly at: string
  readonly rules: readonly {
    readonly rule: string
    readonly count: number
    readonly judged: number
    readonly concluded: { readonly judged: number; readonly found: number }
    readonly open: { readonly judged: number; readonly found: number }
    readonly cases: readonly string[]
  }[]
}

const supervise = async (...args: string[]) => {
  const { at, rules } = await runJson<Supervised>(process.cwd(), 'supervise', ...args)
  return { at, ...Object.fromEntries(rules.map((rule) => [rule.rule, rule])) } as Record<
    string,
    Supervised['rules'][number]
  > & {
    at: string
  }
}

describe('the permit log under supervision', () => {
  const xes = sharedData('wabo-receipt/receipt.xes.gz') ?? ''
  const csv = sharedData('wabo-receipt/receipt.csv.gz') ?? ''

  test.skipIf(!xes).each([
    ['with its preset', [xes, '--preset', 'wabo-receipt']],
    ['as XES with no word about its meaning', [xes]],
    ['as CSV with no word about its meaning', [csv]],
  ])('%s: late and overdue cases are found at the end of the log', async (_, [file = '', ...more]) => {
    const found = await supervise('--file', file, ...more)
    expect(Date.parse(found.at)).toBe(Date.parse('2012-01-23T15:42:54.644+01:00'))
    expect(found['SV-01']).toMatchObject({
      count: 416,
      concluded: { judged: 1329, found: 377 },
      open: { judged: 105, found: 39 },
    })
  })

  test.skipIf(!xes)('a determination that is missing and checks by the same hands are found', async () => {
    const found = await supervise('--file', xes, '--preset', 'wabo-receipt')
    expect(found['SV-06']).toMatchObject({ count: 1 })
    expect(found['SV-08']).toMatchObject({ count: 1088, judged: 1316 })
  })

  test.skipIf(!xes)('judged earlier, what came later is not known yet', async () => {
    const found = await supervise(
      '--file',
      xes,
      '--preset',
      'wabo-receipt',
      '--at',
      '2010-11-01',
      '--rule',
      'SV-01',
    )
    expect(found['SV-01']?.judged).toBeLessThan(200)
    expect(Object.keys(found)).toEqual(['at', 'SV-01'])
  })

  test.skipIf(!xes)('a larger number finds fewer idle cases, a mistyped one is refused', async () => {
    const usual = await supervise('--file', xes, '--preset', 'wabo-receipt', '--rule', 'SV-13')
    const patient = await supervise(
      '--file',
      xes,
      '--preset',
      'wabo-receipt',
      '--rule',
      'SV-13',
      '--set',
      'idleWorkingDays=60',
    )
    expect(patient['SV-13']?.count).toBeLessThan(usual['SV-13']?.count ?? 0)
    const { code, err } = await runCommand(process.cwd(), 'supervise', '--file', xes, '--set', 'idelDays=60')
    expect(code).toBe(2)
    expect(err).toMatch(/idelDays[\s\S]*idleWorkingDays/)
  })
})

describe('sixty calendar days to the surcharge', () => {
  const file = sharedData('road-fines/traffic-fines-10000-cases.csv.gz') ?? ''

  test.skipIf(!file)('hold in every case that has both', async () => {
    const found = await supervise('--file', file, '--preset', 'road-fines', '--rule', 'SV-16')
    expect(found['SV-16']).toMatchObject({ judged: 4635, count: 0 })
  })
})

describe('a city says itself which requests are overdue', () => {
  const file = sharedData('boston311-2015/requests-jan-aug.csv.gz') ?? ''

  test.skipIf(!file).each([
    ['with its preset', ['--preset', 'boston-311']],
    ['guessed from its columns', []],
  ])('%s: its flags and ours agree without exception', async (_, more) => {
    const found = await supervise('--file', file, ...more, '--rule', 'SV-01', '--at', '2016-01-13T00:00')
    const ours = new Set(found['SV-01']?.cases)
    const differing: string[] = []
    let flagged = 0
    const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) })
    for await (const line of lines) {
      const [caseId = '', , , , flag = ''] = line.split(',')
      if (flag !== 'ONTIME' && flag !== 'OVERDUE') continue
      flagged++
      if (ours.has(caseId) !== (flag === 'OVERDUE')) differing.push(caseId)
    }
    expect(differing).toEqual([])
    expect(flagged).toBe(81_264)
  })
})
