import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fieldHeaders, pageHeaders, transportSecurity } from './security.ts'

interface StaticFile {
  readonly content: Buffer
  readonly type: string
  readonly tag: string
  readonly caching: string
  readonly compressed: Map<string, Promise<Buffer>>
}

/**
 * The built pages, read into memory once. Only the addresses of this closed list exist, so no path however written
 * leads to any other file of the machine.
 */
export function staticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  if (!existsSync(folder)) return new Map()
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        const address = `/${relative(folder, path).split(sep).join('/')}`
        return [address, staticFile(address, readFileSync(path))]
      }),
  )
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
}

/** The build puts a digest of the content into these names, so they may be kept for ever. */
const NAMED_BY_CONTENT = /^\/assets\/.+-[\w-]{8,}\.\w+$/

const staticFile = (address: string, content: Buffer): StaticFile => ({
  content,
  type: types[extname(address)] ?? 'application/octet-stream',
  tag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`,
  caching: NAMED_BY_CONTENT.test(address) ? 'public, max-age=31536000, immutable' : 'no-cache',
  compressed: new Map(),
})

/** Which app an address belongs to that names none: candidates in order, the first that was built has it. */
export interface PageApps {
  readonly atRoot: readonly string[]
  readonly elsewhere: readonly string[]
  /** Apps with short addresses besides `/<app>/…`: the first segment and whose it is. */
  readonly named?: ReadonlyMap<string, string>
  /** Apps that may ask for the place and the microphone of the device. */
  readonly inTheField?: readonly string[]
}

/** The pages of one app are one program: an address of theirs gets its start page, which finds its own way. */
export function serveStatic(
  app: FastifyInstance,
  files: ReadonlyMap<string, StaticFile>,
  apps: PageApps,
): void {
  const serve = (request: FastifyRequest, reply: FastifyReply) => {
    const file = fileAt(files, apps, request.url)
    if (!file) return reply.callNotFound()
    const app = request.url.split(/[/?]/)[1] ?? ''
    reply.headers(apps.inTheField?.includes(app) ? fieldHeaders : pageHeaders)
    return sendFile(request, reply, file)
  }
  app.get('/', serve)
  app.get('/*', serve)
}

function fileAt(files: ReadonlyMap<string, StaticFile>, apps: PageApps, url: string): StaticFile | undefined {
  const path = pathOf(url)
  if (path === undefined) return undefined
  const found = files.get(path)
  if (found) return found
  const isData = path.startsWith('/api/') || path === '/api'
  // Codes of items may hold a dot, so below a known short address nothing is taken for a file.
  const isPage = extname(path) === '' || apps.named?.has(path.split('/')[1] ?? '')
  return !isData && isPage ? startPage(files, apps, path) : undefined
}

/** `/desk/today` is the desk's, `/guide/x` whose short address it is; the rest goes to the apps appointed for it. */
function startPage(
  files: ReadonlyMap<string, StaticFile>,
  { atRoot, elsewhere, named: short }: PageApps,
  path: string,
): StaticFile | undefined {
  const named = path.split('/')[1] ?? ''
  const owner = short?.get(named)
  const candidates = named === '' ? atRoot : [named, ...(owner ? [owner] : []), ...elsewhere]
  return candidates.map((app) => files.get(`/${app}/index.html`)).find((file) => file !== undefined)
}

function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split('?')[0] ?? '')
    return /(^|[\\/])\.\.([\\/]|$)|\0/.test(path) ? undefined : path
  } catch {
    return undefined
  }
}

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: StaticFile,
): Promise<FastifyReply> {
  reply.headers({ etag: file.tag, 'cache-control': file.caching, vary: 'accept-encoding' })
  if (request.protocol === 'https') reply.header('strict-transport-security', transportSecurity)
  if (request.headers['if-none-match'] === file.tag) return reply.code(304).send()
  reply.type(file.type)
  const coding = codingFor(request.headers['accept-encoding'], file)
  if (!coding) return reply.send(file.content)
  return reply.header('content-encoding', coding).send(await compressed(file, coding))
}

type Coding = 'br' | 'gzip'

const SMALLEST = 1024

function codingFor(accepted: unknown, { content, type }: StaticFile): Coding | undefined {
  if (content.length < SMALLEST || /^(image\/(?!svg)|font)/.test(type)) return undefined
  const text = String(accepted ?? '')
  return /\bbr\b/.test(text) ? 'br' : /\bgzip\b/.test(text) ? 'gzip' : undefined
}

const compressors = { br: promisify(brotliCompress), gzip: promisify(gzip) }

function compressed(file: StaticFile, coding: Coding): Promise<Buffer> {
  const known = file.compressed.get(coding)
  if (known) return known
  const made = compressors[coding](file.content)
  file.compressed.set(coding, made)
  return made
}
