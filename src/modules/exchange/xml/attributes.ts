import { xmlFault } from '../refusals.ts'
import {
  AMPERSAND,
  APOSTROPHE,
  beginsName,
  EQUALS,
  GT,
  IN_NAME,
  isSpace,
  LT,
  NEWLINE,
  QUOTE,
  SLASH,
  wholeTag,
} from './bytes.ts'
import { decodeEntities, flattenSpaces } from './entities.ts'

/** The attributes of the tag at hand, as places in the window; valid only during the call. */
export interface XmlAttributes {
  count: number
  readonly nameFrom: Int32Array
  readonly nameTo: Int32Array
  readonly valueFrom: Int32Array
  readonly valueTo: Int32Array
}

/** Where in the file the scanner is; counted on by whoever passes a line's end. */
export interface Here {
  line: number
}

export interface AttributeReader {
  readonly attributes: XmlAttributes
  /** Whether a value of the tag at hand was changed in the window. */
  rewritten: boolean
  /** Reads the attributes behind a name; answers the place of `>` or of `/` before it, or −1 when more bytes are needed. */
  read(window: Buffer, from: number, end: number): number
}

const MOST_ATTRIBUTES = 256

export function attributeReader(here: Here): AttributeReader {
  const attributes: XmlAttributes = {
    count: 0,
    nameFrom: new Int32Array(MOST_ATTRIBUTES),
    nameTo: new Int32Array(MOST_ATTRIBUTES),
    valueFrom: new Int32Array(MOST_ATTRIBUTES),
    valueTo: new Int32Array(MOST_ATTRIBUTES),
  }
  const reader: AttributeReader = { attributes, rewritten: false, read }
  /** The name of the attribute at hand. */
  let nameFrom = 0
  let nameTo = 0

  function read(window: Buffer, from: number, end: number): number {
    let at = from
    attributes.count = 0
    reader.rewritten = false
    for (;;) {
      const spaceFrom = at
      at = pastSpace(window, at, end)
      if (at >= end) return -1
      const byte = window[at] as number
      if (byte === GT) return at
      if (byte === SLASH) {
        if (at + 1 >= end) return -1
        if (window[at + 1] === GT) return at
      }
      if (at === spaceFrom || !beginsName(byte)) throw malformed(window, at, end)
      at = attribute(window, at, end)
      if (at < 0) return -1
    }
  }

  function pastSpace(window: Buffer, from: number, end: number): number {
    let at = from
    while (at < end && isSpace(window[at] as number)) if (window[at++] === NEWLINE) here.line++
    return at
  }

  function attribute(window: Buffer, from: number, end: number): number {
    let at = from
    while (at < end && IN_NAME[window[at] as number]) at++
    nameFrom = from
    nameTo = at
    at = pastSpace(window, at, end)
    if (at >= end) return -1
    if (window[at] !== EQUALS) throw malformed(window, from, end)
    at = pastSpace(window, at + 1, end)
    if (at >= end) return -1
    const quote = window[at] as number
    if (quote !== QUOTE && quote !== APOSTROPHE) throw malformed(window, from, end)
    return value(window, at + 1, end, quote)
  }

  function value(window: Buffer, from: number, end: number, quote: number): number {
    let at = from
    let plain = true
    let spaced = false
    for (; at < end; at++) {
      const byte = window[at] as number
      if (byte === quote) break
      if (byte > LT) continue
      if (byte === AMPERSAND) plain = false
      else if (byte < 32) {
        if (!isSpace(byte)) throw controlCharacter(here.line)
        spaced = true
      } else if (byte === LT) {
        throw xmlFault(here.line, {
          zh: '属性值中有“<”（应写作 &lt;）',
          en: 'an attribute value contains "<" (write &lt;)',
        })
      }
    }
    if (at >= end) return -1
    // Both rewrite the window in place, so they wait until the tag is known to be whole.
    if ((!plain || spaced) && !wholeTag(window, at + 1, end)) return -1
    reader.rewritten ||= !plain || spaced
    if (spaced) here.line += flattenSpaces(window, from, at)
    add(window, from, plain ? at : decodeEntities(window, from, at, here.line))
    return at + 1
  }

  function add(window: Buffer, valueFrom: number, valueTo: number): void {
    const { count } = attributes
    if (count === MOST_ATTRIBUTES)
      throw xmlFault(here.line, { zh: '一个标签的属性过多', en: 'a tag has too many attributes' })
    for (let index = 0; index < count; index++) {
      const other = attributes.nameFrom[index] as number
      const length = (attributes.nameTo[index] as number) - other
      if (
        length === nameTo - nameFrom &&
        window.compare(window, other, other + length, nameFrom, nameTo) === 0
      ) {
        throw xmlFault(here.line, { zh: '同一标签中属性重复', en: 'a tag names the same attribute twice' })
      }
    }
    attributes.nameFrom[count] = nameFrom
    attributes.nameTo[count] = nameTo
    attributes.valueFrom[count] = valueFrom
    attributes.valueTo[count] = valueTo
    attributes.count = count + 1
  }

  function malformed(window: Buffer, from: number, end: number) {
    const found = window.toString('utf8', from, Math.min(from + 40, end))
    return xmlFault(here.line, {
      zh: `标签中的属性写法有误，在“${found}”处`,
      en: `an attribute is not written as name="value", at "${found}"`,
    })
  }

  return reader
}

export const controlCharacter = (line: number) =>
  xmlFault(line, { zh: '有不允许的控制字符', en: 'there is a control character that XML forbids' })
