import { dictionary, internBytes } from '#engines/histories/index.ts'
import { refuse } from '../../refusals.ts'
import type { Collector } from '../../reading/collector.ts'
import type { ByteParser } from '../../source/window.ts'
import { xmlScanner, type XmlHandler, type XmlTag } from '../../xml/scanner.ts'
import { traceWriter } from './trace-writer.ts'

/** What the elements of XES (IEEE 1849) are to us. */
const ATTRIBUTE_ELEMENTS = ['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container']

type Place = 'outside' | 'log' | 'trace' | 'event'

/**
 * XES from bytes to coded columns. Attributes directly under a trace or an event count; nested ones, the log's own
 * header (`global`, `extension`, `classifier`) and elements unknown to the standard are stepped over.
 */
export function xesParser(own: Collector): ByteParser {
  const elements = elementNames()
  const writer = traceWriter(own)
  let place: Place = 'outside'
  /** Open elements below one that does not count. */
  let ignored = 0
  const meanings: (Meaning | undefined)[] = []

  const handler: XmlHandler = {
    open(window, tag) {
      const { empty } = tag
      if (ignored > 0) {
        if (!empty) ignored++
        return false
      }
      const meaning = meaningOf(window, tag)
      if (place === 'outside') enterLog(window, tag, meaning.kind)
      else if (meaning.kind === 'attribute' && place !== 'log') {
        if (meaning.key >= 0) writeAttribute(window, tag, meaning)
        if (!empty) ignored = 1
      } else enter(tag, meaning.kind)
      return meaning.alike
    },
    again(window, shape, from, to, line) {
      if (ignored > 0) return
      const { key } = meanings[shape] as Meaning
      if (place === 'event') writer.eventValue(window, key, from, to, line)
      else if (place === 'trace') writer.traceValue(window, key, from, to)
    },
    close() {
      if (ignored > 0) {
        ignored--
      } else if (place === 'event') {
        writer.endEvent()
        place = 'trace'
      } else if (place === 'trace') {
        writer.endTrace()
        place = 'log'
      } else {
        place = 'outside'
      }
    },
  }

  function enter({ empty, line }: XmlTag, kind: ElementKind): void {
    if (kind === 'event' && place === 'trace') {
      writer.beginEvent(line)
      if (empty) writer.endEvent()
      else place = 'event'
    } else if (kind === 'trace' && place === 'log') {
      writer.beginTrace(line)
      if (empty) writer.endTrace()
      else place = 'trace'
    } else {
      if (kind === 'event') own.report.reject('event-outside-trace', line)
      if (!empty) ignored = 1
    }
  }

  function enterLog(window: Buffer, tag: XmlTag, kind: string): void {
    if (kind !== 'log') throw notXes(window, tag)
    if (!tag.empty) place = 'log'
  }

  /** The element's kind, its key as a code, and which attribute is its value; the same for all tags of one shape. */
  function meaningOf(window: Buffer, tag: XmlTag): Meaning {
    const known = tag.shape < 0 ? undefined : meanings[tag.shape]
    if (known) return known
    const kind = elements.kindOf(window, tag.nameFrom, tag.nameTo)
    const { keyIndex, valueIndex } = keyAndValue(window, tag)
    const { valueFrom, valueTo, count } = tag.attributes
    const isWhole = kind === 'attribute' && keyIndex >= 0 && valueIndex >= 0
    const key = isWhole
      ? writer.keyCode(window, valueFrom[keyIndex] as number, valueTo[keyIndex] as number)
      : -1
    const alike = tag.shape >= 0 && key >= 0 && valueIndex === count - 1
    const meaning = { kind, key, valueIndex, alike }
    // Only the value of the last attribute differs within a shape: a key that stands there belongs to this tag alone.
    if (tag.shape >= 0 && keyIndex !== count - 1) meanings[tag.shape] = meaning
    return meaning
  }

  function writeAttribute(window: Buffer, tag: XmlTag, { key, valueIndex }: Meaning): void {
    const from = tag.attributes.valueFrom[valueIndex] as number
    const to = tag.attributes.valueTo[valueIndex] as number
    if (place === 'event') writer.eventValue(window, key, from, to, tag.line)
    else writer.traceValue(window, key, from, to)
  }

  return xmlScanner(handler)
}

interface Meaning {
  readonly kind: ElementKind
  readonly key: number
  readonly valueIndex: number
  /** Tags of its shape differ in the value alone. */
  readonly alike: boolean
}

function keyAndValue(window: Buffer, { attributes }: XmlTag): { keyIndex: number; valueIndex: number } {
  let keyIndex = -1
  let valueIndex = -1
  for (let index = 0; index < attributes.count; index++) {
    const from = attributes.nameFrom[index] as number
    const length = (attributes.nameTo[index] as number) - from
    if (length === 3 && isKey(window, from)) keyIndex = index
    else if (length === 5 && isValue(window, from)) valueIndex = index
  }
  return { keyIndex, valueIndex }
}

const notXes = (window: Buffer, { nameFrom, nameTo, line }: XmlTag) =>
  refuse('exchange.not-xes', { root: window.toString('utf8', nameFrom, nameTo).slice(0, 80), line })

const isKey = (window: Buffer, at: number): boolean =>
  window[at] === 107 && window[at + 1] === 101 && window[at + 2] === 121

const isValue = (window: Buffer, at: number): boolean =>
  window[at] === 118 &&
  window[at + 1] === 97 &&
  window[at + 2] === 108 &&
  window[at + 3] === 117 &&
  window[at + 4] === 101

type ElementKind = 'attribute' | 'event' | 'trace' | 'log' | 'other'

/** Element names by code, so that a name is compared once and not with every name of the standard. */
function elementNames() {
  const names = dictionary()
  const kinds: ElementKind[] = []
  const learn = (name: string): ElementKind => {
    const local = name.slice(name.indexOf(':') + 1)
    if (ATTRIBUTE_ELEMENTS.includes(local)) return 'attribute'
    return local === 'event' || local === 'trace' || local === 'log' ? local : 'other'
  }
  const MOST_NAMES = 1000
  return {
    kindOf(window: Buffer, from: number, to: number): ElementKind {
      if (names.texts.length >= MOST_NAMES) return learn(window.toString('utf8', from, to))
      const code = internBytes(names.bytes, window, from, to)
      return (kinds[code] ??= learn(names.texts[code] ?? ''))
    },
  }
}
