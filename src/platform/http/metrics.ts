import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Database } from '#platform/database/index.ts'
import type { FastifyRequest } from 'fastify'
import { readBearer } from './security.ts'
import { isLoopback } from './limits.ts'
import { refuse } from './refusals.ts'

/** Upper ends of the classes of request durations, in seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const

interface RouteFigures {
  readonly label: string
  readonly classes: Float64Array
  sum: number
  count: number
}

export interface Metrics {
  /** Others add their gauges and counters here: pool, appends, clocks due. */
  readonly registry: Registry
  /** An answer of one route is ready: `receivedAt` is when its request came, by `performance.now()`. */
  observe(route: string, status: number, receivedAt: number): void
  text(): Promise<string>
}

/**
 * Prometheus figures of this process. Requests are counted in plain arrays, since a labelled histogram of the client
 * library costs more than a small route itself.
 */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const byRoute = new Map<string, Map<number, RouteFigures>>()
  return {
    registry,
    observe(route, status, receivedAt) {
      const seconds = (performance.now() - receivedAt) / 1000
      const figures = figuresOf(byRoute, route, status)
      let index = 0
      while (index < BOUNDS.length && seconds > (BOUNDS[index] ?? 0)) index++
      figures.classes[index] = (figures.classes[index] ?? 0) + 1
      figures.sum += seconds
      figures.count++
    },
    async text() {
      const requests = [...byRoute.values()].flatMap((statuses) => [...statuses.values()])
      return `${await registry.metrics()}\n${histogramText(requests)}`
    },
  }
}

function figuresOf(
  byRoute: Map<string, Map<number, RouteFigures>>,
  route: string,
  status: number,
): RouteFigures {
  const statuses = byRoute.get(route) ?? new Map<number, RouteFigures>()
  if (statuses.size === 0) byRoute.set(route, statuses)
  const known = statuses.get(status)
  if (known) return known
  const label = `route="${route}",status="${status}"`
  const fresh = { label, classes: new Float64Array(BOUNDS.length + 1), sum: 0, count: 0 }
  statuses.set(status, fresh)
  return fresh
}

function histogramText(figures: readonly RouteFigures[]): string {
  const name = 'http_request_duration_seconds'
  const lines = [`# HELP ${name} Time until the answer was ready, by operation`, `# TYPE ${name} histogram`]
  for (const { label, classes, sum, count } of figures) {
    let below = 0
    BOUNDS.forEach((bound, index) => {
      below += classes[index] ?? 0
      lines.push(`${name}_bucket{${label},le="${bound}"} ${below}`)
    })
    lines.push(
      `${name}_bucket{${label},le="+Inf"} ${count}`,
      `${name}_sum{${label}} ${sum}`,
      `${name}_count{${label}} ${count}`,
    )
  }
  return `${lines.join('\n')}\n`
}

/** A figure that is asked for when the metrics are read; one that cannot be had then is left out. */
export function watch(
  { registry }: Metrics,
  figure: {
    readonly name: string
    readonly help: string
    readonly value: () => number | null | Promise<number | null>
  },
): void {
  new Gauge({
    name: figure.name,
    help: figure.help,
    registers: [registry],
    async collect() {
      const found = await Promise.resolve(figure.value()).catch(() => null)
      if (found === null) this.reset()
      else this.set(found)
    },
  })
}

/** Transactions under way, and requests that wait for a connection to begin theirs. */
export function watchPool(metrics: Metrics, { pool }: Database): void {
  watch(metrics, {
    name: 'database_connections',
    help: 'Open connections of the pool',
    value: () => pool.totalCount,
  })
  watch(metrics, {
    name: 'database_connections_idle',
    help: 'Connections nobody uses now',
    value: () => pool.idleCount,
  })
  watch(metrics, {
    name: 'database_waiting',
    help: 'Requests that wait for a connection',
    value: () => pool.waitingCount,
  })
}

/** The figures tell how much work there is, so a stranger does not see them; a forwarded request is a stranger's. */
export function refuseForeignMetricsReader(request: FastifyRequest, token: string | undefined): void {
  if (token !== undefined && readBearer(request.headers.authorization) === token) return
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers['forwarded']
  if (forwarded === undefined && isLoopback(request.socket.remoteAddress ?? '')) return
  throw refuse('http.metrics-closed')
}
