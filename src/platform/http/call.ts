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

/** A class, unlike most things here: one is made for every request, and its seldom used parts should cost nothing. */
export class RequestCall implements Call {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly visitor: Caller | undefined
  readonly now: number
  readonly expectedVersion: number | undefined
  readonly #request: FastifyRequest
  readonly #reply: FastifyReply
  readonly #services: CallServices
  #keyUsed = false

  constructor(given: {
    request: FastifyRequest
    reply: FastifyReply
    services: CallServices
    visitor: Caller | undefined
    now: number
    expectedVersion: number | undefined
  }) {
    this.#request = given.request
    this.#reply = given.reply
    this.#services = given.services
    this.params = given.request.params
    this.query = given.request.query
    this.body = given.request.body ?? {}
    this.visitor = given.visitor
    this.now = given.now
    this.expectedVersion = given.expectedVersion
  }

  get caller(): Caller {
    if (!this.visitor) throw new Error(`A public route has no caller: ${this.#request.url}`)
    return this.visitor
  }

  get scope(): Scope {
    return scopeOf(this.caller)
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
    return `${this.#request.method} ${this.#request.url} ${JSON.stringify(this.body)}`
  }

  get gone(): AbortSignal {
    const controller = new AbortController()
    this.#reply.raw.once('close', () => controller.abort())
    return controller.signal
  }

  async transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const { database, commands } = this.#services
    const key = this.#keyUsed ? undefined : this.idempotencyKey
    this.#keyUsed = true
    if (key === undefined || !commands) return database.transaction(this.scope, work)
    const given = { key, request: this.request, answer: this.#services.answer as z.ZodType<T> }
    const { answer, repeated } = await database.transaction(this.scope, (db) =>
      commands(db, given, () => work(db)),
    )
    if (repeated) this.#reply.header('idempotency-replayed', 'true')
    return answer
  }

  read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.#services.database.read(this.scope, work)
  }

  setHeader(name: string, value: string): void {
    this.#reply.header(name, value)
  }
}

const KEY = /^[\x21-\x7e]{1,120}$/

export function refuseBadKey(request: FastifyRequest): void {
  const key = request.headers['idempotency-key']
  if (key !== undefined && !(typeof key === 'string' && KEY.test(key))) throw refuse('http.bad-key')
}
