/**
 * Builds the server (esbuild, a third of a second) and the pages (Vite, some seconds) into dist/, each only when one
 * of its sources is newer than what stands there. `--force` builds both; `--server` builds only the server.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const inRoot = (...parts) => join(root, ...parts)
const SKIPPED = new Set(['node_modules', 'dist', 'data', '.git'])

function newest(path) {
  if (!existsSync(path)) return 0
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  return readdirSync(path).reduce(
    (latest, name) =>
      SKIPPED.has(name) || name.includes('.test.') ? latest : Math.max(latest, newest(join(path, name))),
    0,
  )
}

const stamp = (part) => inRoot('dist', `${part}.stamp`)
const isFresh = (part, sources) =>
  existsSync(stamp(part)) &&
  statSync(stamp(part)).mtimeMs >= Math.max(...sources.map((source) => newest(inRoot(source))))
const markBuilt = (part) => writeFileSync(stamp(part), new Date().toISOString())

/** Modules read their data files beside their own source; in the bundle `import.meta.url` still names that source. */
const ownAddress = (outdir) => ({
  name: 'own-address',
  setup(build) {
    build.onLoad({ filter: /[\\/](src|bench|scripts)[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const fromBundle = JSON.stringify(relative(outdir, path).replaceAll('\\', '/'))
      return {
        contents: text.replaceAll('import.meta.url', `new URL(${fromBundle}, import.meta.url).href`),
        loader: 'ts',
      }
    })
  },
})

/** One bundle split by dynamic import; packages stay where npm put them. */
export async function bundle(entryPoints, outdir) {
  const { build } = await import('esbuild')
  rmSync(outdir, { recursive: true, force: true })
  await build({
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    plugins: [ownAddress(outdir)],
    logLevel: 'warning',
  })
}

async function buildServer() {
  await bundle({ xiaoneng: inRoot('src', 'main.ts') }, inRoot('dist', 'server'))
  markBuilt('server')
}

async function buildPages() {
  const { build } = await import('vite')
  await build({ configFile: inRoot('web', 'vite.config.ts'), logLevel: 'warn' })
  markBuilt('web')
}

export async function buildIfStale({ force = false, pages = true } = {}) {
  mkdirSync(inRoot('dist'), { recursive: true })
  if (force || !isFresh('server', ['src', 'package.json'])) await buildServer()
  if (pages && existsSync(inRoot('web', 'vite.config.ts'))) {
    if (force || !isFresh('web', ['web', 'src/modules', 'src/kernel', 'package.json'])) await buildPages()
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === join(dirname(process.argv[1]), 'build.mjs')) {
  await buildIfStale({ force: process.argv.includes('--force'), pages: !process.argv.includes('--server') })
}
