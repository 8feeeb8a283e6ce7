import { type Day, day } from '#kernel/day.ts'
import { type Db, EVERY_JURISDICTION } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route, uploadRoute } from '#platform/http/index.ts'
import { findUnitTitles, jurisdictionOf } from '#modules/organisation/index.ts'
import {
  type Changing,
  cancelItem,
  draftItem,
  findingsOf,
  publishItem,
  resumeItem,
  suspendItem,
} from './commands.ts'
import * as contract from './contract.ts'
import type { DraftView, ItemStanding, ItemSummary } from './contract.ts'
import { importFile, type ReadSheet } from './importing/index.ts'
import { standingOn } from './item.ts'
import { feeRoutes } from './fees/routes.ts'
import { pathRoutes } from './paths/routes.ts'
import { permitRoutes } from './permits/routes.ts'
import { itemVersion, readGuide, versionsOf } from './reading.ts'
import type { ReformCases } from './reform/reading.ts'
import { reformRoutes } from './reform/routes.ts'
import { refuse } from './refusals.ts'
import { countByTheme, countByUnit, type Within } from './search/search-store.ts'
import { searchItems } from './search/search.ts'
import { countDrafts, findDraft, findDrafts } from './draft-store.ts'
import { findItem, findSummaries } from './store.ts'
import { findVersions } from './version-store.ts'
import type { ThemeCode } from './terms.ts'
import { todayOf } from './today.ts'

export interface CatalogueServices {
  readonly database: Database
  /** How many cases still run under each version of an item: cases lie above and hand this down. */
  readonly countOpenCases?: (db: Db, item: string) => Promise<readonly { version: number; cases: number }[]>
  /** Reads Excel workbooks: exchange lies above and hands this down. */
  readonly readSheet?: ReadSheet
  readonly reformCases?: ReformCases
}

const PAGE = 30

export const catalogueRoutes = (services: CatalogueServices): Route[] => [
  ...publicRoutes(services),
  ...draftRoutes,
  ...publishRoutes,
  ...pathRoutes,
  ...permitRoutes(services),
  ...otherRoutes(services),
  ...feeRoutes(services),
  ...reformRoutes(services),
]

/** Guides are public: a visitor reads those of the jurisdiction he names, somebody signed in those of his own. */
function publicRoutes({ database }: CatalogueServices): Route[] {
  const where = async ({ query, visitor }: PublicCall) =>
    visitor && query.jurisdiction === undefined
      ? visitor.jurisdiction
      : jurisdictionOf(database, query.jurisdiction)
  const reading = async <T>(call: PublicCall, work: (db: Db) => Promise<T>) =>
    database.read({ jurisdiction: await where(call), account: '', reach: 'none' }, work)
  return [
    route(contract.listItems, async (call) => {
      const { search, after, limit = PAGE, theme, unit, client } = call.query
      const within: Within = { jurisdiction: await where(call), day: todayOf(call.now), theme, unit, client }
      return database.read({ jurisdiction: EVERY_JURISDICTION }, async (db) => {
        const { found, ...page } = await searchItems(db, { typed: search, after, limit, within })
        const rows = await findSummaries(db, within.jurisdiction, found)
        return { ...page, rows: rows.map((row) => summaryView(row, within.day)) }
      })
    }),

    route(contract.listThemes, async (call) => {
      const within = { jurisdiction: await where(call), day: todayOf(call.now) }
      const counted = await database.read({ jurisdiction: EVERY_JURISDICTION }, async (db) => ({
        themes: await countByTheme(db, within),
        units: await countByUnit(db, within),
      }))
      const titles = await reading(call, (db) =>
        findUnitTitles(
          db,
          counted.units.map(({ key }) => key),
        ),
      )
      const names = new Map(titles.map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]))
      return {
        themes: counted.themes.map(({ key, items }) => ({ theme: key as ThemeCode, items })),
        units: counted.units.map(({ key, items }) => ({
          unit: key,
          name: names.get(key) ?? { zh: key, en: '' },
          items,
        })),
      }
    }),

    route(contract.getGuide, (call) =>
      reading(call, (db) => readGuide(db, call.params.item, todayOf(call.now))),
    ),

    route(contract.listItemVersions, (call) =>
      reading(call, async (db) => ({ rows: await versionsOf(db, call.params.item) })),
    ),

    route(contract.getItemVersion, (call) =>
      reading(call, (db) => itemVersion(db, call.params.item, call.params.version)),
    ),
  ]
}

type PublicCall = Pick<Call, 'visitor'> & { readonly query: { readonly jurisdiction?: string | undefined } }

type SummaryRow = Awaited<ReturnType<typeof findSummaries>>[number]

export const summaryView = ({ summary, ...closed }: SummaryRow, today: Day): ItemSummary => ({
  ...summary,
  state: standingOn(closed, today, true).state === 'suspended' ? 'suspended' : 'inForce',
})

const draftRoutes: Route[] = [
  route(contract.listItemDrafts, ({ query: { after, limit = PAGE }, read }) =>
    read(async (db) => {
      const found = await findDrafts(db, { after, limit })
      const rows = found.slice(0, limit)
      const counted = await countDrafts(db)
      return {
        rows: rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })),
        next: found.length > limit ? (rows.at(-1)?.item ?? null) : null,
        total: counted?.total ?? 0,
      }
    }),
  ),

  route(contract.getItemDraft, ({ params, read, now }) =>
    read((db) => draftView(db, params.item, todayOf(now))),
  ),

  route(contract.saveItemDraft, ({ params: { item }, body: { content }, ...call }) => {
    const { unit } = call.caller
    if (unit === null) throw refuse('catalogue.no-unit')
    return call.transaction(async (db) => {
      await draftItem(db, { ...changing(call, item), unit, content })
      return draftView(db, item, todayOf(call.now))
    })
  }),

  route(contract.examineItem, ({ params: { item }, body: { content }, read, now }) =>
    read(async (db) => ({ findings: await findingsOf(db, item, content, todayOf(now)) })),
  ),
]

async function draftView(db: Db, item: string, today: Day): Promise<DraftView> {
  const found = await findDraft(db, item)
  const row = await findItem(db, item)
  if (!found || !row) throw refuse('catalogue.no-draft', { item: item.slice(0, 80) })
  const findings = await findingsOf(db, item, found.content, today)
  return { ...found, changedAt: found.changedAt.toISOString(), version: row.streamVersion, findings }
}

const publishRoutes: Route[] = [
  route(contract.publishItem, ({ params: { item }, body, ...call }) =>
    call.transaction(async (db) => {
      const [from, today] = [day(body.from), todayOf(call.now)]
      const { reason } = body
      const version = await publishItem(db, { ...changing(call, item), from, today, reason })
      const rows = await versionsOf(db, item)
      const row = rows.find((one) => one.version === version)
      if (!row) throw refuse('catalogue.no-such-version', { item, version })
      return row
    }),
  ),
  route(contract.suspendItem, (call) => close(call, suspendItem)),
  route(contract.resumeItem, (call) => close(call, resumeItem)),
  route(contract.cancelItem, (call) => close(call, cancelItem)),
]

interface Given {
  readonly item: string
}
interface Closing {
  readonly from: string
  readonly reason: string
  readonly document: string
}

function close(
  { params: { item }, body, ...call }: Call<Given, unknown, Closing>,
  decide: typeof suspendItem,
): Promise<ItemStanding> {
  return call.transaction(async (db) => {
    const today = todayOf(call.now)
    await decide(db, { ...changing(call, item), ...body, from: day(body.from), today })
    const row = await findItem(db, item)
    if (!row) throw refuse('catalogue.no-such-item', { item })
    // What was decided is for a later day, and is answered as it will be then.
    return standingOn(row, day(body.from), true)
  })
}

const changing = (call: Pick<Call, 'caller' | 'now' | 'expectedVersion'>, item: string): Changing => ({
  item,
  by: call.caller.account,
  at: call.now,
  expectedVersion: call.expectedVersion,
})

const otherRoutes = ({ countOpenCases, readSheet }: CatalogueServices): Route[] => [
  route(contract.getImpact, ({ params: { item }, read }) =>
    read(async (db) => {
      const counted = await (countOpenCases?.(db, item) ?? [])
      const open = new Map(counted.map(({ version, cases }) => [version, cases]))
      const versions = await findVersions(db, item)
      if (versions.length === 0) throw refuse('catalogue.no-such-item', { item: item.slice(0, 80) })
      const rows = versions.map(({ version, from, until, draftedBy, publishedBy, reason }) => ({
        ...{ version, from, until, draftedBy, publishedBy, reason },
        openCases: open.get(version) ?? 0,
      }))
      return { item, rows }
    }),
  ),

  uploadRoute(contract.importItems, ({ query, caller, now, transaction }, file) =>
    importFile(
      file,
      { fileName: query.fileName, unit: query.unit, by: caller.account, at: now, readSheet },
      transaction,
    ),
  ),
]
