export { type Authenticate, type Caller, type Credentials, scopeOf } from './caller.ts'
export type { CommandStore } from './call.ts'
export type { EventStream } from './events.ts'
export { type HealthChecks, healthRoute } from './health.ts'
export { type Limit, type Limiter, limiter } from './limits.ts'
export { createMetrics, type Metrics, watch, watchPool } from './metrics.ts'
export {
  type Call,
  eventsRoute,
  type Route,
  route,
  type StreamAnswer,
  streamRoute,
  uploadRoute,
} from './route.ts'
export type { HttpServerOptions } from './options.ts'
export { createHttpServer } from './server.ts'
export { sessionCookie } from './security.ts'
export { refuseOtherVersion } from './versions.ts'
export { refuse as refuseHttp } from './refusals.ts'
