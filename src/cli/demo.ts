import { chinaCalendar } from '#engines/calendar/index.ts'
import { createDemoAccounts, type DemoAccount } from '#modules/access/index.ts'
import { DEMO_UNITS, loadDemo } from '#modules/supervision/index.ts'
import type { Database } from '#platform/database/index.ts'
import type { EpochMs } from '#kernel/day.ts'
import { printJson, readArguments } from './arguments.ts'
import { withDatabase } from './database.ts'
import type { Command } from './io.ts'

export interface DemoSignIns {
  readonly password: string
  readonly accounts: readonly DemoAccount[]
}

/** The invented county, its people and its log; what is there already stays as it is. */
export async function prepareDemo(database: Database, now: EpochMs): Promise<DemoSignIns> {
  const { jurisdiction, password, accounts } = await createDemoAccounts(database, { now, units: DEMO_UNITS })
  const scope = { jurisdiction, account: 'demo', reach: 'jurisdiction' } as const
  await database.transaction(scope, (db) => loadDemo(db, { now, calendar: chinaCalendar() }))
  return { password, accounts }
}

/** `xiaoneng demo`: what `start` does on its first run, by itself. */
export const demoCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng demo [--json]',
    help: `
装入虚构的演示县：单位、账号和一年的办件日志。已有的不变。
Loads the invented demo county: units, accounts and a year of cases. What is there already stays.`,
    options: {},
  })
  if (!read) return 0
  const { password, accounts } = await withDatabase(io, (database) => prepareDemo(database, io.now()))
  if (read.values.json)
    printJson(io, { password, accounts: accounts.map(({ account, role }) => ({ account, role })) })
  else {
    io.stdout.write(`演示已装入，密码均为 / The demo is loaded; all passwords are: ${password}\n`)
    for (const { account, title } of accounts)
      io.stdout.write(`  ${account.padEnd(18)} ${title.zh} · ${title.en}\n`)
  }
  return 0
}
