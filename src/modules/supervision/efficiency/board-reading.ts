import type { Db } from '#kernel/sql.ts'
import type { Called } from './board-views.ts'
import { type Boards, boardsFor } from './boards/context.ts'
import { namesFor } from './naming.ts'
import { spanOf } from './span.ts'

export type SpanGiven = { readonly from?: string | undefined; readonly until?: string | undefined }

export const ownBoards = (db: Db, query: SpanGiven, now: number): Promise<Boards> =>
  boardsFor(db, { ...spanOf(query, now), now, unit: db.scope.reach === 'unit' ? db.scope.unit : undefined })

export async function calledFor(
  db: Db,
  { versions }: Boards,
  people: readonly string[] = [],
): Promise<Called> {
  const items = new Map(
    versions.map(({ item, nameZh, nameEn }) => [item, { zh: nameZh, en: nameEn || nameZh }]),
  )
  const names = await namesFor(db, [...new Set(people)].filter(Boolean))
  return { ...names, item: (item) => items.get(item) ?? { zh: item, en: item } }
}
