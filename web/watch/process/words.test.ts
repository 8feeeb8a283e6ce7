import { expect, test } from 'vitest'
import { durationParts } from './duration.ts'
import { stopOf, variantStops } from './variant-stops.ts'
import { bandWords, waitBand } from './waiting.ts'
import { wrap } from './wrap.ts'

test.each([
  { why: 'the last stop is every variant, not a round number beyond', total: 116, last: 116 },
  { why: 'one variant has one stop', total: 1, last: 1 },
  { why: 'a log of four thousand variants still ends at all of them', total: 4366, last: 4366 },
])('$why', ({ total, last }) => {
  const stops = variantStops(total)
  expect(stops[0]).toBe(1)
  expect(stops.at(-1)).toBe(last)
  expect([...stops].sort((one, other) => one - other)).toEqual(stops)
  expect(new Set(stops).size).toBe(stops.length)
})

test('a number of variants between two stops stands at the next one', () => {
  expect(stopOf([1, 2, 3, 5, 8], 4)).toBe(3)
  expect(stopOf([1, 2, 3, 5, 8], 99)).toBe(4)
})

test.each([
  { seconds: 59, limit: null, band: 0 },
  { seconds: 86_400, limit: null, band: 1 },
  { seconds: 20 * 86_400, limit: null, band: 2 },
  { seconds: 20 * 86_400 + 1, limit: null, band: 3 },
  { seconds: 100, limit: 100, band: 2 },
  { seconds: 101, limit: 100, band: 3 },
])('a wait of $seconds s against $limit is in band $band', ({ seconds, limit, band }) => {
  expect(waitBand(seconds, limit)).toBe(band)
})

test('bands are named by the limit only where there is one', () => {
  expect(bandWords(null)[3]).toBe('20 天以上')
  expect(bandWords(100)[3]).toBe('超过时限')
})

test.each([
  { seconds: 31.4, unit: '{{count}} 秒', count: 31 },
  { seconds: 3600, unit: '{{count}} 小时', count: 1 },
  { seconds: 11_520, unit: '{{count}} 小时', count: 3.2 },
  { seconds: 25 * 86_400, unit: '{{count}} 天', count: 25 },
])('$seconds s are said as $count $unit', ({ seconds, unit, count }) => {
  expect(durationParts(seconds)).toEqual({ unit, count })
})

test('a name is broken between words, a Chinese one between characters, and never into three lines', () => {
  expect(wrap('T02 Check confirmation of receipt', 12)).toEqual(['T02 Check confirmation', 'of receipt'])
  expect(wrap('一次性告知申请人需要补正的全部内容', 10)).toEqual(['一次性告知申请人需要', '补正的全部内容'])
  expect(wrap('甲'.repeat(40), 10)).toEqual(['甲'.repeat(10), `${'甲'.repeat(9)}…`])
  expect(wrap('受理', 10)).toEqual(['受理'])
})
