import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApp } from '#src/app.ts'
import { verifyStored } from '#engines/ledger/index.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { openDatabase } from '#platform/database/index.ts'

/** The whole server on the folder that the load was prepared in, in a process of its own; asked, it says its CPU time or verifies. */
const dataFolder = process.env['BENCH_FOLDER'] ?? ''
const database = await openDatabase({ dataFolder })
const app = await openApp({ database, dataFolder, version: 'bench', now: () => Date.now(), demo: true })
const address = await app.http.listen({ port: 0, host: '127.0.0.1' })

process.on('message', async (asked) => {
  if (asked === 'cpu') return process.send?.(cpuSeconds())
  if (asked === 'verify') {
    const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
    return process.send?.({ verified: await database.read(scope, verifyStored) })
  }
  await app.close()
  await database.close()
  process.exit(0)
})
process.send?.({ address })

/** CPU seconds so far: of this process, of the database with its workers, and of the whole machine. Linux tells of others. */
function cpuSeconds() {
  const { user, system } = process.cpuUsage()
  const own = (user + system) / 1e6
  try {
    return { server: own, database: databaseSeconds(), machine: machineSeconds() }
  } catch {
    return { server: own, database: Number.NaN, machine: Number.NaN }
  }
}

const TICKS = 100
const ticksOf = (pid: string) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function databaseSeconds(): number {
  const postmaster = readFileSync(join(dataFolder, 'database', 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const fields = ticksOf(pid)
      const [own, ended] = [Number(fields[11]) + Number(fields[12]), Number(fields[13]) + Number(fields[14])]
      if (pid === postmaster) ticks += own + ended
      else if (fields[1] === postmaster) ticks += own
    } catch {
      // It ended while it was looked at.
    }
  return ticks / TICKS
}

/** All that ran, whoever it belongs to: the first line without idle and waiting. */
function machineSeconds(): number {
  const [, ...ticks] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/ +/)
  return (
    ticks.slice(0, 8).reduce((sum, one, index) => sum + (index === 3 || index === 4 ? 0 : Number(one)), 0) /
    TICKS
  )
}
