import { describe, expect, test } from 'vitest'
import { chinaCalendar, isWorking, officeHours } from '#engines/calendar/index.ts'
import { historiesBuilder } from '#engines/histories/index.ts'
import { workingTime } from '#engines/rules/index.ts'
import { syntheticHistories } from '../../../bench/kernels/synthetic-ledger.ts'
import { durationsOf, mine, workingFigures, workingSecondsOf } from './index.ts'

const time = workingTime(chinaCalendar(), 'Asia/Shanghai')
const hours = officeHours('08:30-17:00')

function log(...cases: readonly (readonly string[])[]) {
  const builder = historiesBuilder()
  cases.forEach((instants, place) => {
    const events = instants.map((text) => ({ activity: 'a', at: Date.parse(`${text}+08:00`) }))
    builder.addCase({ caseId: `case ${place}`, attributes: {}, events })
  })
  return builder.finish('arrival')
}

describe('working time of a case', () => {
  test.each([
    { why: 'one morning', from: '2026-03-02T09:00', to: '2026-03-02T11:30', worked: 2.5 },
    { why: 'evening to morning is none', from: '2026-03-02T17:00', to: '2026-03-03T08:30', worked: 0 },
    { why: 'over a weekend', from: '2026-03-06T16:00', to: '2026-03-09T09:30', worked: 2 },
    {
      why: 'over the National Day holiday of 2025',
      from: '2025-09-30T16:00',
      to: '2025-10-09T09:30',
      worked: 2,
    },
    { why: 'a make-up Saturday is worked', from: '2025-10-11T08:00', to: '2025-10-11T18:00', worked: 8.5 },
    { why: 'events that stand out of order', from: '2026-03-02T11:30', to: '2026-03-02T09:00', worked: 2.5 },
  ])('$why', ({ from, to, worked }) => {
    expect([...workingSecondsOf(log([from, to]), time, hours)]).toEqual([worked * 3600])
  })

  test('a case outside the calendar and one without events have none, and the figures say of how many they are', () => {
    const histories = log(
      ['2026-03-02T09:00', '2026-03-02T10:00'],
      ['1971-01-04T09:00', '1971-01-05T09:00'],
      [],
    )
    expect([...workingSecondsOf(histories, time, hours)]).toEqual([3600, Number.NaN, Number.NaN])
    expect(workingFigures(histories, time, hours)).toEqual({
      hours: '08:30-17:00',
      cases: 1,
      meanSeconds: 3600,
      medianSeconds: 3600,
    })
    expect(mine(histories, 20, { time, hours }).workingTime?.cases).toBe(1)
    expect(mine(histories).workingTime).toBeUndefined()
  })

  test('is what a count day by day gives, for every case of the made-up ledger', () => {
    const histories = syntheticHistories(3000)
    const worked = workingSecondsOf(histories, time, hours)
    const spans = durationsOf(histories)
    const wrong = [...worked.keys()].filter((index) => {
      const first = histories.at[histories.firstEvent[index] ?? 0] ?? 0
      return worked[index] !== countedByDays(first, first + (spans[index] ?? 0))
    })
    expect(wrong).toEqual([])
  })
})

function countedByDays(from: number, to: number): number {
  const shanghai = 8 * 3600
  const [start, end] = [from / 1000 + shanghai, to / 1000 + shanghai]
  let seconds = 0
  for (let day = Math.floor(start / 86_400); day <= Math.floor(end / 86_400); day++) {
    if (!isWorking(chinaCalendar(), day)) continue
    const [opens, closes] = [day * 86_400 + 8.5 * 3600, day * 86_400 + 17 * 3600]
    seconds += Math.max(0, Math.min(end, closes) - Math.max(start, opens))
  }
  return seconds
}
