import { checkCreditCode, checkResidentId, type CodeCheck } from '#kernel/codes/index.ts'
import type { Day } from '#kernel/day.ts'
import { PersonField, type PersonChange, type PersonFields } from './contract.ts'
import { refuse } from './refusals.ts'

/** Control and invisible signs, and the two that begin and end markup: none of them stands on any document. */
const NO_NAME = /[\p{Cc}\p{Cf}<>]/u
const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/
const HOTLINE = /^(\d{3,5}|400-?\d{3}-?\d{4}|\+\d{6,15})$/
const MAIL = /^[^\s@<>]{1,64}@[^\s@<>]+\.[^\s@<>.]{2,}$/

/** Full-width digits and letters come from Chinese keyboards; spaces from copying. */
const narrow = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')

/**
 * The fields as they are kept: trimmed, numbers in their standard form, nothing empty; or the refusal that names the
 * field. A value is never repeated in a refusal.
 */
export function cleanFields(given: PersonFields, today: Day): PersonFields {
  const fields = tidy(given)
  const { name, documentNumber, phone } = fields
  if (name === undefined && documentNumber === undefined && phone === undefined)
    throw refuse('vault.nothing-to-keep')
  for (const field of ['name', 'legalRepresentative', 'contactName', 'address'] as const)
    if (NO_NAME.test(fields[field] ?? '')) throw refuse('vault.bad-name', { field })
  for (const value of [phone, fields.contactPhone])
    if (value !== undefined && !isPhone(value)) throw refuse('vault.bad-phone')
  if (fields.email !== undefined && !MAIL.test(fields.email)) throw refuse('vault.bad-email')
  checkDocument(fields, today)
  return fields
}

function tidy({ kind, ...given }: PersonFields): PersonFields {
  const fields: Record<string, string> = { kind }
  for (const field of PersonField.options) {
    const value = given[field]?.trim().normalize('NFC')
    if (value === undefined || value === '') continue
    fields[field] = NUMBERS.has(field) ? narrow(value) : value.replaceAll(/\s+/g, ' ')
  }
  if (fields['documentNumber']) fields['documentNumber'] = fields['documentNumber'].toUpperCase()
  return fields as PersonFields
}

const NUMBERS: ReadonlySet<PersonField> = new Set(['documentNumber', 'phone', 'contactPhone', 'email'])

const isPhone = (text: string) => MOBILE.test(text) || LANDLINE.test(text) || HOTLINE.test(text)

/** A number a code can be sent to, in its standard form. */
export function cleanMobile(text: string): string {
  const mobile = narrow(text).replace(/^(\+?86)?-?(?=1)/, '')
  if (!MOBILE.test(mobile)) throw refuse('vault.bad-mobile')
  return mobile
}

export const cleanDocumentNumber = (text: string): string => narrow(text).toUpperCase()

function checkDocument({ kind, documentKind, documentNumber }: PersonFields, today: Day): void {
  if ((documentKind === undefined) !== (documentNumber === undefined))
    throw refuse('vault.document-incomplete')
  if (documentKind === undefined || documentNumber === undefined) return
  if (documentKind !== 'other' && (documentKind === 'creditCode') !== (kind === 'legal'))
    throw refuse('vault.wrong-document-kind')
  const check = checkNumber(documentKind, documentNumber, today)
  if (!check.valid)
    throw refuse('vault.bad-document', { because: check.because.zh, becauseEn: check.because.en })
}

const wrong = (zh: string, en: string): CodeCheck => ({ valid: false, fault: 'format', because: { zh, en } })

function checkNumber(kind: NonNullable<PersonFields['documentKind']>, number: string, today: Day): CodeCheck {
  switch (kind) {
    case 'creditCode':
      return withoutHint(checkCreditCode(number))
    case 'residentId': {
      const check = checkResidentId(number)
      if (!check.valid) return withoutHint(check)
      const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
      return born <= today ? check : wrong('出生日期在今天之后', 'the day of birth lies in the future')
    }
    default:
      return /^[0-9A-Z()/-]{5,30}$/.test(number)
        ? { valid: true }
        : wrong('应为 5 至 30 位字母和数字', 'it has 5 to 30 letters and digits')
  }
}

/** Who is told the right check character could make up numbers; whoever has the card in his hand needs only look. */
const withoutHint = (check: CodeCheck): CodeCheck =>
  !check.valid && check.fault === 'check' ? wrong('校验码不符', 'its check character does not fit') : check

/** The fields after a change: null takes one away. */
export function changed(fields: PersonFields, change: PersonChange): PersonFields {
  const kept = Object.entries({ ...fields, ...change }).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  return Object.fromEntries(kept) as PersonFields
}

/** The names of the fields that are there. */
export const namesOf = (fields: PersonFields): PersonField[] =>
  PersonField.options.filter((field) => fields[field] !== undefined)
