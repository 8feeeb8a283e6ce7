import { getLog, storedHistories } from '#modules/supervision/index.ts'
import { withDatabase } from './database.ts'
import type { CommandIo } from './io.ts'
import { jurisdictionAsked, scopeOnMachine } from './jurisdiction.ts'

/** A log of the ledger as columns, with the profile it was registered with. */
export const readStoredLog = (name: string, io: CommandIo) =>
  withDatabase(io, async (database) =>
    database.read(scopeOnMachine(await jurisdictionAsked(io, database)), async (db) => {
      const log = await getLog(db, name)
      return { histories: await storedHistories(db, log), profile: log.profile }
    }),
  )
