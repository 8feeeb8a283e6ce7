import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import type { LogProfile } from '#engines/rules/index.ts'
import type { CaseOrder } from './case-events.ts'

/** A log under supervision, with the profile by which its cases are read. */
export interface WatchedLog {
  readonly log: string
  readonly title: string
  readonly source: LogSource
  readonly preset: string | null
  readonly zone: string
  readonly order: CaseOrder
  /** Clocks run by today; false: history, judged at its own end. */
  readonly live: boolean
  readonly profile: LogProfile
  /** The last event of a log that is history; null while it is being imported, and for live logs. */
  readonly endsAt: EpochMs | null
  readonly registeredAt: EpochMs
  readonly changedAt: EpochMs
  readonly version: number
}

export type LogSource = 'demo' | 'import' | 'reported' | 'handled'

/** Payloads of the events in the stream of a log. */
export const LogRegistered = z.object({
  title: z.string(),
  source: z.enum(['demo', 'import', 'reported', 'handled']),
  preset: z.string().nullable(),
  zone: z.string(),
  order: z.enum(['arrival', 'time']),
  live: z.boolean(),
  profile: z.unknown(),
})
export type LogRegistered = z.infer<typeof LogRegistered>

export const LogImported = z.object({
  /** Instant of the last event, ISO 8601; null for an empty file. */
  endsAt: z.string().nullable(),
  file: z.string(),
  cases: z.number().int(),
  events: z.number().int(),
})
export type LogImported = z.infer<typeof LogImported>

export const LogProfileChanged = z.object({ profile: z.unknown() })

/** The passing of time changed where these cases stand: written by the sweep so that a rebuild turns them as well. */
export const CasesTurned = z.object({ at: z.string(), cases: z.array(z.string()) })
export type CasesTurned = z.infer<typeof CasesTurned>

/** The instant at which the cases of a log are judged when something is recorded at `at`. */
export const judgedAt = ({ live, endsAt }: WatchedLog, at: EpochMs): EpochMs =>
  live || endsAt === null ? at : endsAt

/** A calendar was loaded and moved the due instants of open cases: old, new and why. */
export const CasesReprojected = CasesTurned.extend({
  changes: z.array(
    z.object({
      caseId: z.string(),
      kind: z.enum(['committed', 'statutory', 'certainty']),
      from: z.string(),
      to: z.string(),
    }),
  ),
  why: z.object({ zh: z.string(), en: z.string() }),
})
export type CasesReprojected = z.infer<typeof CasesReprojected>
