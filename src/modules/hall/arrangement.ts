import { type Day, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Caller } from '#platform/http/index.ts'
import { findStaffOf } from '#modules/access/index.ts'
import { rosterOf } from './admission/roster.ts'
import { standingOf } from './badge.ts'
import type { HallCases } from './board.ts'
import * as commands from './commands.ts'
import type { DepartmentWork, HallArrangement } from './contract.ts'
import { findDepartments } from './department-store.ts'
import { flagsOf, noWork, type WindowSpan } from './department-work.ts'
import { declaredHalves } from './hours.ts'
import { mayName, runsOrSetsUp } from './managers.ts'
import { refuse } from './refusals.ts'
import { daysOf, type DutySpan, endOf, startOf } from './staffing.ts'
import { findBadges, findBadgesOf } from './badge-store.ts'
import { findCounters } from './counter-store.ts'
import { findDuty } from './duty-store.ts'
import { WINDOW_FIGURES, type WindowFlag } from './terms.ts'
import { calendarOf, counterViews, hallView, instantText, unitNames } from './views.ts'

/** What the page of the hall shows and its head changes. */
export async function arrangementOf(
  db: Db,
  { hall, caller, now }: { readonly hall: string; readonly caller: Caller; readonly now: EpochMs },
): Promise<HallArrangement> {
  const place = await commands.getHall(db, hall)
  const rows = await findCounters(db, hall)
  const units = [...new Set([place.unit, ...rows.flatMap((row) => row.units)])]
  const today = commands.todayOf(now)
  const badges = (await findBadges(db)).filter(({ unit }) => units.includes(unit))
  const people = await findStaffOf(db, units)
  const names = await unitNames(db, units)
  const hours = new Map(rows.map((row) => [row.counter, row]))
  const counters = (await counterViews(db, rows, now)).map((view) => ({
    ...view,
    workingHours: hours.get(view.counter)?.workingHours ?? '',
    restHours: hours.get(view.counter)?.restHours ?? null,
    mayName: mayName(caller, place.unit, hours.get(view.counter)?.units ?? []),
  }))
  const counterOf = new Map(counters.map(({ clerk, counter }) => [clerk?.badge, counter]))
  return {
    today,
    hall: hallView(place),
    mayArrange: runsOrSetsUp(caller, place.unit),
    counters,
    badges: badges.map(({ badge, account, name, unit, dutiesZh, dutiesEn, ...row }) => ({
      ...{ badge, account, name, unit: names(unit), duties: { zh: dutiesZh, en: dutiesEn } },
      standing: standingOf(row, today),
      lentUntil: row.lentUntil,
      issuedAt: instantText(row.issuedAt),
      endReason: row.endReason,
      counter: counterOf.get(badge) ?? null,
    })),
    people: people.map(({ account, name, unit }) => ({ account, name, unit: names(unit ?? '') })),
  }
}

/** 排满: one person at one counter for every declared half day from today on that nobody is named for. */
export async function fillDuty(
  db: Db,
  { counter, account, ...span }: DutySpan & { readonly counter: string; readonly account: string },
  doing: commands.Doing,
): Promise<number> {
  const row = await commands.getCounter(db, counter)
  const [badge] = await findBadgesOf(db, [account])
  if (!badge) throw refuse('hall.no-badge-no-duty', { account })
  const calendar = await calendarOf(db)
  const named = await findDuty(db, span.from, span.until)
  const free = daysOf(span)
    .filter(
      (day) => day >= commands.todayOf(doing.at) && (badge.lentUntil === null || day <= badge.lentUntil),
    )
    .flatMap((day) => declaredHalves(row, day, calendar).map((half) => ({ day, half })))
    .filter(
      ({ day, half }) =>
        !named.some(
          (one) =>
            one.day === day && one.half === half && (one.counter === counter || one.account === account),
        ),
    )
  if (free.length === 0) throw refuse('hall.nothing-to-fill')
  for (const day of new Set(free.map((one) => one.day))) {
    const halves = free.filter((one) => one.day === day).map(({ half }) => half)
    await commands.setDutyOf(db, { day, halves, counter, account }, doing)
  }
  return free.length
}

/** The cases that came in on the days of a span, and what makes a counter and a person part of the hall. */
export async function windowSpan(
  db: Db,
  { hall, from, until }: { readonly hall: string; readonly from: Day; readonly until: Day },
): Promise<WindowSpan & { readonly hall: string }> {
  if (until < from) throw refuse('hall.bad-span', { most: '' })
  return {
    hall,
    from: startOf(from),
    until: endOf(until),
    counters: (await findCounters(db, hall)).map(({ counter }) => counter),
    staff: (await findBadges(db)).map(({ account, issuedAt, endedAt, lentUntil }) => ({
      ...{ account, from: issuedAt },
      until: endedAt ?? (lentUntil && endOf(lentUntil)),
    })),
  }
}

/** Who is stationed here or served here, with what their cases of the span say. `flags`: what concerns the hall as a whole. */
export async function departmentWork(
  db: Db,
  span: WindowSpan & { readonly hall: string },
  { counted, today }: { readonly counted: Awaited<ReturnType<HallCases['windowWork']>>; readonly today: Day },
): Promise<{ rows: DepartmentWork[]; flags: WindowFlag[] }> {
  const { hall } = span
  await commands.getHall(db, hall)
  const counters = await findCounters(db, hall)
  const stationed = new Map((await findDepartments(db, hall)).map((one) => [one.unit, one]))
  const badges = await findBadges(db)
  const served = counters.flatMap(({ units }) => units)
  const units = [...new Set([...stationed.keys(), ...served])].sort()
  const names = await unitNames(db, units)
  const brought = await rosterOf(db, hall, today)
  const workOf = new Map(counted.map((work) => [work.unit, work]))
  const rows = units.map((unit) => {
    const work = workOf.get(unit) ?? noWork(unit)
    const claims = stationed.get(unit) ?? null
    const windows = counters.filter((counter) => counter.units.includes(unit)).length
    return {
      ...names(unit),
      stationed: claims && { since: claims.since, central: claims.central, online: claims.online },
      counters: windows,
      ...brought(unit),
      staff: badges.filter((badge) => badge.unit === unit && badge.endedHow === null).length,
      figures: Object.fromEntries(WINDOW_FIGURES.map((figure) => [figure, work[figure]])) as Record<
        (typeof WINDOW_FIGURES)[number],
        number
      >,
      trips: work.trips,
      flags: flagsOf(work, claims, windows),
    }
  })
  return { rows, flags: rows.every(({ figures }) => figures.received === 0) ? ['noCases'] : [] }
}
