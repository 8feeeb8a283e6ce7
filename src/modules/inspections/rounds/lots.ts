import { createHash } from 'node:crypto'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The lot of a name: SHA-256 of `seed/name`. The smallest lots win; any program that knows SHA-256 can check it. */
export const lotOf = (seed: string, name: string): string => sha256(`${seed}/${name}`)

export const byLot = <T>(seed: string, all: readonly T[], name: (one: T) => string): T[] =>
  all
    .map((one) => ({ one, lot: lotOf(seed, name(one)) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ one }) => one)
