import { refuse, xmlFault } from '../refusals.ts'
import type { ByteParser } from '../source/window.ts'
import { endOfPlainValue, wordsOf } from '../source/words.ts'
import { decodeEntities, flattenSpaces } from './entities.ts'
import { follow, hasShape, shapeOf, tagShapes } from './tag-shapes.ts'

/** The attributes of the tag at hand, as places in the window; valid only during the call. */
export interface XmlAttributes {
  count: number
  readonly nameFrom: Int32Array
  readonly nameTo: Int32Array
  readonly valueFrom: Int32Array
  readonly valueTo: Int32Array
}

/** What a format does with what the scanner finds. Entities are already resolved. */
export interface XmlHandler {
  /**
   * A start tag. Tags of the same `shape` (≥ 0) are equal up to the value of their last attribute, so whoever has
   * understood one has understood them all: who answers true gets further ones, closed by themselves, by `again`.
   */
  open(window: Buffer, tag: XmlTag): boolean
  again?(window: Buffer, shape: number, valueFrom: number, valueTo: number, line: number): void
  close(line: number): void
  /** Text or CDATA between tags; may come in several pieces, and is not told when absent. */
  text?(window: Buffer, from: number, to: number): void
}

/** One object for all tags: it holds what the scanner found last. */
export interface XmlTag {
  nameFrom: number
  nameTo: number
  readonly attributes: XmlAttributes
  /** Closed by itself: `<event/>`. */
  empty: boolean
  line: number
  shape: number
}

const MOST_ATTRIBUTES = 256
const DEEPEST = 256

const LT = 60
const GT = 62
const SLASH = 47
const QUOTE = 34
const APOSTROPHE = 39
const AMPERSAND = 38
const EQUALS = 61
const NEWLINE = 10

/** Bytes that may stand in a name: letters, digits, `. - _ :` and everything beyond ASCII. */
const IN_NAME = new Uint8Array(256).map((_, byte) =>
  byte >= 128 || /[\w.:-]/.test(String.fromCharCode(byte)) ? 1 : 0,
)
const isSpace = (byte: number): boolean => byte === 32 || byte === NEWLINE || byte === 13 || byte === 9

/**
 * A scanner for well-formed XML over bytes: nesting, quotes, entities, CDATA, comments and processing instructions as
 * the standard says, and no document type, because that is where entity bombs live. Namespaces are left to the handler.
 */
export function xmlScanner(handler: XmlHandler): ByteParser {
  const attributes: XmlAttributes = {
    count: 0,
    nameFrom: new Int32Array(MOST_ATTRIBUTES),
    nameTo: new Int32Array(MOST_ATTRIBUTES),
    valueFrom: new Int32Array(MOST_ATTRIBUTES),
    valueTo: new Int32Array(MOST_ATTRIBUTES),
  }
  const tag: XmlTag = { nameFrom: 0, nameTo: 0, attributes, empty: false, line: 1, shape: -1 }
  const shapes = tagShapes()
  let words: DataView = new DataView(new ArrayBuffer(0))
  /** Whether a value of the tag at hand was changed in the window. */
  let rewritten = false
  /** The names of the open elements, one behind the other. */
  let names = new Uint8Array(4096)
  const starts = new Int32Array(DEEPEST + 1)
  let depth = 0
  let rooted = false
  let line = 1
  let atStart = true

  function consume(window: Buffer, end: number, last: boolean): number {
    let at = 0
    words = wordsOf(window, words)
    while (at < end) {
      const next = window[at] === LT ? markup(window, at, end) : characters(window, at, end, last)
      if (next < 0) break
      at = next
      atStart = false
    }
    if (last) finish(window, at, end)
    return at
  }

  function finish(window: Buffer, at: number, end: number): void {
    if (at < end) throw xmlFault(line, { zh: '文件在一个标签中间结束', en: 'the file ends inside a tag' })
    if (depth > 0) {
      const open = Buffer.from(names.subarray(starts[depth - 1], starts[depth])).toString('utf8')
      throw xmlFault(line, {
        zh: `文件在元素“${open}”结束之前中断`,
        en: `the file ends before the element "${open}" does`,
      })
    }
    if (!rooted) throw xmlFault(line, { zh: '没有任何元素', en: 'there is no element' })
  }

  /** Text up to the next tag. Only what may be split is split: not an entity, and text a handler wants only at its end. */
  function characters(window: Buffer, from: number, end: number, last: boolean): number {
    let at = from
    let plain = true
    let blank = true
    let lines = 0
    let linesBefore = 0
    for (; at < end; at++) {
      const byte = window[at] as number
      if (byte === LT) break
      if (byte === NEWLINE) lines++
      else if (!isSpace(byte)) {
        if (blank) linesBefore = lines
        blank = false
        if (byte === AMPERSAND) plain = false
        if (byte < 32) throw controlCharacter()
      }
    }
    if (at === end && !last && !blank) return -1
    if (depth === 0 && !blank)
      throw xmlFault(line + linesBefore, {
        zh: '根元素之外有文字',
        en: 'there is text outside the root element',
      })
    const to = plain ? at : decodeEntities(window, from, at, line)
    if (handler.text && depth > 0) handler.text(window, from, to)
    line += lines
    return at
  }

  function markup(window: Buffer, at: number, end: number): number {
    const quick = depth > 0 && handler.again ? repeated(window, at, end) : at
    if (quick > at) return quick
    if (at + 1 >= end) return -1
    const next = window[at + 1] as number
    if (next === SLASH) return closing(window, at, end)
    if (next === 63) return instruction(window, at, end)
    if (next === 33) return declaration(window, at, end)
    return opening(window, at, end)
  }

  function instruction(window: Buffer, at: number, end: number): number {
    const stop = window.indexOf('?>', at + 2)
    if (stop < 0 || stop + 2 > end) return -1
    const isDeclaration = /^xml\s/i.test(window.toString('latin1', at + 2, Math.min(at + 6, stop)))
    if (isDeclaration && !atStart) {
      throw xmlFault(line, { zh: 'XML 声明不在文件开头', en: 'the XML declaration is not at the beginning' })
    }
    return past(window, at, stop + 2)
  }

  function declaration(window: Buffer, at: number, end: number): number {
    if (at + 9 > end) return -1
    const start = window.toString('latin1', at + 2, at + 9)
    if (start.startsWith('--')) return delimited(window, at, end, '-->', at + 4)
    if (start === '[CDATA[') return cdata(window, at, end)
    if (/^doctype$/i.test(start)) throw refuse('exchange.xml-entities', { line })
    throw xmlFault(line, { zh: '无法识别的“<!”标记', en: 'an unknown "<!" mark' })
  }

  function cdata(window: Buffer, at: number, end: number): number {
    const next = delimited(window, at, end, ']]>', at + 9)
    if (next < 0) return -1
    if (depth === 0)
      throw xmlFault(line, { zh: '根元素之外有文字', en: 'there is text outside the root element' })
    handler.text?.(window, at + 9, next - 3)
    return next
  }

  function delimited(window: Buffer, at: number, end: number, mark: string, from: number): number {
    const stop = window.indexOf(mark, from)
    return stop < 0 || stop + mark.length > end ? -1 : past(window, at, stop + mark.length)
  }

  function past(window: Buffer, from: number, to: number): number {
    for (let at = from; at < to; at++) if (window[at] === NEWLINE) line++
    return to
  }

  function closing(window: Buffer, at: number, end: number): number {
    let place = at + 2
    const name = place
    while (place < end && IN_NAME[window[place] as number]) place++
    const nameTo = place
    while (place < end && isSpace(window[place] as number)) place++
    if (place >= end) return -1
    if (window[place] !== GT || depth === 0 || !isOpen(window, name, nameTo)) {
      const found = window.toString('utf8', name, Math.min(nameTo, name + 80))
      throw xmlFault(line, {
        zh: `结束标签“${found}”与开始标签不配对`,
        en: `the end tag "${found}" closes nothing that is open`,
      })
    }
    depth--
    handler.close(line)
    return past(window, nameTo, place + 1)
  }

  function isOpen(window: Buffer, from: number, to: number): boolean {
    let place = starts[depth - 1] as number
    if ((starts[depth] as number) - place !== to - from) return false
    for (let at = from; at < to; at++) if (window[at] !== names[place++]) return false
    return true
  }

  function opening(window: Buffer, at: number, end: number): number {
    const nameFrom = at + 1
    let place = nameFrom
    while (place < end && IN_NAME[window[place] as number]) place++
    if (place >= end) return -1
    const nameTo = place
    if (nameTo === nameFrom || !beginsName(window[nameFrom] as number)) {
      throw xmlFault(line, {
        zh: '“<”后面不是标签名（文字中的“<”应写作 &lt;）',
        en: 'no name follows "<" (in text write &lt;)',
      })
    }
    const tagLine = line
    rewritten = false
    const stop = attributesOf(window, place, end)
    if (stop < 0) {
      line = tagLine
      return -1
    }
    tag.empty = window[stop] === SLASH
    tag.line = tagLine
    const next = stop + (tag.empty ? 2 : 1)
    tag.shape = shapeAt(window, at, next)
    follow(shapes, tag.shape)
    if (depth === 0) root()
    if (!tag.empty) push(window, nameFrom, nameTo)
    tag.nameFrom = nameFrom
    tag.nameTo = nameTo
    if (handler.open(window, tag) && tag.shape >= 0) shapes.understood[tag.shape] = 1
    return next
  }

  function shapeAt(window: Buffer, at: number, stop: number): number {
    if (rewritten || !handler.again) return -1
    const expected = shapes.last < 0 ? -1 : (shapes.nexts[shapes.last] as number)
    // A shape without attributes is the whole tag; one with attributes would have to be told from a longer one.
    if (expected >= 0 && attributes.count === 0 && hasShape(shapes, expected, words, at, stop))
      return expected
    return shapeOf(shapes, window, { at, stop, attributes })
  }

  /**
   * Tags whose shapes are known and due, one after the other with the space between them, without parsing them again.
   * Answers how far it got; what comes then is for the others.
   */
  function repeated(window: Buffer, start: number, end: number): number {
    const { nexts, understood, lengths } = shapes
    const again = handler.again as NonNullable<XmlHandler['again']>
    const bytes = words
    let at = start
    while (at < end && window[at] === LT) {
      const shape = shapes.last < 0 ? -1 : (nexts[shapes.last] as number)
      if (shape < 0 || understood[shape] === 0 || !hasShape(shapes, shape, bytes, at, end)) break
      const from = at + (lengths[shape] as number)
      const stop = endOfPlainValue(window, bytes, from, end, window[from - 1] as number)
      if (
        stop + 3 > end ||
        window[stop] !== window[from - 1] ||
        window[stop + 1] !== SLASH ||
        window[stop + 2] !== GT
      )
        break
      again(window, shape, from, stop, line)
      shapes.last = shape
      at = stop + 3
      while (at < end && isSpace(window[at] as number)) if (window[at++] === NEWLINE) line++
    }
    return at
  }

  const beginsName = (byte: number): boolean =>
    IN_NAME[byte] === 1 && byte !== 45 && byte !== 46 && (byte < 48 || byte > 57)

  function root(): void {
    if (rooted) throw xmlFault(line, { zh: '有不止一个根元素', en: 'there is more than one root element' })
    rooted = true
  }

  function push(window: Buffer, from: number, to: number): void {
    if (depth === DEEPEST)
      throw xmlFault(line, {
        zh: `嵌套超过 ${DEEPEST} 层`,
        en: `elements are nested more than ${DEEPEST} deep`,
      })
    const start = depth === 0 ? 0 : (starts[depth] as number)
    starts[depth] = start
    const stop = start + to - from
    if (stop > names.length) {
      const wider = new Uint8Array(stop * 2)
      wider.set(names)
      names = wider
    }
    for (let at = from; at < to; at++) names[start + at - from] = window[at] as number
    starts[++depth] = stop
  }

  /** Reads the attributes behind a name; answers the place of `>` or of `/` before it, or −1 when more bytes are needed. */
  function attributesOf(window: Buffer, from: number, end: number): number {
    let at = from
    attributes.count = 0
    for (;;) {
      const spaceFrom = at
      while (at < end && isSpace(window[at] as number)) if (window[at++] === NEWLINE) line++
      if (at >= end) return -1
      const byte = window[at] as number
      if (byte === GT) return at
      if (byte === SLASH) {
        if (at + 1 >= end) return -1
        if (window[at + 1] === GT) return at
      }
      if (at === spaceFrom || !beginsName(byte)) throw badAttribute(window, at, end)
      at = attribute(window, at, end)
      if (at < 0) return -1
    }
  }

  function attribute(window: Buffer, from: number, end: number): number {
    let at = from
    while (at < end && IN_NAME[window[at] as number]) at++
    const nameTo = at
    while (at < end && isSpace(window[at] as number)) if (window[at++] === NEWLINE) line++
    if (at >= end) return -1
    if (window[at] !== EQUALS) throw badAttribute(window, from, end)
    at++
    while (at < end && isSpace(window[at] as number)) if (window[at++] === NEWLINE) line++
    if (at >= end) return -1
    const quote = window[at] as number
    if (quote !== QUOTE && quote !== APOSTROPHE) throw badAttribute(window, from, end)
    return value(window, from, nameTo, at + 1, end, quote)
  }

  function value(
    window: Buffer,
    nameFrom: number,
    nameTo: number,
    from: number,
    end: number,
    quote: number,
  ): number {
    let at = from
    let plain = true
    let spaced = false
    for (; at < end; at++) {
      const byte = window[at] as number
      if (byte === quote) break
      if (byte > LT) continue
      if (byte === AMPERSAND) plain = false
      else if (byte < 32) {
        if (!isSpace(byte)) throw controlCharacter()
        spaced = true
      } else if (byte === LT) {
        throw xmlFault(line, {
          zh: '属性值中有“<”（应写作 &lt;）',
          en: 'an attribute value contains "<" (write &lt;)',
        })
      }
    }
    if (at >= end) return -1
    // Both rewrite the window in place, so they wait until the tag is known to be whole.
    if ((!plain || spaced) && !wholeTag(window, at + 1, end)) return -1
    rewritten ||= !plain || spaced
    if (spaced) line += flattenSpaces(window, from, at)
    add(window, nameFrom, nameTo, from, plain ? at : decodeEntities(window, from, at, line))
    return at + 1
  }

  function add(window: Buffer, nameFrom: number, nameTo: number, valueFrom: number, valueTo: number): void {
    const { count } = attributes
    if (count === MOST_ATTRIBUTES)
      throw xmlFault(line, { zh: '一个标签的属性过多', en: 'a tag has too many attributes' })
    for (let index = 0; index < count; index++) {
      const other = attributes.nameFrom[index] as number
      const length = (attributes.nameTo[index] as number) - other
      if (
        length === nameTo - nameFrom &&
        window.compare(window, other, other + length, nameFrom, nameTo) === 0
      ) {
        throw xmlFault(line, { zh: '同一标签中属性重复', en: 'a tag names the same attribute twice' })
      }
    }
    attributes.nameFrom[count] = nameFrom
    attributes.nameTo[count] = nameTo
    attributes.valueFrom[count] = valueFrom
    attributes.valueTo[count] = valueTo
    attributes.count = count + 1
  }

  function badAttribute(window: Buffer, from: number, end: number) {
    const found = window.toString('utf8', from, Math.min(from + 40, end))
    return xmlFault(line, {
      zh: `标签中的属性写法有误，在“${found}”处`,
      en: `an attribute is not written as name="value", at "${found}"`,
    })
  }

  const controlCharacter = () =>
    xmlFault(line, { zh: '有不允许的控制字符', en: 'there is a control character that XML forbids' })

  return {
    consume,
    get line() {
      return line
    },
  }
}

/** Whether the tag ends within the window; quotes may hide a `>`. */
function wholeTag(window: Buffer, from: number, end: number): boolean {
  let quote = 0
  for (let at = from; at < end; at++) {
    const byte = window[at] as number
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte
    else if (byte === GT) return true
  }
  return false
}
