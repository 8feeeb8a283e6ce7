import { resolve } from 'node:path'
import { migrate, openDatabase, type Database } from '#platform/database/index.ts'
import type { CommandIo } from './io.ts'

/** Where the embedded database, the keys and the uploads live, unless `DATABASE_URL` names a server. */
export const dataFolderOf = (io: CommandIo): string =>
  resolve(io.cwd, io.environment['XIAONENG_DATA'] || 'data')

/** Opens the database of this data folder (shared with a server that may be running), migrated; closes it afterwards. */
export async function withDatabase<T>(io: CommandIo, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({
    url: io.environment['DATABASE_URL'] || undefined,
    dataFolder: dataFolderOf(io),
  })
  try {
    await migrate(database.url)
    return await work(database)
  } finally {
    await database.close()
  }
}
