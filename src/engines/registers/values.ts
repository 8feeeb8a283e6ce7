import { isDay } from '#kernel/day.ts'
import type { Bilingual, Refusal } from '#kernel/refusal.ts'
import type { Field, FieldKind, Institution, Step } from './definition.ts'
import type { Values } from './entry.ts'
import type { Value } from './expression.ts'
import { refuse } from './refusals.ts'

/** Fields that point to something outside; whoever stores them asks whether it exists. */
const REFERENCES = ['unit', 'account', 'item', 'hall', 'counter', 'badge', 'case', 'entry'] as const
export type Reference = (typeof REFERENCES)[number]
export const isReference = (kind: FieldKind): kind is Reference =>
  (REFERENCES as readonly string[]).includes(kind)

const text = (longest: number) => (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest ? value.trim() : undefined

/** 分 and counts are whole and safe; a share such as 0.5 is a number too. */
const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)
const money = (value: unknown) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined

const READING: Readonly<Record<FieldKind, (value: unknown, field: Field) => Value | undefined>> = {
  text: text(400),
  longText: text(4000),
  number,
  money,
  yesNo: (value) => (typeof value === 'boolean' ? value : undefined),
  day: (value) => (typeof value === 'string' && isDay(value) ? value : undefined),
  choice: (value, field) => field.choices?.find(({ code }) => code === value)?.code,
  choices: (value, field) => chosen(value, field),
  unit: text(80),
  account: text(80),
  item: text(80),
  hall: text(80),
  counter: text(80),
  badge: text(80),
  case: text(80),
  entry: text(80),
  person: text(200),
}

function chosen(value: unknown, { choices = [] }: Field): Value | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const known = choices.map(({ code }) => code).filter((code) => value.includes(code))
  return known.length === new Set(value).size ? known : undefined
}

const SHAPES: Readonly<Record<FieldKind, Bilingual>> = {
  text: { zh: '400字以内的文字', en: 'text of at most 400 characters' },
  longText: { zh: '4000字以内的文字', en: 'text of at most 4,000 characters' },
  number: { zh: '数字', en: 'a number' },
  money: { zh: '金额', en: 'an amount of money' },
  yesNo: { zh: '是或否', en: 'yes or no' },
  day: { zh: '日期，如2026-03-02', en: 'a day such as 2026-03-02' },
  choice: { zh: '列表中的一项', en: 'one of the list' },
  choices: { zh: '列表中的一项或几项', en: 'one or several of the list' },
  unit: { zh: '单位', en: 'a unit' },
  account: { zh: '人员账号', en: 'an account' },
  item: { zh: '事项', en: 'an item' },
  hall: { zh: '大厅', en: 'a hall' },
  counter: { zh: '窗口', en: 'a counter' },
  badge: { zh: '工作牌', en: 'a badge' },
  case: { zh: '办件编号', en: 'a case number' },
  entry: { zh: '台账记录', en: 'an entry' },
  person: { zh: '姓名和电话', en: 'a name and a phone' },
}

export const shapeOf = (field: Field): Bilingual => SHAPES[field.kind]

export const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** Reads one value or refuses with a sentence that names the field. */
export function readValue(field: Field, value: unknown): Value {
  const read = READING[field.kind](value, field)
  if (read !== undefined) return read
  throw wrong(field)
}

const wrong = (field: Field): Refusal =>
  refuse('register.field-wrong', {
    field: field.title.zh,
    fieldEn: field.title.en,
    shape: SHAPES[field.kind].zh,
    shapeEn: SHAPES[field.kind].en,
  })

export function fieldOf({ fields }: Institution, code: string): Field {
  const found = fields.find((one) => one.code === code)
  if (!found) throw refuse('register.field-unknown', { field: code.slice(0, 60) })
  return found
}

/** What a step was given, field by field: nothing it does not ask, everything it needs; empty fields are left out. */
export function readAsked(
  institution: Institution,
  step: Step,
  given: Readonly<Record<string, unknown>>,
): Values {
  const asked = new Map(step.asks.map(({ field, required }) => [field, required]))
  for (const code of Object.keys(given))
    if (isGiven(given[code]) && !asked.has(code))
      throw refuse('register.field-unknown', { field: code.slice(0, 60) })
  const read: Record<string, Value> = {}
  for (const [code, required] of asked) {
    const field = fieldOf(institution, code)
    if (isGiven(given[code])) read[code] = readValue(field, given[code])
    else if (required)
      throw refuse('register.field-missing', { field: field.title.zh, fieldEn: field.title.en })
  }
  return read
}
