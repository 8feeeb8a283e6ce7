import { type Condition, type Operand, readCondition, refuseCondition } from './condition.ts'

/** What a condition may ask of a thing: the kind of each field; a nested shape is a list of such things. */
export interface Shape {
  readonly [field: string]: 'text' | 'number' | 'yesNo' | Shape
}

export type Thing = Readonly<Record<string, unknown>>
type Test = (thing: Thing, outer: Thing) => boolean

interface Scope {
  readonly shape: Shape
  readonly outer: Shape
  readonly place: string
}

const TESTS = [
  ...(['all', 'any', 'not', 'some', 'none', 'is', 'in'] as const),
  ...(['given', 'below', 'atMost', 'above', 'atLeast'] as const),
]
const OF_LISTS: readonly string[] = ['some', 'none']
const OF_PARTS: readonly string[] = ['all', 'any', 'not']

/**
 * Compiles a condition once to a function that is asked a million times. Every field it names is held to the shape
 * here, so that a misspelt name is refused when the rule is stated and never silently finds nothing.
 *
 * A field that is not given satisfies no comparison, only `given: false`.
 */
export function compileCondition(given: unknown, shape: Shape): (thing: Thing) => boolean {
  const test = testOf(readCondition(given), { shape, outer: {}, place: 'when' })
  return (thing) => test(thing, thing)
}

function testOf(condition: Condition, scope: Scope): Test {
  const word = theTestOf(condition, scope)
  const inner = (part: string) => ({ ...scope, place: `${scope.place}.${part}` })
  const partsOf = (parts: readonly Condition[] = []) =>
    parts.map((part, index) => testOf(part, inner(`${word}.${index}`)))
  switch (word) {
    case 'all':
      return every(partsOf(condition.all))
    case 'any':
      return negated(every(partsOf(condition.any).map(negated)))
    case 'not':
      return negated(testOf(condition.not ?? {}, inner(word)))
    case 'some':
      return someOf(condition.some ?? '', condition.where ?? {}, inner(word))
    case 'none':
      return negated(someOf(condition.none ?? '', condition.where ?? {}, inner(word)))
    default:
      return comparisonOf(condition, word, scope)
  }
}

/** The one test that a condition makes; the other words must be those that go with it. */
function theTestOf(condition: Condition, { place }: Scope): (typeof TESTS)[number] {
  const found = TESTS.filter((word) => condition[word] !== undefined)
  const [word] = found
  if (word === undefined || found.length > 1)
    throw refuseCondition('condition.not-one-test', { place, words: TESTS.join(' '), found: found.length })
  const needs = OF_LISTS.includes(word) ? 'where' : OF_PARTS.includes(word) ? undefined : 'field'
  for (const companion of ['field', 'where'] as const)
    if ((condition[companion] !== undefined) !== (companion === needs))
      throw refuseCondition('condition.word-out-of-place', { place, word: companion })
  return word
}

const negated =
  (test: Test): Test =>
  (thing, outer) =>
    !test(thing, outer)

/** The usual numbers of parts are written out: a loop over three tests costs as much as the tests. */
function every(tests: readonly Test[]): Test {
  const [first, second, third] = tests
  if (first === undefined) return () => true
  if (second === undefined) return first
  if (third === undefined) return (thing, outer) => first(thing, outer) && second(thing, outer)
  const rest = tests.length > 3 ? every(tests.slice(3)) : undefined
  if (!rest) return (thing, outer) => first(thing, outer) && second(thing, outer) && third(thing, outer)
  return (thing, outer) =>
    first(thing, outer) && second(thing, outer) && third(thing, outer) && rest(thing, outer)
}

function someOf(field: string, where: Condition, scope: Scope): Test {
  const shape = kindOf(field, scope.shape, scope.place)
  if (typeof shape === 'string') throw wrongKind(field, shape, scope.place)
  const test = testOf(where, { shape, outer: scope.shape, place: `${scope.place}.where` })
  return (thing) => {
    const elements = thing[field]
    if (!Array.isArray(elements)) return false
    for (const element of elements as readonly Thing[]) if (test(element, thing)) return true
    return false
  }
}

function comparisonOf(condition: Condition, word: string, scope: Scope): Test {
  const field = condition.field ?? ''
  const kind = kindOf(field, scope.shape, scope.place)
  if (condition.given !== undefined) {
    const wanted = condition.given
    return (thing) => (thing[field] !== undefined && thing[field] !== null) === wanted
  }
  if (condition.is !== undefined || condition.in !== undefined)
    return oneOf(field, kind, condition.in ?? [condition.is], scope.place)
  if (kind !== 'number') throw wrongKind(field, kind, scope.place)
  const operand = condition.below ?? condition.atMost ?? condition.above ?? condition.atLeast ?? 0
  return typeof operand === 'number'
    ? toNumber(word, field, operand)
    : toField(word, field, namedBy(operand, scope), 'outer' in operand)
}

const KINDS = { string: 'text', number: 'number', boolean: 'yesNo' } as const

function oneOf(field: string, kind: Shape[string], values: readonly unknown[], place: string): Test {
  if (values.some((value) => KINDS[typeof value as keyof typeof KINDS] !== kind))
    throw wrongKind(field, kind, place)
  const [only] = values
  if (values.length === 1) return (thing) => thing[field] === only
  const set = new Set(values)
  return (thing) => set.has(thing[field])
}

function toNumber(word: string, field: string, limit: number): Test {
  switch (word) {
    case 'below':
      return (thing) => (thing[field] as number) < limit
    case 'atMost':
      return (thing) => (thing[field] as number) <= limit
    case 'above':
      return (thing) => (thing[field] as number) > limit
    default:
      return (thing) => (thing[field] as number) >= limit
  }
}

function toField(word: string, field: string, other: string, isOuter: boolean): Test {
  switch (word) {
    case 'below':
      return (thing, outer) => (thing[field] as number) < ((isOuter ? outer : thing)[other] as number)
    case 'atMost':
      return (thing, outer) => (thing[field] as number) <= ((isOuter ? outer : thing)[other] as number)
    case 'above':
      return (thing, outer) => (thing[field] as number) > ((isOuter ? outer : thing)[other] as number)
    default:
      return (thing, outer) => (thing[field] as number) >= ((isOuter ? outer : thing)[other] as number)
  }
}

/** The field that an operand names, held to be a number of the thing or of the one that holds its list. */
function namedBy(operand: Exclude<Operand, number>, { shape, outer, place }: Scope): string {
  const [name, of] = 'outer' in operand ? [operand.outer, outer] : [operand.field, shape]
  const kind = kindOf(name, of, place)
  if (kind !== 'number') throw wrongKind(name, kind, place)
  return name
}

function kindOf(field: string, shape: Shape, place: string): Shape[string] {
  const kind = Object.hasOwn(shape, field) ? shape[field] : undefined
  if (kind !== undefined) return kind
  throw refuseCondition('condition.unknown-field', { place, field, known: Object.keys(shape).join(', ') })
}

const wrongKind = (field: string, kind: Shape[string], place: string) =>
  refuseCondition('condition.wrong-kind', { place, field, kind: typeof kind === 'string' ? kind : 'list' })
