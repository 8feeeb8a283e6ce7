import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import serializerOf, { type Schema } from 'fast-json-stringify'
import type { Bilingual } from '#kernel/refusal.ts'
import { refuse } from './refusals.ts'
import type { JsonSchema } from './schemas.ts'

/** Formats are left out because Zod writes each of them as a pattern too. */
const options = { strict: false, validateFormats: false, useDefaults: true, allErrors: false } as const

/** An address is text, so its numbers are read from text. A body says what it means: `"5"` is not a number there. */
const forAddress = new Ajv2020({ ...options, coerceTypes: true })
const forBody = new Ajv2020(options)

export type Part = 'params' | 'querystring' | 'body'

interface Validator {
  (given: unknown): boolean
  errors?: ErrorObject[] | null | undefined
}

/** Compiled at its first request: a start that compiles every door of the platform keeps people waiting for seconds. */
export function validatorOf(schema: JsonSchema, part: Part): Validator {
  let compiled: Validator | undefined
  const validate: Validator = (given) => {
    compiled ??= (part === 'body' ? forBody : forAddress).compile(schema) as Validator
    const fits = compiled(given)
    validate.errors = compiled.errors
    return fits
  }
  return validate
}

export const compiledWriter = (schema: JsonSchema) => serializerOf(schema as Schema)

/** Writes what the schema names and nothing else; compiled at its first answer, as `validatorOf`. */
export function writerOf(schema: JsonSchema): (answer: unknown) => string {
  let compiled: ((answer: unknown) => string) | undefined
  return (answer) => (compiled ??= compiledWriter(schema))(answer)
}

/** The first fault, with the field's name and what is expected of it, in both languages. */
export function invalid(part: string, errors: readonly ErrorObject[]) {
  const error = errors[0]
  const field = fieldOf(error, part)
  const reason = error ? reasonOf(error) : { zh: '不符合要求', en: 'does not fit' }
  return refuse('http.invalid', { field, reasonZh: reason.zh, reasonEn: reason.en })
}

function fieldOf(error: ErrorObject | undefined, part: string): string {
  const path = (error?.instancePath ?? '').slice(1).replaceAll('~1', '/').split('/').filter(Boolean)
  const inner = error?.params['missingProperty'] ?? error?.params['additionalProperty']
  const field = [...path, ...(typeof inner === 'string' ? [inner] : [])].join('.').slice(0, 200)
  return field || part
}

type Reason = (params: Record<string, unknown>) => Bilingual

const reasons: Readonly<Record<string, Reason>> = {
  required: () => ({ zh: '必须填写', en: 'it is required' }),
  additionalProperties: () => ({
    zh: '没有这个字段，请检查名称',
    en: 'there is no such field; check its name',
  }),
  type: ({ type }) => ({ zh: `类型应为 ${type}`, en: `it must be of type ${type}` }),
  enum: ({ allowedValues }) => ({
    zh: `只能是：${list(allowedValues)}`,
    en: `it must be one of: ${list(allowedValues)}`,
  }),
  const: ({ allowedValue }) => ({ zh: `只能是 ${allowedValue}`, en: `it must be ${allowedValue}` }),
  minLength: ({ limit }) => ({ zh: `至少 ${limit} 个字符`, en: `at least ${limit} characters are needed` }),
  maxLength: ({ limit }) => ({
    zh: `不能超过 ${limit} 个字符`,
    en: `at most ${limit} characters are allowed`,
  }),
  minItems: ({ limit }) => ({ zh: `至少 ${limit} 项`, en: `at least ${limit} entries are needed` }),
  maxItems: ({ limit }) => ({ zh: `不能超过 ${limit} 项`, en: `at most ${limit} entries are allowed` }),
  minimum: ({ limit }) => ({ zh: `不能小于 ${limit}`, en: `it must be at least ${limit}` }),
  maximum: ({ limit }) => ({ zh: `不能大于 ${limit}`, en: `it must be at most ${limit}` }),
  pattern: () => ({ zh: '格式不正确', en: 'it does not have the expected form' }),
}

const list = (values: unknown) => (Array.isArray(values) ? values.map(String).join(', ') : String(values))

const reasonOf = (error: ErrorObject): Bilingual =>
  reasons[error.keyword]?.(error.params) ?? { zh: '不符合要求', en: 'it does not fit' }
