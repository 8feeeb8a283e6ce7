import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, eventsRoute, type Route, route } from '#platform/http/index.ts'
import { calendarFor, calendarKnownAt, calendarNow } from './calendars.ts'
import { calendarView, noticeOf } from './calendar-view.ts'
import * as commands from './card-commands.ts'
import { findCardsNamed } from './card-list-store.ts'
import { caseView, getCaseRow, readCase } from './case-view.ts'
import { clocksOf, explanationOf, readClockName } from './clock-view.ts'
import * as contract from './contract.ts'
import type { ExplanationView } from './contract.ts'
import { findDueChanges } from './due-change-store.ts'
import { findCardCounts } from './figure-store.ts'
import { liveCards } from './live-cards.ts'
import { dayAt, instantText } from './moments.ts'
import { findObjections } from './objection/store.ts'
import { overview, unitsOverview } from './overview.ts'
import { pageOfCards, pageOfCases } from './pages.ts'
import { MINIMUM_CELL } from './policy.ts'
import { refuse } from './refusals.ts'
import { loadNotice } from './reprojection.ts'
import { getRule, replay, ruleRows, ruleView } from './rule-view.ts'
import { riskRoutes } from './risks/routes.ts'
import { rulesInForce } from './rules/in-force.ts'
import { ruleEditionRoutes } from './rules/routes.ts'
import { storedHistories } from './stored-histories.ts'
import { findCardTotals } from './total-store.ts'
import { cardRow, caseRow } from './views.ts'
import { judgedAt } from './watched-log.ts'
import { getLog } from './watching.ts'

export interface SupervisionServices {
  readonly database: Database
  readonly now: () => EpochMs
}

export const supervisionRoutes = (services: SupervisionServices): Route[] => [
  ...caseRoutes,
  ...cardRoutes(services),
  ...ruleRoutes,
  ...ruleEditionRoutes,
  ...riskRoutes,
  ...figureRoutes,
  ...calendarRoutes(services),
]

const truth = (text: 'true' | 'false' | undefined) => (text === undefined ? undefined : text === 'true')

const caseRoutes: Route[] = [
  route(contract.listCases, ({ query, read, now }) =>
    read(async (db) => {
      const { late, early, ...rest } = query
      const page = await pageOfCases(db, { ...rest, late: truth(late), early: truth(early) })
      const reading = { now, calendar: await calendarNow(db) }
      return { ...page, rows: page.rows.map((row) => caseRow(row, reading)) }
    }),
  ),

  route(contract.getCase, ({ params: { log, caseId }, read, now }) =>
    read(async (db) => caseView(db, log, caseId, { now, calendar: await calendarNow(db) })),
  ),

  route(contract.explainClock, ({ params: { clock }, query: { asOf }, read, now }) =>
    read((db) => explain(db, clock, { asOf: asOf === undefined ? undefined : Date.parse(asOf), now })),
  ),
]

/** Why this date, also as it was known at an earlier moment: by the events and the calendar known until then. */
export async function explain(
  db: Db,
  clock: string,
  { asOf, now }: { asOf: number | undefined; now: number },
): Promise<ExplanationView> {
  const place = readClockName(clock)
  if (!place) throw refuse('clock.not-found', { clock })
  const row = await getCaseRow(db, place.log, place.caseId)
  const log = await getLog(db, place.log)
  const at = asOf ?? (log.live ? now : (log.endsAt ?? now))
  const calendar = asOf === undefined ? await calendarNow(db) : await calendarKnownAt(db, asOf)
  const stored = await readCase(db, log, row, asOf)
  const moment = { at, calendar }
  const named = clocksOf(log, stored, moment).find((one) => one.clock === clock)
  if (!named) {
    throw asOf === undefined
      ? refuse('clock.not-found', { clock })
      : refuse('clock.not-known-then', { asOf: instantText(asOf) })
  }
  const journal = await findDueChanges(db, place.log, place.caseId, place.kind)
  const changes = journal
    .filter(({ changedAt }) => changedAt <= (asOf ?? Infinity))
    .map(({ changedAt, oldDueAt, newDueAt, whyZh, whyEn }) => ({
      at: instantText(changedAt),
      from: instantText(oldDueAt),
      to: instantText(newDueAt),
      why: { zh: whyZh, en: whyEn },
    }))
  return explanationOf(log, named, { moment, asOf: at, changes })
}

const actor = ({ caller }: Pick<Call, 'caller'>) => ({ account: caller.account, unit: caller.unit })

const act = async (
  db: Db,
  call: Pick<Call, 'caller' | 'now' | 'expectedVersion'>,
  card: string,
): Promise<commands.CardAct> => ({
  card,
  by: actor(call),
  now: call.now,
  calendar: await calendarFor(db),
  expectedVersion: call.expectedVersion,
})

const MOST_OBJECTIONS = 300

const cardRoutes = ({ database, now: clock }: SupervisionServices): Route[] => {
  const live = liveCards(database)
  return [
    route(contract.listCards, ({ query, read, now }) =>
      read(async (db) => {
        const page = await pageOfCards(db, query)
        return { ...page, rows: page.rows.map((card) => cardRow(card, now)) }
      }),
    ),

    route(contract.getCard, (call) =>
      call.read((db) => commands.cardView(db, call.params.card, { by: actor(call), now: call.now })),
    ),

    route(contract.answerCard, (call) =>
      call.transaction(async (db) =>
        commands.answer(db, await act(db, call, call.params.card), call.body.text),
      ),
    ),

    route(contract.judgeCard, (call) =>
      call.transaction(async (db) => commands.judge(db, await act(db, call, call.params.card), call.body)),
    ),

    route(contract.withdrawCard, (call) =>
      call.transaction(async (db) => commands.withdraw(db, await act(db, call, call.params.card), call.body)),
    ),

    route(contract.objectToCard, (call) =>
      call.transaction(async (db) =>
        commands.object(db, await act(db, call, call.params.card), call.body.grounds),
      ),
    ),

    route(contract.decideObjection, (call) =>
      call.transaction(async (db) => commands.settle(db, await act(db, call, call.params.card), call.body)),
    ),

    route(contract.listObjections, ({ read, now }) =>
      read(async (db) => ({
        rows: (await findObjections(db, MOST_OBJECTIONS)).map((one) => ({
          ...one,
          overdue: one.outcome === null && dayAt(now) > one.decideBy,
        })),
      })),
    ),

    eventsRoute(contract.watchCards, async ({ caller, query, read }, stream) => {
      const forget = await live.follow((jurisdiction, cards) => {
        if (jurisdiction !== caller.jurisdiction) return
        read((db) => findCardsNamed(db, cards))
          .then((found) => {
            for (const card of found) {
              if (query.log !== undefined && card.log !== query.log) continue
              stream.send('card', cardRow(card, clock()), `${card.card}/${card.version}`)
            }
          })
          .catch(() => undefined)
      })
      stream.onClose(forget)
    }),
  ]
}

const ruleRoutes: Route[] = [
  route(contract.listRules, ({ query, read }) =>
    read(async (db) => ({
      rows: ruleRows(await findCardTotals(db, query.log), await rulesInForce(db)),
    })),
  ),

  route(contract.getRule, ({ params, query, read, now }) =>
    read(async (db) =>
      ruleView(getRule(params.rule, await rulesInForce(db)), await findCardCounts(db, query.log), now),
    ),
  ),

  route(contract.replayRule, ({ params, body, read, now }) =>
    read(async (db) => {
      const among = await rulesInForce(db)
      const rule = getRule(params.rule, among)
      const log = await getLog(db, body.log)
      const histories = await storedHistories(db, log)
      const at = body.at === undefined ? judgedAt(log, now) : Date.parse(body.at)
      return replay({ among, rule, log, histories, set: body.set, at, calendar: await calendarNow(db) })
    }),
  ),
]

const figureRoutes: Route[] = [
  route(contract.getOverview, ({ query, read, now }) =>
    read((db) => overview(db, query.log, instantText(now))),
  ),

  route(contract.listUnitFigures, ({ query, read }) =>
    read(async (db) => ({ rows: await unitsOverview(db, query.log), minimumCell: MINIMUM_CELL })),
  ),
]

const calendarRoutes = ({ database }: SupervisionServices): Route[] => [
  route(contract.getCalendar, ({ params, read }) =>
    read(async (db) => calendarView(params.year, await calendarNow(db))),
  ),

  route(contract.loadHolidayNotice, ({ body, caller, now }) =>
    loadNotice(database, caller.jurisdiction, { notice: noticeOf(body), loadedBy: caller.account, now }),
  ),
]
