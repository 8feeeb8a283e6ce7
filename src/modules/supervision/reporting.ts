import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import type { NewEvent } from '#engines/ledger/index.ts'
import type { CaseEventPayload } from './case-events.ts'
import { caseEvent, caseStream } from './case-events.ts'
import { lockCases } from './case-store.ts'
import { findLog } from './log-store.ts'
import { instantText } from './moments.ts'
import { refuse } from './refusals.ts'
import { findReports, lockSources, reportMark } from './report-store.ts'
import { raiseReportingFaults, type Taken } from './reporting-faults.ts'
import { afterNumbers, NO_NUMBERS, type Sequence } from './sequence.ts'
import { recordLive, registerLog } from './watching.ts'
import type { WatchedLog } from './watched-log.ts'

/** One event as a department's own system reports it. */
export interface Reported {
  readonly id: string
  readonly sequence: number
  readonly caseId: string
  readonly activity: string
  readonly at: EpochMs
  readonly resource?: string | undefined
  readonly lifecycle?: string | undefined
  readonly caseAttributes?: Readonly<Record<string, string>> | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
}

export interface Report {
  readonly log: string
  readonly source: string
  readonly events: readonly Reported[]
  readonly account: string
  /** The unit that the reporting system belongs to; null: it may report for any. */
  readonly unit: string | null
}

export interface ReportAnswer {
  readonly accepted: number
  readonly repeated: number
  readonly gaps: readonly { readonly from: number; readonly to: number }[]
}

export interface Reporting {
  readonly now: EpochMs
  readonly calendar: Calendar
}

const CLOCK_TOLERANCE_MS = 5 * 60_000

/**
 * Reports of one jurisdiction that arrived together, in one transaction. A report that must be refused is refused alone.
 *
 * Delivery is at least once: an event is known by its source and id and taken once; the same id with another content
 * keeps the first and raises a card. Numbers that are missing, and events told long after they happened, raise cards on
 * the case with which they showed (ESUP-01).
 */
export async function takeReports(
  db: Db,
  reports: readonly Report[],
  reporting: Reporting,
): Promise<(() => ReportAnswer)[]> {
  const answers = new Map<Report, () => ReportAnswer>()
  const byLog = new Map<string, Report[]>()
  for (const report of reports) byLog.set(report.log, [...(byLog.get(report.log) ?? []), report])
  for (const [name, own] of [...byLog].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const log = await logOf(db, name, own[0] as Report, reporting)
    const sound = own.filter((report) => {
      const refusal = refusalOf(log, report, reporting.now)
      if (refusal) answers.set(report, refusal)
      return !refusal
    })
    for (const [report, answer] of await takeOfLog(db, log, sound, reporting)) answers.set(report, answer)
  }
  return reports.map((report) => answers.get(report) ?? (() => NOTHING_TAKEN))
}

const NOTHING_TAKEN: ReportAnswer = { accepted: 0, repeated: 0, gaps: [] }

/** The first report to a name that no log has begins one, read by well-known names of activities and attributes. */
async function logOf(db: Db, name: string, { account }: Report, reporting: Reporting): Promise<WatchedLog> {
  const found = await findLog(db, name)
  if (found) return found
  const definition = {
    log: name,
    title: name,
    source: 'reported' as const,
    order: 'time' as const,
    live: true,
    profile: GENERIC,
  }
  return registerLog(db, definition, { ...reporting, actor: account })
}

/** What well-known names mean, for a log that nobody has described yet. */
const GENERIC = {
  meanings: {
    收件: 'received',
    受理: 'accepted',
    不予受理: 'declined',
    补正告知: 'supplementNotice',
    材料补正: 'supplemented',
    中止: 'suspended',
    恢复: 'resumed',
    延期: 'extended',
    决定: 'decided',
    办结: 'concluded',
    送达: 'delivered',
    退件: 'returned',
    撤回: 'withdrawn',
    received: 'received',
    accepted: 'accepted',
    declined: 'declined',
    supplementNotice: 'supplementNotice',
    supplemented: 'supplemented',
    suspended: 'suspended',
    resumed: 'resumed',
    extended: 'extended',
    decided: 'decided',
    concluded: 'concluded',
    delivered: 'delivered',
    returned: 'returned',
    withdrawn: 'withdrawn',
  },
  case: {
    unit: 'unit',
    item: 'item',
    channel: 'channel',
    statutoryDueAt: 'statutoryDueAt',
    committedDueAt: 'committedDueAt',
  },
} as const

function refusalOf(log: WatchedLog, { events }: Report, now: EpochMs): (() => never) | undefined {
  if (!log.live) return throwing(refuse('log.not-reported', { log: log.log }))
  const ahead = events.find(({ at }) => at > now + CLOCK_TOLERANCE_MS)
  return (
    ahead &&
    throwing(refuse('event.instant-in-future', { id: ahead.id, at: instantText(ahead.at, log.zone) }))
  )
}

const throwing = (error: Error) => (): never => {
  throw error
}

interface Recorded extends Taken {
  readonly payload: NewEvent
}

async function takeOfLog(
  db: Db,
  log: WatchedLog,
  reports: readonly Report[],
  reporting: Reporting,
): Promise<Map<Report, () => ReportAnswer>> {
  const answers = new Map<Report, () => ReportAnswer>()
  if (reports.length === 0) return answers
  const sources = [...new Set(reports.map(({ source }) => source))].sort()
  const before = await lockSources(db, log.log, sources)
  const allowed = await ofOwnUnit(db, log, reports, answers)
  const { taken, repeated, edited } = await sortOut(db, log, allowed)
  await recordLive(db, streamsOf(log, taken), reporting)
  const { numbersOf, acceptedOf } = counted(taken)
  const after = new Map<string, Sequence>()
  for (const source of sources) {
    const numbers = numbersOf.get(source) ?? []
    after.set(
      source,
      numbers.length > 0 ? afterNumbers(before.get(source), numbers) : (before.get(source) ?? NO_NUMBERS),
    )
  }
  await raiseReportingFaults(db, log, { taken, edited, before, after }, reporting)
  for (const report of allowed) {
    const accepted = acceptedOf.get(report) ?? 0
    const gaps = (after.get(report.source)?.gaps ?? []).map(([from, to]) => ({ from, to }))
    answers.set(report, () => ({ accepted, repeated: repeated.get(report) ?? 0, gaps }))
  }
  return answers
}

/** In one pass: a batch has as many sources as reports when many systems report at once. */
function counted(taken: readonly Recorded[]) {
  const numbersOf = new Map<string, number[]>()
  const acceptedOf = new Map<Report, number>()
  for (const { report, event } of taken) {
    const numbers = numbersOf.get(report.source)
    if (numbers) numbers.push(event.sequence)
    else numbersOf.set(report.source, [event.sequence])
    acceptedOf.set(report, (acceptedOf.get(report) ?? 0) + 1)
  }
  return { numbersOf, acceptedOf }
}

/** A department's system speaks for its own unit: it neither opens cases for another nor adds to another's. */
async function ofOwnUnit(
  db: Db,
  log: WatchedLog,
  reports: readonly Report[],
  answers: Map<Report, () => ReportAnswer>,
): Promise<Report[]> {
  const bound = reports.filter(({ unit }) => unit !== null)
  if (bound.length === 0) return [...reports]
  const caseIds = [...new Set(bound.flatMap(({ events }) => events.map(({ caseId }) => caseId)))].sort()
  const owners = new Map((await lockCases(db, log.log, caseIds)).map((row) => [row.caseId, row.unit]))
  const attribute = log.profile.case.unit
  return reports.filter((report) => {
    const foreign =
      report.unit !== null &&
      report.events.find((event) => {
        const owner = owners.has(event.caseId) ? owners.get(event.caseId) : undefined
        const named = attribute === undefined ? undefined : event.caseAttributes?.[attribute]
        return (
          (owner !== undefined && owner !== null && owner !== report.unit) ||
          (named !== undefined && named !== report.unit)
        )
      })
    if (foreign)
      answers.set(report, throwing(refuse('log.other-unit', { log: log.log, caseId: foreign.caseId })))
    return !foreign
  })
}

/** What is new, what came before, and what came before with another content. */
async function sortOut(db: Db, log: WatchedLog, reports: readonly Report[]) {
  const asked = reports.flatMap(({ source, events }) => events.map(({ id }) => ({ source, id })))
  const marks = new Map<string, string>()
  if (asked.length > 0) {
    for (const { source, id, mark } of await findReports(db, log.log, asked))
      marks.set(`${source}\n${id}`, mark)
  }
  const taken: Recorded[] = []
  const edited: Recorded[] = []
  const repeated = new Map<Report, number>()
  const actors = new Map<Report, string>()
  for (const report of reports) {
    actors.set(report, report.account)
    for (const event of report.events) {
      const { id, sequence, caseId } = event
      const payload = caseEvent(event, report.account, event.caseAttributes, {
        source: report.source,
        id,
        sequence,
      })
      const mark = reportMark(event.at, caseId, payload.payload as CaseEventPayload)
      const key = `${report.source}\n${id}`
      const known = marks.get(key)
      if (known === undefined) {
        marks.set(key, mark)
        taken.push({ report, event, payload })
      } else {
        repeated.set(report, (repeated.get(report) ?? 0) + 1)
        if (known !== mark) edited.push({ report, event, payload })
      }
    }
  }
  return { taken, repeated, edited }
}

function streamsOf(log: WatchedLog, taken: readonly Recorded[]) {
  const streams = new Map<string, { stream: string; events: NewEvent[] }>()
  for (const { event, payload } of taken) {
    const stream = caseStream(log.log, event.caseId)
    const own = streams.get(stream) ?? { stream, events: [] }
    own.events.push(payload)
    streams.set(stream, own)
  }
  return [...streams.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1))
}
