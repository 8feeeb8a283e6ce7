import type { Readable } from 'node:stream'
import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { findUnitsNamed, getUnit } from '#modules/organisation/index.ts'
import { draftItem } from '../commands.ts'
import { type ImportView, ItemCode, ItemContent } from '../contract.ts'
import { refuse } from '../refusals.ts'
import { findDraft } from '../draft-store.ts'
import { findItem } from '../store.ts'
import { findVersion } from '../version-store.ts'
import { hashOfContent } from '../summary.ts'
import { type Field, fieldsOf } from './columns.ts'
import { contentOf, type ItemRows } from './content.ts'
import type { ReadSheet } from './sheet.ts'
import { readTable, type TableRow } from './table.ts'

export type { ReadSheet }

export interface Importing {
  readonly fileName: string
  /** For rows whose department is not a unit here. */
  readonly unit: string | undefined
  readonly by: string
  readonly at: EpochMs
  /** For Excel workbooks; without it they are refused. */
  readonly readSheet?: ReadSheet | undefined
  readonly onProgress?: ((done: number, of: number) => void) | undefined
}

type Transaction = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/** Reads a list of items and keeps each as a draft: all in one transaction, nothing published, nothing dropped unsaid. */
export async function importFile(
  file: Readable,
  given: Importing,
  transaction: Transaction,
): Promise<ImportView> {
  const rows = await readTable(file, given.fileName, given.readSheet)
  return transaction((db) => importRows(db, rows, given))
}

const SHOWN = 200

export async function importRows(db: Db, rows: readonly TableRow[], given: Importing): Promise<ImportView> {
  if (given.unit !== undefined) await getUnit(db, given.unit)
  const { items, leftOut, unknown } = grouped(rows)
  const units = await findUnitsNamed(db, [...new Set([...items.values()].map(bodyOf))])
  const counts = { drafted: 0, unchanged: 0 }
  const notices: Said[] = []
  let done = 0
  for (const [item, found] of items) {
    given.onProgress?.(++done, items.size)
    const unit = units.get(bodyOf(found)) ?? given.unit
    if (unit === undefined) {
      leftOut.push(noUnit(found.line, bodyOf(found)))
      continue
    }
    const read = contentOf(found)
    const content = ItemContent.safeParse(read.content)
    if (!content.success) {
      leftOut.push(tooLong(found.line, content.error.issues[0]?.path.join('.') ?? ''))
      continue
    }
    notices.push(...read.notices.map((text) => ({ line: found.line, text })))
    if (await isKnown(db, item, content.data)) counts.unchanged++
    else {
      await draftItem(db, {
        item,
        unit: (await findItem(db, item))?.unit ?? unit,
        content: content.data,
        by: given.by,
        at: given.at,
      })
      counts.drafted++
    }
  }
  return {
    rows: rows.length,
    ...counts,
    leftOut: leftOut.slice(0, SHOWN),
    leftOutCount: leftOut.length,
    notices: notices.slice(0, SHOWN),
    noticeCount: notices.length,
    unknownColumns: [...unknown].sort(),
  }
}

interface Said {
  readonly line: number
  readonly text: Bilingual
}

const bodyOf = ({ rows }: ItemRows): string => rows[0]?.get('body') ?? ''

/** Rows of one code are one item: a flat file has a row for each of its materials. */
function grouped(rows: readonly TableRow[]) {
  const items = new Map<string, { line: number; rows: ReadonlyMap<Field, string>[] }>()
  const leftOut: Said[] = []
  const unknown = new Set<string>()
  let named = rows.length === 0
  let above: ReadonlyMap<Field, string>[] | undefined
  for (const { line, cells, merged } of rows) {
    const { fields, unknown: others } = fieldsOf(cells)
    for (const column of others) unknown.add(column)
    const code = fields.get('implementation') ?? fields.get('localImplementation')
    named ||= code !== undefined && fields.has('name')
    if (merged && above && fields.size > 0 && code === undefined && !fields.has('name')) {
      above.push(fields)
      continue
    }
    // What was left out takes the rows under it along: they are of no other item.
    above = undefined
    if (code === undefined || !fields.has('name')) leftOut.push(NAMELESS(line))
    else if (!ItemCode.safeParse(code).success) leftOut.push(badCode(line, code))
    else {
      const item = items.get(code) ?? { line, rows: [] }
      item.rows.push(fields)
      items.set(code, item)
      above = item.rows
    }
  }
  if (!named) throw refuse('catalogue.no-name-column')
  return { items, leftOut, unknown }
}

const NAMELESS = (line: number): Said => ({
  line,
  text: { zh: '缺少事项名称或实施编码', en: 'Name or implementation code is missing' },
})
const badCode = (line: number, code: string): Said => ({
  line,
  text: {
    zh: `编码 ${code.slice(0, 80)} 含有不能使用的字符`,
    en: `The code ${code.slice(0, 80)} holds signs that cannot be used`,
  },
})
const noUnit = (line: number, body: string): Said => ({
  line,
  text: {
    zh: `没有名为“${body}”的单位，请先建立单位，或导入时指定单位`,
    en: `There is no unit named "${body}"; create it first, or name a unit for the import`,
  },
})
const tooLong = (line: number, place: string): Said => ({
  line,
  text: {
    zh: `字段 ${place} 超出长度或数量限制`,
    en: `The field ${place} is too long or has too many entries`,
  },
})

/** What is drafted or published already in exactly these words is not drafted again. */
async function isKnown(db: Db, item: string, content: ItemContent): Promise<boolean> {
  const hash = hashOfContent(content)
  const draft = await findDraft(db, item)
  if (draft) return hashOfContent(draft.content) === hash
  const row = await findItem(db, item)
  const version = row && row.latestVersion > 0 ? await findVersion(db, item, row.latestVersion) : undefined
  return version?.hash === hash
}
