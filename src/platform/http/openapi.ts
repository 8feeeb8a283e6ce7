import { Problem } from '#kernel/endpoint.ts'
import { type EndpointSchemas, type JsonSchema, jsonSchema, takesNothing } from './schemas.ts'
import type { Route } from './route.ts'

interface Described {
  readonly route: Route
  readonly schemas: EndpointSchemas
}

/** OpenAPI 3.1 from the very schemas that validate: what is written here is what is done. */
export function openApiDocument(routes: readonly Described[], version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  const schemas: Record<string, JsonSchema> = { Problem: jsonSchema(Problem, 'output') }
  for (const described of routes) {
    const { path, method } = described.route.endpoint
    const operations = (paths[path] ??= {})
    operations[method.toLowerCase()] = operationOf(described, schemas)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '效能 Xiaoneng',
      version,
      description:
        '地方政府效能监察平台接口。Every error is an RFC 9457 problem with a stable `code` and a sentence in Chinese and English.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas, securitySchemes, responses: { Problem: problemResponse } },
  }
}

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'xiaoneng_session',
    description: 'Writes also need the header x-csrf-token',
  },
  token: { type: 'http', scheme: 'bearer', description: 'For reporting systems' },
}

const problemResponse = {
  description: '问题说明 A problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function operationOf({ route, schemas }: Described, components: Record<string, JsonSchema>): object {
  const { endpoint, kind } = route
  const open = endpoint.guard === 'public'
  return {
    operationId: endpoint.name,
    summary: endpoint.summary.zh,
    description: `${endpoint.summary.en}. Guard: \`${endpoint.guard}\`.`,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    security: open ? [] : [{ session: [] }, { token: [] }],
    'x-guard': endpoint.guard,
    parameters: parametersOf(route, schemas),
    ...bodyOf(route, schemas, components),
    responses: {
      [String(endpoint.status ?? 200)]: successOf(route, schemas, components),
      ...Object.fromEntries(
        problemsOf(route).map((status) => [status, { $ref: '#/components/responses/Problem' }]),
      ),
    },
    ...(kind === 'events' ? { 'x-stream': 'server-sent events' } : {}),
  }
}

function parametersOf({ endpoint, kind }: Route, schemas: EndpointSchemas): object[] {
  const write = endpoint.method !== 'GET'
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  })
  return [
    ...listed(schemas.params, 'path'),
    ...listed(schemas.query, 'query'),
    ...(takesKey({ endpoint, kind })
      ? [header('idempotency-key', false, 'The same key and body get the stored answer')]
      : []),
    ...(write && endpoint.versioned
      ? [header('if-match', endpoint.versionRequired ?? false, 'The ETag of your last read')]
      : []),
    ...(write && endpoint.guard !== 'public'
      ? [header('x-csrf-token', false, 'Needed with a session cookie')]
      : []),
  ]
}

/** Signing in and out are no commands: their answers hold secrets that are stored nowhere. */
const takesKey = ({ endpoint, kind }: Pick<Route, 'endpoint' | 'kind'>) =>
  endpoint.method !== 'GET' && kind === 'json' && endpoint.guard !== 'public' && endpoint.guard !== 'signedIn'

function listed(schema: JsonSchema, place: 'path' | 'query'): object[] {
  const required = new Set((schema['required'] as string[] | undefined) ?? [])
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: property,
  }))
}

function bodyOf(
  { endpoint, kind }: Route,
  schemas: EndpointSchemas,
  components: Record<string, JsonSchema>,
): object {
  if (kind === 'upload')
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } } }
  if (endpoint.method === 'GET' || takesNothing(schemas.body)) return {}
  const name = `${capital(endpoint.name)}Body`
  components[name] = schemas.body
  return { requestBody: { required: true, content: { 'application/json': { schema: reference(name) } } } }
}

function successOf(
  { endpoint, kind }: Route,
  schemas: EndpointSchemas,
  components: Record<string, JsonSchema>,
): object {
  const description = endpoint.summary.zh
  if (kind === 'events')
    return { description, content: { 'text/event-stream': { schema: { type: 'string' } } } }
  if (kind === 'stream') return { description, content: { '*/*': { schema: {} } } }
  const name = `${capital(endpoint.name)}Answer`
  components[name] = schemas.answer
  const headers = endpoint.versioned
    ? { headers: { etag: { description: 'Version, for If-Match', schema: { type: 'string' } } } }
    : {}
  return { description, ...headers, content: { 'application/json': { schema: reference(name) } } }
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

function problemsOf({ endpoint, kind }: Route): string[] {
  const guarded = endpoint.guard !== 'public'
  const write = endpoint.method !== 'GET'
  return [
    '400',
    ...(guarded ? ['401', '403'] : write ? ['401', '403'] : []),
    ...(endpoint.path.includes('{') ? ['404'] : []),
    ...(write ? ['409', '413', '415', '422'] : []),
    ...(write && endpoint.versioned ? ['412'] : []),
    ...(write && endpoint.versionRequired ? ['428'] : []),
    ...(kind === 'upload' && !write ? ['413'] : []),
    '429',
    '500',
    '503',
  ]
}
