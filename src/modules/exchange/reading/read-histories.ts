import type { Histories } from '#engines/histories/index.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { readFormat } from '../formats/index.ts'
import { recognise, type LogFormat, type Recognised } from '../formats/recognise.ts'
import type { LogMapping } from '../mapping/log-mapping.ts'
import type { RejectedRow } from '../rejected.ts'
import { refuse } from '../refusals.ts'
import { newReport, type Notice, type Report } from '../report.ts'
import type { Reading } from '../source/content.ts'
import { DEFAULT_LIMITS, type Limits } from '../source/limits.ts'
import { withLocalFile, type LocalFile, type LogSource } from '../source/local-file.ts'
import { collector } from './collector.ts'

export interface ReadOptions {
  /** Bytes of the stored file read so far, of how many. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** Every rejected row, as it is met; the answer keeps the first thousand. */
  readonly onRejected?: ((row: RejectedRow) => void) | undefined
  readonly limits?: Limits | undefined
}

/** What a reading says of its file beside the events. */
export interface ReadSummary {
  readonly format: LogFormat
  readonly encoding: string
  readonly rejected: readonly RejectedRow[]
  readonly rejectedCount: number
  readonly notices: readonly Notice[]
  /** The zone that times without an offset were read in; undefined when every time said its offset. */
  readonly zoneAssumed: string | undefined
}

export interface HistoriesRead extends ReadSummary {
  readonly histories: Histories
}

/**
 * Reads a log into columns in memory: about 25 bytes an event, and 4 more for each event attribute the mapping keeps.
 * A trace of XES keeps the order of the file; rows of a table are ordered by time, equal times by their line.
 */
export function readHistories(
  source: LogSource,
  mapping: LogMapping,
  options: ReadOptions = {},
): Promise<HistoriesRead> {
  const limits = options.limits ?? DEFAULT_LIMITS
  return withLocalFile(source, (file) => historiesOf(file, mapping, { ...options, limits }), limits)
}

async function historiesOf(
  file: LocalFile,
  { columns }: LogMapping,
  options: ReadOptions & Reading,
): Promise<HistoriesRead> {
  const report = newReport(options.onRejected)
  const found = await recognise(file, columns, options)
  const own = collector(columns, report, Number.POSITIVE_INFINITY)
  for await (const _ of readFormat(file, found, own, options)) void _
  if (own.builder.eventCount === 0) throw nothingReadable(file, report)
  const histories = own.builder.finish(eventOrder(found))
  return { histories, ...summary(found, report, own.instants.zone) }
}

export const eventOrder = ({ format }: Recognised) => (format === 'xes' ? 'arrival' : 'time')

export function nothingReadable(file: LocalFile, report: Report) {
  const none: Bilingual = { zh: '文件中没有事件', en: 'the file has no events' }
  const first = report.rejected[0]
  const where = first && {
    zh: `第 ${first.line} 行，${first.reason.zh}`,
    en: `line ${first.line}, ${first.reason.en}`,
  }
  const { zh, en } = where ?? none
  return refuse('exchange.nothing-readable', { name: file.name, rejected: report.rejectedCount, zh, en })
}

export function summary(found: Recognised, report: Report, zone: string): ReadSummary {
  const notices = report.notices()
  return {
    format: found.format,
    encoding: found.encoding,
    rejected: report.rejected,
    rejectedCount: report.rejectedCount,
    notices,
    zoneAssumed: notices.some(({ code }) => code === 'zone-assumed') ? zone : undefined,
  }
}
