import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { defineRefusals } from '#kernel/refusal.ts'
import {
  importLog,
  type Imported,
  type LogMapping,
  mappingFile,
  preset,
  presetNames,
  rejectedHeader,
  rejectedLine,
  type RejectedRow,
} from '#modules/exchange/index.ts'
import { printJson, readArguments } from './arguments.ts'
import { withDatabase } from './database.ts'
import type { Command, CommandIo } from './io.ts'
import { jurisdictionAsked } from './jurisdiction.ts'

const refuse = defineRefusals({
  'import.what': {
    status: 422,
    zh: '请给出一个文件和日志名，例如 xiaoneng import receipt.xes.gz --log receipt',
    en: 'give one file and the name of the log, like xiaoneng import receipt.xes.gz --log receipt',
  },
  'import.two-mappings': {
    status: 422,
    zh: '--preset 与 --map 只能用一个',
    en: 'give --preset or --map, not both',
  },
})

/** `xiaoneng import FILE --log NAME`: exit code 0 also when the same file was imported before. */
export const importCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage:
      'xiaoneng import FILE --log NAME [--preset P | --map MAP.yaml] [--title TEXT] [--rejected FILE] [--json]',
    help: `
导入日志（XES、CSV、JSONL、XLSX、OCEL 2.0 JSON，可为 .gz）：整份导入，或什么都不留下；同一文件再次导入不改变任何内容。
Imports a log (XES, CSV, JSONL, XLSX, OCEL 2.0 JSON, also gzipped): all of it or nothing; the same file again changes nothing.

  --log NAME         日志名：小写字母、数字、连字符 / name of the log: lower-case letters, digits, hyphens
  --preset P         内置映射 / preset: ${presetNames().join(', ')}
  --map MAP.yaml     自己的列与含义说明，见 docs/logs.md / a mapping of your own, see docs/logs.md
  --title TEXT       显示的名称 / the name people see
  --rejected FILE    被拒绝的行写到这里，默认 FILE.rejected.csv / where rejected rows go`,
    options: {
      log: { type: 'string' },
      preset: { type: 'string' },
      map: { type: 'string' },
      title: { type: 'string' },
      rejected: { type: 'string' },
    },
  })
  if (!read) return 0
  const { log, preset: presetName, map, title, rejected } = read.values as Record<string, string | undefined>
  const [file, ...more] = read.positionals
  if (file === undefined || more.length > 0 || log === undefined) throw refuse('import.what')
  if (presetName !== undefined && map !== undefined) throw refuse('import.two-mappings')
  const path = resolve(io.cwd, file)
  const bin = rejectedFile(resolve(io.cwd, rejected ?? `${file}.rejected.csv`))
  const imported = await withDatabase(io, async (database) =>
    importLog(database, {
      jurisdiction: await jurisdictionAsked(io, database),
      account: 'command-line',
      log,
      title,
      preset: presetName,
      file: path,
      mapping: mappingOf(presetName, map, io),
      now: io.now(),
      signal: io.signal,
      onRejected: bin.write,
      ...progress(io),
    }),
  ).finally(bin.close)
  report(io, { log, imported, rejectedTo: bin.path(), json: read.values.json === true })
  return 0
}

function mappingOf(presetName: string | undefined, map: string | undefined, io: CommandIo): LogMapping {
  if (presetName !== undefined) return preset(presetName)
  return map === undefined ? { columns: {} } : mappingFile(resolve(io.cwd, map))
}

/** Made only when a row is rejected; one from an earlier import of the same file does not stay behind. */
function rejectedFile(path: string) {
  let stream: ReturnType<typeof createWriteStream> | undefined
  return {
    path: () => (stream ? path : undefined),
    write(row: RejectedRow) {
      if (!stream) {
        stream = createWriteStream(path)
        stream.write(rejectedHeader)
      }
      stream.write(rejectedLine(row))
    },
    async close() {
      const open = stream
      if (open) await new Promise<void>((done) => open.end(done))
      else await rm(path, { force: true })
    },
  }
}

function progress(io: CommandIo) {
  if (!io.isTerminal) return {}
  const show = (done: number, of: number) =>
    void io.stderr.write(`\r导入 importing ${Math.floor((done / Math.max(of, 1)) * 100)} %  `)
  return { onProgress: show }
}

interface Report {
  readonly log: string
  readonly imported: Imported
  readonly rejectedTo: string | undefined
  readonly json: boolean
}

function report(io: CommandIo, { log, imported, rejectedTo, json }: Report): void {
  if (io.isTerminal) io.stderr.write('\r')
  if (json) return printJson(io, { log, ...imported, rejectedTo: rejectedTo ?? null })
  const { status, cases, events, rejectedCount, zoneAssumed, unknownUnits } = imported
  const verb = status === 'done' ? '已导入 imported' : '此前已导入，未作改动 imported before, nothing changed'
  io.stdout.write(`${log}: ${verb}: ${cases} 件 cases, ${events} 条事件 events\n`)
  if (rejectedTo !== undefined) io.stdout.write(`${rejectedCount} 行被拒绝 rows rejected → ${rejectedTo}\n`)
  if (zoneAssumed)
    io.stdout.write(
      `没有时区的时间按 ${zoneAssumed} 理解 / times without a zone were read in ${zoneAssumed}\n`,
    )
  if (unknownUnits.length > 0)
    io.stdout.write(
      `本地机构名录中没有的单位 ${unknownUnits.length} 个，其办件只有监察人员可见 / units that are not known here, their cases are seen by supervision only: ${unknownUnits.slice(0, 10).join('、')}\n`,
    )
}
