import type { XmlAttributes } from './scanner.ts'

/**
 * A start tag up to the value of its last attribute: `<string key="concept:name" value="`. Logs are made of a few such
 * shapes in an ever repeating order, so the shape that followed last time is tried before the tag is parsed.
 */
export interface TagShapes {
  /** The number of the shape that stands at `at`, or −1. */
  expected(window: Buffer, words: DataView, at: number, end: number): number
  /** Length of the shape's bytes: where the value begins, or the tag's end when it has no attribute. */
  length(shape: number): number
  nameLength(shape: number): number
  /** Sets the attributes of a tag of this shape at `at`; the last value's end is the caller's to find. */
  place(shape: number, at: number, attributes: XmlAttributes): void
  /** Remembers the shape of a tag just parsed and answers its number, or −1 when there are too many already. */
  learn(window: Buffer, at: number, nameTo: number, attributes: XmlAttributes, stop: number): number
  follow(shape: number): void
}

const MOST_SHAPES = 512
const LONGEST = 256
const ROOM = MOST_SHAPES * LONGEST

interface Shape {
  readonly start: number
  readonly length: number
  readonly nameLength: number
  readonly places: Int32Array
  next: number
}

export function tagShapes(): TagShapes {
  const bytes = Buffer.alloc(ROOM)
  const known = new DataView(bytes.buffer, bytes.byteOffset, ROOM)
  const shapes: Shape[] = []
  const byText = new Map<string, number>()
  let used = 0
  let last = -1

  function add(
    window: Buffer,
    at: number,
    length: number,
    nameTo: number,
    attributes: XmlAttributes,
  ): number {
    if (shapes.length === MOST_SHAPES) return -1
    window.copy(bytes, used, at, at + length)
    const places = new Int32Array(attributes.count * 4)
    for (let index = 0; index < attributes.count; index++) {
      places[index * 4] = (attributes.nameFrom[index] as number) - at
      places[index * 4 + 1] = (attributes.nameTo[index] as number) - at
      places[index * 4 + 2] = (attributes.valueFrom[index] as number) - at
      places[index * 4 + 3] = (attributes.valueTo[index] as number) - at
    }
    shapes.push({ start: used, length, nameLength: nameTo - at - 1, places, next: -1 })
    used += length
    return shapes.length - 1
  }

  return {
    expected(window, words, at, end) {
      if (last < 0) return -1
      const next = (shapes[last] as Shape).next
      if (next < 0) return -1
      const { start, length } = shapes[next] as Shape
      return at + length <= end && matches(words, known, at, start, length) ? next : -1
    },
    length: (shape) => (shapes[shape] as Shape).length,
    nameLength: (shape) => (shapes[shape] as Shape).nameLength,
    place(shape, at, attributes) {
      const { places } = shapes[shape] as Shape
      attributes.count = places.length >> 2
      for (let index = 0; index < attributes.count; index++) {
        attributes.nameFrom[index] = at + (places[index * 4] as number)
        attributes.nameTo[index] = at + (places[index * 4 + 1] as number)
        attributes.valueFrom[index] = at + (places[index * 4 + 2] as number)
        attributes.valueTo[index] = at + (places[index * 4 + 3] as number)
      }
    },
    learn(window, at, nameTo, attributes, stop) {
      const { count } = attributes
      const length = (count > 0 ? (attributes.valueFrom[count - 1] as number) : stop) - at
      if (length > LONGEST) return -1
      const text = window.toString('latin1', at, at + length)
      if (text.includes('\n')) return -1
      const shape = byText.get(text) ?? add(window, at, length, nameTo, attributes)
      if (shape >= 0) byText.set(text, shape)
      return shape
    },
    follow(shape) {
      if (last >= 0) (shapes[last] as Shape).next = shape
      last = shape
    },
  }
}

function matches(words: DataView, known: DataView, at: number, start: number, length: number): boolean {
  let done = 0
  for (; done + 4 <= length; done += 4) {
    if (words.getInt32(at + done, true) !== known.getInt32(start + done, true)) return false
  }
  for (; done < length; done++) if (words.getUint8(at + done) !== known.getUint8(start + done)) return false
  return true
}
