import { describe, expect, test } from 'vitest'
import type { Histories } from '#engines/histories/index.ts'
import { previewFile, preset, readHistories } from '#modules/exchange/index.ts'
import { sharedData } from '#test/shared-data.ts'

/** Counted by the READMEs of the data; `resources` where they say it. */
const LOGS = [
  {
    file: 'wabo-receipt/receipt.xes.gz',
    preset: 'wabo-receipt',
    cases: 1434,
    events: 8577,
    activities: 27,
    variants: 116,
    resources: 48,
  },
  {
    file: 'wabo-receipt/receipt.csv.gz',
    preset: 'wabo-receipt',
    cases: 1434,
    events: 8577,
    activities: 27,
    variants: 116,
    resources: 48,
  },
  {
    file: 'road-fines/traffic-fines-10000-cases.csv.gz',
    preset: 'road-fines',
    cases: 10_000,
    events: 34_724,
    activities: 11,
    variants: 44,
  },
  { file: 'road-fines/roadtraffic100traces.xes.gz', cases: 100, events: 390, variants: 10 },
  {
    file: 'road-fines/one-trace-per-variant.xes.gz',
    cases: 231,
    events: 1891,
    activities: 11,
    variants: 231,
  },
  {
    file: 'bpic2020-international/InternationalDeclarations.xes.gz',
    preset: 'bpic2020-international',
    cases: 6323,
    events: 70_727,
    activities: 33,
    variants: 727,
  },
  {
    file: 'bpic2012-loans/bpic2012.xes.gz',
    preset: 'bpic2012',
    cases: 13_087,
    events: 262_200,
    activities: 24,
    variants: 4366,
  },
  {
    file: 'format-samples/running-example.xes',
    cases: 6,
    events: 42,
    activities: 8,
    variants: 6,
    resources: 6,
  },
  {
    file: 'format-samples/running-example.csv',
    cases: 6,
    events: 42,
    activities: 8,
    variants: 6,
    resources: 6,
  },
]

describe.each(LOGS)('$file', ({ file, preset: name, ...expected }) => {
  const path = sharedData(file)
  test.skipIf(path === undefined)('has the counts its README says, and no row is lost', async () => {
    const { histories, rejectedCount } = await readHistories(
      path ?? '',
      name === undefined ? { columns: {} } : preset(name),
    )
    const counted = {
      cases: histories.caseCount,
      events: histories.eventCount,
      activities: histories.activities.length,
      resources: histories.resources.length,
      variants: variantsOf(histories),
    }
    expect(counted).toMatchObject(expected)
    expect(rejectedCount).toBe(0)
  })
})

function variantsOf({ activity, firstEvent, caseCount }: Histories): number {
  const variants = new Set<string>()
  for (let index = 0; index < caseCount; index++)
    variants.add(activity.subarray(firstEvent[index], firstEvent[index + 1]).join())
  return variants.size
}

const loans = sharedData('bpic2012-loans/bpic2012.xes.gz')
test.skipIf(loans === undefined)(
  'bpic2012: life-cycle transitions, and the events without a person',
  async () => {
    const { histories } = await readHistories(loans ?? '', preset('bpic2012'))
    const counts = Object.fromEntries(
      histories.lifecycles.map((name, code) => [
        name,
        histories.lifecycle.filter((given) => given === code).length,
      ]),
    )
    expect(counts).toEqual({ COMPLETE: 164_506, START: 71_376, SCHEDULE: 26_318 })
    expect(histories.resource.filter((code) => code < 0)).toHaveLength(18_010)
  },
)

const receipt = sharedData('wabo-receipt/receipt.xes.gz')
const receiptTable = sharedData('wabo-receipt/receipt.csv.gz')
test.skipIf(receipt === undefined)('wabo-receipt: XES and the flattened table say the same', async () => {
  const asXes = (await readHistories(receipt ?? '', preset('wabo-receipt'))).histories
  const asTable = (await readHistories(receiptTable ?? '', preset('wabo-receipt'))).histories
  expect([...asXes.caseAttributes.keys()].sort()).toEqual([...asTable.caseAttributes.keys()].sort())
  expect(Math.max(...asXes.at)).toBe(Math.max(...asTable.at))
  expect(Math.max(...asXes.at)).toBe(Date.parse('2012-01-23T15:42:54.644+01:00'))
  expect(asXes.caseAttributes.get('enddate')?.codes.filter((code) => code >= 0)).toHaveLength(1329)
})

const boston = sharedData('boston311-2015/requests-jan-aug.csv.gz')
test.skipIf(boston === undefined)('boston311-2015: one row a case, opened and closed', async () => {
  const { histories, rejectedCount } = await readHistories(boston ?? '', preset('boston-311'))
  expect(histories).toMatchObject({ caseCount: 81_408, eventCount: 81_408 + 69_312 })
  expect(rejectedCount).toBe(0)
  const types = histories.caseAttributes.get('type')
  expect(types?.values).toHaveLength(157)
})

const objects = sharedData('format-samples/ocel20_example.jsonocel')
test.skipIf(objects === undefined)('OCEL 2.0: each object type gives its own cases', async () => {
  const columns = (objectType: string) => ({ columns: { objectType } })
  const cases = async (objectType: string) =>
    (await readHistories(objects ?? '', columns(objectType))).histories.caseCount
  const types = ['Invoice', 'Payment', 'Purchase Order', 'Purchase Requisition']
  const counts = await Promise.all(types.map(cases))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(9)
  await expect(readHistories(objects ?? '', columns('Letter'))).rejects.toMatchObject({
    code: 'exchange.object-type-unknown',
  })
  expect((await previewFile(objects ?? '')).format).toBe('ocel')
})

const tickets = sharedData('fuzhou-12345/tickets.jsonl.gz')
test.skipIf(tickets === undefined)('fuzhou-12345: JSON lines, one row a ticket', async () => {
  const columns = { case: 'row', milestones: { 诉求: 'date' } }
  const { histories } = await readHistories(tickets ?? '', { columns })
  expect(histories).toMatchObject({ caseCount: 1203, eventCount: 1203 })
})
