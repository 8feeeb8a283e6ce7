import type { Expression, Value } from '#engines/registers/contract.ts'

export const COMPARISONS = [
  'is',
  'isNot',
  'less',
  'atMost',
  'more',
  'atLeast',
  'filled',
  'empty',
  'holds',
] as const
export type Comparison = (typeof COMPARISONS)[number]

/** One line of a simple condition: a field (or the state, the day of a step, today), how it compares, and with what. */
export interface Line {
  readonly left: Expression
  readonly how: Comparison
  readonly right: Expression
}

export interface Simple {
  readonly join: 'all' | 'any'
  readonly lines: readonly Line[]
}

const NEGATED: Readonly<Partial<Record<Comparison, Comparison>>> = {
  is: 'isNot',
  less: 'atLeast',
  atMost: 'more',
  filled: 'empty',
}

/** An expression as lines that a form can show, undefined where it says more than lines can. */
export function simpleOf(of: Expression): Simple | undefined {
  if (of === true) return { join: 'all', lines: [] }
  const parts = isNode(of) && 'all' in of ? of.all : isNode(of) && 'any' in of ? of.any : [of]
  const lines = parts.map(lineOf)
  if (lines.some((line) => line === undefined)) return undefined
  return { join: isNode(of) && 'any' in of ? 'any' : 'all', lines: lines as Line[] }
}

type Node = Exclude<Expression, Value | null>

const isNode = (of: Expression): of is Node => typeof of === 'object' && of !== null && !Array.isArray(of)

function lineOf(of: Expression): Line | undefined {
  if (!isNode(of)) return undefined
  if ('not' in of) {
    const inner = lineOf(of.not)
    const how = inner && NEGATED[inner.how]
    return inner && how && { ...inner, how }
  }
  if ('filled' in of) return isSide(of.filled) ? { left: of.filled, how: 'filled', right: null } : undefined
  if ('holds' in of)
    return isSide(of.holds[0]) ? { left: of.holds[0], how: 'holds', right: [...of.holds[1]] } : undefined
  if ('equals' in of) return sidesOf('is', of.equals)
  if ('less' in of) return sidesOf('less', of.less)
  return 'atMost' in of ? sidesOf('atMost', of.atMost) : undefined
}

const sidesOf = (how: Comparison, [left, right]: readonly [Expression, Expression]): Line | undefined =>
  isSide(left) && isSide(right) ? { left, how, right } : undefined

/** What a form can name: a value, a field, the state, the day of a step, today. */
const isSide = (of: Expression): boolean =>
  !isNode(of) || 'field' in of || 'state' in of || 'today' in of || ('dayOf' in of && of.its !== true)

/** The expression that lines say; none at all holds for every entry. */
export function expressionOf({ join, lines }: Simple): Expression {
  const parts = lines.map(partOf)
  if (parts.length === 0) return true
  if (parts.length === 1) return parts[0] as Expression
  return join === 'all' ? { all: parts } : { any: parts }
}

function partOf({ left, how, right }: Line): Expression {
  switch (how) {
    case 'is':
      return { equals: [left, right] }
    case 'isNot':
      return { not: { equals: [left, right] } }
    case 'less':
      return { less: [left, right] }
    case 'atLeast':
      return { not: { less: [left, right] } }
    case 'atMost':
      return { atMost: [left, right] }
    case 'more':
      return { not: { atMost: [left, right] } }
    case 'filled':
      return { filled: left }
    case 'empty':
      return { not: { filled: left } }
    case 'holds':
      return { holds: [left, Array.isArray(right) ? right : [String(right ?? '')]] }
  }
}
