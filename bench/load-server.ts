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
  if (asked === 'cpu') return process.send?.({ cpu: process.cpuUsage() })
  if (asked === 'verify') {
    const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
    return process.send?.({ verified: await database.read(scope, verifyStored) })
  }
  await app.close()
  await database.close()
  process.exit(0)
})
process.send?.({ address })
