/**
 * Texts and their codes: the first text seen is 0.
 *
 * A parser interns the bytes of its buffer with `internBytes` and makes a string only for a text not seen before;
 * who holds a string already asks `code`. Both see the same codes.
 */
export interface Dictionary {
  readonly texts: readonly string[]
  code(text: string): number
  /** Forgets every text; codes given before mean nothing any more. */
  clear(): void
  /** The parser's side; plain data, so that `internBytes` stays one monomorphic function. */
  readonly bytes: DictionaryBytes
}

export interface DictionaryBytes {
  readonly texts: string[]
  /** Every text's bytes behind one another; text k owns `starts[k]` up to `starts[k + 1]`. */
  pool: Buffer
  poolWords: DataView
  starts: Int32Array
  /** Open addressing by hash: code + 1, or 0 for a free place. */
  places: Int32Array
  hashes: Int32Array
  /** The text that came after each one last time, as code + 1: steps follow each other in ever the same order. */
  followers: Int32Array
  last: number
  /** The buffer looked at last, and the same bytes as words. */
  buffer: Buffer
  words: DataView
  /** Begun only when a file was made so that its texts collide: new texts then go by V8's seeded hash. */
  overflow: Map<string, number> | undefined
}

/** Honest texts stay well below it, even a million of them. */
const LONGEST_PROBE = 128

export function dictionary(): Dictionary {
  const pool = Buffer.allocUnsafeSlow(256)
  const bytes: DictionaryBytes = {
    texts: [],
    pool,
    poolWords: wordsOf(pool),
    // These three are widened together.
    starts: new Int32Array(17),
    places: new Int32Array(32),
    hashes: new Int32Array(17),
    followers: new Int32Array(17),
    last: -1,
    buffer: pool,
    words: wordsOf(pool),
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
    clear() {
      known.clear()
      bytes.texts.length = 0
      bytes.places.fill(0)
      bytes.followers.fill(0)
      bytes.last = -1
      bytes.overflow = undefined
    },
  }
}

const wordsOf = (buffer: Buffer): DataView =>
  new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)

/** The code of `buffer[from, to)`, UTF-8. The text that followed the last one before is tried first. */
export function internBytes(own: DictionaryBytes, buffer: Buffer, from: number, to: number): number {
  if (own.buffer !== buffer) look(own, buffer)
  const { last } = own
  if (last < 0) return (own.last = lookedUp(own, from, to))
  const likely = (own.followers[last] as number) - 1
  if (likely >= 0 && isText(own, likely, from, to)) return (own.last = likely)
  if (isText(own, last, from, to)) return last
  const code = lookedUp(own, from, to)
  own.followers[last] = code + 1
  return (own.last = code)
}

function look(own: DictionaryBytes, buffer: Buffer): void {
  own.buffer = buffer
  own.words = wordsOf(buffer)
}

function lookedUp(own: DictionaryBytes, from: number, to: number): number {
  const hash = hashOf(own.words, from, to)
  const { places, hashes } = own
  const mask = places.length - 1
  for (let probe = 0; probe < LONGEST_PROBE; probe++) {
    const place = (hash + probe) & mask
    const code = (places[place] as number) - 1
    if (code < 0) {
      if (own.overflow) return internColliding(own, from, to)
      const added = addText(own, from, to)
      places[place] = added + 1
      own.hashes[added] = hash
      if (own.texts.length * 2 > places.length) rehash(own)
      return added
    }
    if (hashes[code] === hash && isText(own, code, from, to)) return code
  }
  return internColliding(own, from, to)
}

/**
 * MurmurHash3 (Appleby 2011), four bytes at a time; the last word overlaps the one before it where the length is no
 * multiple of four.
 */
function hashOf(words: DataView, from: number, to: number): number {
  let hash = to - from
  const lastWord = to - 4
  if (lastWord < from) {
    for (let at = from; at < to; at++) hash = mixed(hash, words.getUint8(at))
  } else {
    for (let at = from; at < lastWord; at += 4) hash = mixed(hash, words.getInt32(at, true))
    hash = mixed(hash, words.getInt32(lastWord, true))
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function mixed(hash: number, word: number): number {
  const scattered = Math.imul(word, 0xcc9e2d51)
  const mixing = hash ^ Math.imul((scattered << 15) | (scattered >>> 17), 0x1b873593)
  return (Math.imul((mixing << 13) | (mixing >>> 19), 5) + 0xe6546b64) | 0
}

function isText(own: DictionaryBytes, code: number, from: number, to: number): boolean {
  const { starts, words, poolWords } = own
  let place = starts[code] as number
  const end = starts[code + 1] as number
  if (end - place !== to - from) return false
  const lastWord = to - 4
  if (lastWord < from) {
    for (let at = from; at < to; at++) if (words.getUint8(at) !== poolWords.getUint8(place++)) return false
    return true
  }
  for (let at = from; at < lastWord; at += 4, place += 4) {
    if (words.getInt32(at, true) !== poolWords.getInt32(place, true)) return false
  }
  return words.getInt32(lastWord, true) === poolWords.getInt32(end - 4, true)
}

function addText(own: DictionaryBytes, from: number, to: number): number {
  const { buffer } = own
  const code = own.texts.length
  const start = own.starts[code] as number
  const end = start + to - from
  if (end > own.pool.length) {
    const pool = Buffer.allocUnsafeSlow(Math.max(end, own.pool.length * 2))
    own.pool.copy(pool, 0, 0, start)
    own.pool = pool
    own.poolWords = wordsOf(pool)
  }
  buffer.copy(own.pool, start, from, to)
  if (code + 2 > own.starts.length) {
    own.starts = wider(own.starts)
    own.hashes = wider(own.hashes)
    own.followers = wider(own.followers)
  }
  own.starts[code + 1] = end
  own.texts.push(buffer.toString('utf8', from, to))
  return code
}

function wider(values: Int32Array): Int32Array {
  const room = new Int32Array(values.length * 2)
  room.set(values)
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

function internColliding(own: DictionaryBytes, from: number, to: number): number {
  own.overflow ??= new Map()
  const text = own.buffer.toString('utf8', from, to)
  const known = own.overflow.get(text)
  if (known !== undefined) return known
  const code = addText(own, from, to)
  own.overflow.set(text, code)
  return code
}
