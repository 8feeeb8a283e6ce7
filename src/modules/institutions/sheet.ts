import type { Bilingual } from '#kernel/refusal.ts'
import {
  type Entry,
  type Field,
  type Institution,
  openingStep,
  refuseRegister,
  stateOf,
} from '#engines/registers/index.ts'
import type { Cell, Table } from '#platform/sheets/index.ts'
import type { Called } from './called.ts'
import { inWords } from './in-words.ts'
import type { ListedRow } from './services.ts'

type Language = keyof Bilingual

const HEAD: Readonly<Record<Language, readonly string[]>> = {
  zh: ['编号', '状态', '负责单位', '登记日期'],
  en: ['Number', 'State', 'Unit', 'Opened on'],
}

/** A register as a table: what stands in it, in words, one row an entry. Persons are masked as everywhere. */
export const tableOf = (
  definition: Institution,
  entries: readonly Entry[],
  called: Called,
  language: Language,
): Table => ({
  name: definition.title[language],
  header: [...HEAD[language], ...definition.fields.map(({ title }) => title[language])],
  rows: entries.map((entry) => [
    entry.id,
    stateOf(definition, entry).title[language],
    called('unit', entry.unit)[language],
    entry.taken[0]?.on ?? '',
    ...definition.fields.map((field) => cellOf(field, entry, called, language)),
  ]),
})

function cellOf(field: Field, entry: Entry, called: Called, language: Language): Cell {
  const value = entry.values[field.code]
  if (value === undefined) return null
  if (field.kind === 'number') return Number(value)
  if (field.kind === 'money') return Number(value) / 100
  return inWords(field, value, called)[language]
}

/** An empty sheet with the columns of the opening step. */
export const templateOf = (definition: Institution, language: Language): Table => ({
  name: definition.title[language],
  header: askedFields(definition).map(({ title }) => title[language]),
  rows: [],
})

const askedFields = (definition: Institution): Field[] =>
  openingStep(definition).asks.flatMap(
    ({ field }) => definition.fields.find(({ code }) => code === field) ?? [],
  )

export interface SheetRow {
  readonly number: number
  readonly values: Readonly<Record<string, unknown>>
}

/** Rows of a sheet as what the opening step asks; columns by their title in either language, in any order. */
export function rowsOf(definition: Institution, listed: readonly ListedRow[]): SheetRow[] {
  const [head, ...rows] = listed.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const fields = askedFields(definition)
  const columns = new Map(
    fields.flatMap((field) => {
      const at = (head?.cells ?? []).findIndex((cell) => Object.values(field.title).includes(cell.trim()))
      return at < 0 ? [] : [[field, at] as const]
    }),
  )
  const required = new Set(
    openingStep(definition).asks.flatMap(({ field, required }) => (required ? [field] : [])),
  )
  const missing = fields.filter((field) => required.has(field.code) && !columns.has(field))
  if (missing.length > 0)
    throw refuseRegister('register.sheet-columns', {
      columns: missing.map(({ title }) => title.zh).join('、'),
    })
  if (rows.length === 0) throw refuseRegister('register.sheet-empty')
  return rows.map(({ number, cells }) => ({
    number,
    values: Object.fromEntries(
      [...columns].flatMap(([field, at]) => {
        const text = (cells[at] ?? '').trim()
        return text === '' ? [] : [[field.code, valueOf(field, text)] as const]
      }),
    ),
  }))
}

const YES = new Set(['是', 'yes', 'true', '1', '√', 'y'])
const NO = new Set(['否', 'no', 'false', '0', '×', 'n'])

/** What a cell says; what it cannot say is left for the step to refuse with the name of its field. */
function valueOf(field: Field, text: string): unknown {
  const codeOf = (word: string) =>
    field.choices?.find(({ code, title }) => [code, title.zh, title.en].includes(word))?.code ?? word
  switch (field.kind) {
    case 'number':
      return Number(text.replaceAll(',', ''))
    case 'money':
      return Math.round(Number(text.replaceAll(',', '')) * 100)
    case 'yesNo':
      return YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : text
    case 'day':
      return dayIn(text)
    case 'choice':
      return codeOf(text)
    case 'choices':
      return text.split(/[、,，;；]/).map((word) => codeOf(word.trim()))
    case 'person': {
      const [name = '', phone] = text.split(/[,，\s]+/)
      return phone ? { name, phone } : { name }
    }
    default:
      return text
  }
}

/** 2026-03-02, 2026/3/2, 2026年3月2日. */
function dayIn(text: string): string {
  const [, year, month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}
