import type { XmlAttributes } from './attributes.ts'

/**
 * A start tag up to the value of its last attribute: `<string key="concept:name" value="`. Logs are made of a few such
 * shapes in an ever repeating order, so the shape that followed last time is tried before the tag is parsed.
 *
 * Plain data in typed arrays: the scanner looks at it once for every tag of the file.
 */
export interface TagShapes {
  readonly bytes: Buffer
  readonly words: DataView
  readonly starts: Int32Array
  readonly lengths: Int32Array
  /** The shape that came next last time, or −1. */
  readonly nexts: Int32Array
  /** 1: the handler takes further tags of this shape by their value alone. */
  readonly understood: Uint8Array
  readonly byText: Map<string, number>
  count: number
  used: number
  last: number
}

const MOST_SHAPES = 512
const LONGEST = 256
const ROOM = MOST_SHAPES * LONGEST

export function tagShapes(): TagShapes {
  const bytes = Buffer.alloc(ROOM)
  return {
    bytes,
    words: new DataView(bytes.buffer, bytes.byteOffset, ROOM),
    starts: new Int32Array(MOST_SHAPES),
    lengths: new Int32Array(MOST_SHAPES),
    nexts: new Int32Array(MOST_SHAPES).fill(-1),
    understood: new Uint8Array(MOST_SHAPES),
    byText: new Map(),
    count: 0,
    used: 0,
    last: -1,
  }
}

/** Whether the tag at `at` begins like a shape. */
export function hasShape(own: TagShapes, shape: number, words: DataView, at: number, end: number): boolean {
  const start = own.starts[shape] as number
  const length = own.lengths[shape] as number
  if (at + length > end) return false
  const known = own.words
  let done = 0
  for (; done + 4 <= length; done += 4) {
    if (words.getInt32(at + done, true) !== known.getInt32(start + done, true)) return false
  }
  for (; done < length; done++) if (words.getUint8(at + done) !== known.getUint8(start + done)) return false
  return true
}

export interface ParsedTag {
  readonly at: number
  /** Just behind the tag. */
  readonly stop: number
  readonly attributes: XmlAttributes
}

/** The number of the shape of a tag just parsed, or −1 when there are too many already. */
export function shapeOf(own: TagShapes, window: Buffer, { at, stop, attributes }: ParsedTag): number {
  const { count } = attributes
  const length = (count > 0 ? (attributes.valueFrom[count - 1] as number) : stop) - at
  if (length > LONGEST) return -1
  const text = window.toString('latin1', at, at + length)
  if (text.includes('\n')) return -1
  const known = own.byText.get(text)
  if (known !== undefined) return known
  if (own.count === MOST_SHAPES) return -1
  window.copy(own.bytes, own.used, at, at + length)
  own.starts[own.count] = own.used
  own.lengths[own.count] = length
  own.used += length
  own.byText.set(text, own.count)
  return own.count++
}

export function follow(own: TagShapes, shape: number): void {
  if (own.last >= 0) own.nexts[own.last] = shape
  own.last = shape
}
