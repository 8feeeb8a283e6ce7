import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import {
  type Calendar,
  calendarFromCsv,
  CHINA_NOTICES,
  chinaCalendar,
  chinaCalendarFrom,
  chinaCalendarKnownAt,
  type HolidayNotice,
} from '../../calendar/index.ts'
import { append, type Projection, readStream, type StoredEvent } from '../../ledger/index.ts'
import {
  closeCalendars,
  type Edition,
  findEditions,
  findFingerprint,
  holdCalendars,
  insertEdition,
} from './calendar-store.ts'
import { refuse } from './refusals.ts'

/** The calendars of a jurisdiction: what is shipped and what was loaded. */
export interface Calendars {
  /** As known now. Refuses a calendar nobody loaded. */
  current(id: string): Calendar
  /** As this system knew it at an instant: shipped notices from their publication, loaded ones from their loading. */
  knownAt(id: string, at: EpochMs): Calendar
}

export const CHINA = 'cn'

const Notice = z.object({
  year: z.number().int(),
  document: z.string().optional(),
  title: z.string(),
  publishedOn: z.string(),
  source: z.string(),
  holidays: z.array(z.object({ name: z.string(), off: z.string().optional(), work: z.string().optional() })),
})
const File = z.object({ csv: z.string() })

/**
 * The calendars as the transaction sees them; until it ends no other edition can come in between, so that whatever is
 * computed by them is either stored before a notice arrives, and then moved with the rest, or computed by the new one.
 */
export async function calendarsFor(db: Db): Promise<Calendars> {
  const known = held.get(db)
  if (known) return known
  await holdCalendars(db)
  const calendars = await readCalendars(db)
  held.set(db, calendars)
  return calendars
}

/** By transaction: what is held stays as it is until the end, unless this transaction loads an edition itself. */
const held = new WeakMap<Db, Calendars>()

/** The calendars for looking only. */
export async function readCalendars(db: Db): Promise<Calendars> {
  const known = held.get(db)
  if (known) return known
  const fingerprint = await findFingerprint(db)
  const found = shelf.get(fingerprint)
  if (found) return found
  const calendars = fingerprint === '' ? calendarsOf([]) : calendarsOf(await findEditions(db))
  if (shelf.size >= SHELF_LIMIT) shelf.clear()
  shelf.set(fingerprint, calendars)
  return calendars
}

/** Jurisdictions that loaded the same have the same calendars; the fingerprint is of the content. */
const shelf = new Map<string, Calendars>()
const SHELF_LIMIT = 200

function calendarsOf(editions: readonly Edition[]): Calendars {
  const current = new Map<string, Calendar>()
  const build = (id: string, at: EpochMs): Calendar => {
    const of = editions.filter(({ calendar, loadedAt }) => calendar === id && loadedAt <= at)
    if (id === CHINA) return chinaWith(of, at)
    const file = of.at(-1)
    if (!file) throw refuse('calendar.unknown', { calendar: id })
    return calendarFromCsv(File.parse(file.content).csv, { id, title: file.title })
  }
  const latest = (id: string): Calendar => {
    const found = current.get(id) ?? build(id, Infinity)
    current.set(id, found)
    return found
  }
  return { current: latest, knownAt: (id, at) => (at === Infinity ? latest(id) : build(id, at)) }
}

function chinaWith(editions: readonly Edition[], at: EpochMs): Calendar {
  const loaded = editions.map(({ content }) => Notice.parse(content))
  if (loaded.length === 0) return at === Infinity ? chinaCalendar() : chinaCalendarKnownAt(at)
  const published =
    at === Infinity
      ? CHINA_NOTICES
      : CHINA_NOTICES.filter(({ publishedOn }) => Date.parse(`${publishedOn}T00:00:00+08:00`) <= at)
  return chinaCalendarFrom([...published, ...loaded])
}

export interface LoadNotice {
  readonly notice: HolidayNotice
  readonly loadedBy: string
  readonly now: EpochMs
}

/** What changed with an edition: the calendar before and after. */
export interface CalendarChange {
  readonly calendar: string
  readonly before: Calendar
  readonly after: Calendar
  readonly title: string
}

/** Loads a holiday notice. Refuses one that is wrong, known already, or leaves a year between without a notice. */
export async function loadNotice(db: Db, { notice, loadedBy, now }: LoadNotice): Promise<CalendarChange> {
  await closeCalendars(db)
  const before = (await readCalendars(db)).current(CHINA)
  const known = await findEditions(db)
  const loaded = known
    .filter(({ calendar }) => calendar === CHINA)
    .map(({ content }) => Notice.parse(content))
  const all = [...CHINA_NOTICES, ...loaded]
  if (all.some(({ title, year }) => title === notice.title && year === notice.year)) {
    throw refuse('calendar.notice-known', { title: notice.title })
  }
  const newest = Math.max(...all.map(({ year }) => year))
  if (notice.year > newest + 1)
    throw refuse('calendar.notice-not-alone', { year: notice.year, missing: newest + 1 })
  chinaCalendarFrom([...all, notice])
  await store(db, { calendar: CHINA, kind: 'notice', title: notice.title, content: notice, loadedBy, now })
  return { calendar: CHINA, before, after: (await readCalendars(db)).current(CHINA), title: notice.title }
}

export interface LoadFile {
  readonly calendar: string
  readonly title: string
  readonly csv: string
  readonly loadedBy: string
  readonly now: EpochMs
}

/** Loads a calendar file `date,name,kind`, or a newer edition of it. Refuses a bad row with its line. */
export async function loadCalendarFile(
  db: Db,
  { calendar, title, csv, loadedBy, now }: LoadFile,
): Promise<CalendarChange> {
  if (calendar === CHINA) throw refuse('calendar.national')
  await closeCalendars(db)
  const after = calendarFromCsv(csv, { id: calendar, title })
  const known = (await findEditions(db)).some((edition) => edition.calendar === calendar)
  const before = known ? (await readCalendars(db)).current(calendar) : after
  await store(db, { calendar, kind: 'file', title, content: { csv }, loadedBy, now })
  return { calendar, before, after, title }
}

type Store = Pick<Edition, 'calendar' | 'kind' | 'title' | 'loadedBy'> & {
  readonly content: object
  readonly now: EpochMs
}

async function store(db: Db, { calendar, kind, title, content, loadedBy, now }: Store): Promise<void> {
  const stream = STREAM + calendar
  const expectedVersion = (await readStream(db, stream)).length
  const payload = { kind, title, content }
  const events = [{ type: 'CalendarEditionLoaded', occurredAt: now, actor: loadedBy, payload }]
  await calendarEditions.apply(db, await append(db, { stream, expectedVersion, events, recordedAt: now }))
}

const STREAM = 'calendar/'
const Payload = z.object({
  kind: z.enum(['notice', 'file']),
  title: z.string(),
  content: z.record(z.string(), z.unknown()),
})

/** Notes that every open clock has been moved to the newest edition. */
export async function recordReprojection(
  db: Db,
  calendar: string,
  counts: { open: number; changed: number },
  now: EpochMs,
) {
  const events = [{ type: 'CalendarReprojected', occurredAt: now, actor: 'system/calendar', payload: counts }]
  await append(db, { stream: STREAM + calendar, expectedVersion: 'any', events, recordedAt: now })
}

/** Calendars whose newest edition has not reached every open clock: the work was broken off. */
export async function findUnfinished(db: Db): Promise<{ calendar: string; title: string }[]> {
  const titles = new Map((await findEditions(db)).map(({ calendar, title }) => [calendar, title]))
  const unfinished: { calendar: string; title: string }[] = []
  for (const [calendar, title] of titles) {
    const last = (await readStream(db, STREAM + calendar)).at(-1)
    if (last?.type === 'CalendarEditionLoaded') unfinished.push({ calendar, title })
  }
  return unfinished
}

/** The list of loaded editions. */
export const calendarEditions: Projection = {
  name: 'calendarEditions',
  tables: ['calendar_edition'],
  async apply(db: Db, events: readonly StoredEvent[]) {
    for (const { stream, version, type, recordedAt, actor, payload } of events) {
      if (type !== 'CalendarEditionLoaded') continue
      const { kind, title, content } = Payload.parse(payload)
      const calendar = stream.slice(STREAM.length)
      await insertEdition(db, {
        calendar,
        edition: version,
        kind,
        title,
        loadedAt: recordedAt,
        loadedBy: actor,
        content,
      })
      held.delete(db)
    }
  },
}
