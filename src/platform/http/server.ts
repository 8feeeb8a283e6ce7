import { randomBytes } from 'node:crypto'
import { type FastifyInstance, fastify, LogController } from 'fastify'
import type { Database } from '#platform/database/index.ts'
import { type OpenStreams, openStreams } from './events.ts'
import { guardOf } from './guard.ts'
import { handlerOf } from './handlers.ts'
import { isLoopback, type Limit, limiter } from './limits.ts'
import { createMetrics, type Metrics, refuseForeignMetricsReader, watchPool } from './metrics.ts'
import { openApiDocument } from './openapi.ts'
import type { HttpServerOptions, Prepared } from './options.ts'
import { answerError, sendProblem } from './problems.ts'
import { refuse } from './refusals.ts'
import type { Route } from './route.ts'
import { type EndpointSchemas, type JsonSchema, schemasOf, takesNothing } from './schemas.ts'
import { dataHeaders, hostCheck, transportSecurity } from './security.ts'
import { serveStatic, staticFiles } from './static-files.ts'
import { type Part, validatorOf, writerOf } from './validation.ts'

const BODY_LIMIT = 8 * 1024 * 1024
const PUBLIC_BODY_LIMIT = 64 * 1024
const LIMIT: Limit = { most: 6000, windowMs: 60_000 }

/**
 * The HTTP server with its routes, not yet listening: `await (await createHttpServer(…)).listen({ port, host })`.
 * `close()` lets running requests finish, however long they take, and ends the event streams.
 */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const streams = openStreams(options.heartbeatMs)
  const prepared: Prepared = {
    ...options,
    now: options.now ?? Date.now,
    metrics: options.metrics ?? ownMetrics(options.database),
    streams,
    originSet: new Set(options.origins ?? []),
  }
  const app = emptyServer(options)
  closeGently(app, streams)
  app.setErrorHandler((error, request, reply) => {
    const answer = answerError(error, request, reply)
    const { operation } = request.routeOptions.config
    if (operation !== undefined) prepared.metrics.observe(operation, reply.statusCode, request.receivedAt)
    return answer
  })
  guardEverything(app, prepared)
  readJsonOnly(app)
  const described = options.routes.map((given) => ({ route: given, schemas: schemasOf(given.endpoint) }))
  refuseDoubles(options.routes)
  for (const { route, schemas } of described)
    if (route.kind !== 'upload') addRoute(app, prepared, route, schemas)
  await app.register(async (inner) => {
    readAnything(inner)
    for (const { route, schemas } of described)
      if (route.kind === 'upload') addRoute(inner, prepared, route, schemas)
  })
  addOwnDoors(app, prepared, () => JSON.stringify(openApiDocument(described, options.version)))
  if (options.pages) serveStatic(app, staticFiles(options.pages.folder), options.pages)
  answerUnknown(app, options.routes)
  await app.ready()
  return app
}

function ownMetrics(database: Database): Metrics {
  const metrics = createMetrics()
  watchPool(metrics, database)
  return metrics
}

function emptyServer(options: HttpServerOptions): FastifyInstance {
  const boot = randomBytes(4).toString('hex')
  let number = 0
  const app = fastify({
    bodyLimit: options.bodyLimitBytes ?? BODY_LIMIT,
    logController: new LogController({ disableRequestLogging: true }),
    // A request may take as long as its work does; only its headers must come promptly.
    requestTimeout: 0,
    http: { headersTimeout: 30_000 },
    forceCloseConnections: 'idle',
    genReqId: () => `${boot}-${(++number).toString(36)}`,
    trustProxy: options.trustProxy ?? false,
    exposeHeadRoutes: false,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    ...(options.logger ? { loggerInstance: options.logger } : {}),
  }) as unknown as FastifyInstance
  app.setValidatorCompiler(({ schema, httpPart }) => validatorOf(schema as JsonSchema, httpPart as Part))
  app.setSerializerCompiler(({ schema }) => writerOf(schema as JsonSchema))
  app.decorateRequest('caller', undefined)
  app.decorateRequest('receivedAt', 0)
  return app
}

/** What holds for every request, page or data, before anything else is done for it. */
function guardEverything(app: FastifyInstance, { hosts, limit = LIMIT, now }: Prepared): void {
  const isOurs = hostCheck(hosts)
  const requests = limiter(limit)
  app.addHook('onRequest', (request, reply, done) => {
    request.receivedAt = performance.now()
    reply.headers(dataHeaders)
    if (request.protocol === 'https') reply.header('strict-transport-security', transportSecurity)
    // `done` runs the rest of the request, so it stands outside of what is caught here.
    let refusal: Error | undefined
    try {
      if (!isOurs(request.headers.host)) throw refuse('http.unknown-host')
      if (!isLoopback(request.ip)) requests.count(request.ip, now())
      if (request.url.includes('%00')) throw refuse('http.control-character')
    } catch (error) {
      refusal = error as Error
    }
    done(refusal)
  })
}

const SWEEP_MS = 25

/**
 * Readers of streams never finish by themselves, so they are sent away before the wait for running requests begins;
 * and a connection whose last request has ended meanwhile is not kept for a next one.
 */
function closeGently(app: FastifyInstance, streams: OpenStreams): void {
  app.addHook('preClose', async () => {
    streams.closeAll()
    const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS)
    app.server.once('close', () => clearInterval(sweep))
    sweep.unref()
  })
}

function readJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') return done(null, undefined)
    if (hasNull(text as string)) return done(refuse('http.control-character'))
    return parse(request, text as string, done)
  })
}

/** U+0000, written either way: PostgreSQL cannot keep it in a text. */
const hasNull = (text: string) => text.includes('\\u0000') || text.includes('\0')

function readAnything(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
}

function addRoute(app: FastifyInstance, prepared: Prepared, route: Route, schemas: EndpointSchemas): void {
  const { endpoint } = route
  const write = endpoint.method !== 'GET'
  const withBody = write && route.kind !== 'upload' && !takesNothing(schemas.body)
  app.route({
    method: endpoint.method,
    url: endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
    config: { operation: endpoint.name },
    ...(endpoint.guard === 'public' ? { bodyLimit: PUBLIC_BODY_LIMIT } : {}),
    onRequest: guardOf(prepared, route),
    schema: {
      ...(takesNothing(schemas.params) ? {} : { params: schemas.params }),
      querystring: schemas.query,
      ...(withBody ? { body: schemas.body } : {}),
      ...(route.kind === 'json' || route.kind === 'upload'
        ? { response: { [endpoint.status ?? 200]: schemas.answer } }
        : {}),
    },
    handler: handlerOf(prepared, route),
  })
}

/** The doors of the platform itself, with no business behind them. */
function addOwnDoors(
  app: FastifyInstance,
  { metrics, metricsToken }: Prepared,
  describe: () => string,
): void {
  let document: string | undefined
  app.get('/api/openapi.json', (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send((document ??= describe())),
  )
  app.get('/metrics', async (request, reply) => {
    refuseForeignMetricsReader(request, metricsToken)
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text())
  })
}

function refuseDoubles(routes: readonly Route[]): void {
  const seen = new Set<string>()
  for (const { endpoint } of routes) {
    for (const key of [endpoint.name, `${endpoint.method} ${endpoint.path}`]) {
      if (seen.has(key)) throw new Error(`Two routes are called ${key}`)
      seen.add(key)
    }
    if (!endpoint.guard) throw new Error(`The route ${endpoint.name} has no guard`)
  }
}

/** An address that exists under another method says so; everything else is not there. */
function answerUnknown(app: FastifyInstance, routes: readonly Route[]): void {
  const doors = routes.map(({ endpoint }) => ({
    method: endpoint.method,
    shape: new RegExp(`^${endpoint.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  }))
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const allowed = doors.filter(({ shape }) => shape.test(path)).map(({ method }) => method)
    if (allowed.length === 0 || allowed.includes(request.method as 'GET'))
      return sendProblem(reply, refuse('http.not-found'))
    const list = [...new Set(allowed)].join(', ')
    reply.header('allow', list)
    return sendProblem(reply, refuse('http.method-not-allowed', { method: request.method, allowed: list }))
  })
}
