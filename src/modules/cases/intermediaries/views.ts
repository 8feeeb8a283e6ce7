import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import { workedBetween } from '../agency/figures.ts'
import { dayAt } from '../charges/charging.ts'
import type { FeeSurvey, FileEngagements, IntermediaryRow } from '../intermediary-contract.ts'
import { calendarOf, instantOrNull, instantText } from '../views.ts'
import {
  choicesFor,
  type Engagement,
  type Intermediary,
  isForced,
  missingSheets,
  type Survey,
} from './intermediary.ts'
import { findEngagements, findIntermediaries } from './intermediary-store.ts'

/** Working days that the service has taken, which are days of the case. */
const daysOf = ({ startedAt, doneAt }: Engagement, now: EpochMs, calendar: Calendar): number =>
  workedBetween(startedAt, doneAt ?? now, calendar) ?? 0

const isLate = (one: Engagement, now: EpochMs, calendar: Calendar): boolean =>
  daysOf(one, now, calendar) > one.limitDays

const middleOf = (days: readonly number[]): number | null => {
  const sorted = [...days].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

export async function intermediaryRows(db: Db, now: EpochMs): Promise<IntermediaryRow[]> {
  const calendar = await calendarOf(db)
  const all = await findIntermediaries(db)
  const engagements = await findEngagements(db)
  return all.map((one) => {
    const own = engagements.filter(({ intermediary }) => intermediary === one.intermediary)
    const finished = own.filter(({ doneAt }) => doneAt !== null)
    return {
      ...one,
      owners: [...one.owners],
      relations: [...one.relations],
      since: dayAt(one.since),
      services: one.services.map((service) => ({ ...service, choices: choicesFor(all, service.service) })),
      finished: finished.length,
      running: own.length - finished.length,
      late: own.filter((engagement) => isLate(engagement, now, calendar)).length,
      medianDays: middleOf(finished.map((engagement) => daysOf(engagement, now, calendar))),
    }
  })
}

export async function engagementsView(
  db: Db,
  caseNo: string,
  { now, mayEngage }: { readonly now: EpochMs; readonly mayEngage: boolean },
): Promise<FileEngagements> {
  const calendar = await calendarOf(db)
  const own = await findEngagements(db, caseNo)
  return {
    rows: own.map(({ caseNo: _, unit: __, startedAt, doneAt, ...row }) => {
      const one = { ...row, startedAt, doneAt } as Engagement
      return {
        ...row,
        startedAt: instantText(startedAt),
        doneAt: instantOrNull(doneAt),
        days: daysOf(one, now, calendar),
        late: isLate(one, now, calendar),
      }
    }),
    choices: choicesIn(await findIntermediaries(db)),
    mayEngage,
  }
}

const choicesIn = (all: readonly Intermediary[]): FileEngagements['choices'] =>
  all
    .filter(({ removed }) => removed === null)
    .flatMap(({ intermediary, name: intermediaryName, services }) =>
      services.map((service) => ({ ...service, intermediary, intermediaryName })),
    )

export function surveyView(state: Survey, now: EpochMs): FeeSurvey {
  const { survey, title, due, respondents, sheets, report } = state
  const rows = sheets.flatMap((sheet) => sheet.rows)
  return {
    ...{ survey, title, due, respondents: [...respondents], missing: missingSheets(state) },
    sheets: sheets.map((sheet) => ({
      ...sheet,
      at: instantText(sheet.at),
      rows: sheet.rows.map((row) => ({ ...row, forced: isForced(row) })),
    })),
    forced: rows.filter(isForced).length,
    report: report && { ...report, at: instantText(report.at), late: dayAt(report.at) > due },
    overdue: report === null && dayAt(now) > due,
  }
}
