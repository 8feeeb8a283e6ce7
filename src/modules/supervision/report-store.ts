import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Db, sql } from '#kernel/sql.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { CASE_EVENT, type CaseEventPayload, caseOfStream } from './case-events.ts'
import { afterNumbers, type Sequence } from './sequence.ts'

/** What a reporter said of an event, in short: the same id with another content is a changed record. */
export const reportMark = (occurredAt: number, caseId: string, payload: CaseEventPayload): string => {
  const { activity, resource, lifecycle, attributes, caseAttributes, sequence } = payload
  const text = JSON.stringify([
    occurredAt,
    caseId,
    activity,
    resource ?? null,
    lifecycle ?? null,
    sorted(attributes),
    sorted(caseAttributes),
    sequence ?? null,
  ])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

const sorted = (given: Readonly<Record<string, string>> | undefined) =>
  Object.entries(given ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))

interface Report {
  readonly log: string
  readonly source: string
  readonly id: string
  readonly sequence: number
  readonly mark: string
}

function reportsIn(events: readonly StoredEvent[]): Report[] {
  return events.flatMap((event) => {
    if (event.type !== CASE_EVENT) return []
    const payload = event.payload as CaseEventPayload
    const { source, id, sequence } = payload
    const place = caseOfStream(event.stream)
    if (!place || source === undefined || id === undefined || sequence === undefined) return []
    return [
      { log: place.log, source, id, sequence, mark: reportMark(event.occurredAt, place.caseId, payload) },
    ]
  })
}

/** Remembers which reports have arrived, and which numbers of their sources have not. */
export async function rememberReports(db: Db, events: readonly StoredEvent[]): Promise<void> {
  const reports = reportsIn(events)
  if (reports.length === 0) return
  await db.run(sql`
    insert into reported_event (jurisdiction, log, source, id, sequence, mark)
    select ${db.scope.jurisdiction}, log, source, id, sequence, mark
      from json_to_recordset(${JSON.stringify(reports)}::json)
           as given (log text, source text, id text, sequence bigint, mark text)`)
  const sources = new Map<string, { log: string; source: string; numbers: number[] }>()
  for (const { log, source, sequence } of reports) {
    const key = `${log}\n${source}`
    const entry = sources.get(key) ?? { log, source, numbers: [] }
    entry.numbers.push(sequence)
    sources.set(key, entry)
  }
  for (const log of new Set([...sources.values()].map((entry) => entry.log))) {
    const own = [...sources.values()].filter((entry) => entry.log === log)
    const before = await lockSources(
      db,
      log,
      own.map(({ source }) => source),
    )
    await putSources(
      db,
      log,
      own.map(({ source, numbers }) => ({ source, ...afterNumbers(before.get(source), numbers) })),
    )
  }
}

const SourceRow = z.object({
  source: z.string(),
  highest: z.number(),
  gaps: z.array(z.tuple([z.number(), z.number()])),
})

/** The numbers of some sources, locked in one order: two reports of one system take their turns. */
export async function lockSources(
  db: Db,
  log: string,
  sources: readonly string[],
): Promise<Map<string, Sequence>> {
  const rows = await db.rows(
    SourceRow,
    sql`
    select source, highest, gaps
      from reporting_source
     where jurisdiction = ${db.scope.jurisdiction}
       and log = ${log}
       and source = any (${sources}::text[])
     order by source
       for update`,
  )
  return new Map(rows.map(({ source, highest, gaps }) => [source, { highest, gaps }]))
}

const putSources = (db: Db, log: string, rows: readonly (Sequence & { readonly source: string })[]) =>
  db.run(sql`
    insert into reporting_source (jurisdiction, log, source, highest, gaps)
    select ${db.scope.jurisdiction}, ${log}, source, highest, gaps
      from json_to_recordset(${JSON.stringify([...rows].sort((a, b) => (a.source < b.source ? -1 : 1)))}::json)
           as given (source text, highest bigint, gaps json)
        on conflict (jurisdiction, log, source) do update
       set highest = excluded.highest, gaps = excluded.gaps`)

const KnownReport = z.object({ source: z.string(), id: z.string(), mark: z.string() })

/** Which of these reports have arrived before, and what they said then. */
export const findReports = (db: Db, log: string, asked: readonly { source: string; id: string }[]) =>
  db.rows(
    KnownReport,
    sql`
    select known.source, known.id, known.mark
      from unnest(${asked.map(({ source }) => source)}::text[], ${asked.map(({ id }) => id)}::text[]) as asked (source, id)
      join reported_event as known
        on known.jurisdiction = ${db.scope.jurisdiction}
       and known.log = ${log}
       and known.source = asked.source
       and known.id = asked.id`,
  )
