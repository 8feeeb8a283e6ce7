import { dictionary, internBytes } from '#engines/histories/index.ts'
import { refuse } from '../../refusals.ts'
import type { Collector } from '../../reading/collector.ts'
import type { ByteParser } from '../../source/window.ts'
import { xmlScanner, type XmlAttributes, type XmlHandler } from '../../xml/scanner.ts'
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

  const handler: XmlHandler = {
    open(window, nameFrom, nameTo, attributes, empty, line) {
      if (ignored > 0) {
        if (!empty) ignored++
        return
      }
      const kind = elements.kindOf(window, nameFrom, nameTo)
      if (place === 'outside') return enterLog(window, nameFrom, nameTo, kind, empty, line)
      if (kind === 'attribute' && place !== 'log') {
        writeAttribute(window, attributes, line)
        if (!empty) ignored = 1
      } else if (kind === 'event' && place === 'trace') {
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

  function enterLog(
    window: Buffer,
    from: number,
    to: number,
    kind: string,
    empty: boolean,
    line: number,
  ): void {
    if (kind !== 'log')
      throw refuse('exchange.not-xes', { root: window.toString('utf8', from, to).slice(0, 80), line })
    if (!empty) place = 'log'
  }

  function writeAttribute(window: Buffer, attributes: XmlAttributes, line: number): void {
    let key = -1
    let value = -1
    for (let index = 0; index < attributes.count; index++) {
      const from = attributes.nameFrom[index] as number
      const length = (attributes.nameTo[index] as number) - from
      if (length === 3 && isKey(window, from)) key = index
      else if (length === 5 && isValue(window, from)) value = index
    }
    if (key < 0 || value < 0) return
    const { valueFrom, valueTo } = attributes
    const [keyFrom, keyTo] = [valueFrom[key] as number, valueTo[key] as number]
    const [from, to] = [valueFrom[value] as number, valueTo[value] as number]
    if (place === 'event') writer.eventValue(window, keyFrom, keyTo, from, to, line)
    else writer.traceValue(window, keyFrom, keyTo, from, to)
  }

  return xmlScanner(handler)
}

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
