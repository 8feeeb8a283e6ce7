import { expect, test } from 'vitest'
import { type Histories, historiesBuilder } from '#engines/histories/index.ts'
import { casesHandedOver, handOversOf } from './hand-overs.ts'
import { casesWhere, holdersOf, valuesOf } from './selection.ts'
import { processMap } from './process-map.ts'

type Step = readonly [activity: string, resource: string, unit?: string]

function log(cases: readonly (readonly [item: string, ...steps: Step[]])[]): Histories {
  const builder = historiesBuilder()
  cases.forEach(([item, ...steps], place) => {
    const events = steps.map(([activity, resource, unit], step) => ({
      ...{ activity, resource, at: step * 60_000 },
      attributes: (unit === undefined ? {} : { unit }) as Record<string, string>,
    }))
    builder.addCase({ caseId: `case ${place}`, attributes: { item }, events })
  })
  return builder.finish('arrival')
}

const histories = log([
  ['permit', ['收件', 'li'], ['审查', 'zhao'], ['决定', 'li']],
  ['licence', ['收件', 'li'], ['决定', 'li']],
  ['permit', ['收件', 'li'], ['会审', 'li', 'fire'], ['决定', 'li']],
])
const unitOf = new Map([
  ['li', 'planning'],
  ['zhao', 'market'],
])

test('a map of one item is drawn from its cases alone', () => {
  expect(valuesOf(histories, 'item')).toEqual([
    { value: 'permit', cases: 2 },
    { value: 'licence', cases: 1 },
  ])
  const permits = casesWhere(histories, 'item', 'permit')
  expect(permits.caseIds).toEqual(['case 0', 'case 2'])
  expect(processMap(permits).edges.map(({ from, to, cases }) => [from, to, cases])).toEqual([
    ['会审', '决定', 1],
    ['审查', '决定', 1],
    ['收件', '会审', 1],
    ['收件', '审查', 1],
  ])
  expect(casesWhere(histories, 'item', 'nothing').caseCount).toBe(0)
  expect(casesWhere(histories, 'item', undefined)).toBe(histories)
})

test('hand-overs are counted between units, by what the event names or else by who did it, and open to their cases', () => {
  const holders = holdersOf(histories, 'unit', unitOf)
  const found = handOversOf(histories, holders)
  expect(found).toContainEqual({ from: 'planning', to: 'market', count: 1, cases: 1, medianSeconds: 60 })
  expect(found).toContainEqual({ from: 'fire', to: 'planning', count: 1, cases: 1, medianSeconds: 60 })
  expect(found).toHaveLength(4)
  expect(casesHandedOver(histories, holders, { from: 'planning', to: 'fire' })).toEqual([2])
  expect(handOversOf(histories, holdersOf(histories, 'unit', new Map()))).toEqual([])
})
