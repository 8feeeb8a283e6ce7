import { chinaCalendar } from '#engines/calendar/index.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { reportEvents } from '#modules/exchange/contract.ts'
import { loadDemo, openReporter, supervisionRoutes } from '#modules/supervision/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import { type Desk, type Office, openOffice } from '#test/http/office.ts'

/** A working Friday noon in the demo county. */
export const FRIDAY = Date.parse('2026-11-20T12:00:00+08:00')

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The demo county with its log under watch, as its people see it over HTTP. */
export async function openWatch({ demo = true } = {}): Promise<Office> {
  let clock = () => FRIDAY
  const office = await openOffice({
    routes: (database): Route[] => {
      const now = () => clock()
      const reporter = openReporter(database, now)
      const report = route(reportEvents, async ({ params, body, caller }) => {
        const events = body.events.map((event) => ({ ...event, at: Date.parse(event.at) }))
        const { account, unit } = caller
        const taken = await reporter.report(caller.jurisdiction, {
          ...params,
          source: body.source,
          events,
          account,
          unit,
        })
        return { ...taken, gaps: [...taken.gaps] }
      })
      return [...supervisionRoutes({ database, now }), report]
    },
  })
  clock = () => office.now
  office.now = FRIDAY
  if (demo) {
    const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
    await office.database.transaction(scope, (db) => loadDemo(db, { now: FRIDAY, calendar: chinaCalendar() }))
  }
  return office
}

export async function listed<Row>(
  desk: Desk,
  url: string,
): Promise<{ rows: Row[]; next: string | null; total: number }> {
  const answer = await desk.get(url)
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`)
  return answer.json()
}

/** Every row of a list, page by page. */
export async function everyRow<Row>(desk: Desk, url: string): Promise<Row[]> {
  const rows: Row[] = []
  for (let after = ''; ;) {
    const page = await listed<Row>(desk, `${url}${url.includes('?') ? '&' : '?'}limit=200${after}`)
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = `&after=${page.next}`
  }
}
