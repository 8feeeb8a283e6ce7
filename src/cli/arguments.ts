import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { CommandIo } from './io.ts'

type Options = NonNullable<ParseArgsConfig['options']>

interface CommandLine<O extends Options> {
  /** One line, e.g. `xiaoneng export --format xes|ocel|csv|jsonl [--log NAME]`. */
  readonly usage: string
  /** What it does and each option, as people read it. */
  readonly help: string
  readonly options: O
}

type Read<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O & typeof ALWAYS; allowPositionals: true; strict: true }>
>

const ALWAYS = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const

/** Reads the arguments of a command; with `--help` it prints and returns undefined, and the command ends with 0. */
export function readArguments<const O extends Options>(
  args: readonly string[],
  io: CommandIo,
  { usage, help, options }: CommandLine<O>,
): Read<O> | undefined {
  const read = parseArgs({
    args: [...args],
    options: { ...options, ...ALWAYS },
    allowPositionals: true,
    strict: true,
  })
  if ((read.values as { help?: boolean }).help) {
    io.stdout.write(`${usage}\n\n${help.trim()}\n`)
    return undefined
  }
  return read as Read<O>
}

export const printJson = (io: CommandIo, value: unknown): void => {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
