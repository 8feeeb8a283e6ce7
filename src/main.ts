import { main } from '#src/cli/main.ts'

/** The only place that reads the process: its arguments, environment, clock and signals. */
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort(signal))
// `xiaoneng mine … | head` closes our output early; that is not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  now: () => Date.now(),
  isTerminal: process.stderr.isTTY === true,
  environment: process.env,
  signal: stopping.signal,
})
