import pg from 'pg'
import { applicationName } from './embedded-server.ts'

export interface Listening {
  listen(channel: string, heard: (message: string) => void): Promise<() => Promise<void>>
  /** Opens the connection before there is a listener. */
  hold(): Promise<void>
  close(): Promise<void>
}

const RECONNECT_AFTER_MS = 500

/**
 * One connection for all channels of a process, made with the first listener and made again when it breaks.
 * It stays open for good, which also shows other processes that somebody is using the embedded server.
 */
export function listenOn(url: string): Listening {
  const heardBy = new Map<string, Set<(message: string) => void>>()
  let client: Promise<pg.Client> | undefined
  let closed = false

  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({ connectionString: url, application_name: applicationName, keepAlive: true })
    fresh.on('error', () => undefined)
    fresh.on('notification', ({ channel, payload }) =>
      heardBy.get(channel)?.forEach((heard) => heard(payload ?? '')),
    )
    await fresh.connect()
    fresh.once('end', reconnect)
    for (const channel of heardBy.keys()) await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`)
    return fresh
  }

  const reconnect = () => {
    client = undefined
    if (closed) return
    setTimeout(() => {
      if (closed) return
      client = connect()
      client.then(
        () => heardBy.forEach((listeners) => listeners.forEach((heard) => heard(''))),
        () => reconnect(),
      )
    }, RECONNECT_AFTER_MS).unref()
  }

  return {
    async listen(channel, heard) {
      const listeners = heardBy.get(channel) ?? new Set()
      heardBy.set(channel, listeners.add(heard))
      client ??= connect()
      const current = await client
      await current.query(`listen ${current.escapeIdentifier(channel)}`)
      return async () => {
        listeners.delete(heard)
      }
    },
    async hold() {
      client ??= connect()
      await client
    },
    async close() {
      closed = true
      const current = await client?.catch(() => undefined)
      await current?.end().catch(() => undefined)
    },
  }
}
