import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chinaCalendar, isWorking } from '#engines/calendar/index.ts'
import { dayNumber, type Day } from '#kernel/day.ts'
import { awaitedDays, type DaySpan, idleDays } from './idle.ts'

const calendar = chinaCalendar()
const START = dayNumber('2026-01-05' as Day)

/** Day by day, as a person with a calendar on the wall would count. */
function counted(first: number, last: number, acts: readonly number[], awaited: readonly DaySpan[]) {
  let idle = 0
  for (let day = first + 1; day <= last; day++) {
    const waited = awaited.some((span) => day >= span.first && day <= span.last)
    if (isWorking(calendar, day) && !acts.includes(day) && !waited) idle++
  }
  return idle
}

const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 })), {
  maxLength: 4,
})

test('idle days are the working days without an act on which nobody outside was awaited', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 120 }),
      fc.array(fc.integer({ min: 0, max: 140 })),
      gaps,
      (length, acts, spans) => {
        const awaited: DaySpan[] = []
        let at = START
        for (const [gap, days] of spans) {
          const first = at + gap
          awaited.push({ first, last: first + days })
          at = first + days + 1
        }
        const days = acts.map((act) => START + act)
        const span = { first: START, last: START + length }
        expect(idleDays(span, { acts: days, awaited }, calendar)).toBe(
          counted(START, START + length, days, awaited),
        )
        expect(awaitedDays(span, awaited, calendar)).toBe(
          counted(START, START + length, [], []) - counted(START, START + length, [], awaited),
        )
      },
    ),
  )
})
