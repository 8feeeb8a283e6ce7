import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// A test run that builds first hands on NODE_ENV=test, with which React would bring its development half along.
if (process.argv.includes('build') || process.env.NODE_ENV === 'test') process.env.NODE_ENV = 'production'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Every folder here with an index.html is an app of its own: pages that are fetched together and never with another's. */
const APPS = readdirSync(here('.')).filter((folder) => existsSync(here(`./${folder}/index.html`)))

/** The portal's short addresses, as the server has them (`PAGES` in src/app.ts). */
const OF_PORTAL = [
  '',
  'search',
  'guide',
  'apply',
  'track',
  'mine',
  'check',
  'badge',
  'permits',
  'help',
  'review',
  'fees',
  'agency',
  'project',
  'register',
]

/** While pages are written: an address belongs to the app of its first segment, else to the watch, as the server has it. */
const appOf = (first: string) =>
  APPS.includes(first) ? first : OF_PORTAL.includes(first) ? 'portal' : 'watch'

const pageAddresses: Plugin = {
  name: 'page-addresses',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      const first = path.split('/')[1] ?? ''
      const isPage = request.headers.accept?.includes('text/html') === true && !path.includes('.')
      if (isPage) request.url = `/${appOf(first)}/index.html`
      next()
    })
  },
}

/**
 * All apps, built into dist/web: each its `<app>/index.html`, the scripts in `assets`. What two apps use is split off
 * by itself, so that neither fetches what only the other needs. `npx vite --config web/vite.config.ts` serves them
 * while they are written and hands `/api` to a running server (XIAONENG_SERVER, or the default address).
 *
 * Chrome 109 is the last browser of the Windows 7 machines that still stand in many halls.
 */
export default defineConfig({
  root: here('.'),
  appType: 'mpa',
  base: '/',
  plugins: [react(), pageAddresses],
  resolve: {
    alias: [
      // Contracts give pages types and addresses; validating twice would cost every first visit 31 kB (see the file).
      { find: /^zod$/, replacement: here('./ui/api/schemas-stay-on-the-server.ts') },
    ],
  },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'chrome109',
    cssTarget: 'chrome109',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: Object.fromEntries(APPS.map((app) => [app, here(`./${app}/index.html`)])),
      // Importing a part of `ui` does nothing by itself, so a first page does not wait for the ribbon of a later one.
      treeshake: { moduleSideEffects: (id) => !id.startsWith(here('./ui/')) || /\.css$/.test(id) },
    },
  },
  // The server compares `origin` with `host` before a command, so the proxy leaves the host as the browser sent it.
  server: {
    port: 5173,
    proxy: {
      '/api': { target: process.env.XIAONENG_SERVER ?? 'http://127.0.0.1:8080', changeOrigin: false },
    },
  },
})
