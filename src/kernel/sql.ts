import type { z } from 'zod'

/** A statement and its values, kept apart so that no value can ever become SQL. */
export interface Sql {
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * `sql\`select … where id = ${id}\``: every value becomes a parameter; an embedded `Sql` is spliced in.
 * There is no way to put raw text into a statement but `raw`, which takes only constants of our own.
 */
export function sql(parts: TemplateStringsArray, ...given: readonly unknown[]): Sql {
  let text = parts[0] ?? ''
  const values: unknown[] = []
  given.forEach((value, index) => {
    text += isSql(value) ? shift(value, values) : `$${values.push(value)}`
    text += parts[index + 1] ?? ''
  })
  return { text, values }
}

export const raw = (text: string): Sql => ({ text, values: [] })

const isSql = (value: unknown): value is Sql =>
  typeof value === 'object' && value !== null && 'text' in value && 'values' in value

function shift(inner: Sql, values: unknown[]): string {
  const before = values.length
  values.push(...inner.values)
  return inner.text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + before}`)
}

/**
 * For whom a transaction runs. The database's row-level security reads it, so it is the one predicate behind
 * every list, search, count and export; `jurisdiction: EVERY_JURISDICTION` is for the system's own jobs only.
 */
export interface Scope {
  readonly jurisdiction: string
  readonly unit?: string
  readonly account?: string
  readonly roles?: readonly string[]
  /**
   * How far the caller sees: the whole jurisdiction, its own unit, or no unit's rows at all. Left out, it is the
   * jurisdiction for the system's own work (no `account`) and nothing for an account.
   */
  readonly reach?: Reach
}

export type Reach = 'jurisdiction' | 'unit' | 'none'

export const EVERY_JURISDICTION = '*'

/**
 * What a module sees of the database: one transaction, run for one scope.
 * Column names arrive in camelCase; `date` stays text, `timestamptz` is a JS `Date`, `bigint` a number.
 */
export interface Db {
  readonly scope: Scope
  /** Every row, parsed: a typed query result is only a claim. */
  rows<Row>(schema: z.ZodType<Row>, statement: Sql): Promise<Row[]>
  /** The only row, or undefined. More than one is a bug. */
  one<Row>(schema: z.ZodType<Row>, statement: Sql): Promise<Row | undefined>
  /** Runs a statement and says how many rows it touched. */
  run(statement: Sql): Promise<number>
  /** Runs once the transaction has been committed, never if it was not: for wake-ups and caches, not for facts. */
  afterCommit(work: () => void): void
  /** After the commit, wakes those who listen on a channel in any process. A hint: nobody may rely on hearing it. */
  notify(channel: string, message: string): void
}
