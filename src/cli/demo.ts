import type { EpochMs } from '#kernel/day.ts'
import { openVault } from '#modules/vault/index.ts'
import type { Database } from '#platform/database/index.ts'
import { type DemoSignIns, foundCity, loadYear } from '#src/demo/index.ts'
import { printJson, readArguments } from './arguments.ts'
import { dataFolderOf, withDatabase } from './database.ts'
import type { Command, CommandIo } from './io.ts'

export type { DemoSignIns }

/** The invented city as far as the first page needs it; what is there already stays as it is. */
export const prepareDemo = (database: Database, now: EpochMs): Promise<DemoSignIns> =>
  foundCity(database, now)

/** Its year of cases: seconds of work, so a server that has begun to answer does it behind. */
export async function loadDemoYear(database: Database, io: CommandIo, signal: AbortSignal): Promise<void> {
  const vault = openVault({
    dataFolder: dataFolderOf(io),
    file: io.environment['XIAONENG_VAULT_KEY'] || undefined,
  })
  await loadYear(database, {
    vault,
    now: io.now,
    signal,
    progress: (cases, of) => {
      const done = cases === of
      if (done)
        io.stderr.write(`演示城市一年的办件已装入：${of} 件 / The demo city's year is loaded: ${of} cases\n`)
      else if (io.isTerminal) io.stderr.write(`演示办件 / Demo cases ${cases}/${of}\r`)
    },
  })
}

/** `xiaoneng demo`: what `start` does on its first run, by itself. */
export const demoCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng demo [--json]',
    help: `
装入虚构的演示城市：单位、账号、事项和一年的办件。已有的不变。
Loads the invented demo city: units, accounts, items and a year of cases. What is there already stays.`,
    options: {},
  })
  if (!read) return 0
  const { password, accounts } = await withDatabase(io, async (database) => {
    const signIns = await prepareDemo(database, io.now())
    await loadDemoYear(database, io, io.signal)
    return signIns
  })
  if (read.values.json)
    printJson(io, { password, accounts: accounts.map(({ account, role }) => ({ account, role })) })
  else {
    io.stdout.write(`演示已装入，密码均为 / The demo is loaded; all passwords are: ${password}\n`)
    for (const { account, title } of accounts)
      io.stdout.write(`  ${account.padEnd(18)} ${title.zh} · ${title.en}\n`)
  }
  return 0
}
