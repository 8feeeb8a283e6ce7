import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { offline, problemOf } from './problem.ts'
import { signedIn } from './signed-in.ts'

/** A part may be left out where all of its fields may. */
type Part<Name extends string, Value> =
  Record<string, never> extends Value ? { readonly [N in Name]?: Value } : { readonly [N in Name]: Value }

export type Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<
  'params',
  z.input<P>
> &
  Part<'query', z.input<Q>> &
  Part<'body', z.input<B>> & {
    /** The version that the reader saw: a write that somebody else has overtaken is refused, not applied. */
    readonly ifMatch?: number
    /** The same key makes a repeated write harmless. One is made when none is given. */
    readonly idempotencyKey?: string
    readonly signal?: AbortSignal
  }

interface Loose {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly ifMatch?: number
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

/** Calls one endpoint. Throws a `ProblemError` with a sentence in both languages, never anything else. */
export async function call<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>, given: Given<P, Q, B>): Promise<z.output<A>> {
  const response = await answered(endpoint, given as Loose)
  if (response.status === 204) return {} as z.output<A>
  return (await response.json()) as z.output<A>
}

/** The bytes that an endpoint of kind `stream` gives, with their media type. Errors are those of `call`. */
export async function callForBytes<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  endpoint: Endpoint<P, Q, B>,
  given: Given<P, Q, B>,
): Promise<Blob> {
  return (await answered(endpoint, given as Loose)).blob()
}

/** The good answer; whose session has ended signs in again over the page, and the request goes out a second time. */
async function answered(endpoint: Endpoint, given: Loose): Promise<Response> {
  const idempotencyKey = given.idempotencyKey ?? newIdempotencyKey()
  const send = () => request(endpoint, { ...given, idempotencyKey })

  let response = await send()
  if (response.status === 401 && asksForSignIn(endpoint) && (await signedIn.again())) response = await send()
  if (!response.ok) throw await problemOf(response)
  return response
}

const asksForSignIn = ({ path, method }: Endpoint) => path !== '/api/session' || method === 'DELETE'

async function request(endpoint: Endpoint, given: Loose): Promise<Response> {
  const { method, kind } = endpoint
  const { body, signal } = given
  const upload = kind === 'upload'
  try {
    return await fetch(addressOf(endpoint, given), {
      method,
      headers: headersOf(endpoint, given),
      body: body === undefined ? undefined : upload ? (body as Blob) : JSON.stringify(body),
      credentials: 'same-origin',
      signal,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw offline()
  }
}

function headersOf(
  { method, kind }: Endpoint,
  { body, ifMatch, idempotencyKey }: Loose,
): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (method === 'GET') return headers
  if (body !== undefined)
    headers['content-type'] = kind === 'upload' ? 'application/octet-stream' : 'application/json'
  if (signedIn.token()) headers['x-csrf-token'] = signedIn.token()
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`
  return headers
}

/** The address of an endpoint, also for plain links and event streams: `/api/cards?level=red`. */
export function addressOf(
  { path }: Pick<Endpoint, 'path'>,
  { params, query }: { readonly params?: unknown; readonly query?: unknown } = {},
): string {
  const values = (params ?? {}) as Record<string, unknown>
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${filled}?${text}` : filled
}

/** `crypto.randomUUID` exists only on https; a demo in an office network often is plain http. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
