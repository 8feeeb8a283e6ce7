import { Writable } from 'node:stream'
import { main } from '#src/cli/main.ts'

/** Runs a command as a person would, and parses what it printed as JSON. */
export async function runJson<Answer>(cwd: string, ...args: string[]): Promise<Answer> {
  const { code, out, err } = await runCommand(cwd, ...args, '--json')
  if (code !== 0) throw new Error(`exit ${code}: ${err}`)
  return JSON.parse(out) as Answer
}

export async function runCommand(cwd: string, ...args: string[]) {
  const text = { out: '', err: '' }
  const into = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        text[name] += String(chunk)
        done()
      },
    })
  const code = await main(args, {
    stdout: into('out'),
    stderr: into('err'),
    cwd,
    now: () => 0,
    isTerminal: false,
    environment: {},
    signal: new AbortController().signal,
  })
  return { code, ...text }
}
