import type { ServerResponse } from 'node:http'

/** One reader of server-sent events (HTML Living Standard, «Server-sent events»). */
export interface EventStream {
  /** Sends one event; `id` comes back as `lastEventId` when the browser reconnects. */
  send(event: string, data: unknown, id?: string): void
  /** Where a reconnecting reader left off. */
  readonly lastEventId: string | undefined
  /** Runs once, when the reader has left or the server stops: the place to unsubscribe. */
  onClose(work: () => void): void
  readonly closed: boolean
}

const HEARTBEAT_MS = 15_000
/** A reader that takes nothing for so long is cut off rather than kept in memory; it reconnects by itself. */
const BACKLOG_BYTES = 4 * 1024 * 1024

export interface OpenStreams {
  open(response: ServerResponse, options: StreamOptions): EventStream
  /** Ends every stream: readers reconnect, by then to the next process. */
  closeAll(): void
  readonly count: number
}

export interface StreamOptions {
  readonly lastEventId: string | undefined
  /** Asked at every heartbeat: has the session ended meanwhile? */
  readonly stillAllowed: () => Promise<boolean>
}

export function openStreams(heartbeatMs = HEARTBEAT_MS): OpenStreams {
  const open = new Set<() => void>()
  return {
    open(response, options) {
      const stream = streamOn(response, options, heartbeatMs, () => open.delete(stream.close))
      open.add(stream.close)
      return stream
    },
    closeAll: () => [...open].forEach((close) => close()),
    get count() {
      return open.size
    },
  }
}

function streamOn(
  response: ServerResponse,
  { lastEventId, stillAllowed }: StreamOptions,
  heartbeatMs: number,
  forget: () => void,
) {
  const after: Array<() => void> = []
  let closed = false
  const close = () => {
    if (closed) return
    closed = true
    clearInterval(heartbeat)
    forget()
    after.forEach((work) => work())
    response.end()
  }
  const send = (event: string, data: unknown, id?: string) => {
    if (closed) return
    response.write(
      `${id === undefined ? '' : `id: ${oneLine(id)}\n`}event: ${oneLine(event)}\ndata: ${JSON.stringify(data)}\n\n`,
    )
    if (response.writableLength > BACKLOG_BYTES) close()
  }
  const beat = async () => {
    send('alive', {})
    if (!(await stillAllowed().catch(() => false))) close()
  }
  const heartbeat = setInterval(() => void beat(), heartbeatMs)
  heartbeat.unref()
  response.on('close', close)
  response.write('retry: 3000\n\n')
  return {
    send,
    close,
    lastEventId,
    onClose: (work: () => void) => void (closed ? work() : after.push(work)),
    get closed() {
      return closed
    },
  }
}

const oneLine = (text: string) => text.replace(/[\r\n]/g, ' ')
