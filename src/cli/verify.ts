import { createReadStream } from 'node:fs'
import { access, open, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createGunzip } from 'node:zlib'
import { jurisdictionsOf, type Verification, verifyExport, verifyStored } from '#engines/ledger/index.ts'
import { type Bilingual, defineRefusals } from '#kernel/refusal.ts'
import { type BundleVerification, isArchive, verifyBundle } from '#modules/evidence/index.ts'
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
校验台账：逐条哈希链、全部签章。给出 FILE（export --format jsonl 所得，可为 .gz，或证据包 .zip）时离线校验该文件，不需要
数据库。
Verifies the ledger: every hash of every chain, and all seals. With FILE (written by "export --format jsonl", may be
gzipped, or an evidence bundle, .zip) that file is verified offline, without a database.

  --public-key KEY   签章应属的公钥；不给则采用文件自述的公钥
                     the key that the seals must be of; without it the file's own word is taken`,
    options: { 'public-key': { type: 'string' } },
  })
  if (!read) return 0
  const [file] = read.positionals
  const publicKey = read.values['public-key'] as string | undefined
  if (file !== undefined && (await startsAsArchive(resolve(io.cwd, file)))) {
    const bundle = verifyBundle(await readFile(resolve(io.cwd, file)), { publicKey })
    if (read.values.json) printJson(io, bundle)
    else printBundle(io, bundle)
    return bundle.problemCount > 0 ? 1 : 0
  }
  const found =
    file === undefined
      ? await withDatabase(io, async (database) => {
          const all: Verification[] = []
          for (const jurisdiction of await jurisdictionsOf(database))
            all.push(await database.read({ jurisdiction, reach: 'jurisdiction' }, verifyStored))
          return all
        })
      : [await verifyFile(resolve(io.cwd, file), publicKey, io)]
  if (read.values.json) printJson(io, file === undefined ? found : found[0])
  else for (const one of found) printVerification(io, one)
  return found.some(({ problemCount }) => problemCount > 0) ? 1 : 0
}

async function startsAsArchive(path: string): Promise<boolean> {
  await access(path).catch(() => {
    throw refuse('verify.no-file', { file: path })
  })
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return isArchive(buffer)
  } finally {
    await file.close()
  }
}

async function verifyFile(path: string, publicKey: string | undefined, io: CommandIo): Promise<Verification> {
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
  printProblems(io, problems)
  if (problemCount > problems.length) io.stdout.write(`… ${problemCount - problems.length}\n`)
}

const printProblems = (io: CommandIo, problems: readonly { readonly text: Bilingual }[]): void => {
  for (const { text } of problems) io.stdout.write(`✗ ${text.zh}\n  ${text.en}\n`)
}

function printBundle(io: CommandIo, found: BundleVerification): void {
  const { title, madeAt, publicKey, events, streams, seals, sealedEvents, documents, problems } = found
  const figures = `${events} 条事件 events (${sealedEvents} 已签章 sealed), ${streams} 条流 streams, ${seals} 枚签章 seals, ${documents} 份附件 documents`
  io.stdout.write(
    `证据包 evidence bundle: ${title.zh} / ${title.en}\n${madeAt} ${figures}\n公钥 key ${publicKey}\n`,
  )
  if (problems.length === 0) io.stdout.write('未发现改动 / nothing was altered\n')
  printProblems(io, problems)
}
