import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { DAY_MS, dayNumberAt, DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'
import { countByCounter, findAsked, findOpenCases, findOverdue, findToday } from './hall-store.ts'
import { findEntered } from './entered-store.ts'
import { findWindowCases, findWindowWork } from './window-store.ts'
import { calendarOf, daysLeft, instantOrNull, instantText } from './views.ts'

const ASKED_WITHIN = 30 * DAY_MS

/** What the board of the hall says about its cases: counts only, nobody's case by number. */
async function figures(db: Db, now: EpochMs) {
  const day = dayNumberAt(DEFAULT_ZONE, now)
  const today = await findToday(db, instantOf(DEFAULT_ZONE, day), instantOf(DEFAULT_ZONE, day + 1))
  const asked = await findAsked(db, now - ASKED_WITHIN)
  return {
    ...(today ?? { received: 0, accepted: 0, concluded: 0, waitMinutes: null, open: 0 }),
    overdue: await findOverdue(db),
    asked: asked.map(({ item, nameZh, nameEn, cases }) => ({
      item,
      name: { zh: nameZh, en: nameEn },
      cases,
    })),
  }
}

/** Open cases of a department by days left, for its wall: numbers and items, no applicant. */
async function openOf(db: Db, { unit, now, limit }: { unit?: string; now: EpochMs; limit: number }) {
  const rows = await findOpenCases(db, unit, limit)
  const calendar = await calendarOf(db)
  const cases = rows.map((row) => {
    const { committedDueAt, statutoryDueAt, committedExpired, statutoryExpired } = row
    const running = [committedDueAt, statutoryDueAt].filter((end) => end !== null)
    // Past the law it is the law's end that counts, past the promise only the promise's; else what comes first.
    const ends = statutoryExpired && statutoryDueAt !== null ? [statutoryDueAt] : running
    return {
      caseNo: row.caseNo,
      unit: row.unit,
      itemName: { zh: row.itemNameZh, en: row.itemNameEn },
      startedAt: instantText(row.startedAt),
      committedDueAt: instantOrNull(committedDueAt),
      statutoryDueAt: instantOrNull(statutoryDueAt),
      suspended: row.status === 'suspended',
      daysLeft: daysLeft(ends.length > 0 ? Math.min(...ends) : null, now, calendar),
      provisional: row.provisional,
      colour: statutoryExpired
        ? ('red' as const)
        : committedExpired
          ? ('yellow' as const)
          : row.warned
            ? ('soon' as const)
            : ('quiet' as const),
    }
  })
  return { open: rows[0]?.total ?? 0, late: rows[0]?.late ?? 0, cases }
}

/** What the hall beside this module is handed of its cases by whoever puts the modules together. */
export const casesOfHall = {
  figures,
  countByCounter,
  openOf,
  windowWork: findWindowWork,
  entered: findEntered,
  windowCases: findWindowCases,
}
