import { openDatabase, migrate } from '#platform/database/index.ts'
import { printJson, readArguments } from './arguments.ts'
import { dataFolderOf } from './database.ts'
import type { Command } from './io.ts'

/** `xiaoneng migrate`: the schema of this version, on the embedded database or on `DATABASE_URL`. */
export const migrateCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng migrate [--json]',
    help: `
把数据库升级到本版本的结构；已是最新则不做任何事。启动服务时也会自动进行。
Brings the database to the schema of this version; does nothing when it is there. "start" does it by itself too.`,
    options: {},
  })
  if (!read) return 0
  const database = await openDatabase({
    url: io.environment['DATABASE_URL'] || undefined,
    dataFolder: dataFolderOf(io),
  })
  try {
    const applied = await migrate(database.url)
    if (read.values.json) printJson(io, { applied })
    else if (applied.length === 0) io.stdout.write('数据库已是最新结构 / The schema is up to date\n')
    else io.stdout.write(`已应用 / Applied:\n${applied.map((name) => `  ${name}`).join('\n')}\n`)
    return 0
  } finally {
    await database.close()
  }
}
