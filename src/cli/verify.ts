import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createGunzip } from 'node:zlib'
import { jurisdictionsOf, type Verification, verifyExport, verifyStored } from '#engines/ledger/index.ts'
import { defineRefusals } from '#kernel/refusal.ts'
import { printJson, readArguments } from './arguments.ts'
import { withDatabase } from './database.ts'
import type { Command, CommandIo } from './io.ts'

const refuse = defineRefusals({
  'verify.no-file': {
    status: 422,
    zh: '读不到文件“{file}”，请检查路径',
    en: 'cannot read the file "{file}"; check its path',
  },
})

/** `xiaoneng verify [FILE]`: exit code 0 when nothing was altered, 1 when something was. */
export const verifyCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng verify [FILE] [--public-key BASE64] [--json]',
    help: `
校验台账：逐条哈希链、全部签章。给出 FILE（export --format jsonl 所得，可为 .gz）时离线校验该文件，不需要数据库。
Verifies the ledger: every hash of every chain, and all seals. With FILE (written by "export --format jsonl", may be
gzipped) that file is verified offline, without a database.

  --public-key KEY   签章应属的公钥；不给则采用文件自述的公钥
                     the key that the seals must be of; without it the file's own word is taken`,
    options: { 'public-key': { type: 'string' } },
  })
  if (!read) return 0
  const [file] = read.positionals
  const found =
    file === undefined
      ? await withDatabase(io, async (database) => {
          const all: Verification[] = []
          for (const jurisdiction of await jurisdictionsOf(database))
            all.push(await database.read({ jurisdiction, reach: 'jurisdiction' }, verifyStored))
          return all
        })
      : [await verifyFile(resolve(io.cwd, file), read.values['public-key'] as string | undefined, io)]
  if (read.values.json) printJson(io, file === undefined ? found : found[0])
  else for (const one of found) printVerification(io, one)
  return found.some(({ problemCount }) => problemCount > 0) ? 1 : 0
}

async function verifyFile(path: string, publicKey: string | undefined, io: CommandIo): Promise<Verification> {
  await access(path).catch(() => {
    throw refuse('verify.no-file', { file: path })
  })
  const file = createReadStream(path, { highWaterMark: 1 << 20 })
  const chunks = path.endsWith('.gz') ? file.pipe(createGunzip()) : file
  const progress = io.isTerminal
    ? (lines: number) => void io.stderr.write(`\r${lines.toLocaleString('en')}`)
    : undefined
  const found = await verifyExport(chunks, { publicKey, ...(progress ? { progress } : {}) })
  if (progress) io.stderr.write('\r')
  return found
}

function printVerification(io: CommandIo, found: Verification): void {
  const { jurisdiction, events, streams, seals, sealedEvents, problems, problemCount } = found
  const figures = `${jurisdiction}: ${events} 条事件 events, ${streams} 条流 streams, ${seals} 枚签章 seals (${sealedEvents})`
  io.stdout.write(`${figures}\n`)
  if (problemCount === 0) io.stdout.write('未发现改动 / nothing was altered\n')
  for (const { text } of problems) io.stdout.write(`✗ ${text.zh}\n  ${text.en}\n`)
  if (problemCount > problems.length) io.stdout.write(`… ${problemCount - problems.length}\n`)
}
