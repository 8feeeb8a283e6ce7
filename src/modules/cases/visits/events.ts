import type { Day } from '#kernel/day.ts'
import type { Issued } from '../case-events.ts'

/** 现场核查 (行政许可法 34(3), 55), in the stream of its case. */
export type VisitEvent =
  | { readonly type: 'VisitAssigned'; readonly data: VisitAssigned }
  | { readonly type: 'VisitReported'; readonly data: VisitReported }

/** Who goes: the account, and the name as it stands on the record. */
export interface Visitor {
  readonly account: string
  readonly name: string
}

export interface VisitAssigned {
  readonly step: string
  /** Two at least. */
  readonly people: readonly Visitor[]
}

export interface VisitReported {
  readonly step: string
  readonly visitedOn: Day
  /** Whether the place is as applied for. */
  readonly conforms: boolean
  readonly finding: string
  readonly people: readonly Visitor[]
  readonly issued: Issued | null
}
