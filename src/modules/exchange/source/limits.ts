/** What a file may demand of the machine. Set by the operator; the defaults let a province's yearly log through. */
export interface Limits {
  /** Bytes of the file as sent. */
  readonly storedBytes: number
  /** Bytes after unpacking. */
  readonly contentBytes: number
  /** Unpacked to packed. Logs reach about 60; a bomb reaches 1,000. */
  readonly expansion: number
  /** One line, cell, tag or JSON value. */
  readonly tokenBytes: number
}

export const DEFAULT_LIMITS: Limits = {
  storedBytes: 16 * 2 ** 30,
  contentBytes: 64 * 2 ** 30,
  expansion: 300,
  tokenBytes: 8 * 2 ** 20,
}

/** Below this much content an expansion is harmless and often large: a few kilobytes of equal rows. */
export const HARMLESS_BYTES = 32 * 2 ** 20
