import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import type { EpochMs } from '#kernel/day.ts'
import type { Db, Scope } from '#kernel/sql.ts'
import { formatInstant } from '#engines/calendar/index.ts'
import { caseAt } from '#engines/histories/index.ts'
import { findAfter, type Place, type StoredEvent } from '#engines/ledger/index.ts'
import type { Database } from '#platform/database/index.ts'
import { type Route, route, streamRoute, uploadRoute } from '#platform/http/index.ts'
import {
  findLog,
  findLogs,
  getLog,
  type LogFigures,
  logFigures,
  type Reporter,
  storedHistories,
  type WatchedLog,
} from '#modules/supervision/index.ts'
import { jointCases } from '#modules/cases/index.ts'
import * as contract from './contract.ts'
import type { ColumnChoice, ImportView, LogSummary } from './contract.ts'
import type { LogMapping } from './mapping/log-mapping.ts'
import { parseMapping, preset, presetNames } from './mapping/read-mapping.ts'
import { previewFile } from './preview.ts'
import { countRuns, findRun, findRuns, type ImportRun } from './storing/import-store.ts'
import { holdJoint, jointOcel } from './joint/ocel.ts'
import type { Imports } from './storing/imports.ts'
import { refuse } from './storing/refusals.ts'
import type { Uploads } from './storing/uploads.ts'
import { exportLog, MEDIA_TYPES } from './writing/export-log.ts'

export interface ExchangeServices {
  readonly database: Database
  readonly uploads: Uploads
  readonly imports: Imports
  readonly reporter: Reporter
}

const PAGE = 50

export const exchangeRoutes = (services: ExchangeServices): Route[] => [
  ...logRoutes(services),
  ...importRoutes(services),
  ...feedRoutes(services),
]

const logRoutes = ({ database }: ExchangeServices): Route[] => [
  route(contract.listLogs, ({ read }) =>
    read(async (db) => {
      const figures = await logFigures(db)
      return { rows: (await findLogs(db)).map((log) => summary(log, figures.get(log.log))) }
    }),
  ),

  route(contract.getLog, ({ params, read }) =>
    read(async (db) => summary(await getLog(db, params.log), (await logFigures(db)).get(params.log))),
  ),

  route(contract.listPresets, () => ({
    rows: presetNames().map((name) => ({ name, title: preset(name).title ?? { zh: name, en: name } })),
  })),

  streamRoute(contract.exportLogFile, async ({ params, query, scope }) => {
    const { histories, log } = await database.read(scope, async (db) => {
      const found = await getLog(db, params.log)
      return { log: found, histories: await storedHistories(db, found) }
    })
    const cases = function* () {
      for (let index = 0; index < histories.caseCount; index++) yield caseAt(histories, index)
    }
    return {
      contentType: MEDIA_TYPES[query.format],
      fileName: `${params.log}.${query.format === 'ocel' ? 'ocel.json' : query.format}`,
      body: exportLog(cases(), query.format, { name: log.title, zone: log.zone }),
    }
  }),

  streamRoute(contract.exportJointCases, async ({ scope }) => {
    const held = await database.read(scope, (db) => holdJoint(jointCases(db)))
    return { contentType: MEDIA_TYPES.ocel, fileName: 'joint-cases.ocel.json', body: jointOcel(held) }
  }),
]

function summary(log: WatchedLog, figures: LogFigures | undefined): LogSummary {
  const { zone } = log
  const instant = (at: EpochMs | null | undefined) => (at == null ? null : formatInstant(at, zone))
  return {
    name: log.log,
    title: log.title,
    source: log.source,
    preset: log.preset,
    zone,
    cases: figures?.cases ?? 0,
    events: figures?.events ?? 0,
    firstAt: instant(figures?.firstAt),
    lastAt: instant(figures?.lastAt),
    importedAt: formatInstant(log.changedAt),
    open: figures?.open ?? 0,
    overdue: figures?.overdue ?? 0,
    cards: figures?.cards ?? 0,
  }
}

const importRoutes = ({ uploads, imports }: ExchangeServices): Route[] => [
  uploadRoute(contract.uploadLogFile, async ({ query, scope, now }, file) => {
    const kept = await uploads.keep(scope.jurisdiction, query.fileName, file, now)
    const { upload, fileName, bytes } = kept
    return { upload, fileName, bytes, ...(await previewFile(kept.path)) }
  }),

  route(contract.startImport, async ({ body, caller, scope, read }) => {
    const { path, fileName } = await uploads.find(scope.jurisdiction, body.upload)
    const { log, title } = body
    const wanted = {
      account: caller.account,
      log,
      title,
      preset: body.preset,
      mapping: mappingOf(body),
      fileName,
      path,
    }
    const run = await imports.start(scope, wanted)
    return read((db) => runView(db, run))
  }),

  route(contract.listImports, ({ query, read }) =>
    read(async (db) => {
      const limit = query.limit ?? PAGE
      const found = await findRuns(
        db,
        query.after === undefined ? undefined : readRunPlace(query.after),
        limit + 1,
      )
      const rows = found.slice(0, limit)
      const last = found.length > limit ? rows.at(-1) : undefined
      return {
        rows: rows.map(view),
        next: last ? runPlace(last) : null,
        total: (await countRuns(db))?.total ?? 0,
      }
    }),
  ),

  route(contract.getImport, ({ params, read }) => read((db) => runView(db, params.import))),

  streamRoute(contract.getRejectedRows, async ({ params, scope, read }) => {
    const run = await read((db) => runView(db, params.import))
    const path = imports.rejectedFile(scope.jurisdiction, run.import)
    await access(path).catch(() => {
      throw refuse('exchange.no-import')
    })
    return {
      contentType: 'text/csv; charset=utf-8',
      fileName: `${run.log}.rejected.csv`,
      body: createReadStream(path),
    }
  }),
]

interface Choice {
  readonly preset?: string | undefined
  readonly mapping?: string | undefined
  readonly columns?: ColumnChoice | undefined
}

/** A mapping file says most, a preset next, then what was chosen in the wizard; nothing chosen means guessed names. */
function mappingOf({ preset: name, mapping, columns }: Choice): LogMapping {
  if (mapping !== undefined) return parseMapping(mapping)
  if (name !== undefined) return preset(name)
  return { columns: columns ?? {} }
}

async function runView(db: Db, run: string): Promise<ImportView> {
  const found = await findRun(db, run)
  if (!found) throw refuse('exchange.no-import')
  return view(found)
}

const view = (run: ImportRun): ImportView => ({
  import: run.import,
  log: run.log,
  fileName: run.fileName,
  status: run.status,
  progress: run.progress,
  cases: run.cases,
  events: run.events,
  rejectedRows: run.rejectedRows,
  unknownUnits: run.unknownUnits,
  refusal:
    run.refusalCode === null
      ? null
      : { code: run.refusalCode, text: { zh: run.refusalZh ?? '', en: run.refusalEn ?? '' } },
  startedAt: formatInstant(run.startedAt),
  endedAt: run.endedAt === null ? null : formatInstant(run.endedAt),
})

const runPlace = (run: ImportRun): string => `${run.startedAt}.${run.import}`

function readRunPlace(text: string) {
  const [startedAt = '', ...rest] = text.split('.')
  return { startedAt: new Date(Number(startedAt) || 0), import: rest.join('.') }
}

const FEED_PAGE = 200

const feedRoutes = ({ reporter }: ExchangeServices): Route[] => [
  route(contract.reportEvents, async ({ params, body, caller, scope, read }) => {
    const log = await read((db) => findLog(db, params.log))
    if (log && log.source === 'import') throw refuse('exchange.log-is-history', { name: params.log })
    const events = body.events.map((event) => ({ ...event, at: Date.parse(event.at) }))
    const report = {
      log: params.log,
      source: body.source,
      events,
      account: caller.account,
      unit: caller.unit,
    }
    return { ...(await reporter.report(scope.jurisdiction, report)) } as ReportedAnswer
  }),

  route(contract.readFeed, async ({ query, scope, read, setHeader }) => {
    const { events, next } = await read((db) => feedPage(db, query.after, query.limit ?? FEED_PAGE))
    setHeader('link', `</api/feed?after=${next}>; rel="next"`)
    return events.map((event) => cloudEvent(scope, event))
  }),
]

interface ReportedAnswer {
  accepted: number
  repeated: number
  gaps: { from: number; to: number }[]
}

type Placed = StoredEvent & Place

/** What happened to cases and cards; how the office runs itself (accounts, sign-ins) is nobody else's business. */
const isForOthers = ({ stream }: StoredEvent): boolean =>
  stream.startsWith('log/') || stream.startsWith('card/')

const placeText = ({ transaction, position }: Place): string => `${transaction}-${position}`

function placeOf(text: string | undefined): Place {
  const [transaction = '0', position = '0'] = text?.split('-') ?? []
  return { transaction, position: Number(position) }
}

/** Events after a place, none skipped that was committed late; `next` also steps over what is not for others. */
async function feedPage(db: Db, after: string | undefined, limit: number) {
  const events: Placed[] = []
  let place = placeOf(after)
  for (;;) {
    const found = await findAfter(db, place, limit)
    for (const event of found) {
      if (events.length === limit) break
      place = event
      if (isForOthers(event)) events.push(event)
    }
    if (events.length === limit || found.length < limit) return { events, next: placeText(place) }
  }
}

/** CloudEvents 1.0; `id` is the place in the ledger, by which a reader asks for what came after. */
const cloudEvent = ({ jurisdiction }: Scope, event: Placed) => ({
  specversion: '1.0' as const,
  id: placeText(event),
  source: `/jurisdictions/${jurisdiction}`,
  type: `xiaoneng.${event.type}`,
  subject: event.stream,
  time: formatInstant(event.occurredAt),
  datacontenttype: 'application/json' as const,
  data: event.payload,
})
