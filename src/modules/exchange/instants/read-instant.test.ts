import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantReader } from './instant-reader.ts'
import { readInstant } from './read-instant.ts'

const read = (text: string, zone = 'Asia/Shanghai', dateOrder?: 'dmy' | 'mdy') => {
  const reader = instantReader(zone, dateOrder)
  const bytes = Buffer.from(`<<${text}>>`)
  const at = readInstant(reader, bytes, 2, bytes.length - 2)
  return {
    at: Number.isNaN(at) ? undefined : new Date(at).toISOString(),
    fault: reader.fault,
    assumed: reader.assumed,
  }
}

describe('times are read as they are written', () => {
  test.each([
    ['2011-10-11T13:45:40.276+02:00', '2011-10-11T11:45:40.276Z'],
    ['2011-10-11 13:45:40.276000+02:00', '2011-10-11T11:45:40.276Z'],
    ['2011-10-11 13:45:40.276999+02:00', '2011-10-11T11:45:40.276Z'],
    ['2011-10-11T13:45:40,5Z', '2011-10-11T13:45:40.500Z'],
    ['2011-10-11T13:45:40Z', '2011-10-11T13:45:40.000Z'],
    ['2011-10-11T13:45Z', '2011-10-11T13:45:00.000Z'],
    ['2011-10-11T13:45:40-0330', '2011-10-11T17:15:40.000Z'],
    ['2011-10-11T13:45:40+08', '2011-10-11T05:45:40.000Z'],
    ['2011-10-11 13:45:40 +08:00', '2011-10-11T05:45:40.000Z'],
    ['2011-10-11T24:00:00Z', '2011-10-12T00:00:00.000Z'],
    ['  2011-10-11T13:45:40Z  ', '2011-10-11T13:45:40.000Z'],
    ['2016-02-29T00:00:00Z', '2016-02-29T00:00:00.000Z'],
  ])('%s says its offset', (text, at) => {
    expect(read(text)).toEqual({ at, fault: undefined, assumed: false })
  })

  test.each([
    ['2006-07-24', '2006-07-23T16:00:00.000Z'],
    ['2015/1/2 3:04', '2015-01-01T19:04:00.000Z'],
    ['2015.1.2', '2015-01-01T16:00:00.000Z'],
    ['2015年1月2日 3时04分05秒', '2015-01-01T19:04:05.000Z'],
    ['2015年1月2日', '2015-01-01T16:00:00.000Z'],
    ['2015/1/2 下午3:04', '2015-01-02T07:04:00.000Z'],
    ['2015-01-02 3:04', '2015-01-01T19:04:00.000Z'],
    ['20150102', '2015-01-01T16:00:00.000Z'],
    ['20150102030405', '2015-01-01T19:04:05.000Z'],
    ['2015-01-02T03:04:05.678', '2015-01-01T19:04:05.678Z'],
  ])('%s is taken for Beijing time', (text, at) => {
    expect(read(text)).toEqual({ at, fault: undefined, assumed: true })
  })

  test('seconds and milliseconds since 1970 need no zone', () => {
    expect(read('1420139045').at).toBe('2015-01-01T19:04:05.000Z')
    expect(read('1420139045678').at).toBe('2015-01-01T19:04:05.678Z')
  })

  test('summer time holds in the zones that have it', () => {
    expect(read('2015-01-10T16:02:45', 'America/New_York').at).toBe('2015-01-10T21:02:45.000Z')
    expect(read('2015-07-10T16:02:45', 'America/New_York').at).toBe('2015-07-10T20:02:45.000Z')
  })

  test('which of 01/02/2015 is the month must be said', () => {
    expect(read('01/02/2015 03:04:05 PM').fault).toBe('time-order-unclear')
    expect(read('01/02/2015 03:04:05 PM', 'UTC', 'mdy').at).toBe('2015-01-02T15:04:05.000Z')
    expect(read('01/02/2015 15:04', 'UTC', 'dmy').at).toBe('2015-02-01T15:04:00.000Z')
    expect(read('01/02/2015 12:30 AM', 'UTC', 'dmy').at).toBe('2015-02-01T00:30:00.000Z')
  })
})

describe('what is no time is rejected, never moved', () => {
  test.each([
    '2026-02-30',
    '2015-02-29T10:00:00Z',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31 10:00',
    '2026/4/31',
    '20260431',
    '0000-01-01',
  ])('there is no %s', (text) =>
    expect(read(text)).toMatchObject({ at: undefined, fault: 'time-impossible' }),
  )
  test.each([
    '2026-04-30T25:00:00Z',
    '2026-04-30T10:60:00Z',
    '2026-04-30T10:00:60Z',
    '2026-04-30T24:00:01Z',
    '2026-04-30T10:00:00+19:00',
  ])('no clock shows %s', (text) =>
    expect(read(text)).toMatchObject({ at: undefined, fault: 'time-impossible' }),
  )
  test.each([
    'yesterday',
    '2026-0a-01',
    '2026-01-01T',
    '2026-01-01Tx',
    '12',
    '-',
    '2026-01-01T10:00:00+0',
    '2026-01-01T10:00:00Zx',
    '办结',
  ])('%s cannot be read', (text) =>
    expect(read(text)).toMatchObject({ at: undefined, fault: 'time-unreadable' }),
  )
  test('nothing is no time', () => {
    expect(read('   ').fault).toBe('time-missing')
  })
})

test('every instant written as ISO 8601 is read back', () => {
  const instants = fc.integer({ min: Date.UTC(1, 0, 1), max: Date.UTC(9999, 11, 30) })
  fc.assert(
    fc.property(instants, fc.integer({ min: -18 * 60, max: 18 * 60 }), (at, offset) => {
      const wall = new Date(at + offset * 60_000).toISOString().slice(0, -1)
      fc.pre(/^\d{4}-/.test(wall) && !wall.startsWith('0000'))
      const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')
      const minutes = String(Math.abs(offset) % 60).padStart(2, '0')
      expect(read(`${wall}${offset < 0 ? '-' : '+'}${hours}:${minutes}`).at).toBe(new Date(at).toISOString())
    }),
  )
})

test('any text gives an instant or a fault and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const { at, fault } = read(text)
      expect((at === undefined) === (fault !== undefined)).toBe(true)
    }),
  )
})

test('what came before changes no time: read after others it is read as it would be alone', () => {
  const two = fc.integer({ min: 0, max: 61 }).map((number) => String(number).padStart(2, '0'))
  const parts = fc.tuple(
    fc.constantFrom('2026-02', '2026-03', '2024-02', '2026-13'),
    fc.oneof(fc.constantFrom('01', '28', '29', '30', '31', '00', '1 '), two),
    fc.constantFrom('T', ' ', 't'),
    fc.oneof(
      fc.constantFrom('00:00', '23:59', '24:00', '9:05', '0x:10'),
      fc.tuple(two, two).map((given) => given.join(':')),
    ),
    fc.oneof(
      fc.constantFrom(':00', ':59', ':60', ''),
      two.map((second) => `:${second}`),
    ),
    fc.constantFrom('', '.000', '.123', '.5', '.1234', '.12x', ',250'),
    fc.constantFrom('Z', '+08:00', '+0800', '-05:30', ' +08:00', '+19:00', ''),
  )
  fc.assert(
    fc.property(fc.array(parts, { minLength: 2 }), (given) => {
      const texts = given.map(([month, date, ...time]) => [`${month}-${date}`, ...time].join(''))
      const reader = instantReader('Asia/Shanghai')
      const buffer = Buffer.from(texts.join(','))
      let from = 0
      for (const text of texts) {
        const at = readInstant(reader, buffer, from, from + text.length)
        const alone = instantReader('Asia/Shanghai')
        expect([text, at]).toEqual([text, readInstant(alone, Buffer.from(text), 0, text.length)])
        expect([text, reader.fault, reader.assumed]).toEqual([text, alone.fault, alone.assumed])
        from += text.length + 1
      }
    }),
    { numRuns: 300 },
  )
})
