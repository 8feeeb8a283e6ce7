import { describe, expect, test } from 'vitest'
import { type Histories, historiesBuilder } from '#engines/histories/index.ts'
import { layPath } from '#engines/rules/index.ts'
import {
  alignmentCosts,
  casesBehind,
  compilePublishedPath,
  conform,
  conformToPublished,
  mine,
  processMap,
  VERDICTS,
} from './index.ts'

function log(...traces: readonly string[]): Histories {
  const builder = historiesBuilder()
  traces.forEach((trace, place) => {
    const events = [...trace].map((activity, step) => ({ activity, at: step * 60_000 * (place + 1) }))
    builder.addCase({ caseId: `case ${place}`, attributes: {}, events })
  })
  return builder.finish('arrival')
}

describe('mining', () => {
  test('counts what happened, the most frequent first', () => {
    expect(mine(log('abc', 'abc', 'ac', 'abbc'))).toEqual({
      cases: 4,
      events: 12,
      activities: 3,
      variants: 3,
      topVariants: [
        { path: ['a', 'b', 'c'], count: 2 },
        { path: ['a', 'c'], count: 1 },
        { path: ['a', 'b', 'b', 'c'], count: 1 },
      ],
      startActivities: { a: 4 },
      endActivities: { c: 4 },
      dfg: [
        { from: 'a', to: 'b', count: 3, meanSeconds: 140 },
        { from: 'b', to: 'c', count: 3, meanSeconds: 140 },
        { from: 'a', to: 'c', count: 1, meanSeconds: 180 },
        { from: 'b', to: 'b', count: 1, meanSeconds: 240 },
      ],
      meanDurationSeconds: 315,
      medianDurationSeconds: 210,
    })
  })

  test('an empty log has figures too', () => {
    expect(mine(log())).toMatchObject({ cases: 0, variants: 0, topVariants: [], meanDurationSeconds: 0 })
  })

  test('a map of the most frequent variants holds only their cases', () => {
    const map = processMap(log('abc', 'abc', 'ac', 'abbc'), { shownVariants: 1 })
    expect(map).toMatchObject({ cases: 2, totalVariants: 3, shownVariants: 1 })
    expect(map.edges.map(({ from, to }) => from + to)).toEqual(['ab', 'bc'])
  })

  test('rework is a step done again in the same case', () => {
    const node = processMap(log('abb', 'abbb', 'ab')).nodes.find(({ activity }) => activity === 'b')
    expect(node).toMatchObject({ events: 6, cases: 3, reworkCases: 2 })
  })

  test('arrows that the published path does not allow are marked', async () => {
    const path = await compilePublishedPath('- a\n- b\n- c')
    const map = processMap(log('abc', 'ac'), { path })
    expect(map.edges.map(({ from, to, onPath }) => `${from}${to} ${onPath}`)).toEqual([
      'ab true',
      'ac false',
      'bc true',
    ])
    expect(map.variants.map(({ fits }) => fits)).toEqual([true, false])
  })

  test('every node and arrow opens to its cases', () => {
    const histories = log('abc', 'ac', 'ba')
    expect(casesBehind(histories, { activity: 'b' })).toEqual([0, 2])
    expect(casesBehind(histories, { from: 'a', to: 'c' })).toEqual([1])
  })
})

describe('conformance', () => {
  test('an open case that kept the path so far is not a deviation, a concluded one is', async () => {
    const histories = log('abc', 'ab', 'ac')
    const { automaton, others } = await compilePublishedPath('path: [a, b, c]')
    const program = layPath(automaton, histories.activities, others)
    const verdicts = (concluded: boolean) =>
      [...conform(histories, program, () => concluded).verdicts].map((verdict) => VERDICTS[verdict])
    expect(verdicts(false)).toEqual(['fitting', 'fittingSoFar', 'deviating'])
    expect(verdicts(true)).toEqual(['fitting', 'deviating', 'deviating'])
    expect([...alignmentCosts(histories, program)]).toEqual([0, 1, 1])
  })

  test('constraints stand beside a path or instead of one, and the worse verdict counts', async () => {
    const histories = log('abc', 'ab', 'cab')
    const verdictsOf = async (text: string, concluded: boolean) => {
      const published = await compilePublishedPath(text)
      const { verdicts } = conformToPublished(histories, published, () => concluded)
      return [...verdicts].map((verdict) => VERDICTS[verdict])
    }
    const alone = 'constraints: [{ response: [a, c] }, { precedence: [a, c] }]'
    expect(await verdictsOf(alone, false)).toEqual(['fitting', 'fittingSoFar', 'deviating'])
    expect(await verdictsOf(alone, true)).toEqual(['fitting', 'deviating', 'deviating'])
    const beside = 'path: [a, b]\nothers: allowed\nconstraints: [{ init: a }]'
    expect(await verdictsOf(beside, true)).toEqual(['fitting', 'fitting', 'deviating'])
  })

  test('a constraint counts the cases it concerns, those that broke it and the open ones that still owe it', async () => {
    const published = await compilePublishedPath('constraints: [{ response: [a, c] }]')
    const histories = log('abc', 'ab', 'ab', 'b')
    const { constraints } = conformToPublished(histories, published, (index) => index === 2)
    expect(constraints.figures).toEqual([{ concerned: 3, broken: 1, owed: 1 }])
    expect([0, 1, 2, 3].map((index) => constraints.breaksOf(index).length)).toEqual([0, 0, 1, 0])
  })

  test.each([
    {
      why: 'a constraint nobody knows',
      text: 'constraints: [{ afterwards: [a, b] }]',
      says: /constraints.0/,
    },
    { why: 'broken YAML', text: 'path: [a', says: /流程文件有误/ },
    { why: 'an unknown word', text: 'path:\n  - maybe: [a]', says: /path/ },
    { why: 'no list', text: 'path: 7', says: /流程文件有误/ },
  ])('$why is refused', async ({ text, says }) => {
    await expect(compilePublishedPath(text)).rejects.toThrow(says)
  })
})

const bpmn = (body: string) =>
  `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"><process id="p">${body}</process></definitions>`

const flow = (from: string, to: string) =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`
const task = (id: string) => `<userTask id="${id}" name="${id}"/>`

describe('BPMN', () => {
  const forkAndJoin = bpmn(
    `<startEvent id="start"/>${['a', 'b', 'c', 'd'].map(task).join('')}<parallelGateway id="fork"/><parallelGateway id="join"/>` +
      `<exclusiveGateway id="either"/><exclusiveGateway id="merge"/><endEvent id="end"/>` +
      [
        ['start', 'a'],
        ['a', 'fork'],
        ['fork', 'b'],
        ['fork', 'c'],
        ['b', 'join'],
        ['c', 'join'],
        ['join', 'either'],
        ['either', 'd'],
        ['either', 'merge'],
        ['d', 'merge'],
        ['merge', 'end'],
      ]
        .map(([from = '', to = '']) => flow(from, to))
        .join(''),
  )

  test.each([
    { trace: 'abcd', verdict: 'fitting' },
    { trace: 'acb', verdict: 'fitting' },
    { trace: 'ab', verdict: 'fittingSoFar' },
    { trace: 'abd', verdict: 'deviating' },
    { trace: 'bac', verdict: 'deviating' },
  ])('fork, join and an optional task: $trace is $verdict', async ({ trace, verdict }) => {
    const histories = log(trace)
    const { automaton, others } = await compilePublishedPath(forkAndJoin)
    const { verdicts } = conform(histories, layPath(automaton, histories.activities, others))
    expect(VERDICTS[verdicts[0] ?? -1]).toBe(verdict)
  })

  test.each([
    {
      why: 'an inclusive gateway',
      body: '<startEvent id="s"/><inclusiveGateway id="g" name="maybe both"/>',
      says: /maybe both/,
    },
    { why: 'a subprocess', body: '<startEvent id="s"/><subProcess id="sub" name="inner"/>', says: /inner/ },
    {
      why: 'a timer',
      body: '<startEvent id="s"/><intermediateCatchEvent id="t" name="wait"/>',
      says: /wait/,
    },
    { why: 'no start', body: '<task id="a"/>', says: /开始/ },
    {
      why: 'branches that are not joined',
      body: `<startEvent id="s"/><parallelGateway id="f"/>${task('a')}${task('b')}<exclusiveGateway id="x"/>${task('c')}${[
        ['s', 'f'],
        ['f', 'a'],
        ['f', 'b'],
        ['a', 'x'],
        ['b', 'x'],
        ['x', 'c'],
      ]
        .map(([from = '', to = '']) => flow(from, to))
        .join('')}`,
      says: /not joined/,
    },
  ])('$why is refused by name', async ({ body, says }) => {
    await expect(compilePublishedPath(bpmn(body))).rejects.toThrow(says)
  })

  test('what is not BPMN is refused', async () => {
    await expect(compilePublishedPath('<html>no</html>')).rejects.toThrow(/BPMN/)
  })
})
