import { type Day, day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { type Route, route } from '#platform/http/index.ts'
import {
  type Calendar,
  dayNumberAt,
  DEFAULT_ZONE,
  instantOf,
  workingDaysWithin,
} from '#engines/calendar/index.ts'
import { actorOf } from '../callers.ts'
import { act } from '../commands.ts'
import * as contract from '../contract.ts'
import type { ReadingRow } from '../contract.ts'
import { type DeskServices, REACH } from '../desk-acts.ts'
import { instantText, type ListNames, listNames } from '../kinds/people.ts'
import { settingOn } from '../kinds/settings.ts'
import { compareLike, type Decided, spanOf } from '../kinds/shares.ts'
import { findDecisions, findGradedItems, findReadings, type ListedOutcome } from '../outcomes/store.ts'
import { calendarOf } from '../views.ts'
import { reviewReading } from './review.ts'

/** 裁量类案比对, and refusals that rest on how a clause is read. */
export const discretionRoutes = ({ papers }: DeskServices): Route[] => [
  route(contract.gradedItems, (call) =>
    call.read(async (db) => ({
      rows: (await findGradedItems(db)).map(({ item, itemNameZh, itemNameEn, cases }) => ({
        ...{ item, itemName: { zh: itemNameZh, en: itemNameEn }, cases },
      })),
    })),
  ),
  route(contract.compareDecisions, (call) =>
    call.read(async (db) => {
      const { params, query, now } = call
      const calendar = await calendarOf(db)
      const rows = await findDecisions(db, params.item, day(query.since))
      const { grades, unlike } = compareLike(
        rows.flatMap((row) => decidedOf(row, calendar) ?? []),
        { early: settingOn('likeCasesEarly', now), late: settingOn('likeCasesLate', now) },
      )
      const names = await listNames(db, { units: [], accounts: unlike.map(({ decidedBy }) => decidedBy) })
      return {
        grades,
        unlike: unlike.map(({ caseNo, gradeName, outcome, days, decidedBy, how, timing, grade }) => ({
          ...{ caseNo, gradeName: gradeName ?? { zh: grade ?? '', en: grade ?? '' }, outcome, days, how },
          ...{ officer: names.by(decidedBy), timing: timing ?? '' },
        })),
      }
    }),
  ),
  route(contract.listReadings, (call) =>
    call.read(async (db) => {
      const { from, to } = spanOf(call.query.quarter)
      const found = await findReadings(db, startOf(from), startOf(to))
      const names = await listNames(db, {
        units: found.map(({ unit }) => unit),
        accounts: found.flatMap(({ decidedBy, facts }) => [decidedBy, facts.review?.by ?? null]),
      })
      const rows = found.flatMap((row) => readingOf(row, names) ?? [])
      const unreviewed = rows.filter(({ review }) => review === null).length
      return { rows, unreviewed, reviewBy: reviewDay(to) }
    }),
  ),
  route(contract.reviewReading, (call) =>
    call.transaction(async (db) => {
      const { params, body, caller, now } = call
      const actor = await actorOf(db, caller, now)
      await act(db, params.caseNo, { actor, now, papers }, (state) => reviewReading(state, body, actor))
      return { caseNo: params.caseNo, finding: body.finding }
    }, REACH),
  ),
]

const startOf = (first: Day): EpochMs => instantOf(DEFAULT_ZONE, dayNumber(first))

/** The last day on which a quarter is looked at. */
const reviewDay = (next: Day): Day =>
  dayOfNumber(dayNumber(next) + settingOn('reviewedWithinDays', startOf(next)) - 1)

function decidedOf(row: ListedOutcome, calendar: Calendar): Decided | undefined {
  const { caseNo, grade, facts, outcome, acceptedOn, decidedOn, decidedBy } = row
  if ((outcome !== 'granted' && outcome !== 'denied') || acceptedOn === null || decidedOn === null)
    return undefined
  // The day of acceptance is one of them: what is decided at once took a day and not none.
  const days = workingDaysWithin(calendar, dayNumber(acceptedOn), dayNumber(decidedOn)) + 1
  return { caseNo, grade, gradeName: facts.gradeName, outcome, days, timing: facts.timing, decidedBy }
}

function readingOf(row: ListedOutcome, names: ListNames): ReadingRow | undefined {
  const { facts, outcome, endedAt } = row
  if (!facts.reading || (outcome !== 'denied' && outcome !== 'declined') || !endedAt) return undefined
  const { review } = facts
  return {
    ...{ caseNo: row.caseNo, item: row.item, itemName: { zh: row.itemNameZh, en: row.itemNameEn } },
    ...{ unit: row.unit, unitName: names.unit(row.unit), outcome, unmet: [...facts.unmet] },
    ...{ clause: facts.reading.clause, alternative: facts.reading.alternative },
    endedOn: dayOfNumber(dayNumberAt(DEFAULT_ZONE, endedAt.getTime())),
    officer: names.by(row.decidedBy),
    review: review && {
      ...{ finding: review.finding, note: review.note },
      ...{ by: names.by(review.by), at: instantText(review.at) },
    },
  }
}
