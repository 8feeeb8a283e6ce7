import type { StoredEvent } from '#engines/ledger/index.ts'

export const FAILURES = 'efficiency/report-failures'
export const FAILED = 'ReportFailed'

/** A report that was refused as a whole: nothing of it is stored, so that it was refused has to be. */
export interface ReportFailure {
  readonly log: string
  readonly source: string
  readonly account: string
  readonly events: number
  readonly code: string
  readonly zh: string
  readonly en: string
}

export const failureOf = ({ stream, type, payload }: StoredEvent): ReportFailure | undefined =>
  stream.startsWith(`${FAILURES}/`) && type === FAILED ? (payload as unknown as ReportFailure) : undefined
