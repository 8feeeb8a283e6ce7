#!/usr/bin/env node
// Builds what is stale (nothing, after an install) and runs the command line.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`需要 Node.js 20.20 或更新版本，当前为 ${process.versions.node}`)
  console.error(`Node.js 20.20 or newer is needed; this is ${process.versions.node}`)
  process.exit(2)
}

const root = new URL('..', import.meta.url)
const canBuild = existsSync(fileURLToPath(new URL('node_modules/esbuild', root)))
if (canBuild) {
  const { buildIfStale } = await import(new URL('scripts/build.mjs', root).href)
  await buildIfStale({ pages: process.argv[2] === 'start' })
}
await import(new URL('dist/server/xiaoneng.mjs', root).href)
