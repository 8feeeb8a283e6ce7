import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Histories, historiesBuilder } from '#engines/histories/index.ts'
import { syntheticHistories } from '../../../bench/kernels/synthetic-ledger.ts'
import { checkTemporalProfile, learnTemporalProfile, temporalReport } from './index.ts'

/** Traces of activity and minute. */
function log(...traces: readonly (readonly (readonly [string, number])[])[]): Histories {
  const builder = historiesBuilder()
  traces.forEach((trace, place) => {
    const events = trace.map(([activity, minute]) => ({ activity, at: minute * 60_000 }))
    builder.addCase({ caseId: `case ${place}`, attributes: {}, events })
  })
  return builder.finish('arrival')
}

const minutes = (milliseconds: number | undefined) => (milliseconds ?? Number.NaN) / 60_000

describe('temporal profile', () => {
  test('is learnt for pairs that follow at any distance, from all of them', () => {
    const { counts, means, spreads, width } = learnTemporalProfile(
      log(
        [
          ['a', 0],
          ['b', 10],
          ['c', 40],
        ],
        [
          ['a', 0],
          ['b', 20],
          ['c', 60],
        ],
      ),
    )
    const pair = (from: number, to: number) => from * width + to
    expect(counts[pair(0, 2)]).toBe(2)
    expect([minutes(means[pair(0, 1)]), minutes(spreads[pair(0, 1)])]).toEqual([15, 5])
    expect([minutes(means[pair(0, 2)]), minutes(spreads[pair(0, 2)])]).toEqual([50, 10])
    expect(counts[pair(2, 0)]).toBe(0)
  })

  test('an event that is dated before the one it follows makes no pair', () => {
    expect(
      learnTemporalProfile(
        log([
          ['a', 10],
          ['b', 0],
        ]),
      ).counts,
    ).toEqual(new Int32Array(4))
  })

  test('a step that always takes the same month deviates nowhere, whatever the rounding', () => {
    const month = 43_200.1
    const same = log(
      ...Array.from({ length: 1000 }, (_, start) => [['a', start] as const, ['b', start + month] as const]),
    )
    const profile = learnTemporalProfile(same)
    expect(Math.max(...profile.spreads)).toBe(0)
    expect(checkTemporalProfile(same, profile, 2).total).toBe(0)
  })

  test('one case far from the others deviates, with its pair and how far', () => {
    const traces = Array.from({ length: 20 }, (_, place) => [
      ['a', 0] as const,
      ['b', place === 7 ? 1000 : 10 + (place % 2)] as const,
    ])
    const report = temporalReport(log(...traces), 2)
    expect(report).toMatchObject({
      zeta: 2,
      deviations: 1,
      deviatingCases: 1,
      furthest: [{ caseId: 'case 7', deviations: 1, from: 'a', to: 'b', seconds: 60_000 }],
    })
    expect(report.pairs).toMatchObject([{ from: 'a', to: 'b', count: 20, deviations: 1 }])
    expect(report.furthest[0]?.apart).toBeGreaterThan(4)
  })

  test('agrees with the definition, pair by pair', () => {
    const trace = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 500 })), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(fc.array(trace, { maxLength: 12 }), fc.constantFrom(1, 2, 3), (traces, zeta) => {
        const histories = log(...traces)
        const profile = learnTemporalProfile(histories)
        const spans = new Map<string, number[]>()
        const each = (visit: (pair: string, span: number) => void) => {
          for (const one of traces)
            one.forEach(([from, since], place) => {
              for (const [to, then] of one.slice(place + 1)) if (then >= since) visit(from + to, then - since)
            })
        }
        each((pair, span) => spans.set(pair, [...(spans.get(pair) ?? []), span]))
        let expected = 0
        let onTheEdge = 0
        each((pair, span) => {
          const values = spans.get(pair) ?? []
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length
          const spread = Math.sqrt(
            values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length,
          )
          const beyond = Math.abs(span - mean) - zeta * spread
          if (Math.abs(beyond) < 1e-6) onTheEdge++
          else if (beyond > 0) expected++
        })
        const found = checkTemporalProfile(histories, profile, zeta).total
        expect(found).toBeGreaterThanOrEqual(expected)
        expect(found).toBeLessThanOrEqual(expected + onTheEdge)
      }),
    )
  })

  test('finds in the made-up ledger of 10,000 cases the deviations that other tools find in it', () => {
    const histories = syntheticHistories(10_000)
    expect(checkTemporalProfile(histories, learnTemporalProfile(histories), 2).total).toBe(21_120)
  })
})
