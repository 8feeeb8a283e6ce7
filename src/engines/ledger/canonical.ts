import { refuse } from './refusals.ts'

/**
 * The one text of a value, after RFC 8785: members sorted by name, no spaces, numbers and strings as in ECMAScript.
 * Members that are `undefined` are left out, as in JSON. What has no JSON form (a Date, NaN, a function, half of a
 * surrogate pair) is refused: another program could not hash it to the same bytes.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value)
    case 'number':
      if (!Number.isFinite(value)) throw refuse('ledger.not-plain', { found: String(value) })
      return String(value === 0 ? 0 : value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value as Record<string, unknown>)
    default:
      throw refuse('ledger.not-plain', { found: typeof value })
  }
}

/** Everything that JSON writes as it is; the rest, and text with surrogates, takes the careful way. */
const PLAIN = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/

const LONE_SURROGATE = /\p{Surrogate}/u

export function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`
  if (LONE_SURROGATE.test(text) || text.includes('\u0000'))
    throw refuse('ledger.not-plain', { found: 'text' })
  return JSON.stringify(text)
}

function canonicalArray(values: readonly unknown[]): string {
  if (values.length === 0) return '[]'
  let text = '['
  for (let index = 0; index < values.length; index++) {
    if (index > 0) text += ','
    text += canonical(values[index] === undefined ? null : values[index])
  }
  return text + ']'
}

/**
 * Sorting the names of every object cost four times as much as all the rest. Objects of one kind name their members
 * in one order, so the sorted order is remembered along the path of names, as in a prefix tree.
 */
interface Shape {
  readonly next: Map<string, Shape>
  sorted: ReadonlyArray<readonly [name: string, written: string]> | undefined
}

const newShape = (): Shape => ({ next: new Map(), sorted: undefined })

/** Names that are data (a map from id to value) would grow the tree without end: it is then begun anew. */
const SHAPES_KEPT = 20_000
let root = newShape()
let shapes = 0

function canonicalObject(value: Record<string, unknown>): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw refuse('ledger.not-plain', { found: value.constructor.name })
  }
  let shape = root
  for (const name in value) shape = shape.next.get(name) ?? grow(shape, name)
  const sorted = (shape.sorted ??= sortedNames(value))
  let text = ''
  for (let index = 0; index < sorted.length; index++) {
    const [name, written] = sorted[index] as readonly [string, string]
    const member = value[name]
    if (member === undefined) continue
    text += text === '' ? written.slice(1) : written
    text += typeof member === 'string' && PLAIN.test(member) ? `"${member}"` : canonical(member)
  }
  return `{${text}}`
}

function grow(shape: Shape, name: string): Shape {
  if (++shapes > SHAPES_KEPT) {
    shapes = 0
    root = newShape()
  }
  const next = newShape()
  shape.next.set(name, next)
  return next
}

function sortedNames(value: Record<string, unknown>): Array<readonly [string, string]> {
  const names = Object.keys(value).sort()
  return names.map((name) => [name, `,${quoted(name)}:`] as const)
}
