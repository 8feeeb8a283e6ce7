import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preset, readHistories } from '#modules/exchange/index.ts'
import { type MiningView } from '#modules/mining/contract.ts'
import { casesBehind, processMap, type TemporalReport } from '#modules/mining/index.ts'
import { sharedData } from '#test/shared-data.ts'
import { runCommand, runJson } from './run-command.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mining-'))
})
afterAll(() => rm(folder, { recursive: true }))

const LOGS = [
  {
    file: 'wabo-receipt/receipt.xes.gz',
    counts: { cases: 1434, events: 8577, activities: 27, variants: 116 },
    top: [713, 123, 116, 115, 75],
    mean: 467_263.915,
    median: 2868.583,
  },
  {
    file: 'wabo-receipt/receipt.csv.gz',
    counts: { cases: 1434, events: 8577, activities: 27, variants: 116 },
    top: [713, 123, 116, 115, 75],
    mean: 467_263.915,
    median: 2868.583,
  },
  {
    file: 'road-fines/traffic-fines-10000-cases.csv.gz',
    counts: { cases: 10_000, events: 34_724, activities: 11, variants: 44 },
    top: [3428, 3273, 1890, 758, 250],
  },
  {
    file: 'bpic2020-international/InternationalDeclarations.xes.gz',
    counts: { cases: 6323, events: 70_727, activities: 33, variants: 727 },
    top: [1351],
    mean: 7_335_785.749,
    median: 5_639_246,
  },
  {
    file: 'bpic2012-loans/bpic2012.xes.gz',
    counts: { cases: 13_087, events: 262_200, activities: 24, variants: 4366 },
    top: [3429],
    mean: 745_100.096,
    median: 69_857.434,
  },
]

describe.each(LOGS)('mine $file', ({ file, counts, top, mean, median }) => {
  const path = sharedData(file)

  test.skipIf(!path)('gives the counts its authors give', async () => {
    const figures = await runJson<MiningView>(folder, 'mine', '--file', path ?? '')
    expect(figures).toMatchObject(counts)
    expect(figures.topVariants.slice(0, top.length).map(({ count }) => count)).toEqual(top)
    if (mean !== undefined) expect(figures.meanDurationSeconds).toBeCloseTo(mean, 2)
    if (median !== undefined) expect(Math.abs(figures.medianDurationSeconds - median)).toBeLessThan(0.001)
    const starts = Object.values(figures.startActivities).reduce((sum, count) => sum + count, 0)
    const follows = figures.dfg.reduce((sum, { count }) => sum + count, 0)
    expect([starts, follows]).toEqual([counts.cases, counts.events - counts.cases])
  })
})

describe('rework and rejection of travel declarations', () => {
  const path = sharedData('bpic2020-international/InternationalDeclarations.xes.gz')

  test.skipIf(!path)('as the team that cleaned the log published them', async () => {
    const { histories } = await readHistories(path ?? '', preset('bpic2020-international'))
    const events = new Map(
      processMap(histories, { shownVariants: 1e9 }).nodes.map((node) => [node.activity, node.events]),
    )
    const rejections = ['ADMINISTRATION', 'SUPERVISOR', 'MISSING', 'PRE_APPROVER', 'BUDGET OWNER', 'DIRECTOR']
    expect(rejections.map((role) => events.get(`Declaration REJECTED by ${role}`))).toEqual([
      1519, 123, 100, 82, 40, 4,
    ])

    const submitted = histories.activities.indexOf('Declaration SUBMITTED by EMPLOYEE')
    const submissions = [0, 0, 0, 0]
    const paid = casesBehind(histories, { activity: 'Payment Handled' })
    for (const index of paid) {
      const trace = histories.activity.subarray(histories.firstEvent[index], histories.firstEvent[index + 1])
      const times = trace.filter((code) => code === submitted).length
      if (times > 0) submissions[Math.min(times, 4) - 1] = (submissions[Math.min(times, 4) - 1] ?? 0) + 1
    }
    expect(paid.length).toBe(6078)
    expect(submissions).toEqual([4709, 1110, 220, 39])
  })
})

describe('conform on the permit log', () => {
  const path = sharedData('wabo-receipt/receipt.xes.gz')

  test.skipIf(!path)('the most frequent path as the published one fits exactly its own cases', async () => {
    const { topVariants } = await runJson<MiningView>(folder, 'mine', '--file', path ?? '')
    await writeFile(join(folder, 'path.yaml'), JSON.stringify({ path: topVariants[0]?.path }))
    const report = await runJson<{ cases: number; fitting: number; deviating: number; fittingSoFar: number }>(
      folder,
      'conform',
      '--file',
      path ?? '',
      '--path',
      'path.yaml',
    )
    expect(report).toMatchObject({ cases: 1434, fitting: 713 })
    expect(report.fitting + report.fittingSoFar + report.deviating).toBe(1434)
  })
})

describe('constraints on the permit log', () => {
  const path = sharedData('wabo-receipt/receipt.xes.gz')

  test.skipIf(!path)('one case printed the confirmation without ever determining it', async () => {
    const constraints = [
      { precedence: ['T04*', 'T05*'] },
      { respondedExistence: ['T04*', 'T02*'] },
      { absence: 'T03*' },
    ]
    await writeFile(join(folder, 'constraints.yaml'), JSON.stringify({ constraints }))
    const report = await runJson<{
      cases: number
      deviating: number
      constraints: { constraint: string; concerned: number; broken: number }[]
      constraintBreaks: { caseId: string; breaks: { constraint: string; kind: string; activity: string }[] }[]
    }>(folder, 'conform', '--file', path ?? '', '--path', 'constraints.yaml')
    expect(report.constraints.map(({ constraint, broken }) => [constraint, broken])).toEqual([
      ['precedence(T04*, T05*)', 1],
      ['respondedExistence(T04*, T02*)', 0],
      ['absence(T03*)', 37],
    ])
    expect(report.deviating).toBe(report.constraintBreaks.length)
    const early = report.constraintBreaks
      .flatMap(({ breaks }) => breaks)
      .filter((one) => one.constraint[0] === 'p')
    expect(early).toMatchObject([{ kind: 'broken', activity: 'T05 Print and send confirmation of receipt' }])
  })
})

describe('times of the permit log', () => {
  const path = sharedData('wabo-receipt/receipt.xes.gz')

  test.skipIf(!path)(
    'working time and the temporal profile come when asked, beside the same figures',
    async () => {
      const asked = [
        '--file',
        path ?? '',
        '--preset',
        'wabo-receipt',
        '--calendar',
        'weekdays',
        '--temporal',
        '--zeta',
        '6',
      ]
      const figures = await runJson<MiningView & { temporal: TemporalReport }>(folder, 'mine', ...asked)
      expect(figures).toMatchObject({ cases: 1434, workingTime: { hours: '08:30-17:00', cases: 1434 } })
      expect(figures.workingTime?.meanSeconds).toBeLessThan(figures.meanDurationSeconds / 3)
      const { temporal } = figures
      expect(temporal.furthest).toHaveLength(temporal.deviatingCases)
      expect(temporal.furthest.reduce((sum, { deviations }) => sum + deviations, 0)).toBe(temporal.deviations)
      expect(Math.min(...temporal.furthest.map(({ apart }) => apart))).toBeGreaterThan(6)
    },
  )

  test.skipIf(!path)('a number of deviations or hours that mean nothing are refused', async () => {
    for (const wrong of [
      ['--zeta', 'two'],
      ['--zeta', '0'],
      ['--hours', '17:00-08:30'],
    ]) {
      const { code, err } = await runCommand(folder, 'mine', '--file', path ?? '', ...wrong)
      expect([code, err]).toEqual([2, expect.stringContaining(wrong[1] ?? '')])
    }
  })
})
