import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { EVERY_JURISDICTION } from '#kernel/sql.ts'
import { countDueClocks, type OnFired, runSweeper } from '#engines/clocks/stored/index.ts'
import { command, ledgerHead, openSealKey, runSubscriptions, sealRegularly } from '#engines/ledger/index.ts'
import type { Database } from '#platform/database/index.ts'
import {
  createHttpServer,
  createMetrics,
  healthRoute,
  type Metrics,
  type Route,
  watch,
  watchPool,
} from '#platform/http/index.ts'
import { createLogger } from '#platform/logging/index.ts'
import { accessRoutes, authenticator, isAccount, openReadBook, permits } from '#modules/access/index.ts'
import {
  caseworkRoutes,
  contactsKnown,
  onInvestigationClocks,
  accountabilityRoutes,
  onAccountabilityClocks,
} from '#modules/accountability/index.ts'
import {
  caseRoutes,
  casesOfHall,
  casesOfReform,
  countOpenByVersion,
  dropUnusedUploads,
  knownCase,
  onCaseClocks,
  openCasesOf,
  type Papers,
} from '#modules/cases/index.ts'
import { catalogueRoutes } from '#modules/catalogue/index.ts'
import {
  badgeRoutes,
  findingRoutes,
  guidanceRoutes,
  networkRoutes,
  ratingsKnown,
  reportRoutes,
} from '#modules/findings/index.ts'
import {
  appointmentRoutes,
  delegationRoutes,
  enquiryRoutes,
  hallRoutes,
  mustBeAtWindow,
  powersFor,
  queueRoutes,
  runBookings,
  seatOf,
  servesEveryDay,
} from '#modules/hall/index.ts'
import { evidenceRoutes } from '#modules/evidence/index.ts'
import { exchangeRoutes, openImports, openUploads, readSheet } from '#modules/exchange/index.ts'
import {
  circularRoutes,
  coverageRoutes,
  onInspectionClocks,
  roundRoutes,
  sheetsByInspector,
  visitRoutes,
  visitsKnown,
} from '#modules/inspections/index.ts'
import { institutionRoutes, onEntryClocks } from '#modules/institutions/index.ts'
import { licenceRoutes } from '#modules/licences/index.ts'
import { miningRoutes } from '#modules/mining/index.ts'
import { issueNotice, noticeRoutes, usePaperFonts } from '#modules/notices/index.ts'
import { organisationRoutes } from '#modules/organisation/index.ts'
import { recusalRoutes } from '#modules/recusal/index.ts'
import {
  calendarHorizon,
  cardsKnown,
  conferenceRoutes,
  departmentCards,
  efficiencyRoutes,
  idleThenFast,
  openReporter,
  supervisionJobs,
  supervisionRoutes,
} from '#modules/supervision/index.ts'
import { onRectificationClocks, rectificationRoutes } from '#modules/rectification/index.ts'
import { fileGateway, httpGateway, residentRoutes, runOutbox, send } from '#modules/residents/index.ts'
import { openVault, type Vault, vaultRoutes } from '#modules/vault/index.ts'
import { bundleSources } from './bundles.ts'
import { followers } from './followers.ts'
import { keepFinding, upheldFacts } from './found-facts.ts'
import { liveInstitutions, registers, titles } from './registers.ts'

export interface AppOptions {
  readonly database: Database
  /** Keys, uploads and rejected rows live here. */
  readonly dataFolder: string
  readonly version: string
  readonly now: () => EpochMs
  /** The demo county is loaded: the sign-in page may say so. */
  readonly demo: boolean
  /** `silent` for tests. */
  readonly logLevel?: string
  /** File of the key that seals are signed with; made in the data folder unless given. */
  readonly sealKeyFile?: string | undefined
  /** File of the keys that personal data are encrypted with; made in the data folder unless given. */
  readonly vaultKeyFile?: string | undefined
  /** Where people reach the portal, such as `https://xn.example.gov.cn`: QR codes on papers lead there. */
  readonly publicUrl?: string | undefined
  readonly metricsToken?: string | undefined
  /** Folder of the fonts that letters are set in; Noto Sans SC without one. */
  readonly paperFonts?: string | undefined
  /** Posts messages to phones; without one they are written to `outbox.jsonl` in the data folder. */
  readonly messageGateway?: { readonly url: string; readonly token?: string | undefined } | undefined
}

export interface App {
  readonly http: FastifyInstance
  /** Finishes what is under way, then ends; an import is broken off and stores nothing. */
  close(): Promise<void>
}

/** Short enough to be read out on the phone and printed under a QR code. */
const RESIDENTS_PAGES = [
  'search',
  'guide',
  'apply',
  'track',
  'mine',
  'check',
  'badge',
  'permits',
  'slip',
  'contact',
  'measures',
  'report',
  'register',
  'help',
  'review',
  'results',
  'bulletins',
  'fees',
  'agency',
  'project',
  'book',
  'ticket',
  'visit',
  'commitments',
  'raised',
]

/** Residents come to the bare address; the watch keeps the addresses that it had before there were other apps. */
const PAGES = {
  folder: fileURLToPath(new URL('../dist/web', import.meta.url)),
  atRoot: ['portal', 'watch'],
  elsewhere: ['watch'],
  named: new Map(RESIDENTS_PAGES.map((page) => [page, 'portal'])),
  inTheField: ['inspect'],
}

/** Each module takes the clocks that are its own. */
const onClocks = (papers: Papers): OnFired => {
  const ofCases = onCaseClocks(papers)
  return async (db, fired) => {
    await ofCases(db, fired)
    await onEntryClocks(db, fired)
    await onRectificationClocks(db, fired)
    await onInvestigationClocks(db, fired)
    await onAccountabilityClocks(db, fired)
    await onInspectionClocks(db, fired)
  }
}

/** What leaves the office about a case: papers by the module of notices, messages by the one of residents. */
const papersOf = (vault: Vault): Papers => ({
  issue: issueNotice,
  tell: (db, message, now) => send(db, vault, message, now),
})

/** What the hall knows and the cases beside it are handed. */
const fromHall = { seatOf, mustBeAtWindow, powersFor, servesEveryDay }

const SEAL_EVERY_MS = 5000
const CLEAR_UPLOADS_EVERY_MS = 60 * 60_000

/** The modules put together: routes, background work, and one way to end both. */
export async function openApp(options: AppOptions): Promise<App> {
  const { database, version, now, dataFolder, metricsToken } = options
  if (options.paperFonts) usePaperFonts(options.paperFonts)
  const logger = createLogger({ level: options.logLevel ?? 'warn' })
  const failed = (error: unknown) => logger.error(error)
  const { authenticate, close: closeAuthenticator } = await authenticator(database)
  const services = openServices(options, failed)
  const http = await createHttpServer({
    routes: services.reads.watch(routesOf(options, services)),
    database,
    authenticate,
    permits,
    commands: command,
    version,
    now,
    pages: PAGES,
    logger,
    metrics: figuresOf(options),
    ...(metricsToken ? { metricsToken } : {}),
  })
  const running = [
    sealRegularly(database, { key: services.key, everyMs: SEAL_EVERY_MS, now, failed }),
    runSweeper(database, { now, failed, onFired: onClocks(papersOf(services.vault)) }),
    await runSubscriptions(database, { subscriptions: followers(now), failed }),
    supervisionJobs({ database, now, failed }),
    runBookings(database, { now, failed, tell: (db, message, at) => send(db, services.vault, message, at) }),
    runOutbox(database, {
      ...{ vault: services.vault, now, failed },
      gateway: options.messageGateway
        ? httpGateway(options.messageGateway)
        : fileGateway(join(dataFolder, 'outbox.jsonl')),
    }),
  ]
  const clearing = setInterval(() => void services.uploads.clear(now()).catch(failed), CLEAR_UPLOADS_EVERY_MS)
  return {
    http,
    async close() {
      clearInterval(clearing)
      await http.close()
      await services.imports.close()
      await services.reporter.close()
      await services.reads.close()
      for (const job of running) await job.close()
      await closeAuthenticator()
    },
  }
}

/** What `/metrics` tells besides the requests: the pool, how much was appended, and what the sweeps have still to do. */
function figuresOf({ database, now }: AppOptions): Metrics {
  const metrics = createMetrics()
  const everywhere = { jurisdiction: EVERY_JURISDICTION }
  watchPool(metrics, database)
  watch(metrics, {
    name: 'ledger_position',
    help: 'Last position of the ledger: it grows by one with every event',
    value: () => database.read(everywhere, ledgerHead),
  })
  watch(metrics, {
    name: 'clocks_due',
    help: 'Clocks on which something is due and not yet done',
    value: () => database.read(everywhere, (db) => countDueClocks(db, now())),
  })
  return metrics
}

const openServices = (
  { database, dataFolder, now, sealKeyFile, vaultKeyFile, publicUrl }: AppOptions,
  failed: (error: unknown) => void,
) => ({
  key: openSealKey({ dataFolder, file: sealKeyFile }),
  vault: openVault({ dataFolder, file: vaultKeyFile }),
  publicUrl: publicUrl ?? '',
  uploads: openUploads(join(dataFolder, 'uploads')),
  imports: openImports({ database, folder: join(dataFolder, 'rejected'), now, failed }),
  reporter: openReporter(database, now),
  reads: openReadBook(database, failed),
})

function routesOf(
  { database, version, demo, now }: AppOptions,
  services: ReturnType<typeof openServices>,
): Route[] {
  /** What each door is called, for the auditor who reads which of them were used. */
  const summaries = new Map<string, Bilingual>()
  const routes = [
    // The demo's people are shared by whoever tries it; elsewhere a sign-in ends the one before.
    ...accessRoutes({ database, severalSessions: demo, summaryOf: (name) => summaries.get(name) }),
    ...organisationRoutes({ isAccount }),
    ...vaultRoutes({ ...services, stillNeeded: openCasesOf }),
    ...noticeRoutes({ database, ...services }),
    ...evidenceRoutes({ database, ...services, sources: bundleSources(services) }),
    ...residentRoutes({
      ...{ database, demo, ...services },
      draftRemoved: (db, draft, doing) => dropUnusedUploads(db, draft, { vault: services.vault, ...doing }),
    }),
    ...institutionRoutes({
      ...{ database, registers, titles, readSheet, ...services },
      found: keepFinding,
      live: liveInstitutions,
      tell: (db, message, at) => send(db, services.vault, message, at),
    }),
    ...catalogueRoutes({
      database,
      countOpenCases: countOpenByVersion,
      readSheet,
      reformCases: casesOfReform,
    }),
    ...licenceRoutes({ database, ...services }),
    ...hallRoutes({ database, isAccount, cases: casesOfHall, cards: departmentCards }),
    ...enquiryRoutes({ database, knownCase, ...services }),
    ...delegationRoutes(),
    ...queueRoutes({ database, now }),
    ...appointmentRoutes({
      database,
      markAgent: (db, document) => services.vault.mark(db, 'booking-agent', document.trim()).toString('hex'),
    }),
    ...caseRoutes({ database, papers: papersOf(services.vault), ...fromHall, ...services }),
    ...recusalRoutes(),
    ...findingRoutes({ sheets: sheetsByInspector }),
    ...badgeRoutes,
    ...guidanceRoutes,
    ...networkRoutes([cardsKnown, ratingsKnown, visitsKnown, contactsKnown]),
    ...reportRoutes({ database, vault: services.vault, idleThenFast }),
    ...supervisionRoutes({ database, now }),
    ...efficiencyRoutes({ database }),
    ...accountabilityRoutes({ database, ...services }),
    ...caseworkRoutes({
      database,
      ...services,
      tell: (db, message, at) => send(db, services.vault, message, at),
    }),
    ...conferenceRoutes,
    ...circularRoutes({ database, upheldFacts, ...services }),
    ...roundRoutes({ database }),
    ...visitRoutes(services),
    ...coverageRoutes,
    ...rectificationRoutes({
      ...{ database, readSheet, ...services },
      tell: (db, message, at) => send(db, services.vault, message, at),
    }),
    ...miningRoutes,
    ...exchangeRoutes({ database, ...services }),
    healthRoute({
      version,
      demo,
      ledgerHead: () => database.read({ jurisdiction: EVERY_JURISDICTION }, ledgerHead),
      calendarKnownUntil: () => calendarHorizon(database),
    }),
  ]
  for (const { endpoint } of routes) summaries.set(endpoint.name, endpoint.summary)
  return routes
}
