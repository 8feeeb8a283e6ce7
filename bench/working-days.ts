import chineseDays from 'chinese-days'
import { addWorkingDays, chinaCalendar } from '#engines/calendar/index.ts'
import { dayNumber, dayOfNumber, type Day } from '#kernel/day.ts'
import { type BenchGroup, inTurn } from './bench.ts'

const COUNT = 20
const FIRST = dayNumber('2024-01-01' as Day)
const LAST = dayNumber('2025-11-20' as Day)
const STARTS: readonly string[] = Array.from({ length: LAST - FIRST + 1 }, (_, index) =>
  dayOfNumber(FIRST + index),
)
const ROUNDS = 3000
const calendar = chinaCalendar()

/** Start + 20 working days, text in and text out, for every day of almost two years. */
export const workingDaysBench: BenchGroup = {
  title: 'Working days',
  async run() {
    const kernel = prefixTableKernel()
    refuseWrong(kernel)
    const everyStart = (add: (day: string) => string, rounds: number) => () => {
      let sum = 0
      for (let round = 0; round < rounds; round++) for (const start of STARTS) sum += add(start).length
      return sum
    }
    const ours = (day: string) => addWorkingDays(day, COUNT, calendar)
    const limit = await inTurn(ROUNDS * STARTS.length, everyStart(ours, ROUNDS), everyStart(kernel, ROUNDS))
    const library = await inTurn(STARTS.length * 3, everyStart(ours, 3), everyStart(libraryAdd, 3))
    return [
      {
        name: 'add 20 working days, text to text, against the prefix-table kernel',
        goal: '≥ 0.4 of the limit',
        bar: 0.4,
        ...limit,
        unit: '/s',
        note: 'right for every start; ours also refuses malformed days and days beyond the last notice',
      },
      {
        name: 'the same against chinese-days',
        goal: '≥ 500 ×',
        bar: 500,
        ...library,
        // Three rounds of ours are too short to time; its rate comes from the row above.
        ratio: limit.ours / library.peer,
        ours: limit.ours,
        unit: '/s',
      },
    ]
  },
}

const libraryAdd = (day: string) => chineseDays.findWorkday(COUNT, day)

/** The limit: prefix sums over typed arrays and a table of names, with no check of any kind. */
function prefixTableKernel(): (day: string) => string {
  const first = dayNumber('2023-01-01' as Day)
  const last = dayNumber('2026-12-31' as Day)
  const worked = new Int32Array(last - first + 1)
  const nth: number[] = []
  for (let number = first; number <= last; number++) {
    const before = dayOfNumber(number - 1)
    if (number > first && addWorkingDays(before, 1, calendar) === dayOfNumber(number)) nth.push(number)
    worked[number - first] = nth.length
  }
  const table = Int32Array.from(nth)
  const names = Array.from(worked, (_, index) => dayOfNumber(first + index) as string)
  return (text) => names[table[worked[parse(text) - first]! + COUNT - 1]! - first]!
}

const parse = (text: string): number => {
  const digit = (at: number) => text.charCodeAt(at) - 48
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
  const month = digit(5) * 10 + digit(6)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digit(8) * 10 + digit(9) - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + dayOfYear - 719_468
}

function refuseWrong(kernel: (day: string) => string): void {
  for (const start of STARTS) {
    const answers = new Set([addWorkingDays(start, COUNT, calendar), kernel(start), libraryAdd(start)])
    if (answers.size !== 1) throw new Error(`${start}: ${[...answers].join(', ')}`)
  }
}
