import type { Writable } from 'node:stream'
import type { EpochMs } from '#kernel/day.ts'

/** What a command may touch of the world: tests give it strings, the entry point gives it the process. */
export interface CommandIo {
  readonly stdout: Writable
  readonly stderr: Writable
  /** Relative file names are read from here. */
  readonly cwd: string
  readonly now: () => EpochMs
  /** On a terminal long work shows its progress on stderr. */
  readonly isTerminal: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal
}

/** 0 done · 1 found something wrong (a broken chain, a refused file) · 2 called wrongly or given bad input · 3 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3

export type Command = (args: readonly string[], io: CommandIo) => Promise<ExitCode>
