import type { Db } from '#kernel/sql.ts'
import { type Question, questionOf } from './question.ts'
import {
  COUNTED,
  countWithin,
  countWords,
  findAllWithin,
  findAnswering,
  findResembling,
  type Found,
  type Within,
} from './search-store.ts'

export interface Asked {
  readonly typed: string | undefined
  readonly after: string | undefined
  readonly limit: number
  readonly within: Within
}

export interface Page {
  readonly found: readonly Found[]
  readonly next: string | null
  readonly total: number
  readonly more: boolean
}

/** Nobody turns more pages of a search than that; whoever would should say more words. */
const CEILING = 1000
/** A word of so many items says little about any of them. */
const COMMON = 500
const RESEMBLING = 40
/** So few answers may have missed what was meant. */
const FEW = 5

/** Finds items by what was typed, or all of them by code. The database is asked as the system (see `search-store.ts`). */
export async function searchItems(db: Db, { typed = '', after, limit, within }: Asked): Promise<Page> {
  if (typed.trim() === '') return browse(db, after ?? '', limit, within)
  const question = questionOf(typed)
  if (!question) return NOTHING
  const offset = Math.min(Number(after ?? 0) || 0, CEILING)
  const rows = await findAnswering(db, question, within, { offset, limit })
  if (offset === 0 && rows.length < FEW) return withResembling(db, question, { rows, within, limit })
  const total = rows[0]?.total ?? 0
  const end = offset + rows.length
  return {
    found: rows,
    next: end < Math.min(total, CEILING) ? String(end) : null,
    total: Math.min(total, CEILING),
    more: total > CEILING,
  }
}

const NOTHING: Page = { found: [], next: null, total: 0, more: false }

async function browse(db: Db, after: string, limit: number, within: Within): Promise<Page> {
  const rows = await findAllWithin(db, within, { after, limit: limit + 1 })
  const counted = await countWithin(db, within)
  const found = rows.slice(0, limit)
  const next = rows.length > limit ? (found.at(-1)?.item ?? null) : null
  const total = counted?.total ?? 0
  return { found, next, total: Math.min(total, COUNTED), more: total > COUNTED }
}

/** Few items have all the words: those that have at least half of the rarer ones follow them. */
async function withResembling(
  db: Db,
  { words, intent }: Question,
  {
    rows,
    within,
    limit,
  }: { readonly rows: readonly Found[]; readonly within: Within; readonly limit: number },
): Promise<Page> {
  const answering = rows.map(({ item, version }) => ({ item, version }))
  // One word alone says too little to stand beside real answers.
  const enough = rows.length > 0 ? 2 : 1
  const also = (await resembling(db, { words, intent }, { within, enough })).filter(
    ({ item }) => !answering.some((one) => one.item === item),
  )
  const found = [...answering, ...also].slice(0, limit)
  return found.length === 0 ? NOTHING : { found, next: null, total: found.length, more: false }
}

async function resembling(
  db: Db,
  { words, intent }: Pick<Question, 'words' | 'intent'>,
  { within, enough }: { readonly within: Within; readonly enough: number },
): Promise<readonly Found[]> {
  if (words.length === 0) return []
  const counted = await countWords(db, words, within.jurisdiction, COMMON)
  const rare = counted.filter(({ items }) => items > 0 && items < COMMON).map(({ word }) => word)
  if (rare.length < enough) return []
  const least = Math.max(enough, Math.ceil(rare.length / 2))
  return findResembling(db, { words: rare, intent }, within, { least, limit: RESEMBLING })
}
