import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { EpochMs } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { Scope } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import type { LogMapping } from '../mapping/log-mapping.ts'
import { rejectedHeader, rejectedLine, type RejectedRow } from '../rejected.ts'
import { importLog } from './import-log.ts'
import { insertRun, type RunChange, updateRun } from './import-store.ts'
import { refuse } from './refusals.ts'

/** Imports run in the server that received the file, one after the other, and go on when the page is left. */
export interface Imports {
  start(scope: Scope, wanted: WantedImport): Promise<string>
  rejectedFile(jurisdiction: string, run: string): string
  /** Breaks off what is under way: nothing of it is stored. */
  close(): Promise<void>
}

export interface WantedImport {
  readonly account: string
  readonly log: string
  readonly title: string | undefined
  readonly preset: string | undefined
  readonly mapping: LogMapping
  readonly fileName: string
  readonly path: string
}

interface ImportServices {
  readonly database: Database
  /** Where rejected rows are kept. */
  readonly folder: string
  readonly now: () => EpochMs
  readonly failed: (error: unknown) => void
}

const TOLD_EVERY_MS = 700

export function openImports(services: ImportServices): Imports {
  const stopping = new AbortController()
  let last: Promise<void> = Promise.resolve()
  const rejectedFile = (jurisdiction: string, run: string) =>
    join(services.folder, jurisdiction, `${run}.csv`)
  return {
    rejectedFile,
    async start(scope, wanted) {
      const now = services.now()
      const run = newId(now)
      const { log, fileName, account } = wanted
      await services.database.transaction(scope, (db) =>
        insertRun(db, { import: run, log, fileName, account, startedAt: new Date(now) }),
      )
      const running = {
        scope,
        wanted,
        run,
        signal: stopping.signal,
        rejected: rejectedFile(scope.jurisdiction, run),
      }
      last = last.then(() => runImport(services, running))
      return run
    },
    async close() {
      stopping.abort()
      await last
    },
  }
}

interface Running {
  readonly scope: Scope
  readonly wanted: WantedImport
  readonly run: string
  readonly signal: AbortSignal
  readonly rejected: string
}

/** Whatever happens, the run ends with a sentence that people can read. */
async function runImport(services: ImportServices, running: Running): Promise<void> {
  const { database, now, failed } = services
  const { scope, wanted, run, signal } = running
  const standing = { progress: 0, cases: 0, events: 0, rejectedRows: 0 }
  const tell = (status: RunChange['status'], more: Pick<RunChange, 'ended' | 'refusal' | 'unknownUnits'>) =>
    database.transaction(scope, (db) =>
      updateRun(db, run, { ...standing, status, at: new Date(now()), ...more }),
    )
  const bin = await rejectedRows(running.rejected)
  const timer = setInterval(() => {
    const status = standing.cases > 0 ? 'storing' : 'reading'
    tell(status, { ended: false }).catch(failed)
  }, TOLD_EVERY_MS)
  try {
    signal.throwIfAborted()
    const { account, log, title, preset, mapping, path } = wanted
    const imported = await importLog(database, {
      ...{
        jurisdiction: scope.jurisdiction,
        account,
        log,
        title,
        preset,
        mapping,
        file: path,
        now: now(),
        signal,
      },
      onProgress: (done, of) => (standing.progress = of > 0 ? done / of : 0),
      onStored: (cases, events) => Object.assign(standing, { cases, events }),
      onRejected: (row) => {
        standing.rejectedRows++
        bin.write(row)
      },
    })
    Object.assign(standing, { progress: 1, cases: imported.cases, events: imported.events })
    clearInterval(timer)
    await tell(imported.status, { ended: true, unknownUnits: imported.unknownUnits })
  } catch (error) {
    clearInterval(timer)
    if (!isRefusal(error) && !signal.aborted) failed(error)
    Object.assign(standing, { cases: 0, events: 0 })
    await tell('refused', { ended: true, refusal: saying(error) }).catch(failed)
  } finally {
    await bin.close()
  }
}

function saying(error: unknown): NonNullable<RunChange['refusal']> {
  const refusal: Refusal = isRefusal(error) ? error : refuse('exchange.import-broke-off')
  return { code: refusal.code, ...refusal.text }
}

async function rejectedRows(path: string) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const stream = createWriteStream(path, { mode: 0o600 })
  stream.write(rejectedHeader)
  return {
    write: (row: RejectedRow) => void stream.write(rejectedLine(row)),
    close: () => new Promise<void>((done) => stream.end(done)),
  }
}
