import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/refusal.ts'
import { xmlScanner } from './scanner.ts'

/** What the scanner tells of a document given in pieces of some length, as lines. */
function told(xml: string, pieceBytes = 1 << 20): string[] {
  const lines: string[] = []
  const names: string[] = []
  const known: string[] = []
  let text = ''
  const flush = () => {
    if (text.trim() !== '') lines.push(`text ${text}`)
    text = ''
  }
  const scanner = xmlScanner({
    open(window, { nameFrom, nameTo, attributes: { count, ...places }, empty, line, shape }) {
      flush()
      const name = window.toString('utf8', nameFrom, nameTo)
      const attributes = Array.from({ length: count }, (_, index) => {
        const key = window.toString('utf8', places.nameFrom[index], places.nameTo[index])
        return `${key}=${window.toString('utf8', places.valueFrom[index], places.valueTo[index])}`
      })
      lines.push([`${line}:${name}`, ...attributes, ...(empty ? ['/'] : [])].join(' '))
      if (!empty) names.push(name)
      const last = attributes.at(-1)
      if (last === undefined) return false
      known[shape] = [name, ...attributes.slice(0, -1), last.slice(0, last.indexOf('=') + 1)].join(' ')
      return true
    },
    again(window, shape, from, to, line) {
      flush()
      lines.push(`${line}:${known[shape]}${window.toString('utf8', from, to)} /`)
    },
    close() {
      flush()
      lines.push(`/${names.pop()}`)
    },
    text: (window, from, to) => (text += window.toString('utf8', from, to)),
  })
  const bytes = Buffer.from(xml)
  let rest = Buffer.alloc(0)
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const window = Buffer.concat([rest, bytes.subarray(at, at + pieceBytes)])
    rest = window.subarray(scanner.consume(window, window.length, false))
  }
  scanner.consume(Buffer.from(rest), rest.length, true)
  return lines
}

const faultOf = (xml: string): string => {
  try {
    told(xml)
    return 'no fault'
  } catch (error) {
    if (!isRefusal(error)) throw error
    return `${error.code} ${error.details['line']}`
  }
}

describe('well-formed XML is understood', () => {
  test.each([
    ['both kinds of quotes, any order', `<a c="1" b='2'/>`, ['1:a c=1 b=2 /']],
    ['entities and character references', `<a b="&lt;&amp;&#20013;&#x6587;&quot;"/>`, ['1:a b=<&中文" /']],
    ['a > and the other quote within a value', `<a b="x>y'z"/>`, [`1:a b=x>y'z /`]],
    ['line breaks within a value are spaces', '<a b="x\ny"/>', ['1:a b=x y /']],
    ['line breaks within a tag', '<a\n  b="1"\n/>', ['1:a b=1 /']],
    ['prefixes are left to the reader', '<x:a x:b="1"/>', ['1:x:a x:b=1 /']],
    ['CDATA is text', '<a><![CDATA[<b>&amp;]]></a>', ['1:a', 'text <b>&amp;', '/a']],
    [
      'comments and instructions are passed over',
      '<?xml version="1.0"?><!-- <a> --><a><?p <b> ?>x</a>',
      ['1:a', 'text x', '/a'],
    ],
    ['nesting', '<a>\n<b>1</b><b/>\n</a>', ['1:a', '2:b', 'text 1', '/b', '2:b /', '/a']],
    ['spaces in an end tag', '<a></a\n>', ['1:a', '/a']],
  ])('%s', (_, xml, expected) => {
    expect(told(xml)).toEqual(expected)
  })

  test('equal tags in a row differ in their last value only', () => {
    const xml = `<l>${'<s k="n" v="one"/><s k="n" v="two &amp; a half"/><s k="m" v=""/>'.repeat(3)}</l>`
    const once = ['1:s k=n v=one /', '1:s k=n v=two & a half /', '1:s k=m v= /']
    expect(told(xml)).toEqual(['1:l', ...once, ...once, ...once, '/l'])
  })
})

describe('broken XML is refused with its line', () => {
  test.each([
    ['an element that is never closed', '<a>\n<b>\n</b>', 'exchange.xml-broken 3'],
    ['an end tag of another element', '<a>\n</b>', 'exchange.xml-broken 2'],
    ['two roots', '<a/>\n<b/>', 'exchange.xml-broken 2'],
    ['text outside the root', '<a/>\nx', 'exchange.xml-broken 2'],
    ['the same attribute twice', '<a b="1" b="2"/>', 'exchange.xml-broken 1'],
    ['an attribute without quotes', '<a b=1/>', 'exchange.xml-broken 1'],
    ['attributes that stick together', '<a b="1"c="2"/>', 'exchange.xml-broken 1'],
    ['a < within a value', '<a b="<"/>', 'exchange.xml-broken 1'],
    ['an entity nobody declared', '<a>&bomb;</a>', 'exchange.xml-broken 1'],
    ['a reference to no character', '<a>&#0;</a>', 'exchange.xml-broken 1'],
    ['a bare ampersand', '<a b="x & y"/>', 'exchange.xml-broken 1'],
    ['a control character', '<a>\u0001</a>', 'exchange.xml-broken 1'],
    ['a declaration in the middle', '<a>\n<?xml version="1.0"?></a>', 'exchange.xml-broken 2'],
    ['a file that ends in a tag', '<a b="', 'exchange.xml-broken 1'],
    ['nothing at all', '  \n ', 'exchange.xml-broken 2'],
    [
      'an entity bomb',
      '<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><l>&b;</l>',
      'exchange.xml-entities 2',
    ],
    ['a document type elsewhere', '<!DOCTYPE l SYSTEM "file:///etc/passwd"><l/>', 'exchange.xml-entities 1'],
  ])('%s', (_, xml, fault) => {
    expect(faultOf(xml)).toBe(fault)
  })

  test('endless nesting', () => {
    expect(faultOf('<a>'.repeat(100_000))).toBe('exchange.xml-broken 1')
  })
})

test('where the pieces of a file end makes no difference', () => {
  const attribute = fc.constantFrom(
    ' k="n" v="x"',
    ' k="n" v="y &lt; z"',
    " v='a\nb' k='m'",
    '',
    ' k="长" v="中文字"',
  )
  const element = fc
    .tuple(fc.constantFrom('s', 'event', 'x:t'), attribute)
    .map(([name, given]) => `<${name}${given}/>`)
  const other = fc.constantFrom(
    '\n\t',
    'text',
    '<!-- c -->',
    '<![CDATA[ & ]]>',
    '<e>&#20013;</e >',
    '<?p x?>',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(element, other)), fc.integer({ min: 1, max: 40 }), (parts, piece) => {
      const xml = `<log>${parts.join('')}</log>\n`
      expect(told(xml, piece)).toEqual(told(xml))
    }),
  )
})
