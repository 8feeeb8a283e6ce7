import { historiesBuilder, type HistoriesBuilder } from '#engines/histories/index.ts'
import { instantReader, type InstantReader } from '../instants/instant-reader.ts'
import { DEFAULT_ZONE, type ColumnMapping } from '../mapping/log-mapping.ts'
import type { Report } from '../report.ts'
import { seenIds, type SeenIds } from './seen-ids.ts'

/**
 * Where parsers put what they read. The builder is replaced when it holds `segmentEvents` and a case has just ended, so
 * parsers ask for `collector.builder` and keep nothing of it beyond a case.
 */
export interface Collector {
  builder: HistoriesBuilder
  readonly report: Report
  readonly instants: InstantReader
  readonly mapping: ColumnMapping
  readonly caseIds: SeenIds
  readonly eventIds: SeenIds
  /** Full builders, waiting to be carried away. */
  readonly full: HistoriesBuilder[]
  /** Emptied builders: a new one for each segment would leave its memory to be collected. */
  readonly spare: HistoriesBuilder[]
  readonly segmentEvents: number
}

export const collector = (mapping: ColumnMapping, report: Report, segmentEvents: number): Collector => ({
  builder: historiesBuilder(),
  report,
  instants: instantReader(mapping.zone ?? DEFAULT_ZONE, mapping.dateOrder),
  mapping,
  caseIds: seenIds(),
  eventIds: seenIds(),
  full: [],
  spare: [],
  segmentEvents,
})

/** To be called between two cases. */
export function turnOver(own: Collector): void {
  if (own.builder.eventCount < own.segmentEvents) return
  own.full.push(own.builder)
  own.builder = own.spare.pop() ?? historiesBuilder()
}
