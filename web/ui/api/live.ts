import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { addressOf, type Given } from './call.ts'
import { keyOf, useAnswer } from './queries.ts'

/** A browser gives up by itself when the server answers with an error, as it does while it restarts. */
const ANOTHER_TRY_MS = 5_000
/** Asked besides, so that a stream that was cut off in silence is noticed. */
const BESIDES_MS = 20_000

interface Live {
  /** The endpoint of kind `events`, its events, and their name: each event is a whole new answer. */
  readonly stream: Endpoint
  readonly event: string
  readonly enabled?: boolean
}

/** An answer that the server sends anew whenever it changes. */
export function useLiveAnswer<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(endpoint: Endpoint<P, Q, B, A>, given: Given<P, Q, B>, { stream, event, enabled = true }: Live) {
  const client = useQueryClient()
  const address = addressOf(stream, given as object)
  const key = JSON.stringify(keyOf(endpoint, given))

  useEffect(() => {
    if (!enabled) return
    let source: EventSource
    let retry: ReturnType<typeof setTimeout> | undefined
    const open = () => {
      source = new EventSource(address)
      source.addEventListener(event, ({ data }: MessageEvent<string>) =>
        client.setQueryData(JSON.parse(key) as unknown[], JSON.parse(data)),
      )
      source.addEventListener('error', () => {
        if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, ANOTHER_TRY_MS)
      })
    }
    open()
    return () => {
      clearTimeout(retry)
      source.close()
    }
  }, [client, address, key, event, enabled])

  return useAnswer(endpoint, given, { enabled, every: BESIDES_MS })
}
