import { compareRebuilt, jurisdictionsOf, rebuildAll, type RebuiltTable } from '#engines/ledger/index.ts'
import { projections } from '#src/projections.ts'
import { printJson, readArguments } from './arguments.ts'
import { withDatabase } from './database.ts'
import type { Command, CommandIo } from './io.ts'

interface Rebuilt {
  readonly jurisdiction: string
  readonly tables: readonly RebuiltTable[]
}

/** `xiaoneng rebuild [--check]`: exit code 1 when a list was not what the ledger says. */
export const rebuildCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng rebuild [--check] [--json]',
    help: `
由台账重建全部列表，并与原有内容核对。
Makes every list again from the ledger and compares it with what stood there.

  --check   只核对，不改动 / only compares, changes nothing`,
    options: { check: { type: 'boolean' } },
  })
  if (!read) return 0
  const work = read.values['check'] ? compareRebuilt : rebuildAll
  const rebuilt = await withDatabase(io, async (database) => {
    const all: Rebuilt[] = []
    for (const jurisdiction of await jurisdictionsOf(database))
      all.push({ jurisdiction, tables: await work(database, jurisdiction, projections) })
    return all
  })
  if (read.values.json) printJson(io, rebuilt)
  else for (const one of rebuilt) printRebuilt(io, one)
  return rebuilt.every(({ tables }) => tables.every(({ identical }) => identical)) ? 0 : 1
}

function printRebuilt(io: CommandIo, { jurisdiction, tables }: Rebuilt): void {
  io.stdout.write(`${jurisdiction}\n`)
  for (const { table, rowsBefore, rowsAfter, identical } of tables) {
    const verdict = identical ? '一致 identical' : `不一致 different (${rowsBefore} → ${rowsAfter})`
    io.stdout.write(`  ${table.padEnd(28)} ${String(rowsAfter).padStart(9)}  ${verdict}\n`)
  }
}
