import { createHash, randomBytes } from 'node:crypto'

/**
 * What a browser or a system shows to say who it is: the jurisdiction, so that the row can be looked up inside it,
 * and 256 random bits. The database keeps a hash only; with so many bits a plain one is enough.
 */
export function newToken(jurisdiction: string): string {
  return `${jurisdiction}.${randomBytes(32).toString('base64url')}`
}

export interface ShownToken {
  readonly jurisdiction: string
  readonly hash: Buffer
}

const SHAPE = /^([a-z0-9][a-z0-9-]{0,39})\.[\w-]{43}$/

/** Reads a token as it was sent; anything of another shape was not made here. */
export function readToken(text: string): ShownToken | undefined {
  const jurisdiction = SHAPE.exec(text)?.[1]
  return jurisdiction === undefined ? undefined : { jurisdiction, hash: hashOf(text) }
}

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

export const newSecret = () => randomBytes(24).toString('base64url')
