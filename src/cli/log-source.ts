import type { CommandIo } from './io.ts'
import { type LogChoice, openLogFile, type OpenedLog, refuse } from './log-file.ts'

/** The log a command was told: a file needs no database, so the database's code is loaded only for a stored log. */
export async function openLog(choice: LogChoice, io: CommandIo): Promise<OpenedLog> {
  if (choice.file !== undefined) return openLogFile({ ...choice, file: choice.file }, io)
  if (choice.log === undefined) throw refuse('cli.no-log')
  throw refuse('cli.no-log')
}
