import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { addressOf, newIdempotencyKey } from './call.ts'
import { offline, problemOf } from './problem.ts'
import { signedIn } from './signed-in.ts'

interface Uploading {
  readonly params?: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly file: Blob
  /** Bytes that have left this browser. */
  readonly onSent?: (bytes: number) => void
  readonly signal?: AbortSignal
}

/**
 * Sends one file as it is. `fetch` cannot say how much of a body has left, and a log may be hundreds of megabytes, so
 * this is the one place that still uses the older request. Errors are `ProblemError`s as everywhere.
 */
export async function upload<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>, uploading: Uploading): Promise<z.output<A>> {
  const idempotencyKey = newIdempotencyKey()
  let response = await send(endpoint, uploading, idempotencyKey)
  if (response.status === 401 && (await signedIn.again()))
    response = await send(endpoint, uploading, idempotencyKey)
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as z.output<A>
}

function send(
  endpoint: Endpoint,
  { params, query, file, onSent, signal }: Uploading,
  key: string,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(endpoint.method, addressOf(endpoint, { params, query }))
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('idempotency-key', key)
    if (signedIn.token()) request.setRequestHeader('x-csrf-token', signedIn.token())
    request.upload.onprogress = ({ loaded }) => onSent?.(loaded)
    request.onload = () => resolve(new Response(request.responseText || null, { status: request.status }))
    request.onerror = () => reject(offline())
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
