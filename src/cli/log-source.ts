import type { CommandIo } from './io.ts'
import { type LogChoice, meaningOf, openLogFile, type OpenedLog, refuse } from './log-file.ts'

/** The log a command was told: a file needs no database, so the database's code is loaded only for a stored log. */
export async function openLog(choice: LogChoice, io: CommandIo): Promise<OpenedLog> {
  if (choice.file !== undefined) return openLogFile({ ...choice, file: choice.file }, io)
  if (choice.log === undefined) throw refuse('cli.no-log')
  const { readStoredLog } = await import('./stored-log.ts')
  const { histories, profile } = await readStoredLog(choice.log, io)
  const meaning = await meaningOf(histories, { columns: {}, profile }, choice, { io, folder: io.cwd })
  return { ...meaning, rejected: 0, zoneAssumed: undefined }
}
