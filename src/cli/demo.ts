import type { EpochMs } from '#kernel/day.ts'
import { issueNotice } from '#modules/notices/index.ts'
import { openVault } from '#modules/vault/index.ts'
import type { Database } from '#platform/database/index.ts'
import { type DemoSignIns, foundCity, loadYear, playDay } from '#src/demo/index.ts'
import { printJson, readArguments } from './arguments.ts'
import { dataFolderOf, withDatabase } from './database.ts'
import type { Command, CommandIo } from './io.ts'

export type { DemoSignIns }

/** The invented city as far as the first page needs it; what is there already stays as it is. */
export const prepareDemo = (database: Database, now: EpochMs): Promise<DemoSignIns> =>
  foundCity(database, now)

const vaultOf = (io: CommandIo) =>
  openVault({ dataFolder: dataFolderOf(io), file: io.environment['XIAONENG_VAULT_KEY'] || undefined })

/** Its year of cases: seconds of work, so a server that has begun to answer does it behind. */
export async function loadDemoYear(database: Database, io: CommandIo, signal: AbortSignal): Promise<void> {
  await loadYear(database, {
    vault: vaultOf(io),
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

const DEFAULT_SPEED = 5

function speedOf(text: string | undefined): number {
  const speed = text === undefined ? DEFAULT_SPEED : Number(text)
  if (speed > 0 && speed <= 1000) return speed
  throw new TypeError(`--speed ${text}？请给出 0 到 1000 之间的数 / --speed must be a number from 0 to 1000`)
}

const live = (database: Database, io: CommandIo, speed: number): Promise<void> =>
  playDay(database, {
    vault: vaultOf(io),
    papers: { issue: issueNotice },
    now: io.now,
    signal: io.signal,
    speed,
    say: (line) => void io.stdout.write(`${line}\n`),
  })

/** `xiaoneng demo`: what `start` does on its first run, by itself. */
export const demoCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng demo [--json] [--live [--speed N]]',
    help: `
装入虚构的演示城市：单位、账号、事项和一年的办件。已有的不变。
--live 在运行中的数据库上演一个工作日：有人来办事，窗口受理，科室办理；--speed 10 约每 2 秒一步；Ctrl-C 停止。
Loads the invented demo city: units, accounts, items and a year of cases. What is there already stays.
--live plays a working day on the running database: people come, clerks accept, officers act; --speed 10 is an act about
every two seconds; Ctrl-C stops it.`,
    options: { live: { type: 'boolean' }, speed: { type: 'string' } },
  })
  if (!read) return 0
  const speed = speedOf(read.values.speed)
  const { password, accounts } = await withDatabase(io, async (database) => {
    const signIns = await prepareDemo(database, io.now())
    await loadDemoYear(database, io, io.signal)
    if (read.values.live) await live(database, io, speed)
    return signIns
  })
  if (read.values.live) return 0
  if (read.values.json)
    printJson(io, { password, accounts: accounts.map(({ account, role }) => ({ account, role })) })
  else {
    io.stdout.write(`演示已装入，密码均为 / The demo is loaded; all passwords are: ${password}\n`)
    for (const { account, title } of accounts)
      io.stdout.write(`  ${account.padEnd(18)} ${title.zh} · ${title.en}\n`)
  }
  return 0
}
