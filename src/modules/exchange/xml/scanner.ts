import { refuse, xmlFault } from '../refusals.ts'
import type { ByteParser } from '../source/window.ts'
import { endOfPlainValue, wordsOf } from '../source/words.ts'
import { attributeReader, controlCharacter, type Here, type XmlAttributes } from './attributes.ts'
import { AMPERSAND, beginsName, GT, IN_NAME, isSpace, LT, NEWLINE, SLASH } from './bytes.ts'
import { decodeEntities } from './entities.ts'
import { openElements } from './open-elements.ts'
import { follow, hasShape, shapeOf, tagShapes } from './tag-shapes.ts'

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

/**
 * A scanner for well-formed XML over bytes: nesting, quotes, entities, CDATA, comments and processing instructions as
 * the standard says, and no document type, because that is where entity bombs live. Namespaces are left to the handler.
 */
export function xmlScanner(handler: XmlHandler): ByteParser {
  const here: Here = { line: 1 }
  const reader = attributeReader(here)
  const { attributes } = reader
  const elements = openElements(here)
  const tag: XmlTag = { nameFrom: 0, nameTo: 0, attributes, empty: false, line: 1, shape: -1 }
  const shapes = tagShapes()
  let words: DataView = new DataView(new ArrayBuffer(0))
  let rooted = false
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
    if (at < end)
      throw xmlFault(here.line, { zh: '文件在一个标签中间结束', en: 'the file ends inside a tag' })
    if (elements.depth > 0) {
      const open = elements.innermost()
      throw xmlFault(here.line, {
        zh: `文件在元素“${open}”结束之前中断`,
        en: `the file ends before the element "${open}" does`,
      })
    }
    if (!rooted) throw xmlFault(here.line, { zh: '没有任何元素', en: 'there is no element' })
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
        if (byte < 32) throw controlCharacter(here.line)
      }
    }
    if (at === end && !last && !blank) return -1
    if (elements.depth === 0 && !blank)
      throw xmlFault(here.line + linesBefore, {
        zh: '根元素之外有文字',
        en: 'there is text outside the root element',
      })
    const to = plain ? at : decodeEntities(window, from, at, here.line)
    if (handler.text && elements.depth > 0) handler.text(window, from, to)
    here.line += lines
    return at
  }

  function markup(window: Buffer, at: number, end: number): number {
    const quick = elements.depth > 0 && handler.again ? repeated(window, at, end) : at
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
      throw xmlFault(here.line, {
        zh: 'XML 声明不在文件开头',
        en: 'the XML declaration is not at the beginning',
      })
    }
    return past(window, at, stop + 2)
  }

  function declaration(window: Buffer, at: number, end: number): number {
    if (at + 9 > end) return -1
    const start = window.toString('latin1', at + 2, at + 9)
    if (start.startsWith('--')) return delimited(window, at, end, '-->', at + 4)
    if (start === '[CDATA[') return cdata(window, at, end)
    if (/^doctype$/i.test(start)) throw refuse('exchange.xml-entities', { line: here.line })
    throw xmlFault(here.line, { zh: '无法识别的“<!”标记', en: 'an unknown "<!" mark' })
  }

  function cdata(window: Buffer, at: number, end: number): number {
    const next = delimited(window, at, end, ']]>', at + 9)
    if (next < 0) return -1
    if (elements.depth === 0)
      throw xmlFault(here.line, { zh: '根元素之外有文字', en: 'there is text outside the root element' })
    handler.text?.(window, at + 9, next - 3)
    return next
  }

  function delimited(window: Buffer, at: number, end: number, mark: string, from: number): number {
    const stop = window.indexOf(mark, from)
    return stop < 0 || stop + mark.length > end ? -1 : past(window, at, stop + mark.length)
  }

  function past(window: Buffer, from: number, to: number): number {
    for (let at = from; at < to; at++) if (window[at] === NEWLINE) here.line++
    return to
  }

  function closing(window: Buffer, at: number, end: number): number {
    let place = at + 2
    const name = place
    while (place < end && IN_NAME[window[place] as number]) place++
    const nameTo = place
    while (place < end && isSpace(window[place] as number)) place++
    if (place >= end) return -1
    if (window[place] !== GT || elements.depth === 0 || !elements.isInnermost(window, name, nameTo)) {
      const found = window.toString('utf8', name, Math.min(nameTo, name + 80))
      throw xmlFault(here.line, {
        zh: `结束标签“${found}”与开始标签不配对`,
        en: `the end tag "${found}" closes nothing that is open`,
      })
    }
    elements.depth--
    handler.close(here.line)
    return past(window, nameTo, place + 1)
  }

  function opening(window: Buffer, at: number, end: number): number {
    const nameFrom = at + 1
    let place = nameFrom
    while (place < end && IN_NAME[window[place] as number]) place++
    if (place >= end) return -1
    const nameTo = place
    if (nameTo === nameFrom || !beginsName(window[nameFrom] as number)) {
      throw xmlFault(here.line, {
        zh: '“<”后面不是标签名（文字中的“<”应写作 &lt;）',
        en: 'no name follows "<" (in text write &lt;)',
      })
    }
    const tagLine = here.line
    const stop = reader.read(window, place, end)
    if (stop < 0) {
      here.line = tagLine
      return -1
    }
    tag.empty = window[stop] === SLASH
    tag.line = tagLine
    const next = stop + (tag.empty ? 2 : 1)
    tag.shape = shapeAt(window, at, next)
    follow(shapes, tag.shape)
    if (elements.depth === 0) root()
    if (!tag.empty) elements.push(window, nameFrom, nameTo)
    tag.nameFrom = nameFrom
    tag.nameTo = nameTo
    if (handler.open(window, tag) && tag.shape >= 0) shapes.understood[tag.shape] = 1
    return next
  }

  function shapeAt(window: Buffer, at: number, stop: number): number {
    if (reader.rewritten || !handler.again) return -1
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
      again(window, shape, from, stop, here.line)
      shapes.last = shape
      at = stop + 3
      while (at < end && isSpace(window[at] as number)) if (window[at++] === NEWLINE) here.line++
    }
    return at
  }

  function root(): void {
    if (rooted)
      throw xmlFault(here.line, { zh: '有不止一个根元素', en: 'there is more than one root element' })
    rooted = true
  }

  return {
    consume,
    get line() {
      return here.line
    },
  }
}
