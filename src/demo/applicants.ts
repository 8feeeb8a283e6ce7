import {
  checkCreditCode,
  checkOrganisationCode,
  checkResidentId,
  type CodeCheck,
} from '#kernel/codes/index.ts'
import type { ApplicantFields } from '#modules/vault/contract.ts'
import { personName } from './people.ts'

const expectedOf = (check: CodeCheck, otherwise: string): string =>
  check.valid ? otherwise : (check.expected ?? otherwise)

const digits = (number: number, length: number) => String(number).padStart(length, '0')

/**
 * An invented resident. The document holds by GB 11643 and belongs to nobody: no division begins with 99; the phone
 * numbers lie in a block that is not given out.
 */
export function resident(number: number): ApplicantFields {
  const born = `${1950 + (number % 55)}${digits(1 + (number % 12), 2)}${digits(1 + (number % 28), 2)}`
  const body = `99010${1 + (number % 5)}${born}${digits(number % 1000, 3)}`
  return {
    kind: 'natural',
    name: personName(number * 7 + Math.floor(number / 37)),
    documentKind: 'residentId',
    documentNumber: body + expectedOf(checkResidentId(`${body}0`), '0'),
    phone: `1990000${digits(number % 10_000, 4)}`,
  }
}

const TRADES = ['商贸', '餐饮', '建设', '科技', '物流', '农业', '医疗器械', '文化传媒'] as const
const BRANDS = ['禾丰', '青岚', '晨穗', '云栖', '木棉', '新塘', '远麓', '澄心', '和畅', '双溪'] as const

/** An invented company, with a credit code that holds by GB 32100 and a division that does not exist. */
export function company(number: number): ApplicantFields {
  const place = `MA${digits(number, 6)}`
  const code = `91990100${place}${expectedOf(checkOrganisationCode(`${place}0`), '0')}`
  const brand = BRANDS[number % BRANDS.length]
  const trade = TRADES[Math.floor(number / BRANDS.length) % TRADES.length]
  return {
    kind: 'legal',
    name: `青禾${brand}${trade}有限公司`,
    documentKind: 'creditCode',
    documentNumber: code + expectedOf(checkCreditCode(`${code}0`), '0'),
    phone: `1990000${digits(5000 + number, 4)}`,
    contactName: personName(number * 3),
  }
}
