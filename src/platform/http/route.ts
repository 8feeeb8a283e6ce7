import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Db, Reach, Scope } from '#kernel/sql.ts'
import type { Caller } from './caller.ts'
import type { EventStream } from './events.ts'

/** One request after it was validated, authenticated and found permitted. */
export interface Call<Params = unknown, Query = unknown, Body = unknown> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** The person or system asking. Only routes guarded `'public'` may find nobody, and use `visitor`. */
  readonly caller: Caller
  readonly visitor: Caller | undefined
  readonly scope: Scope
  readonly now: EpochMs
  readonly requestId: string
  /** Network address of the caller, through a trusted proxy if there is one. */
  readonly address: string
  readonly secure: boolean
  /** The session cookie as sent, valid or not. */
  readonly sessionToken: string | undefined
  /** From `If-Match`: the version the caller worked from. */
  readonly expectedVersion: number | undefined
  /** From `Idempotency-Key`, made the account's own; honoured by `transaction`, or pass it on yourself. */
  readonly idempotencyKey: string | undefined
  /** What the key stands for: equal for equal requests. */
  readonly request: string
  /** Ends when the caller has gone away. */
  readonly gone: AbortSignal
  /**
   * One transaction in the caller's scope. With an `Idempotency-Key` its result is stored beside what it did, and the
   * same key gives the stored result without doing it again; so `work` must give the answer of the route, and a
   * handler calls this once. `request` says what the key stands for when the body holds a secret. `reach` is for modules
   * that have decided on the subject itself who may act on it: a counter of the hall acts for many departments.
   */
  transaction<T>(
    work: (db: Db) => Promise<T>,
    keyed?: { readonly request?: unknown; readonly reach?: Reach },
  ): Promise<T>
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  setHeader(name: string, value: string): void
}

type Z = z.ZodType
type CallOf<P extends Z, Q extends Z, B extends Z> = Call<z.output<P>, z.output<Q>, z.output<B>>
type Eventually<T> = T | Promise<T>

export interface StreamAnswer {
  readonly contentType: string
  /** Offered as a download under this name; path separators and line breaks are taken out. */
  readonly fileName?: string
  readonly body: Readable | AsyncIterable<string | Uint8Array>
}

/** One door with its behaviour, as `createHttpServer` takes it. */
export type Route =
  | { readonly kind: 'json'; readonly endpoint: Endpoint; readonly handle: (call: Call) => unknown }
  | {
      readonly kind: 'upload'
      readonly endpoint: Endpoint
      readonly handle: (call: Call, file: Readable) => unknown
    }
  | {
      readonly kind: 'stream'
      readonly endpoint: Endpoint
      readonly handle: (call: Call) => StreamAnswer | Promise<StreamAnswer>
    }
  | {
      readonly kind: 'events'
      readonly endpoint: Endpoint
      readonly handle: (call: Call, stream: EventStream) => void | Promise<void>
    }

/** JSON in, JSON out. Whatever the answer's schema does not name never leaves the server. */
export function route<P extends Z, Q extends Z, B extends Z, A extends Z>(
  endpoint: Endpoint<P, Q, B, A>,
  handle: (call: CallOf<P, Q, B>) => Eventually<z.input<A>>,
): Route {
  return { kind: 'json', endpoint: of('json', endpoint), handle: handle as (call: Call) => unknown }
}

/** The raw body, as it arrives; a body over the limit ends it with the refusal `http.too-large`. */
export function uploadRoute<P extends Z, Q extends Z, B extends Z, A extends Z>(
  endpoint: Endpoint<P, Q, B, A>,
  handle: (call: CallOf<P, Q, B>, file: Readable) => Eventually<z.input<A>>,
): Route {
  return {
    kind: 'upload',
    endpoint: of('upload', endpoint),
    handle: handle as (call: Call, file: Readable) => unknown,
  }
}

/** The handler gives the body; a refusal before the first byte is still a problem answer. */
export function streamRoute<P extends Z, Q extends Z, B extends Z, A extends Z>(
  endpoint: Endpoint<P, Q, B, A>,
  handle: (call: CallOf<P, Q, B>) => Eventually<StreamAnswer>,
): Route {
  return { kind: 'stream', endpoint: of('stream', endpoint), handle: handle as (call: Call) => StreamAnswer }
}

/** Server-sent events until the reader leaves, the session ends or the server stops. */
export function eventsRoute<P extends Z, Q extends Z, B extends Z, A extends Z>(
  endpoint: Endpoint<P, Q, B, A>,
  handle: (call: CallOf<P, Q, B>, stream: EventStream) => Eventually<void>,
): Route {
  return {
    kind: 'events',
    endpoint: of('events', endpoint),
    handle: handle as (call: Call, s: EventStream) => void,
  }
}

function of(kind: Route['kind'], endpoint: Endpoint): Endpoint {
  const said = endpoint.kind ?? 'json'
  if (said !== kind) throw new Error(`The endpoint ${endpoint.name} is of kind ${said}, not ${kind}`)
  return endpoint
}
