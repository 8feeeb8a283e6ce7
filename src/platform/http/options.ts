import type { PageApps } from './static-files.ts'
import type { FastifyBaseLogger } from 'fastify'
import type { Refusal } from '#kernel/refusal.ts'
import type { Database } from '#platform/database/index.ts'
import type { CommandStore } from './call.ts'
import type { Authenticate, Caller } from './caller.ts'
import type { OpenStreams } from './events.ts'
import type { Limit } from './limits.ts'
import type { Metrics } from './metrics.ts'
import type { Route } from './route.ts'

export interface HttpServerOptions {
  readonly routes: readonly Route[]
  readonly database: Database
  readonly authenticate: Authenticate
  /** The refusal a caller gets at a guard, or undefined when it may pass. */
  readonly permits: (caller: Caller, guard: string) => Refusal | undefined
  /** The ledger's store of answers by idempotency key. */
  readonly commands?: CommandStore
  readonly version: string
  /** The built pages; without it only the API is served. */
  readonly pages?: PageApps & { readonly folder: string }
  readonly now?: () => number
  readonly logger?: FastifyBaseLogger
  readonly metrics?: Metrics
  /** Who may read `/metrics` from another machine. */
  readonly metricsToken?: string
  /** Believe `X-Forwarded-*`: only behind a proxy that sets them. */
  readonly trustProxy?: boolean | string
  /** Host names to answer under; any well-formed one when left out. */
  readonly hosts?: readonly string[]
  /** Other origins whose pages may write, such as `https://desk.example.gov.cn`. */
  readonly origins?: readonly string[]
  /** Requests by one address, this machine itself excepted. */
  readonly limit?: Limit
  readonly bodyLimitBytes?: number
  readonly uploadLimitBytes?: number
  readonly heartbeatMs?: number
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | undefined
    /** On the clock of `performance.now()`. */
    receivedAt: number
  }
  interface FastifyContextConfig {
    operation?: string
  }
}

/** The options with their defaults, and what belongs to one server. */
export interface Prepared extends HttpServerOptions {
  readonly now: () => number
  readonly metrics: Metrics
  readonly streams: OpenStreams
  readonly originSet: ReadonlySet<string>
}
