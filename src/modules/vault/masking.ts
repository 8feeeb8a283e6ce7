import type { MaskedPerson, PersonFields } from './contract.ts'

/**
 * Masks as GB/T 35273-2020 has them in practice: the family name, first and last sign of a document number, three and
 * four digits of a phone, an address as far as the township. What organisations must publish stays readable.
 */
export function maskPerson(person: string, fields: PersonFields): MaskedPerson {
  const { kind, name, documentKind, documentNumber, phone, address } = fields
  const open = kind === 'legal'
  return {
    person,
    kind,
    name: name === undefined ? '' : open ? name : maskName(name),
    documentKind: documentKind ?? null,
    documentNumber: documentNumber === undefined ? null : open ? documentNumber : maskNumber(documentNumber),
    phone: phone === undefined ? null : maskPhone(phone),
    address: address === undefined ? null : maskAddress(address),
    forgotten: false,
  }
}

export const forgottenPerson = (person: string): MaskedPerson => ({
  person,
  kind: 'natural',
  name: '（已删除 / erased）',
  documentKind: null,
  documentNumber: null,
  phone: null,
  address: null,
  forgotten: true,
})

/** Two-character family names still borne by many. */
const DOUBLE =
  /^(欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|百里|呼延|东郭|南门|西门)/

export function maskName(name: string): string {
  const signs = [...name]
  if (signs.length === 1) return '*'
  const kept = signs.length > 2 && DOUBLE.test(name) ? 2 : 1
  return signs.slice(0, kept).join('') + '*'.repeat(Math.min(signs.length - kept, 4))
}

const maskNumber = (number: string) =>
  number.length < 3
    ? '*'.repeat(number.length)
    : `${number[0]}${'*'.repeat(number.length - 2)}${number.at(-1)}`

export const maskPhone = (phone: string) =>
  phone.length < 8 ? `${phone.slice(0, 1)}****` : `${phone.slice(0, 3)}****${phone.slice(-4)}`

const TOWNSHIP = /^.*?(街道|乡|镇|苏木)/
const COUNTY = /^.*?(自治县|县|区|旗|市)/

const maskAddress = (address: string) => `${(TOWNSHIP.exec(address) ?? COUNTY.exec(address))?.[0] ?? ''}****`

const RESIDENT_ID = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g

/** Free text without the numbers of people in it. */
export const maskText = (text: string): string =>
  text.replaceAll(RESIDENT_ID, maskNumber).replaceAll(MOBILE, maskPhone)

/** Free text about a person without that person's own values, for the ledger, which never forgets. */
export function withoutValues(text: string, fields: PersonFields): string {
  let masked = text
  for (const [field, value] of Object.entries(fields))
    if (field !== 'kind' && field !== 'documentKind' && value && [...value].length > 1)
      masked = masked.replaceAll(value, '***')
  return maskText(masked)
}
