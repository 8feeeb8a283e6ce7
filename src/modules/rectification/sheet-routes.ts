import { Readable } from 'node:stream'
import { day } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { type Route, streamRoute, uploadRoute } from '#platform/http/index.ts'
import { CSV_TYPE, csvOf, csvRows, type Table, WORKBOOK_TYPE, workbookOf } from '#platform/sheets/index.ts'
import type { Deciding } from './acting.ts'
import type { Row } from './board.ts'
import { planMeasure, registerProblem, triageProblem } from './commands.ts'
import * as contract from './contract.ts'
import { measureStateOf } from './measure.ts'
import { stateOf, triageOf } from './problem.ts'
import { allRows } from './reading.ts'
import { refuseOffice } from './office-refusals.ts'
import { decidingOf, keyed, type RectificationServices } from './services.ts'
import {
  FLAG_WORDS,
  MEASURE_STATE_WORDS,
  SEVERITY_WORDS,
  SOURCE_WORDS,
  STATE_WORDS,
  STYLE_WORDS,
  TREATS_WORDS,
  TRIAGE_WORDS,
} from './terms.ts'
import { type Called, calledIn, peopleOf } from './views.ts'

const MOST_ROWS = 5000
const MOST_BYTES = 20 * 2 ** 20

/** The columns of the sheet; those without a mark may be left out or empty. */
const COLUMNS = [
  '问题序号',
  '单位',
  '来源',
  '分类',
  '严重程度',
  '诊断',
  '问题',
  '发生日期',
  '首次登记日期',
  '整改措施',
  '可见成效',
  '标本',
  '负责领导',
  '经办人',
  '整改时限',
] as const
type Column = (typeof COLUMNS)[number]
const NEEDED: readonly Column[] = ['问题序号', '单位', '来源', '分类', '问题', '发生日期']

type SheetRow = { readonly number: number } & Partial<Record<Column, string>>

export const sheetRoutes = (services: RectificationServices): Route[] => [
  uploadRoute(contract.importProblems, async (call, file) => {
    const bytes = await whole(file)
    const packed = bytes.subarray(0, 2).toString('latin1') === 'PK'
    const lines = packed
      ? await services.readSheet({ stream: Readable.from([bytes]), name: call.query.name })
      : csvRows(bytes)
    const rows = rowsOf(lines)
    return call.transaction(
      async (db) => {
        const deciding = await decidingOf(db, call)
        return importRows(db, rows, call.query.period ?? null, deciding)
      },
      keyed(call.query, bytes),
    )
  }),
  streamRoute(contract.exportProblems, async (call) => {
    const table = await call.read(async (db) => {
      const rows = await allRows(db, await decidingOf(db, call))
      const measures = rows.flatMap((row) => row.measures)
      const called = await calledIn(db, {
        units: rows.map(({ problem }) => problem.unit),
        people: measures.flatMap(peopleOf),
      })
      return tableOf(rows, called)
    })
    const csv = call.query.as === 'csv'
    return {
      contentType: csv ? CSV_TYPE : WORKBOOK_TYPE,
      fileName: `${table.name}.${call.query.as}`,
      body: Readable.from([csv ? Buffer.from(csvOf(table)) : await workbookOf(table)]),
    }
  }),
]

async function whole(file: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of file as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MOST_BYTES) throw refuseOffice('sheet.too-large', { most: MOST_ROWS })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function rowsOf(
  lines: readonly { readonly number: number; readonly cells: readonly string[] }[],
): SheetRow[] {
  const [head, ...rows] = lines
  if (rows.length > MOST_ROWS) throw refuseOffice('sheet.too-large', { most: MOST_ROWS })
  const places = new Map<Column, number>()
  for (const column of COLUMNS) {
    const at = head?.cells.findIndex((cell) => cell.trim() === column) ?? -1
    if (at >= 0) places.set(column, at)
    else if (NEEDED.includes(column)) throw refuseOffice('sheet.no-column', { column })
  }
  return rows.map(({ number, cells }) => ({
    number,
    ...Object.fromEntries([...places].map(([column, at]) => [column, cells[at]?.trim() ?? ''])),
  }))
}

/** A code by its Chinese words, or the code itself. */
function coded<Code extends string>(
  words: Readonly<Record<Code, { readonly zh: string }>>,
  text: string,
  usual?: Code,
): Code {
  const codes = Object.keys(words) as Code[]
  const found = codes.find((code) => code === text || words[code].zh === text)
  if (found) return found
  if (text === '' && usual !== undefined) return usual
  throw refuseOffice('sheet.row', {
    row: '',
    fault: `“${text}”不在可选范围`,
    faultEn: `"${text}" is none of the choices`,
  })
}

/** Everything or nothing; a fault names its row. Rows of one number are one problem with several measures. */
async function importRows(db: Db, rows: readonly SheetRow[], period: string | null, deciding: Deciding) {
  const known = new Map<string, string>()
  const counts = { problems: 0, joined: 0, measures: 0 }
  for (const row of rows) {
    try {
      const key = row['问题序号'] ?? ''
      const entered = known.get(key)
      if (entered === undefined || key === '') {
        const { problem, as } = await enterRow(db, row, period, deciding)
        known.set(key, problem)
        counts[as === 'new' ? 'problems' : 'joined']++
      }
      if (row['整改措施']) {
        await planRow(db, row, known.get(key) ?? '', deciding)
        counts.measures++
      }
    } catch (error) {
      if (!isRefusal(error)) throw error
      throw refuseOffice('sheet.row', { row: row.number, fault: error.text.zh, faultEn: error.text.en })
    }
  }
  return counts
}

async function enterRow(db: Db, row: SheetRow, period: string | null, deciding: Deciding) {
  const first = row['首次登记日期']
  const entered = await registerProblem(
    db,
    {
      ...{ unit: row['单位'] ?? '', fact: row['问题'] ?? '', sourceId: '', matter: null, finding: null },
      ...{ period, apartBecause: '', sealed: false },
      source: coded(SOURCE_WORDS, row['来源'] ?? ''),
      category: coded(STYLE_WORDS, row['分类'] ?? ''),
      severity: coded(SEVERITY_WORDS, row['严重程度'] ?? '', 'ordinary'),
      happenedOn: day(row['发生日期'] ?? ''),
      firstEnteredOn: first ? day(first) : null,
    },
    deciding,
  )
  const triage = row['诊断'] ?? ''
  if (triage !== '' && entered.as === 'new')
    await triageProblem(db, entered.problem, { triage: coded(TRIAGE_WORDS, triage), reason: '' }, deciding)
  return entered
}

const planRow = (db: Db, row: SheetRow, problem: string, deciding: Deciding) =>
  planMeasure(
    db,
    {
      ...{
        unit: row['单位'] ?? '',
        problems: [problem],
        action: row['整改措施'] ?? '',
        result: row['可见成效'] ?? '',
      },
      ...{ treats: coded(TREATS_WORDS, row['标本'] ?? '', 'symptom'), changes: null, atOnce: false },
      ...{ leader: row['负责领导'] ?? '', officer: row['经办人'] ?? '', dueOn: row['整改时限'] ?? '' },
    },
    deciding,
  )

/** 问题清单、任务清单、责任清单 in one: one row a measure. */
const tableOf = (rows: readonly Row[], called: Called): Table => ({
  name: '问题整改清单',
  header: [...COLUMNS, '状态', '措施编号', '措施状态', '提示'],
  rows: rows.flatMap(({ problem, measures, flags }) => {
    const triage = triageOf(problem)
    const own = [
      ...[problem.problem, called.unit(problem.unit).name.zh, SOURCE_WORDS[problem.source].zh],
      ...[STYLE_WORDS[problem.category].zh, SEVERITY_WORDS[problem.severity].zh],
      ...[triage ? TRIAGE_WORDS[triage].zh : '', problem.fact, problem.happenedOn, problem.firstEnteredOn],
    ]
    const state = STATE_WORDS[stateOf(problem, measures.length)].zh
    const noticed = flags.map((flag) => FLAG_WORDS[flag].zh).join('；')
    if (measures.length === 0) return [[...own, '', '', '', '', '', '', state, '', '', noticed]]
    return measures.map((one) => [
      ...own,
      ...[
        one.action,
        one.result,
        TREATS_WORDS[one.treats].zh,
        called.person(one.leader),
        called.person(one.officer),
      ],
      ...[one.dueOn, state, one.measure, MEASURE_STATE_WORDS[measureStateOf(one)].zh, noticed],
    ])
  }),
})
