import { type Day, dayNumber, isDay } from '#kernel/day.ts'
import { likenessOfTexts } from '#kernel/likeness.ts'
import { type Entry, lastTaken } from './entry.ts'
import type { Expression, Value } from './expression.ts'

type Result = Value | null

/** What a condition can see besides the entry. */
export interface Surroundings {
  readonly today: Day
  /** All entries of an institution that is not in draft. */
  readonly entries: (institution: string) => Promise<readonly Entry[]>
  /** A figure from elsewhere in the platform; null where nobody knows it. */
  readonly fact: (name: string, given: Readonly<Record<string, Result>>) => Promise<Result>
  readonly workingDays: (from: Day, to: Day) => number
}

/** Who takes the step that is decided on. */
export interface Taker {
  readonly account: string
  readonly unit: string | null
}

export interface Seen {
  readonly entry: Entry
  readonly around: Surroundings
  readonly taker?: Taker
  /** The other entry inside `count` and `total`. */
  readonly other?: Entry
}

/** The value of an expression; what is missing is null, and comparisons with what is missing do not hold. */
export async function evaluate(of: Expression, seen: Seen): Promise<Result> {
  if (of === null || typeof of !== 'object' || isList(of)) return of
  if ('count' in of || 'total' in of) return lookAround(of, seen)
  if ('fact' in of) return seen.around.fact(of.fact, await namedValues(of.with, seen))
  if ('all' in of) return holdsEach(of.all, seen, true)
  if ('any' in of) return holdsEach(of.any, seen, false)
  return isOperation(of) ? operate(of, seen) : look(of, seen)
}

/** Whether a condition holds. */
export const holdsFor = async (of: Expression, seen: Seen): Promise<boolean> =>
  (await evaluate(of, seen)) === true

const isList = (of: Expression): of is readonly string[] & Value => Array.isArray(of)

type Node = Exclude<Expression, Value | null>
type Around = Extract<Node, { count: unknown } | { total: unknown }>
type Look = Extract<
  Node,
  | { field: string }
  | { its: string }
  | { state: string }
  | { dayOf: string }
  | { takerOf: string }
  | { timesOf: string }
  | { passed: string }
  | { today: true }
  | { taker: string }
>
type Operation = Exclude<Node, Around | Look | { fact: string } | { all: unknown } | { any: unknown }>

const OPERATIONS: ReadonlySet<string> = new Set([
  'not',
  'filled',
  'equals',
  'less',
  'atMost',
  'oneOf',
  'sum',
  'product',
  'share',
  'lengthOf',
  'holds',
  'likeness',
  'days',
  'workingDays',
])
const isOperation = (of: Node): of is Operation => OPERATIONS.has(Object.keys(of)[0] ?? '')

/** Looks no further than it must: `any` stops at what holds, `all` at what does not. */
async function holdsEach(of: readonly Expression[], seen: Seen, all: boolean): Promise<boolean> {
  for (const one of of) if ((await holdsFor(one, seen)) !== all) return !all
  return all
}

async function namedValues(given: Readonly<Record<string, Expression>>, seen: Seen) {
  const entries = await Promise.all(
    Object.entries(given).map(async ([name, one]) => [name, await evaluate(one, seen)] as const),
  )
  return Object.fromEntries(entries)
}

async function lookAround(of: Around, seen: Seen): Promise<number> {
  const { of: institution, where } = 'count' in of ? of.count : of.total
  let result = 0
  for (const other of await seen.around.entries(institution)) {
    if (!(await holdsFor(where, { ...seen, other }))) continue
    result += 'count' in of ? 1 : (numberOf(await evaluate(of.total.adds, { ...seen, other })) ?? 0)
  }
  return result
}

function look(of: Look, { entry, other, around, taker }: Seen): Result {
  if ('today' in of) return around.today
  if ('field' in of) return of.field === 'id' ? entry.id : (entry.values[of.field] ?? null)
  if ('taker' in of) return taker?.[of.taker] ?? null
  if ('passed' in of) return entry.passed.some(({ clock }) => clock === of.passed)
  if ('timesOf' in of) return entry.taken.filter(({ step }) => step === of.timesOf).length
  if ('state' in of) return (of.state === 'its' ? other : entry)?.state ?? null
  if ('dayOf' in of || 'takerOf' in of) {
    const whose = of.its === true ? other : entry
    if ('dayOf' in of) return (whose && lastTaken(whose, of.dayOf)?.on) ?? null
    return (whose && lastTaken(whose, of.takerOf)?.by) ?? null
  }
  return of.its === 'id' ? (other?.id ?? null) : (other?.values[of.its] ?? null)
}

async function operate(of: Operation, seen: Seen): Promise<Result> {
  if ('sum' in of) return together(of.sum, seen, 0, (one, other) => one + other)
  if ('product' in of) return together(of.product, seen, 1, (one, other) => one * other)
  if ('not' in of) return !(await holdsFor(of.not, seen))
  if ('filled' in of) return isFilled(await evaluate(of.filled, seen))
  if ('lengthOf' in of) return lengthOf(await evaluate(of.lengthOf, seen))
  if ('holds' in of) {
    const text = await evaluate(of.holds[0], seen)
    return typeof text === 'string' && of.holds[1].some((word) => text.includes(word))
  }
  const [kind, pair] = Object.entries(of)[0] as [string, readonly [Expression, Expression]]
  const one = await evaluate(pair[0], seen)
  const other = await evaluate(pair[1], seen)
  return compare(kind, one, other, seen.around)
}

function compare(kind: string, one: Result, other: Result, around: Surroundings): Result {
  switch (kind) {
    case 'equals':
      return same(one, other)
    case 'oneOf':
      return isIn(one, other)
    case 'less':
    case 'atMost':
      return inOrder(one, other, kind === 'atMost')
    case 'likeness':
      return typeof one === 'string' && typeof other === 'string' ? likenessOfTexts(one, other) : null
    case 'share': {
      const [part, whole] = [numberOf(one), numberOf(other)]
      return part === undefined || !whole ? null : part / whole
    }
    default:
      return daysBetween(kind, one, other, around)
  }
}

const same = (one: Result, other: Result): boolean =>
  Array.isArray(one) || Array.isArray(other) ? JSON.stringify(one) === JSON.stringify(other) : one === other

function isIn(one: Result, other: Result): boolean {
  if (Array.isArray(other)) return typeof one === 'string' && other.includes(one)
  return Array.isArray(one) && typeof other === 'string' && one.includes(other)
}

/** Days compare as text, numbers as numbers; nothing compares with what is missing. */
function inOrder(one: Result, other: Result, equalToo: boolean): boolean {
  const comparable =
    (typeof one === 'number' && typeof other === 'number') ||
    (typeof one === 'string' && typeof other === 'string')
  return comparable && (one < other || (equalToo && one === other))
}

function daysBetween(kind: string, one: Result, other: Result, around: Surroundings): number | null {
  if (typeof one !== 'string' || typeof other !== 'string' || !isDay(one) || !isDay(other)) return null
  return kind === 'workingDays' ? around.workingDays(one, other) : dayNumber(other) - dayNumber(one)
}

/** Null as soon as one part is missing: a sum of what is unknown is unknown. */
async function together(
  of: readonly Expression[],
  seen: Seen,
  start: number,
  join: (one: number, other: number) => number,
): Promise<number | null> {
  let result = start
  for (const one of of) {
    const value = numberOf(await evaluate(one, seen))
    if (value === undefined) return null
    result = join(result, value)
  }
  return result
}

const numberOf = (value: Result): number | undefined => (typeof value === 'number' ? value : undefined)

const isFilled = (value: Result): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

const lengthOf = (value: Result): number =>
  typeof value === 'string' ? [...value.trim()].length : Array.isArray(value) ? value.length : 0
