import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { caseAt, type Histories } from '#engines/histories/index.ts'
import { exportLedger, openSealKey } from '#engines/ledger/index.ts'
import { defineRefusals } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { exportLog } from '#modules/exchange/index.ts'
import { findLogs, getLog, storedHistories } from '#modules/supervision/index.ts'
import { readArguments } from './arguments.ts'
import { dataFolderOf, withDatabase } from './database.ts'
import type { Command, CommandIo } from './io.ts'
import { jurisdictionAsked, scopeOnMachine } from './jurisdiction.ts'

const refuse = defineRefusals({
  'export.format': {
    status: 422,
    zh: '请用 --format 指明格式：xes、ocel、csv 或 jsonl',
    en: 'say the format with --format: xes, ocel, csv or jsonl',
  },
  'export.which-log': {
    status: 422,
    zh: '请用 --log 指明要导出的日志，现有：{known}',
    en: 'say which log to export with --log; there are: {known}',
  },
})

const FORMATS = ['xes', 'ocel', 'csv', 'jsonl'] as const
type Format = (typeof FORMATS)[number]

/** `xiaoneng export --format F [--log NAME] [--out FILE]`. */
export const exportCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng export --format xes|ocel|csv|jsonl [--log NAME] [--out FILE]',
    help: `
导出到标准输出或文件。jsonl 是带哈希链和签名的台账，可用 xiaoneng verify 离线校验，也可再次导入；
不给 --log 即导出整个台账。xes、csv、ocel 导出一份日志，供其他工具使用。
Exports to standard output or a file. jsonl is the ledger with its hash chains and signatures: "xiaoneng verify" proves it
offline, and it can be imported again; without --log it is the whole ledger. xes, csv and ocel give one log to other tools.

  --format F     xes | ocel | csv | jsonl
  --log NAME     日志名；只有一份日志时可省略 / name of the log; may be left out when there is only one
  --out FILE     写入文件 / write to a file`,
    options: { format: { type: 'string' }, log: { type: 'string' }, out: { type: 'string' } },
  })
  if (!read) return 0
  const { format, log, out } = read.values as Record<string, string | undefined>
  if (!FORMATS.includes(format as Format)) throw refuse('export.format')
  await withDatabase(io, async (database) => {
    const scope = scopeOnMachine(await jurisdictionAsked(io, database))
    await database.read(scope, (db) => write(exported(db, { format: format as Format, log }, io), out, io))
  })
  return 0
}

async function* exported(
  db: Db,
  { format, log }: { readonly format: Format; readonly log: string | undefined },
  io: CommandIo,
): AsyncGenerator<string> {
  if (format === 'jsonl') {
    const key = openSealKey({
      dataFolder: dataFolderOf(io),
      file: io.environment['XIAONENG_SEAL_KEY'] || undefined,
    })
    const within = log === undefined ? undefined : `log/${(await getLog(db, log)).log}`
    return yield* exportLedger(db, { key, now: io.now(), within })
  }
  const chosen = await getLog(db, log ?? (await onlyLog(db)))
  const histories = await storedHistories(db, chosen)
  yield* exportLog(casesOf(histories), format, { name: chosen.title, zone: chosen.zone })
}

async function onlyLog(db: Db): Promise<string> {
  const [only, ...others] = await findLogs(db)
  if (only && others.length === 0) return only.log
  throw refuse('export.which-log', {
    known: [only, ...others].flatMap((one) => one?.log ?? []).join(', ') || '–',
  })
}

function* casesOf(histories: Histories) {
  for (let index = 0; index < histories.caseCount; index++) yield caseAt(histories, index)
}

async function write(texts: AsyncIterable<string>, out: string | undefined, io: CommandIo): Promise<void> {
  const body = Readable.from(texts, { objectMode: true })
  if (out === undefined) await pipeline(body, io.stdout, { end: false })
  else await pipeline(body, createWriteStream(resolve(io.cwd, out)))
}
