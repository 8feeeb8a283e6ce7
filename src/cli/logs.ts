import { formatInstant } from '#engines/calendar/index.ts'
import { jurisdictionsOf } from '#engines/ledger/index.ts'
import type { Db } from '#kernel/sql.ts'
import { findLogs, logFigures } from '#modules/supervision/index.ts'
import { printJson, readArguments } from './arguments.ts'
import { withDatabase } from './database.ts'
import type { Command, CommandIo } from './io.ts'
import { scopeOnMachine } from './jurisdiction.ts'

/** `xiaoneng logs`: what is stored, with its counts. */
export const logsCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng logs [--json]',
    help: `
列出已导入和上报的日志：办件数、事件数、在办、超期、牌数。
Lists the logs that were imported or reported: cases, events, open, overdue, cards.`,
    options: {},
  })
  if (!read) return 0
  const logs = await withDatabase(io, async (database) => {
    const all: ListedLog[] = []
    for (const jurisdiction of await jurisdictionsOf(database))
      all.push(...(await database.read(scopeOnMachine(jurisdiction), listedLogs)))
    return all
  })
  if (read.values.json) printJson(io, logs)
  else print(io, logs)
  return 0
}

type ListedLog = Awaited<ReturnType<typeof listedLogs>>[number]

async function listedLogs(db: Db) {
  const figures = await logFigures(db)
  return (await findLogs(db)).map(({ log, title, source, preset, zone }) => {
    const found = figures.get(log)
    const { cases = 0, events = 0, open = 0, overdue = 0, cards = 0 } = found ?? {}
    const instant = (at: number | null | undefined) => (at == null ? null : formatInstant(at, zone))
    const [firstAt, lastAt] = [instant(found?.firstAt), instant(found?.lastAt)]
    const named = { jurisdiction: db.scope.jurisdiction, log, title, source, preset, zone }
    return { ...named, cases, events, open, overdue, cards, firstAt, lastAt }
  })
}

function print(io: CommandIo, logs: readonly ListedLog[]): void {
  if (logs.length === 0)
    io.stdout.write('还没有日志；用 xiaoneng import 导入 / No logs yet; see xiaoneng import\n')
  for (const { log, title, cases, events, open, overdue, cards } of logs) {
    io.stdout.write(`${log}  ${title}\n`)
    io.stdout.write(`  ${cases} 件 cases · ${events} 条事件 events · 在办 open ${open}`)
    io.stdout.write(` · 超期未结 overdue ${overdue} · 牌 cards ${cards}\n`)
  }
}
