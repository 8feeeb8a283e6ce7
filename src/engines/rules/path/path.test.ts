import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { historiesBuilder } from '#engines/histories/index.ts'
import {
  alignmentCost,
  compilePath,
  deviationsOf,
  layPath,
  readPath,
  runPath,
  type PublishedPath,
} from './index.ts'

const linear: PublishedPath = ['received', 'accepted', 'reviewed', 'decided']

function lay(path: PublishedPath, trace: readonly string[], others: 'allowed' | 'refused' = 'refused') {
  const builder = historiesBuilder()
  builder.addCase({ caseId: 'A', attributes: {}, events: trace.map((activity, at) => ({ activity, at })) })
  const histories = builder.finish('arrival')
  return { histories, program: layPath(compilePath(path), histories.activities, others) }
}

function tell(path: PublishedPath, trace: readonly string[], closed = true) {
  const { histories, program } = lay(path, trace)
  return deviationsOf(program, histories.activity, { from: 0, to: trace.length, closed }).map(
    ({ kind, place, steps }) => `${kind} ${steps.join('+')} @${place}`,
  )
}

function fits(path: PublishedPath, trace: readonly string[]): boolean {
  const { histories, program } = lay(path, trace)
  const state = runPath(program, histories.activity, 0, trace.length)
  return state >= 0 && program.automaton.accepting[state] === 1
}

function cost(path: PublishedPath, trace: readonly string[]): number {
  const { histories, program } = lay(path, trace)
  return alignmentCost(program, histories.activity, 0, trace.length)
}

describe('a published path', () => {
  test.each<{ why: string; path: PublishedPath; fitting: string[]; not: string[] }>([
    {
      why: 'optional steps may be left out',
      path: ['a', { optional: ['b', 'c'] }, 'd'],
      fitting: ['ad', 'abcd'],
      not: ['abd', 'abcbcd'],
    },
    {
      why: 'repeated steps come once or more',
      path: ['a', { repeat: ['b'] }],
      fitting: ['ab', 'abbb'],
      not: ['a'],
    },
    {
      why: 'a choice is one branch',
      path: [{ choice: [['a'], ['b', 'c']] }, 'd'],
      fitting: ['ad', 'bcd'],
      not: ['abcd', 'bd'],
    },
    {
      why: 'parallel branches interleave',
      path: [{ parallel: [['a', 'b'], ['c']] }, 'd'],
      fitting: ['abcd', 'acbd', 'cabd'],
      not: ['bacd', 'abd'],
    },
    {
      why: 'a loop of several steps',
      path: ['a', { optional: [{ repeat: ['b', 'c'] }] }],
      fitting: ['a', 'abc', 'abcbc'],
      not: ['abcb'],
    },
    { why: 'the same step twice on the way', path: ['a', 'b', 'a'], fitting: ['aba'], not: ['ab', 'aa'] },
  ])('$why', ({ path, fitting, not }) => {
    expect(fitting.filter((trace) => !fits(path, [...trace]))).toEqual([])
    expect(not.filter((trace) => fits(path, [...trace]))).toEqual([])
  })

  test('is refused with its place when it is not one', () => {
    expect(() => readPath(['a', { sometimes: ['b'] }])).toThrow(/流程文件有误/)
    expect(() => readPath([])).toThrow(/path/)
  })

  test('with too many parallel branches is refused, not unfolded', () => {
    const branches = Array.from({ length: 20 }, (_, branch) => [`a${branch}`])
    expect(() => compilePath([{ parallel: branches }])).toThrow(/parallel branches/)
  })
})

describe('deviations have a place and a kind', () => {
  test.each([
    { trace: 'received accepted reviewed decided', told: [] },
    { trace: 'received accepted decided', told: ['skipped reviewed @2'] },
    { trace: 'received accepted decided reviewed', told: ['outOfOrder decided @2'] },
    { trace: 'received reviewed accepted decided', told: ['outOfOrder reviewed @1'] },
    { trace: 'received accepted accepted reviewed decided', told: ['repeated accepted @2'] },
    { trace: 'received tea accepted reviewed decided', told: ['unknown tea @1'] },
    { trace: 'received accepted', told: ['unfinished reviewed+decided @1'] },
    { trace: 'decided', told: ['skipped received+accepted+reviewed @0'] },
  ])('$trace', ({ trace, told }) => {
    expect(tell(linear, trace.split(' '))).toEqual(told)
  })

  test('an open case owes nothing yet', () => {
    expect(tell(linear, ['received', 'accepted'], false)).toEqual([])
  })

  test('a decision before the review is one fault of order', () => {
    const path = ['accepted', 'reviewed', 'verified', 'decided', 'delivered']
    expect(tell(path, ['accepted', 'decided', 'reviewed', 'verified', 'delivered'])).toEqual([
      'outOfOrder decided @1',
    ])
  })

  test('activities beside the path are let through when the path says so', () => {
    const { histories, program } = lay(
      linear,
      ['received', 'tea', 'accepted', 'reviewed', 'decided'],
      'allowed',
    )
    expect(deviationsOf(program, histories.activity, { from: 0, to: 5, closed: true })).toEqual([])
  })

  test('a case deviates exactly when the automaton says so, whatever happened', () => {
    const step = fc.constantFrom('a', 'b', 'c', 'd', 'x')
    const path: PublishedPath = ['a', { optional: [{ repeat: ['b'] }] }, { parallel: [['c'], ['d']] }]
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (trace) => {
        const told = tell(path, trace)
        expect(told.length === 0).toBe(fits(path, trace))
        expect(cost(path, trace) === 0).toBe(fits(path, trace))
        expect(told.length === 0 || cost(path, trace) >= 1).toBe(true)
      }),
    )
  })
})

describe('alignment', () => {
  test.each([
    { trace: 'received accepted reviewed decided', moves: 0 },
    { trace: 'received accepted decided', moves: 1 },
    { trace: 'received accepted decided reviewed', moves: 2 },
    { trace: 'tea', moves: 5 },
  ])('$trace costs $moves', ({ trace, moves }) => {
    expect(cost(linear, trace.split(' '))).toBe(moves)
  })
})
