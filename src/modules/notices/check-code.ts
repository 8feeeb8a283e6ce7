import { randomBytes } from 'node:crypto'

/** Digits and letters that nobody mistakes for each other (Crockford). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SHAPE = /^([A-Z0-9][A-Z0-9-]{0,39})-[0-9A-HJKMNP-TV-Z]{16}$/

/** The jurisdiction, so that the row is looked up inside it, and 80 random bits. */
export const newCheckCode = (jurisdiction: string): string =>
  `${jurisdiction.toUpperCase()}-${[...randomBytes(16)].map((byte) => SIGNS[byte % 32]).join('')}`

/** In whose ledger a code is to be looked up; undefined when it can be none of ours. */
export const readJurisdictionOf = (code: string): string | undefined => SHAPE.exec(code)?.[1]?.toLowerCase()
