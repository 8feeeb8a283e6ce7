import { randomInt } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Vault } from '#modules/vault/index.ts'

/**
 * 办件编号: the day, six digits by chance and a check digit, `261122-480913-7`. By chance, so that no counter is a place
 * where everybody waits and no number tells the next one; whoever draws a taken one draws again. Papers, in contrast,
 * are numbered without gaps (module `notices`).
 */
export function newCaseNo(today: Day, chance: () => number = () => randomInt(1_000_000)): string {
  const digits = `${today.slice(2).replaceAll('-', '')}${String(chance()).padStart(6, '0')}`
  return `${digits.slice(0, 6)}-${digits.slice(6)}-${checkDigit(digits)}`
}

/** Whether a typed number can be one: a wrong or swapped digit is noticed before anybody searches. */
export function isCaseNo(text: string): boolean {
  const digits = text.replaceAll('-', '')
  return /^\d{13}$/.test(digits) && checkDigit(digits.slice(0, 12)) === Number(digits[12])
}

/** ISO/IEC 7064 MOD 11,10: finds every single wrong digit and nearly every swapped pair. */
function checkDigit(digits: string): number {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return (11 - product) % 10
}

const CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** 查询码: follows from the number by a key that never leaves the server, so that nothing has to be stored. */
export const trackingCode = (db: Db, vault: Pick<Vault, 'mark'>, caseNo: string): string =>
  Array.from(
    vault.mark(db, 'track', caseNo).subarray(0, 8),
    (byte) => CODE_SIGNS[byte % CODE_SIGNS.length],
  ).join('')
