import { createReadStream } from 'node:fs'
import { basename, resolve } from 'node:path'
import { defineRefusals } from '#kernel/refusal.ts'
import { importFile } from '#modules/catalogue/index.ts'
import type { ImportView } from '#modules/catalogue/contract.ts'
import { readSheet } from '#modules/exchange/index.ts'
import { printJson, readArguments } from './arguments.ts'
import { withDatabase } from './database.ts'
import type { Command, CommandIo } from './io.ts'
import { jurisdictionAsked, scopeOnMachine } from './jurisdiction.ts'

const refuse = defineRefusals({
  'catalogue.what': {
    status: 422,
    zh: '请写 xiaoneng catalogue import 文件，例如 xiaoneng catalogue import 事项清单.xlsx --unit market',
    en: 'say xiaoneng catalogue import FILE, like xiaoneng catalogue import items.xlsx --unit market',
  },
  'catalogue.no-file': {
    status: 404,
    zh: '找不到或读不了文件“{file}”，请检查路径和权限',
    en: 'The file "{file}" is not there or cannot be read; check its path and permissions',
  },
})

/** `xiaoneng catalogue import FILE`: every item becomes a draft; the same file again changes nothing. */
export const catalogueCommand: Command = async (args, io) => {
  const read = readArguments(args, io, {
    usage: 'xiaoneng catalogue import FILE [--unit U] [--json]',
    help: `
导入事项清单：Excel（.xlsx，第一张表）、CSV 或 JSON，列名用国家字段名。存为草稿，由人校验后公布；同一文件再次导入不改变任何内容。
Imports a list of items: Excel (.xlsx, the first sheet), CSV or JSON with the national field names. They become drafts, to be
checked and published by people; the same file again changes nothing.

  --unit U           部门名称对不上时归入的单位 / the unit of rows whose department is not known here
  --json             {rows, drafted, unchanged, leftOut[{line, text}], leftOutCount, notices, noticeCount, unknownColumns}

退出码 / exit codes: 0 全部读入 all read · 1 有行未读入 some rows left out · 2 输入有误 bad input`,
    options: { unit: { type: 'string' } },
  })
  if (!read) return 0
  const [verb, file, ...more] = read.positionals
  if (verb !== 'import' || file === undefined || more.length > 0) throw refuse('catalogue.what')
  const { unit } = read.values as { unit?: string }
  const imported = await importList(io, resolve(io.cwd, file), unit)
  if (read.values.json === true) printJson(io, imported)
  else report(io, imported)
  return imported.leftOutCount > 0 ? 1 : 0
}

const importList = (io: CommandIo, path: string, unit: string | undefined): Promise<ImportView> =>
  withDatabase(io, async (database) => {
    const scope = scopeOnMachine(await jurisdictionAsked(io, database))
    const given = {
      fileName: basename(path),
      unit,
      by: 'command-line',
      at: io.now(),
      readSheet,
      ...progress(io),
    }
    return importFile(createReadStream(path), given, (work) => database.transaction(scope, work)).catch(
      (error: unknown) => {
        throw isUnreadable(error) ? refuse('catalogue.no-file', { file: basename(path) }) : error
      },
    )
  })

const isUnreadable = (error: unknown): boolean =>
  ['ENOENT', 'EACCES', 'EISDIR'].includes((error as NodeJS.ErrnoException | null)?.code ?? '')

/** A share of a hundred at a time: a terminal is no place for a thousand lines. */
function progress(io: CommandIo) {
  if (!io.isTerminal) return {}
  return {
    onProgress: (done: number, of: number) =>
      void io.stderr.write(`\r导入 importing ${Math.floor((done / of) * 100)} %${done === of ? '\n' : ''}`),
  }
}

function report(io: CommandIo, imported: ImportView): void {
  const { rows, drafted, unchanged, leftOut, leftOutCount, notices, noticeCount, unknownColumns } = imported
  const said = (lines: ImportView['leftOut'], count: number) => [
    ...lines.map(({ line, text }) => `  第 ${line} 行 line ${line}: ${text.zh} / ${text.en}`),
    ...(count > lines.length
      ? [`  …… 另有 ${count - lines.length} 行 / and ${count - lines.length} more`]
      : []),
  ]
  const lines = [
    `${rows} 行 rows：起草 drafted ${drafted}，未变 unchanged ${unchanged}，未读入 left out ${leftOutCount}`,
    ...(leftOutCount > 0 ? ['未读入的行 / Left out:', ...said(leftOut, leftOutCount)] : []),
    ...(noticeCount > 0 ? ['请核对 / Please look at:', ...said(notices, noticeCount)] : []),
    ...(unknownColumns.length > 0
      ? [`不认识的列 / Columns that nobody knows: ${unknownColumns.join('、')}`]
      : []),
  ]
  io.stdout.write(`${lines.join('\n')}\n`)
}
