/**
 * Texts and their codes: the first text seen is 0.
 *
 * A parser interns the bytes of its buffer with `internBytes` and makes a string only for a text not seen before;
 * who holds a string already asks `code`. Both see the same codes.
 */
export interface Dictionary {
  readonly texts: readonly string[]
  code(text: string): number
  /** The parser's side; plain data, so that `internBytes` stays one monomorphic function. */
  readonly bytes: DictionaryBytes
}

export interface DictionaryBytes {
  readonly texts: string[]
  /** Every text's bytes behind one another; text k owns `starts[k]` up to `starts[k + 1]`. */
  pool: Uint8Array
  starts: Int32Array
  /** Open addressing by hash: code + 1, or 0 for a free place. */
  places: Int32Array
  hashes: Int32Array
  last: number
  /** Begun only when a file was made so that its texts collide: new texts then go by V8's seeded hash. */
  overflow: Map<string, number> | undefined
}

const LONGEST_PROBE = 64

export function dictionary(): Dictionary {
  const bytes: DictionaryBytes = {
    texts: [],
    pool: new Uint8Array(256),
    starts: new Int32Array(17),
    places: new Int32Array(32),
    hashes: new Int32Array(16),
    last: -1,
    overflow: undefined,
  }
  const known = new Map<string, number>()
  return {
    texts: bytes.texts,
    bytes,
    code(text) {
      const before = known.get(text)
      if (before !== undefined) return before
      const encoded = Buffer.from(text, 'utf8')
      const code = internBytes(bytes, encoded, 0, encoded.length)
      known.set(text, code)
      return code
    },
  }
}

/** The code of `buffer[from, to)`, UTF-8. Files repeat themselves, so the text met last is tried first. */
export function internBytes(own: DictionaryBytes, buffer: Buffer, from: number, to: number): number {
  const last = own.last
  if (last >= 0 && isText(own, last, buffer, from, to)) return last

  let hash = 0x811c9dc5
  let high = 0
  for (let index = from; index < to; index++) {
    const byte = buffer[index] as number
    high |= byte
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  hash ^= hash >>> 15
  const mask = own.places.length - 1
  for (let probe = 0; probe < LONGEST_PROBE; probe++) {
    const place = (hash + probe) & mask
    const code = (own.places[place] as number) - 1
    if (code < 0) {
      if (own.overflow) return (own.last = internColliding(own, buffer, from, to))
      const added = addText(own, buffer, from, to, high < 128)
      own.places[place] = added + 1
      own.hashes[added] = hash
      if (own.texts.length * 2 > own.places.length) rehash(own)
      return (own.last = added)
    }
    if (own.hashes[code] === hash && isText(own, code, buffer, from, to)) return (own.last = code)
  }
  return (own.last = internColliding(own, buffer, from, to))
}

function isText(own: DictionaryBytes, code: number, buffer: Buffer, from: number, to: number): boolean {
  const { pool, starts } = own
  let place = starts[code] as number
  if ((starts[code + 1] as number) - place !== to - from) return false
  for (let index = from; index < to; index++) if (buffer[index] !== pool[place++]) return false
  return true
}

function addText(own: DictionaryBytes, buffer: Buffer, from: number, to: number, ascii: boolean): number {
  const code = own.texts.length
  const start = own.starts[code] as number
  const end = start + to - from
  if (end > own.pool.length) own.pool = wider(own.pool, Math.max(end, own.pool.length * 2))
  buffer.copy(own.pool, start, from, to)
  if (code + 2 > own.starts.length) {
    const starts = new Int32Array(own.starts.length * 2)
    starts.set(own.starts)
    own.starts = starts
    const hashes = new Int32Array(starts.length)
    hashes.set(own.hashes)
    own.hashes = hashes
  }
  own.starts[code + 1] = end
  own.texts.push(ascii ? buffer.toString('latin1', from, to) : buffer.toString('utf8', from, to))
  return code
}

function wider(bytes: Uint8Array, length: number): Uint8Array {
  const room = new Uint8Array(length)
  room.set(bytes)
  return room
}

function rehash(own: DictionaryBytes): void {
  const places = new Int32Array(own.places.length * 2)
  const mask = places.length - 1
  for (let code = 0; code < own.texts.length; code++) {
    const hash = own.hashes[code] as number
    let probe = 0
    while (probe < LONGEST_PROBE && places[(hash + probe) & mask] !== 0) probe++
    if (probe === LONGEST_PROBE) (own.overflow ??= new Map()).set(own.texts[code] as string, code)
    else places[(hash + probe) & mask] = code + 1
  }
  own.places = places
}

function internColliding(own: DictionaryBytes, buffer: Buffer, from: number, to: number): number {
  own.overflow ??= new Map()
  const text = buffer.toString('utf8', from, to)
  const known = own.overflow.get(text)
  if (known !== undefined) return known
  const code = addText(own, buffer, from, to, false)
  own.overflow.set(text, code)
  return code
}
