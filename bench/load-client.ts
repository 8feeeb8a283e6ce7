import { type Agent, request } from 'node:http'

/** One request as its sender saw it. */
export interface Timing {
  readonly name: string
  readonly kind: 'read' | 'command'
  readonly ms: number
  readonly well: boolean
  /** The body of an answer that was not well. */
  readonly answer: string
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  json<T>(): T
}

export interface Client {
  read(name: string, path: string): Promise<Answer>
  command(name: string, path: string, body: object): Promise<Answer>
}

/** A browser as far as the server notices: its own cookie, connections kept open. */
export function openClient(
  address: string,
  agent: Agent,
  headers: Readonly<Record<string, string>>,
  timings: Timing[],
): Client {
  const ask = (kind: Timing['kind'], name: string, path: string, body?: object) =>
    new Promise<Answer>((resolve, reject) => {
      const started = performance.now()
      const text = body === undefined ? undefined : JSON.stringify(body)
      const method = text === undefined ? 'GET' : 'POST'
      const type = text === undefined ? {} : { 'content-type': 'application/json' }
      const asking = request(
        `${address}${path}`,
        { method, agent, headers: { ...headers, ...type } },
        (given) => {
          const parts: Buffer[] = []
          given.on('data', (part: Buffer) => parts.push(part))
          given.on('error', reject)
          given.on('end', () => {
            const answer = Buffer.concat(parts).toString()
            const status = given.statusCode ?? 0
            const well = status === 200
            timings.push({ name, kind, ms: performance.now() - started, well, answer: well ? '' : answer })
            resolve({ status, headers: given.headers, json: () => JSON.parse(answer) })
          })
        },
      )
      asking.on('error', reject)
      asking.end(text)
    })
  return {
    read: (name, path) => ask('read', name, path),
    command: (name, path, body) => ask('command', name, path, body),
  }
}
