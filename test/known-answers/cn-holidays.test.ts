import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Day, day, dayNumber, dayOfNumber } from '#kernel/day.ts'
import {
  chinaCalendar,
  chinaCalendarFrom,
  countWorkingDays,
  isWorking,
  rulingsOf,
  stateOf,
} from '#engines/calendar/index.ts'
import { sharedData } from '#test/shared-data.ts'

const DAYS = sharedData('cn-holidays/days.csv')
const CASES = sharedData('cn-holidays/notice-text-cases.json')
const PEER = sharedData('cn-holidays/chinese-days-1.5.7.json')
const china = chinaCalendar()

interface NoticeCase {
  readonly year: number
  readonly description: string
  readonly expected: readonly { readonly date: string; readonly isOffDay: boolean }[]
}

describe.skipIf(!DAYS)('the list of days made from the notices', () => {
  const rows = DAYS
    ? readFileSync(DAYS, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
    : []

  test('all 678 of its days mean the same here', () => {
    expect(rows).toHaveLength(678)
    for (const [date = '', , kind] of rows) {
      expect([date, stateOf(china, day(date))]).toEqual([date, kind === 'off' ? 'resting' : 'working'])
    }
  })

  test('no day rules here that the list does not know', () => {
    const listed = new Set(rows.map(([date]) => date))
    expect([...china.rulings.keys()].map(dayOfNumber).filter((date) => !listed.has(date))).toEqual([])
  })
})

test.each([
  [2007, 249],
  [2008, 251],
  [2009, 250],
  [2010, 250],
  [2011, 250],
  [2012, 249],
  [2013, 250],
  [2014, 250],
  [2015, 249],
  [2016, 250],
  [2017, 249],
  [2018, 250],
  [2019, 250],
  [2020, 249],
  [2021, 250],
  [2022, 249],
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, days) => {
  const through = countWorkingDays(`${year}-01-01`, `${year}-12-31`, china)
  expect(through + (isWorking(china, dayNumber(`${year}-01-01` as Day)) ? 1 : 0)).toBe(days)
})

describe.skipIf(!CASES)('sentences of notices with the days they mean', () => {
  const cases = CASES ? (JSON.parse(readFileSync(CASES, 'utf8')) as NoticeCase[]) : []

  test('there are 49 of them', () => {
    expect(cases).toHaveLength(49)
  })

  test.each(cases)('$year: $description', ({ year, expected }) => {
    const listed = (off: boolean) =>
      expected.filter(({ isOffDay }) => isOffDay === off).map(({ date }) => date)
    const notice = {
      year,
      title: 'a sentence',
      publishedOn: `${year - 1}-12-01`,
      source: '',
      holidays: [{ name: 'x', off: listed(true).join(' '), work: listed(false).join(' ') }],
    }
    for (const [number, { kind }] of rulingsOf(notice)) {
      expect([dayOfNumber(number), chinaCalendarFrom([notice]).rulings.get(number)?.kind]).toEqual([
        dayOfNumber(number),
        kind,
      ])
      const asShipped = stateOf(china, dayOfNumber(number))
      // A sentence that a second notice overruled is not checked against the days that came to be.
      if (!OVERRULED.has(dayOfNumber(number))) expect(asShipped).toBe(kind === 'off' ? 'resting' : 'working')
    }
  })
})

/** 1 February 2020 was to be worked until the Spring Festival was lengthened. */
const OVERRULED: ReadonlySet<string> = new Set(['2020-02-01'])

test.skipIf(!PEER)(
  'a second, independent source gives the same answer for every day from 2007 to 2026',
  () => {
    const peer = JSON.parse(readFileSync(PEER ?? '', 'utf8')) as {
      holidays: Record<string, string>
      workdays: Record<string, string>
    }
    const last = dayNumber('2026-12-31' as Day)
    let days = 0
    for (let number = dayNumber('2007-01-01' as Day); number <= last; number++, days++) {
      const date = dayOfNumber(number)
      const weekday = (number + 4) % 7
      const works = date in peer.workdays || (!(date in peer.holidays) && weekday !== 0 && weekday !== 6)
      expect([date, isWorking(china, number)]).toEqual([date, works])
    }
    expect(days).toBe(7305)
  },
)
