import type { Database } from '#platform/database/index.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Call, Route } from '#platform/http/index.ts'
import type { ReadRow } from './contract.ts'
import { mustSayWhy } from './policy.ts'
import { insertReads } from './read-store.ts'
import { refuse } from './refusals.ts'

/**
 * The book in which every look at cases is written: who, when, at what, with which filters and why.
 *
 * Rows are written a batch at a time, after the answer, so that reading does not get slower; an export waits for its row
 * before the first byte leaves. When the book cannot be written for long, nothing more is shown.
 * Basis: GB/T 22239-2019 8.1.4.3 (audit covers every user); 《个人信息保护法》第五十一条、第五十四条.
 */
export interface ReadBook {
  /** The same routes; those whose endpoint says `recorded` write each use into the book. */
  watch(routes: readonly Route[]): Route[]
  /** Writes what still waits. */
  close(): Promise<void>
}

const WRITE_EVERY_MS = 200
const MOST_WAITING = 20_000

interface Waiting {
  readonly jurisdiction: string
  readonly row: ReadRow
}

export function openReadBook(database: Database, failed: (error: unknown) => void): ReadBook {
  let waiting: Waiting[] = []
  let writing: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const write = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting
    waiting = []
    const faults: unknown[] = []
    for (const jurisdiction of new Set(batch.map((one) => one.jurisdiction))) {
      const own = batch.filter((one) => one.jurisdiction === jurisdiction)
      const rows = own.map(({ row }) => row)
      await database
        .transaction({ jurisdiction }, (db) => insertReads(db, rows))
        .catch((error: unknown) => {
          // Kept for the next attempt: a look that was answered must not be lost while the database is away.
          waiting.unshift(...own)
          faults.push(error)
        })
    }
    if (faults.length > 0) throw faults[0]
  }
  const writeNow = (): Promise<void> => {
    writing = writing.catch(() => undefined).then(write)
    return writing
  }
  const writeLater = (): void => {
    timer ??= setTimeout(() => {
      writeNow().catch((error: unknown) => {
        failed(error)
        writeLater()
      })
    }, WRITE_EVERY_MS)
  }
  const note = (one: Waiting): void => {
    waiting.push(one)
    writeLater()
  }

  const admit = ({ recorded }: Endpoint, { caller, query }: Call): void => {
    if (recorded === undefined) return
    if (waiting.length >= MOST_WAITING) throw refuse('access.reads-not-recorded')
    if (caller.by === 'session' && mustSayWhy(recorded, caller.roles) && purposeOf(query) === null)
      throw refuse('access.purpose-required')
  }

  /** Does the route's own work and notes what came of it. */
  const noted = async <T>(endpoint: Endpoint, call: Call, work: () => T | Promise<T>): Promise<T> => {
    const outcome = { code: 'answered', shown: null as number | null }
    try {
      admit(endpoint, call)
      const answer = await work()
      outcome.shown = rowsIn(answer)
      return answer
    } catch (error) {
      outcome.code = isRefusal(error) ? error.code : 'failed'
      throw error
    } finally {
      note({ jurisdiction: call.caller.jurisdiction, row: rowOf(endpoint, call, outcome) })
    }
  }

  const watched = (route: Route): Route => {
    const { endpoint } = route
    if (endpoint.recorded === undefined) return route
    if (route.kind === 'json')
      return { ...route, handle: (call: Call) => noted(endpoint, call, () => route.handle(call)) }
    if (route.kind === 'stream') {
      const handle = async (call: Call) => {
        const answer = await noted(endpoint, call, () => route.handle(call))
        await writeNow().catch(() => {
          throw refuse('access.reads-not-recorded')
        })
        return answer
      }
      return { ...route, handle }
    }
    throw new Error(`The endpoint ${endpoint.name} cannot be recorded: it is of kind ${route.kind}`)
  }

  return {
    watch: (routes) => routes.map(watched),
    async close() {
      await writeNow().catch(failed)
    },
  }
}

function rowOf(endpoint: Endpoint, call: Call, outcome: { code: string; shown: number | null }): ReadRow {
  const { caller, now, address, params, query } = call
  return {
    read: newId(now),
    at: new Date(now).toISOString(),
    account: caller.account,
    unit: caller.unit,
    roles: [...caller.roles],
    kind: endpoint.recorded ?? 'opened',
    operation: endpoint.name,
    subject: subjectOf(params),
    filters: filtersOf(query),
    purpose: purposeOf(query),
    outcome: outcome.code,
    rowsShown: outcome.shown,
    address,
  }
}

type Named = Readonly<Record<string, unknown>>
const named = (given: unknown): Named => (typeof given === 'object' && given !== null ? (given as Named) : {})

/** `log/case`, a card or a log: the parts of the address that name what was asked for. */
const subjectOf = (params: unknown): string => Object.values(named(params)).map(String).join('/')

const purposeOf = (query: unknown): string | null => {
  const { purpose } = named(query)
  return typeof purpose === 'string' && purpose.trim().length > 1 ? purpose.trim() : null
}

/** Filters whose values come from closed lists, or name a unit, a log, a rule or an account: these say nothing of a person served. */
const PLAIN = new Set(
  'log unit state colour late early sort rule level status format asOf kind account limit deviation'.split(
    ' ',
  ),
)

/** What was asked for; of a free text only that there was one, and how long, since it may be a name or an id number. */
function filtersOf(query: unknown): Record<string, string> {
  const entries = Object.entries(named(query)).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || name === 'purpose') return []
    if (name === 'after') return [[name, '…']]
    return [[name, PLAIN.has(name) ? String(value) : `…(${String(value).length})`]]
  })
  return Object.fromEntries(entries)
}

function rowsIn(answer: unknown): number | null {
  const { rows } = named(answer)
  return Array.isArray(rows) ? rows.length : null
}
