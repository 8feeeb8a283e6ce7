import type { Measures } from '../shelf.ts'
import type { Signal } from '../../signal-shapes.ts'
import { periodOf } from '../figures.ts'
import { casesBy, type Days, numberAt, saidAt, within } from './cases.ts'

/** What a department did at its windows in one week, each number with its cases (HALL-07). */
export interface WindowWeek {
  readonly unit: string
  /** The Monday. */
  readonly week: string
  readonly received: readonly number[]
  readonly accepted: readonly number[]
  readonly decided: readonly number[]
  readonly byWindow: readonly number[]
  readonly certificates: readonly number[]
}

export const WINDOW_COUNTS = ['received', 'accepted', 'decided', 'byWindow', 'certificates'] as const

/** 不能是摆设: every department that sits in the hall, week by week; a week with nothing stands there as zero. */
export function windowWeeks({ columns }: Measures, span: Days, departments: readonly string[]): WindowWeek[] {
  const weeks: string[] = []
  for (let day = span.first; day <= span.last; day++) {
    const week = periodOf(day, 'week')
    if (weeks.at(-1) !== week) weeks.push(week)
  }
  const inHall = (index: number) => ['hall', 'online'].includes(saidAt(columns, 'place', index))
  const by = (day: 'receivedDay' | 'acceptedDay' | 'decidedDay', counts: (index: number) => boolean) =>
    casesBy(columns, (index) => {
      const at = numberAt(columns, day, index)
      return within(at, span) && counts(index)
        ? `${saidAt(columns, 'unit', index)}\n${periodOf(at, 'week')}`
        : undefined
    })
  const counted = {
    received: by('receivedDay', inHall),
    accepted: by('acceptedDay', inHall),
    decided: by('decidedDay', inHall),
    byWindow: by('decidedDay', (index) => inHall(index) && numberAt(columns, 'isByWindow', index) === 1),
    certificates: by(
      'decidedDay',
      (index) => inHall(index) && numberAt(columns, 'isCertificate', index) === 1,
    ),
  }
  return departments.flatMap((unit) =>
    weeks.map((week) => {
      const of = (name: keyof typeof counted) => counted[name].get(`${unit}\n${week}`) ?? []
      return {
        ...{ unit, week, received: of('received'), accepted: of('accepted') },
        ...{ decided: of('decided'), byWindow: of('byWindow'), certificates: of('certificates') },
      }
    }),
  )
}

/** So many weeks of taking in and never deciding are no accident. */
const WEEKS = 2

/** Windows that take in nothing, and windows that take in and never decide, for whoever manages the hall. */
export function windowSignals(rows: readonly WindowWeek[]): Signal[] {
  const units = new Map<string, WindowWeek[]>()
  for (const row of rows) units.set(row.unit, [...(units.get(row.unit) ?? []), row])
  return [...units].flatMap(([unit, weeks]): Signal[] => {
    const silent = weeks.filter(({ received }) => received.length === 0)
    if (silent.length === weeks.length) {
      const because = {
        zh: `进驻大厅，${weeks.length} 周没有收到一件`,
        en: `Stationed in the hall, and not one case in ${weeks.length} weeks`,
      }
      return [{ code: 'shell', unit, subject: '', because, cases: [] }]
    }
    const forwarding = weeks.filter(({ received, byWindow }) => received.length > 0 && byWindow.length === 0)
    if (forwarding.length < WEEKS || weeks.some(({ byWindow }) => byWindow.length > 0)) return []
    const cases = forwarding.flatMap(({ received }) => received)
    const because = {
      zh: `${forwarding.length} 周只收不办：收件 ${cases.length} 件，窗口没有作出一个决定`,
      en: `${forwarding.length} weeks of taking in only: ${cases.length} cases, not one decided at the window`,
    }
    return [{ code: 'forwarding', unit, subject: '', because, cases }]
  })
}
