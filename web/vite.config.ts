import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// A test run that builds first hands on NODE_ENV=test, with which React would bring its development half along.
if (process.argv.includes('build') || process.env.NODE_ENV === 'test') process.env.NODE_ENV = 'production'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The pages of the watch, built into dist/web. `npx vite --config web/vite.config.ts` serves them while they are
 * written and hands `/api` to a running server (XIAONENG_SERVER, or the default address).
 *
 * Chrome 109 is the last browser of the Windows 7 machines that still stand in many halls.
 */
export default defineConfig({
  root: here('./watch'),
  base: '/',
  plugins: [react()],
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
  },
  server: { port: 5173, proxy: { '/api': process.env.XIAONENG_SERVER ?? 'http://127.0.0.1:8080' } },
})
