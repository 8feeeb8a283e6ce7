import { Readable } from 'node:stream'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route, streamRoute } from '#platform/http/index.ts'
import { getNotice, type PaperServices, preparePaper } from '#modules/notices/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import * as contract from '../contract.ts'
import type { CircularView } from '../contract.ts'
import {
  acknowledge,
  changeLevel,
  type Circular,
  type CircularEvent,
  type CircularFact,
  removeFact,
  standingFacts,
} from './circular.ts'
import { changeCircular, draftCircular, getCircular, issueCircular, withdrawCircular } from './commands.ts'
import { dayAt } from './levels.ts'
import { selectiveOf } from './selective.ts'
import { findCirculars } from './store.ts'
import { circularRows, circularView, instant, type Reader, unitNamesOf } from './views.ts'

export interface CircularServices extends PaperServices {
  readonly database: Database
  /** Findings of a period that were upheld and disposed of, as facts; the module of findings answers. */
  readonly upheldFacts: (
    db: Db,
    asked: { readonly from: Day | null; readonly until: Day; readonly sources: readonly string[] },
  ) => Promise<CircularFact[]>
}

const REACH = { reach: 'jurisdiction' } as const
const readerOf = ({ caller, now }: Pick<Call, 'caller' | 'now'>): Reader => ({
  account: caller.account,
  unit: caller.unit,
  permissions: caller.permissions,
  now,
})
const doing = ({ caller, now }: Pick<Call, 'caller' | 'now'>) => ({ by: caller.account, at: now })

export const circularRoutes = (services: CircularServices): Route[] => [
  ...readingRoutes(services),
  ...actingRoutes(services),
]

function readingRoutes({ database, upheldFacts, ...papers }: CircularServices): Route[] {
  return [
    route(contract.listCirculars, (call) =>
      call.read(async (db) => {
        const found = await findCirculars(db)
        const mayDraft = call.caller.permissions.has('circulars.draft')
        const watches = mayDraft || call.caller.permissions.has('circulars.approve')
        const today = dayAt(call.now)
        const upheld = watches ? await upheldFacts(db, { from: null, until: today, sources: [] }) : []
        const selective = watches
          ? selectiveOf(
              found.map(({ state }) => state),
              upheld,
              today,
            )
          : []
        const nameOf = await unitNamesOf(
          db,
          selective.map(({ fact }) => fact.unit),
        )
        return {
          rows: await circularRows(db, found, readerOf(call)),
          mayDraft,
          selective: selective.map(({ why, fact: { finding, unit, conduct, severity, happenedOn } }) => ({
            ...{ why, finding, unit: nameOf(unit), conduct, severity, happenedOn },
          })),
        }
      }),
    ),
    route(contract.getCircular, (call) => call.read((db) => viewOf(db, call.params.circular, call))),
    streamRoute(contract.circularPaper, async ({ params, scope, caller, now }) => {
      const { state } = await database.read(scope, (db) => getCircular(db, params.circular))
      const { jurisdiction } = scope
      const reader = { actor: caller.account, now, masked: false }
      const paper = await database.transaction({ jurisdiction }, async (db) =>
        preparePaper(db, await getNotice(db, state.issued?.notice ?? ''), papers, reader),
      )
      return {
        contentType: 'application/pdf',
        fileName: paper.fileName,
        body: Readable.from([await paper.draw()]),
      }
    }),
    route(contract.listPublicCirculars, async ({ query }) => {
      const jurisdiction = await jurisdictionOf(database, query.jurisdiction)
      return database.read({ jurisdiction }, async (db) => ({ rows: await publicRows(db) }))
    }),
  ]
}

async function publicRows(db: Db) {
  const found = await findCirculars(db, { open: true })
  const nameOf = await unitNamesOf(
    db,
    found.flatMap(({ state }) => standingFacts(state).map(({ unit }) => unit)),
  )
  return found.flatMap(({ circular, state }) =>
    state.issued === null
      ? []
      : [
          {
            ...{ circular, kind: state.kind, title: state.title, number: state.issued.number },
            issuedAt: instant(state.issued.at),
            facts: standingFacts(state).map(({ unit, personType, fact, measure, happenedOn }) => ({
              ...{ unit: nameOf(unit), personType, fact, measure, happenedOn },
            })),
          },
        ],
  )
}

const viewOf = async (db: Db, circular: string, call: Pick<Call, 'caller' | 'now'>): Promise<CircularView> =>
  circularView(db, await getCircular(db, circular), readerOf(call))

type Acted = Call<{ readonly circular: string }>

function actingRoutes({ upheldFacts }: CircularServices): Route[] {
  /** What the caller may not see is not there; what follows reaches units beside his own. */
  const changing = async (call: Acted, decide: (state: Circular) => CircularEvent[]) => {
    await call.read((db) => getCircular(db, call.params.circular))
    return call.transaction(async (db) => {
      await changeCircular(db, call.params.circular, doing(call), decide)
      return viewOf(db, call.params.circular, call)
    }, REACH)
  }
  return [
    route(contract.draftCircular, (call) =>
      call.transaction(async (db) => {
        const { title, from, until, sources } = call.body
        const facts = await upheldFacts(db, { from: from as Day, until: until as Day, sources })
        const source = `${from}至${until}监督检查`
        const unit = call.caller.unit ?? ''
        const drafted = { kind: 'inspection' as const, unit, title, source, facts }
        return viewOf(db, await draftCircular(db, drafted, doing(call)), call)
      }),
    ),
    route(contract.removeCircularFact, (call) => changing(call, (state) => removeFact(state, call.body))),
    route(contract.changeCircularLevel, (call) => changing(call, (state) => changeLevel(state, call.body))),
    route(contract.readCircular, (call) => changing(call, (state) => acknowledge(state, call.caller.unit))),
    route(contract.issueCircular, (call) =>
      call.transaction(async (db) => {
        await issueCircular(db, call.params.circular, doing(call))
        return viewOf(db, call.params.circular, call)
      }),
    ),
    route(contract.withdrawCircular, (call) =>
      call.transaction(async (db) => {
        await withdrawCircular(db, call.params.circular, call.body.reason, doing(call))
        return viewOf(db, call.params.circular, call)
      }),
    ),
  ]
}
