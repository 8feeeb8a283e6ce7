import { isRefusal } from '#kernel/refusal.ts'
import { commands } from './commands.ts'
import type { CommandIo, ExitCode } from './io.ts'

/** `xiaoneng COMMAND …`: finds the command, runs it, and answers refusals with their sentence instead of a stack. */
export async function main(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const [name = '--help', ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') return overview(io)
  const command = commands[name]
  if (!command) return unknown(name, io)
  try {
    const run = await command.load()
    return await run(rest, io)
  } catch (error) {
    return failed(error, io)
  }
}

function overview(io: CommandIo): ExitCode {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { zh, en }]) => `  ${name.padEnd(width)}  ${zh} · ${en}`)
  io.stdout.write(`效能 Xiaoneng\n\nxiaoneng COMMAND [--help]\n\n${lines.join('\n')}\n`)
  return 0
}

function unknown(name: string, io: CommandIo): ExitCode {
  io.stderr.write(
    `没有“${name}”这个命令，运行 xiaoneng --help 查看全部命令\n` +
      `There is no command "${name}"; see xiaoneng --help for all of them\n`,
  )
  return 2
}

function failed(error: unknown, io: CommandIo): ExitCode {
  if (isRefusal(error)) {
    io.stderr.write(`${error.text.zh}\n${error.text.en}\n`)
    return error.status >= 500 ? 1 : 2
  }
  if (isUsageError(error)) {
    io.stderr.write(`${error.message}\n`)
    return 2
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  io.stderr.write(`程序出错，请报告以下内容 / This is a fault of ours, please report it:\n${detail}\n`)
  return 3
}

/** `node:util` parseArgs throws TypeErrors with such codes for an unknown option or a missing value. */
function isUsageError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
