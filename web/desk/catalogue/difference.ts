import { join } from './paths.ts'

export interface Difference {
  readonly place: string
  /** Undefined: not there. */
  readonly before: unknown
  readonly after: unknown
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const codeOf = (value: unknown): string | undefined =>
  isObject(value) && typeof value.code === 'string' ? value.code : undefined

/** 中英文 belong together, and so do a length and its unit: they are told as one. */
const isLeaf = (value: unknown): boolean =>
  !isObject(value) || ('zh' in value && 'en' in value) || ('length' in value && 'unit' in value)

/**
 * What changed between two contents, in the order of the later one. Rows with a code are the same row wherever they
 * stand; places are those of the later content, of what went those of the earlier one.
 */
export function differences(before: unknown, after: unknown, at = ''): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, at)
  if (isLeaf(before) || isLeaf(after)) return [{ place: at, before, after }]
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return [...new Set([...Object.keys(now), ...Object.keys(old)])].flatMap((key) =>
    differences(old[key], now[key], join(at, key)),
  )
}

function ofLists(before: readonly unknown[], after: readonly unknown[], at: string): Difference[] {
  if ([...before, ...after].every((row) => !isObject(row))) return [{ place: at, before, after }]
  const coded = [...before, ...after].every((row) => codeOf(row) !== undefined)
  const partner = (row: unknown, index: number, rows: readonly unknown[]) =>
    coded ? rows.find((other) => codeOf(other) === codeOf(row)) : rows[index]
  const kept = after.flatMap((row, index) => {
    const old = partner(row, index, before)
    const place = join(at, index)
    return old === undefined ? [{ place, before: undefined, after: row }] : differences(old, row, place)
  })
  const gone = before
    .map((row, index) => ({ place: join(at, index), before: row, after: partner(row, index, after) }))
    .filter((one) => one.after === undefined)
  const order = (rows: readonly unknown[]) => rows.map(codeOf)
  const moved =
    coded &&
    kept.length === 0 &&
    gone.length === 0 &&
    JSON.stringify(order(before)) !== JSON.stringify(order(after))
  return moved ? [{ place: at, before: order(before), after: order(after) }] : [...kept, ...gone]
}
