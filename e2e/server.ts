import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface RunningServer {
  readonly address: string
  readonly password: string
  stop(): Promise<void>
  /** Ends the process and starts it again on the same data and port; in between runs `meanwhile`. */
  restart(meanwhile: () => Promise<void>): Promise<void>
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const STARTS_WITHIN_MS = 120_000

/** `npm start` as a newcomer runs it, in a data folder of its own, on a free port. */
export async function startServer(): Promise<RunningServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xiaoneng-e2e-'))
  await buildOnce()
  let running = await launch(dataFolder, '0')
  const end = async () => {
    const ended = once(running.server, 'exit')
    running.server.kill('SIGTERM')
    await ended
  }
  const { address } = running
  return {
    address,
    password: running.password,
    async restart(meanwhile) {
      await end()
      await meanwhile()
      running = await launch(dataFolder, new URL(address).port)
    },
    async stop() {
      await end()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function launch(dataFolder: string, port: string) {
  const server = spawn(process.execPath, ['bin/xiaoneng.mjs', 'start'], {
    cwd: ROOT,
    env: { ...asNewcomer(), PORT: port, HOST: '127.0.0.1', XIAONENG_DATA: dataFolder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = await announced(server)
  const address = /https?:\/\/\S+?(?=\/?\s)/.exec(output)?.[0] ?? ''
  const password = /password: (\S+)/.exec(output)?.[1] ?? ''
  return { server, address, password }
}

/** The environment without what a test run adds to it. */
const asNewcomer = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_ENV: undefined })

/** Resolves with what the server printed once it says how to stop it. */
function announced(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const tooLate = setTimeout(
      () => reject(new Error(`The server did not start:\n${output}`)),
      STARTS_WITHIN_MS,
    )
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      if (!output.includes('Ctrl-C')) return
      clearTimeout(tooLate)
      resolve(output)
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)))
  })
}

/** Test files run side by side; only one of them may write dist/ at a time. */
export async function buildOnce(): Promise<void> {
  const lock = join(ROOT, 'node_modules', '.cache-e2e-build')
  for (let tries = 0; ; tries++) {
    try {
      mkdirSync(lock)
      break
    } catch {
      if (tries > 240) rmSync(lock, { recursive: true, force: true })
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
  try {
    const build = spawn(process.execPath, ['scripts/build.mjs'], {
      env: asNewcomer(),
      cwd: ROOT,
      stdio: 'ignore',
    })
    const [code] = (await once(build, 'exit')) as [number | null]
    if (code !== 0) throw new Error('The pages could not be built: see `node scripts/build.mjs`')
  } finally {
    rmdirSync(lock)
  }
}
