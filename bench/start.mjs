// Measures what is shipped: the sources bundled as for production, not run through a development loader.
import { fileURLToPath } from 'node:url'
import { bundle } from '../scripts/build.mjs'

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
await bundle({ run: inRoot('bench/run.ts') }, inRoot('dist/bench'))
await import('../dist/bench/run.mjs')
