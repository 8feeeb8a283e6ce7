import { type Day, dayNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, instantOf, officeHours, workingSecondsCounter } from '#engines/calendar/index.ts'
import { findEntries } from '#engines/registers/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import { caseNoOf, findBeneficiaries, isCaseStream } from '#modules/cases/index.ts'
import { calendarNow } from '../calendars.ts'
import * as contract from '../risk-contract.ts'
import { dayAt, instantText } from '../moments.ts'
import { namesFor, type Names } from '../efficiency/naming.ts'
import { findSettings } from '../efficiency/setting-store.ts'
import { settingsOn } from '../efficiency/settings.ts'
import { spanOf } from '../efficiency/span.ts'
import { concentrationShare, concentrationTimes, MINIMUM_CELL } from '../policy.ts'
import { concentrations, type Given } from './concentration.ts'
import { shirkingRows } from './shirking.ts'
import { countActs, findActs, type FoundAct } from './store.ts'
import { unusualBecause } from './unusual.ts'

const monthOf = (month: string | undefined, now: EpochMs): string => month ?? dayAt(now).slice(0, 7)

/** What shows only over a month or a year: who sends people away, who acts at night, who gets everything. */
export const riskRoutes: Route[] = [
  route(contract.listShirking, ({ query, now, read }) =>
    read(async (db) => {
      const month = monthOf(query.month, now)
      const refused = (await findActs(db, month, ['notOurs', 'slip'])).filter(({ own }) => own)
      const names = await namesOf(db, refused)
      return {
        month,
        rows: shirkingRows(await countActs(db, month)).map((row) => ({
          ...row,
          unitName: names.unit(row.unit),
        })),
        ownMatters: refused.map((act) => actView(act, names)),
      }
    }),
  ),

  route(contract.listUnusual, ({ query, now, read }) =>
    read(async (db) => {
      const month = monthOf(query.month, now)
      const works = await worksAt(db, now)
      const acts = await findActs(db, month, ['decided', 'corrected', 'transferred'])
      const names = await namesOf(db, acts)
      const rows = acts.flatMap((act) => {
        const because = unusualBecause(act, works)
        return because ? [{ ...actView(act, names), because }] : []
      })
      return { month, rows }
    }),
  ),

  route(contract.listConcentration, ({ query, now, read }) =>
    read(async (db) => {
      const { from, until } = spanOf(query, now)
      const today = dayAt(now)
      const thresholds = {
        ...{ share: concentrationShare(today), again: concentrationTimes(today), minimumCell: MINIMUM_CELL },
      }
      const given = [...(await approvals(db, from, until)), ...(await advantages(db, from, until))]
      const { unit } = await namesFor(db, [])
      const rows = concentrations(given, thresholds).map(({ top, ...row }) => ({
        ...row,
        ...{ key: `${row.kind}|${row.unit}`, unitName: unit(row.unit) },
        top: top.map(({ name, times, matter }) => ({ name, times, matter })),
      }))
      return { from, until, rows }
    }),
  ),
]

const namesOf = (db: Db, acts: readonly FoundAct[]): Promise<Names> =>
  namesFor(db, [...new Set(acts.map(({ account }) => account))])

const actView = (act: FoundAct, names: Names) => ({
  ...{ key: `${act.stream}|${act.kind}|${act.happenedAt}`, unit: act.unit, unitName: names.unit(act.unit) },
  ...{ kind: act.kind, mark: act.mark, own: act.own, accountName: names.person(act.account) },
  caseNo: isCaseStream(act.stream) ? caseNoOf(act.stream) : null,
  happenedAt: instantText(act.happenedAt),
})

/** Whether the office works at an instant, by the hours in force today and the calendar. */
async function worksAt(db: Db, now: EpochMs): Promise<(at: EpochMs) => boolean> {
  const hours = officeHours(settingsOn(await findSettings(db), dayAt(now)).text('officeHours'))
  const seconds = workingSecondsCounter({ calendar: await calendarNow(db), hours })
  return (at) => seconds(at + 1000) > seconds(at)
}

/** Granted cases: the applicant is a reference, and what is shown of a name is masked. */
const approvals = async (db: Db, from: Day, until: Day): Promise<Given[]> =>
  (
    await findBeneficiaries(
      db,
      instantOf(DEFAULT_ZONE, dayNumber(from)),
      instantOf(DEFAULT_ZONE, dayNumber(until) + 1),
    )
  ).map(({ unit, who, masked, times, caseNo }) => ({
    ...{ kind: 'approval', unit, who, name: masked, times, matter: caseNo },
  }))

/**
 * 受益登记: fee cuts, land and support, by credit code. What was taken back counts as well: the unit enters that itself, and
 * would otherwise take its favourites off the list before supervision looks.
 */
async function advantages(db: Db, from: string, until: string): Promise<Given[]> {
  const found = new Map<string, Given>()
  for (const { id, values } of await findEntries(db, 'benefit-record', 'code')) {
    const said = (field: string) => String(values[field] ?? '')
    if (said('on') < from || said('on') > until) continue
    const key = `${said('kind')}|${said('unit')}|${said('code')}`
    const times = (found.get(key)?.times ?? 0) + 1
    found.set(key, {
      ...{ kind: said('kind'), unit: said('unit'), who: said('code'), name: said('beneficiary') },
      ...{ times, matter: `benefit-record/${id}` },
    })
  }
  return [...found.values()]
}
