import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Database } from '#platform/database/index.ts'
import type { Db, Scope } from '#kernel/sql.ts'
import { type Caller, scopeOf } from './caller.ts'
import { refuse } from './refusals.ts'
import type { Call } from './route.ts'
import { readCookie } from './security.ts'

/**
 * Stored answers of commands. The ledger offers it (`command`); this folder lies below the ledger and is handed it.
 * `request` says what the key stands for, so that a key used again for something else is refused.
 */
export type CommandStore = <T>(
  db: Db,
  given: { readonly key: string; readonly request: unknown; readonly answer: z.ZodType<T> },
  work: () => Promise<T>,
) => Promise<{ answer: T; repeated: boolean }>

export interface CallServices {
  readonly database: Database
  readonly commands: CommandStore | undefined
  readonly answer: z.ZodType
}

/**
 * A class, unlike most things here: one is made for every request, and its seldom used parts should cost nothing.
 * What handlers take apart (`{ params, read, ...call }`) are properties of its own.
 */
export class RequestCall implements Call {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly caller: Caller
  readonly visitor: Caller | undefined
  readonly scope: Scope
  readonly now: number
  readonly expectedVersion: number | undefined
  readonly transaction: Call['transaction']
  readonly read: Call['read']
  readonly setHeader: Call['setHeader']
  readonly #request: FastifyRequest
  readonly #reply: FastifyReply

  constructor({ request, reply, services, visitor, now, expectedVersion }: Making) {
    this.#request = request
    this.#reply = reply
    this.params = request.params
    this.query = request.query
    this.body = request.body ?? {}
    // Guarded routes have a caller, or the guard would not have let them come here.
    this.caller = visitor as Caller
    this.visitor = visitor
    this.scope = visitor ? scopeOf(visitor) : NOBODY
    this.now = now
    this.expectedVersion = expectedVersion
    this.read = (work) => services.database.read(this.scope, work)
    this.transaction = (work, keyed) => this.#transact(services, work, keyed)
    this.setHeader = (name, value) => void reply.header(name, value)
  }

  get requestId(): string {
    return this.#request.id
  }

  get address(): string {
    return this.#request.ip
  }

  get secure(): boolean {
    return this.#request.protocol === 'https'
  }

  get sessionToken(): string | undefined {
    return readCookie(this.#request.headers.cookie, this.secure)
  }

  get idempotencyKey(): string | undefined {
    const key = this.#request.headers['idempotency-key']
    return typeof key === 'string' && this.visitor ? `${this.visitor.account}/${key}` : undefined
  }

  get request(): string {
    return this.#meaning(this.body)
  }

  #meaning(body: unknown): string {
    return `${this.#request.method} ${this.#request.url} ${JSON.stringify(body)}`
  }

  get gone(): AbortSignal {
    const controller = new AbortController()
    this.#reply.raw.once('close', () => controller.abort())
    return controller.signal
  }

  async #transact<T>(services: CallServices, work: (db: Db) => Promise<T>, keyed?: Keyed): Promise<T> {
    const { database, commands } = services
    const key = this.idempotencyKey
    const scope = keyed?.reach ? { ...this.scope, reach: keyed.reach } : this.scope
    if (key === undefined || !commands) return database.transaction(scope, work)
    const given = {
      key,
      request: this.#meaning(keyed && 'request' in keyed ? keyed.request : this.body),
      answer: services.answer as z.ZodType<T>,
    }
    const { answer, repeated } = await database.transaction(scope, (db) =>
      commands(db, given, () => work(db)),
    )
    if (repeated) this.#reply.header('idempotency-replayed', 'true')
    return answer
  }
}

type Keyed = NonNullable<Parameters<Call['transaction']>[1]>

interface Making {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly services: CallServices
  readonly visitor: Caller | undefined
  readonly now: number
  readonly expectedVersion: number | undefined
}

/** Before sign-in no row of any jurisdiction is open. */
const NOBODY: Scope = { jurisdiction: '', account: '', reach: 'none' }

const KEY = /^[\x21-\x7e]{1,120}$/

export function refuseBadKey(request: FastifyRequest): void {
  const key = request.headers['idempotency-key']
  if (key !== undefined && !(typeof key === 'string' && KEY.test(key))) throw refuse('http.bad-key')
}
