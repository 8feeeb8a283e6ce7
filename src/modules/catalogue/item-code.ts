import { checkCreditCode, checkOrganisationCode } from '#kernel/codes/index.ts'
import type { Bilingual } from '#kernel/refusal.ts'

/**
 * Codes of government service items: the national basic code (12, formerly 10) and implementation code (31, formerly
 * 24), GB/T 39554 and GB/T 39046-2020; and the hyphenated form of provinces,
 * `basic-division-subdivision-body-level-serial`, in which basic and body code may hold hyphens of their own.
 */
export type ItemCode =
  | { readonly scheme: 'basic-12' | 'basic-10' | 'implementation-24'; readonly basic: string }
  | {
      readonly scheme: 'implementation-31'
      readonly basic: string
      readonly body: BodyCode
      readonly level: string
    }
  | {
      readonly scheme: 'provincial'
      readonly basic: string
      readonly division: string | undefined
      readonly body: BodyCode
      readonly level: string | undefined
      readonly serial: string | undefined
    }

/** The code of the acting body as found: clean, clean once mended, or dirty and told so. It is never dropped. */
export interface BodyCode {
  readonly given: string
  readonly kind: 'creditCode' | 'organisationCode' | 'dirty'
  /** As it should be written; absent when dirty. */
  readonly code?: string
  readonly problem?: Bilingual
}

const PROVINCIAL = /^(?<basic>.+?)-(?<division>\d{12})-\d{3}-(?<body>.+)-(?<level>\d)-(?<serial>\d{2})$/
const PROVINCIAL_OLD = /^(?<basic>[A-Z]-\d{6}-\d{3})-(?<body>.+)$/

/** Takes an item code apart, or answers undefined when it is none of the known forms. */
export function readItemCode(text: string): ItemCode | undefined {
  const code = text.trim()
  if (/^[0-9A-Z]{31}$/.test(code)) {
    return {
      scheme: 'implementation-31',
      body: readBodyCode(code.slice(0, 18)),
      level: code[18] as string,
      basic: code.slice(19),
    }
  }
  if (/^[0-9A-Z]{24}$/.test(code)) return { scheme: 'implementation-24', basic: code.slice(0, 10) }
  if (/^[0-9A-Z]{12}$/.test(code)) return { scheme: 'basic-12', basic: code }
  if (/^\d{10}$/.test(code)) return { scheme: 'basic-10', basic: code }
  const parts = (PROVINCIAL.exec(code) ?? PROVINCIAL_OLD.exec(code))?.groups
  if (!parts) return undefined
  const { basic = '', division, body = '', level, serial } = parts
  return { scheme: 'provincial', basic, division, body: readBodyCode(body), level, serial }
}

/** Reads the code of a department as catalogues have it. */
export function readBodyCode(given: string): BodyCode {
  const code = given.trim().toUpperCase()
  const mended: Bilingual | undefined =
    code === given ? undefined : { zh: '应为大写且无空格', en: 'should be in capitals without spaces' }
  if (code.length === 18 && checkCreditCode(code).valid)
    return { given, kind: 'creditCode', code, problem: mended }
  if (checkOrganisationCode(code).valid) {
    return { given, kind: 'organisationCode', code: code.replace('-', ''), problem: mended }
  }
  return { given, kind: 'dirty', problem: faultOf(code) }
}

function faultOf(code: string): Bilingual {
  const check =
    code.length === 18
      ? checkCreditCode(code)
      : code.length === 9 || code[8] === '-'
        ? checkOrganisationCode(code)
        : undefined
  if (check && !check.valid) return check.because
  return {
    zh: `有 ${code.length} 位，既不是 18 位统一社会信用代码，也不是 9 位组织机构代码`,
    en: `has ${code.length} characters: neither a credit code of 18 nor an organisation code of 9`,
  }
}
