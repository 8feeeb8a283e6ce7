import { randomInt } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Vault } from '#modules/vault/index.ts'

/** By chance, so that no number tells the next one: `Q261122-48091`. A slip bears the number and which of its slips it is. */
export const newEnquiryNo = (today: Day, chance: () => number = () => randomInt(100_000)): string =>
  `Q${today.slice(2).replaceAll('-', '')}-${String(chance()).padStart(5, '0')}`

export const slipNo = (enquiry: string, nth: number): string => `${enquiry}-${nth}`
export const enquiryOfSlip = (slip: string): string => slip.slice(0, slip.lastIndexOf('-'))

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** 确认码: follows from the number of the slip by a key that never leaves the server. */
export const slipCode = (db: Db, vault: Pick<Vault, 'mark'>, slip: string): string =>
  Array.from(vault.mark(db, 'slip', slip).subarray(0, 6), (byte) => SIGNS[byte % SIGNS.length]).join('')
