import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { defineRefusals, isRefusal } from '#kernel/refusal.ts'
import { dueDate } from '#engines/clocks/index.ts'
import { printJson } from './arguments.ts'
import { csvLine, csvRecords } from './csv-records.ts'
import type { QuestionReader, QuestionText } from './due.ts'
import type { CommandIo, ExitCode } from './io.ts'

const refuse = defineRefusals({
  'due.row-invalid': {
    status: 422,
    zh: '第 {line} 行：{zh}。没有写出任何结果',
    en: 'line {line}: {en}. Nothing was written',
  },
  'due.row-fields': {
    status: 422,
    zh: '第 {line} 行有 {found} 列，表头有 {expected} 列。没有写出任何结果',
    en: 'line {line} has {found} fields, the header has {expected}. Nothing was written',
  },
  'due.column-missing': {
    status: 422,
    zh: '第 1 行缺少“{column}”列，也没有给出 --{column}',
    en: 'line 1 has no column "{column}" and --{column} was not given',
  },
  'due.empty': {
    status: 422,
    zh: '文件是空的，第一行应为列名',
    en: 'the file is empty; its first line names the columns',
  },
  'due.out-unwritable': {
    status: 422,
    zh: '写不了结果文件“{file}”，请检查文件夹是否存在、可写',
    en: 'cannot write "{file}"; check that the folder exists and may be written',
  },
})

const COLUMNS = ['from', 'limit', 'suspend', 'extend', 'hours', 'zone', 'roll', 'calendar'] as const
const ROWS_BETWEEN_REPORTS = 20_000

interface Batch {
  readonly batch: string
  readonly out: string
  /** What rows that leave a column empty ask for. */
  readonly given: QuestionText
  readonly questions: QuestionReader
  readonly json: boolean
}

/**
 * A file of questions, answered row by row in bounded memory. The answers stand in a file beside the target until the
 * last row is right; then it takes the target's name, so that a refused row leaves nothing half-written.
 */
export async function dueBatch(batch: Batch, io: CommandIo): Promise<ExitCode> {
  const unfinished = `${batch.out}.${process.pid}.unfinished`
  try {
    const rows = await writeAnswers(batch, unfinished, io)
    await rename(unfinished, batch.out)
    if (batch.json) printJson(io, { rows, out: batch.out })
    else io.stdout.write(`${rows} 行已计算 / rows answered: ${batch.out}\n`)
    return 0
  } catch (error) {
    await rm(unfinished, { force: true })
    if (error instanceof Error && 'syscall' in error) throw refuse('due.out-unwritable', { file: batch.out })
    throw error
  }
}

async function writeAnswers({ batch, given, questions }: Batch, to: string, io: CommandIo): Promise<number> {
  const output = createWriteStream(to)
  const done = finished(output)
  done.catch(() => undefined)
  const write = async (fields: readonly string[]) => {
    if (!output.write(csvLine(fields))) await Promise.race([once(output, 'drain'), done])
  }
  try {
    let header: Header | undefined
    let rows = 0
    for await (const { line, fields } of csvRecords(batch)) {
      if (!header) {
        header = headerOf(fields, given)
        await write([...header.kept.map((index) => fields[index] ?? ''), 'due', 'provisional'])
        continue
      }
      await write(await answerRow({ line, fields, header, given, questions }))
      if (++rows % ROWS_BETWEEN_REPORTS === 0 && io.isTerminal) io.stderr.write(`\r${rows} 行 / rows`)
    }
    if (!header) throw refuse('due.empty')
    if (io.isTerminal && rows >= ROWS_BETWEEN_REPORTS) io.stderr.write('\r')
    return rows
  } finally {
    output.end()
    await done
  }
}

interface Header {
  readonly columns: ReadonlyMap<string, number>
  /** The columns written again; `due` and `provisional` of an earlier run are replaced. */
  readonly kept: readonly number[]
  readonly length: number
}

function headerOf(fields: readonly string[], given: QuestionText): Header {
  const names = fields.map((field) => field.trim().toLowerCase())
  for (const column of ['from', 'limit'] as const) {
    if (!names.includes(column) && !given[column]) throw refuse('due.column-missing', { column })
  }
  return {
    columns: new Map(COLUMNS.flatMap((name) => (names.includes(name) ? [[name, names.indexOf(name)]] : []))),
    kept: names.flatMap((name, index) => (name === 'due' || name === 'provisional' ? [] : [index])),
    length: names.length,
  }
}

interface Row {
  readonly line: number
  readonly fields: readonly string[]
  readonly header: Header
  readonly given: QuestionText
  readonly questions: QuestionReader
}

async function answerRow({ line, fields, header, given, questions }: Row): Promise<string[]> {
  if (fields.length !== header.length) {
    throw refuse('due.row-fields', { line, found: fields.length, expected: header.length })
  }
  const text: Record<string, string> = {}
  for (const [name, index] of header.columns) {
    const value = fields[index]?.trim()
    if (value) text[name] = value
  }
  try {
    const { due, provisional } = dueDate(await questions({ ...given, ...text }))
    return [...header.kept.map((index) => fields[index] ?? ''), due ?? '', String(provisional)]
  } catch (error) {
    if (!isRefusal(error)) throw error
    throw refuse('due.row-invalid', { line, zh: error.text.zh, en: error.text.en })
  }
}
