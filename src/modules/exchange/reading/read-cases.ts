import { caseAt, type CaseHistory, type HistoriesBuilder } from '#engines/histories/index.ts'
import { readFormat } from '../formats/index.ts'
import { recognise, type Recognised } from '../formats/recognise.ts'
import type { ColumnMapping, LogMapping } from '../mapping/log-mapping.ts'
import { newReport, type Report } from '../report.ts'
import type { Reading } from '../source/content.ts'
import { DEFAULT_LIMITS } from '../source/limits.ts'
import { type LocalFile, localFile, type LogSource } from '../source/local-file.ts'
import { type Collector, collector } from './collector.ts'
import { eventOrder, nothingReadable, type ReadOptions, type ReadSummary, summary } from './read-histories.ts'
import { seenIds } from './seen-ids.ts'
import { regrouped } from './spill.ts'

/** A log read case by case. */
export interface CasesRead {
  /** Batches of whole cases, each case once, its events in order. To be run through once. */
  readonly batches: AsyncIterable<readonly CaseHistory[]>
  /** What the reading says of the file; complete when `batches` has ended. */
  summary(): ReadSummary
}

/**
 * So many events stand in memory at a time. Few, because of V8's pretenuring: where most objects of one batch outlive a
 * collection of the young heap it puts all later ones into the old heap, which then grows to several times its size.
 */
const SEGMENT_EVENTS = 500

/**
 * Reads a log case by case in memory that does not grow with the file. Traces of XES, and tables whose cases stand
 * together, are passed on as they come; a table whose cases are scattered goes through a folder on disk first.
 */
export function readCases(source: LogSource, { columns }: LogMapping, options: ReadOptions = {}): CasesRead {
  const reading = { ...options, limits: options.limits ?? DEFAULT_LIMITS }
  let done: ReadSummary | undefined
  async function* batches(): AsyncGenerator<readonly CaseHistory[]> {
    const { file, release } = await localFile(source, reading.limits)
    try {
      const found = await recognise(file, columns, reading)
      const report = newReport(options.onRejected)
      const own = collector(columns, report, SEGMENT_EVENTS)
      const isScattered = found.format !== 'xes' && (await scattered(file, found, columns, reading))
      let cases = 0
      for await (const batch of isScattered
        ? regrouped(segments(file, found, own, reading), file.size)
        : casesOf(file, found, own, reading)) {
        cases += batch.length
        yield batch
      }
      if (cases === 0) throw nothingReadable(file, report)
      done = summary(found, report, own.instants.zone)
    } finally {
      await release()
    }
  }
  return {
    batches: batches(),
    summary() {
      if (!done) throw new Error('The batches have not all been read yet')
      return done
    },
  }
}

/** Each builder is valid until the next one is asked for: it is then used again. */
async function* segments(
  file: LocalFile,
  found: Recognised,
  own: Collector,
  reading: Reading,
): AsyncGenerator<HistoriesBuilder> {
  for await (const _ of readFormat(file, found, own, reading)) {
    void _
    for (let builder = own.full.shift(); builder; builder = own.full.shift()) {
      yield builder
      builder.clear()
      own.spare.push(builder)
    }
  }
  yield own.builder
}

async function* casesOf(
  file: LocalFile,
  found: Recognised,
  own: Collector,
  reading: Reading,
): AsyncGenerator<CaseHistory[]> {
  for await (const builder of segments(file, found, own, reading)) {
    const histories = builder.finish(eventOrder(found))
    const batch: CaseHistory[] = []
    for (let index = 0; index < histories.caseCount; index++) {
      // A segment of a table ends with the name of the case that began the next one.
      if (found.format === 'xes' || histories.firstEvent[index] !== histories.firstEvent[index + 1]) {
        batch.push(caseAt(histories, index))
      }
    }
    if (batch.length > 0) yield batch
  }
}

/** Whether some case of a table stands in two places of the file: a first reading that keeps nothing but ids. */
async function scattered(
  file: LocalFile,
  found: Recognised,
  columns: ColumnMapping,
  reading: Reading,
): Promise<boolean> {
  const silent: Report = newReport()
  const own = collector(columns, silent, SEGMENT_EVENTS)
  const earlier = seenIds()
  for await (const builder of segments(file, found, own, {
    limits: reading.limits,
    signal: reading.signal,
  })) {
    const { caseIds, firstEvent } = builder.finish('arrival')
    for (let index = 0; index < caseIds.length; index++) {
      if (firstEvent[index] === firstEvent[index + 1]) continue
      const id = Buffer.from(caseIds[index] as string)
      if (!earlier.add(id, 0, id.length)) return true
    }
  }
  return false
}
