import type { Expression } from './expression.ts'

interface NameUsed {
  readonly kind: 'field' | 'step' | 'clock'
  readonly name: string
}

const KINDS: Readonly<Record<string, NameUsed['kind']>> = {
  field: 'field',
  dayOf: 'step',
  takerOf: 'step',
  timesOf: 'step',
  passed: 'clock',
}

/** Names of this institution that an expression uses; what it says of other entries (`its`) belongs to theirs. */
export function namesIn(of: Expression): NameUsed[] {
  if (of === null || typeof of !== 'object') return []
  if (Array.isArray(of)) return (of as readonly unknown[]).flatMap((one) => namesIn(one as Expression))
  if (('dayOf' in of || 'takerOf' in of) && of.its === true) return []
  return Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
    const kind = KINDS[key]
    if (kind && typeof value === 'string') return [{ kind, name: value }]
    return typeof value === 'object' ? partsOf(key, value).flatMap(namesIn) : []
  })
}

const partsOf = (key: string, value: object | null): Expression[] =>
  key === 'with' || key === 'count' || key === 'total'
    ? (Object.values(value ?? {}) as Expression[])
    : [value as Expression]
