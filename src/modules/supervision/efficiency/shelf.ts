import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { type CaseColumns, columnsBuilder } from './columns.ts'
import type { Yardstick } from './measured.ts'
import { paceMark, streamPaces } from './store.ts'
import { yardstickFor } from './yardstick.ts'

/** The cases a reader may see, measured, and by what. */
export interface Measures {
  readonly columns: CaseColumns
  readonly by: Yardstick
}

interface Kept extends Measures {
  readonly mark: string
  readonly readAt: number
}

const shelf = new Map<string, Promise<Kept>>()
const SHELF_LIMIT = 6

/** So many cases are read again at once whenever one has changed; of more, what is a minute old will do, and says so. */
const READ_AT_ONCE = 50_000
const GOOD_FOR_MS = 60_000

/** Columns of all cases the reader may see. Who may see what is decided by the database, so each reach has its own. */
export async function measuresFor(db: Db, now: EpochMs): Promise<Measures> {
  const { jurisdiction, reach, unit } = db.scope
  const key = `${jurisdiction}/${reach ?? ''}/${reach === 'unit' ? (unit ?? '') : ''}`
  const known = await shelf.get(key)?.catch(() => undefined)
  const by = await yardstickFor(db, now)
  const mark = await markOf(db, by)
  const same = known?.mark === mark && known.by.calendar === by.calendar
  if (known && (same || (known.columns.count > READ_AT_ONCE && now - known.readAt < GOOD_FOR_MS)))
    return known
  const made = read(db, by, mark)
  shelf.delete(key)
  if (shelf.size >= SHELF_LIMIT) shelf.delete(shelf.keys().next().value ?? '')
  shelf.set(key, made)
  made.catch(() => shelf.delete(key))
  return made
}

/** Cases, dates, settings or the day itself: whatever changes what is measured. */
async function markOf(db: Db, { settings, hallMark, now }: Yardstick): Promise<string> {
  const { cases, versions } = await paceMark(db)
  const today = dayNumberAt(DEFAULT_ZONE, now)
  return [cases, versions, today, settings.mark, hallMark].join('/')
}

async function read(db: Db, by: Yardstick, mark: string): Promise<Kept> {
  const builder = columnsBuilder(by)
  for await (const lines of streamPaces(db))
    for (const [caseNo, facts, committed, statutory] of lines)
      builder.add(caseNo, facts, { committed, statutory })
  return { columns: builder.finish(), by, mark, readAt: by.now }
}
