import { caseAt, type CaseHistory } from '#engines/histories/index.ts'
import { csvSample } from './formats/csv/read-csv.ts'
import { readFormat } from './formats/index.ts'
import { jsonSample } from './formats/jsonl/read-jsonl.ts'
import { recognise, type LogFormat, type Recognised } from './formats/recognise.ts'
import { sheetRows } from './formats/xlsx/read-workbook.ts'
import { completedMapping } from './mapping/guess.ts'
import { CASE_PREFIX, type ColumnMapping } from './mapping/log-mapping.ts'
import { type FittingPreset, fittingPresets } from './mapping/fitting.ts'
import { collector } from './reading/collector.ts'
import { eventOrder } from './reading/read-histories.ts'
import { newReport } from './report.ts'
import { DEFAULT_LIMITS } from './source/limits.ts'
import { type LocalFile, type LogSource, withLocalFile } from './source/local-file.ts'
import { valuesOf } from './writing/written-event.ts'

type Guess =
  'case' | 'activity' | 'at' | 'resource' | 'lifecycle' | 'caseAttribute' | 'eventAttribute' | 'milestone'

/** What a file looks like before it is imported. */
export interface Preview {
  readonly format: LogFormat
  readonly encoding: string
  readonly delimiter: string | undefined
  /** Each column with the first values seen and the part it probably plays. */
  readonly columns: { readonly name: string; readonly samples: string[]; readonly guess: Guess | null }[]
  /** The first rows, cell by cell. */
  readonly rows: string[][]
  readonly mapping: ColumnMapping
  readonly presets: FittingPreset[]
}

const ROWS = 20
const LOOKED_AT = 200
const LONGEST_CELL = 200
const SAMPLES = 3
const READING = { limits: DEFAULT_LIMITS }

/** Looks at the beginning of a file: format, columns, first rows, a guessed mapping and the presets that fit. */
export function previewFile(source: LogSource, columns: ColumnMapping = {}): Promise<Preview> {
  return withLocalFile(source, async (file) => {
    const found = await recognise(file, columns, READING)
    const { header, rows } = await sample(file, found, columns)
    const isTable = found.format !== 'xes' && found.format !== 'ocel'
    const mapping = isTable ? completedMapping(columns, header, rows) : columns
    const roles = isTable ? mapping : completedMapping({}, header)
    return {
      format: found.format,
      encoding: found.encoding,
      delimiter: found.delimiter,
      columns: header.map((name, place) => ({
        name,
        samples: samplesOf(rows, place),
        guess: guessFor(name, roles),
      })),
      rows: rows.slice(0, ROWS).map((row) => row.map((cell) => cell.slice(0, LONGEST_CELL))),
      mapping,
      presets: fittingPresets(found.format, header, activitiesIn(header, rows, roles)),
    }
  })
}

interface Sample {
  readonly header: string[]
  readonly rows: string[][]
}

async function sample(file: LocalFile, found: Recognised, columns: ColumnMapping): Promise<Sample> {
  if (found.format === 'csv') return csvSample(found, LOOKED_AT)
  if (found.format === 'jsonl') return jsonSample(found, LOOKED_AT)
  return found.format === 'xlsx' ? sheetSample(file, columns) : eventSample(file, found, columns)
}

async function sheetSample(file: LocalFile, columns: ColumnMapping): Promise<Sample> {
  const rows: string[][] = []
  for await (const some of sheetRows(file, columns, READING)) {
    rows.push(...some.map(({ cells }) => Array.from(cells, (cell) => cell ?? '')))
    if (rows.length > LOOKED_AT) break
  }
  const [header = [], ...others] = rows
  return { header, rows: others.slice(0, LOOKED_AT).map((row) => header.map((_, place) => row[place] ?? '')) }
}

/** Formats that are no tables are shown as the table they would be written as. */
async function eventSample(file: LocalFile, found: Recognised, columns: ColumnMapping): Promise<Sample> {
  const own = collector(columns, newReport(), Number.POSITIVE_INFINITY)
  for await (const _ of readFormat(file, found, own, READING)) if (own.builder.eventCount >= LOOKED_AT) break
  const histories = own.builder.finish(eventOrder(found))
  const events: ReadonlyMap<string, string>[] = []
  for (let index = 0; index < histories.caseCount && events.length < LOOKED_AT; index++) {
    events.push(...flattened(caseAt(histories, index), columns.zone))
  }
  const header = [...new Set(events.flatMap((event) => [...event.keys()]))]
  return { header, rows: events.map((event) => header.map((name) => event.get(name) ?? '')) }
}

const flattened = (
  { caseId, attributes, events }: CaseHistory,
  zone: string | undefined,
): ReadonlyMap<string, string>[] => {
  const ofCase = Object.entries(attributes).map(([name, text]) => [`case:${name}`, text] as const)
  return events.map((event) => new Map([['case:concept:name', caseId], ...valuesOf(event, zone), ...ofCase]))
}

const samplesOf = (rows: readonly string[][], place: number): string[] =>
  [...new Set(rows.map((row) => row[place] ?? '').filter((cell) => cell !== ''))]
    .slice(0, SAMPLES)
    .map((cell) => cell.slice(0, LONGEST_CELL))

function guessFor(name: string, mapping: ColumnMapping): Guess | null {
  if (name === '') return null
  if (mapping.case === name) return 'case'
  if ([mapping.activity ?? []].flat().includes(name)) return 'activity'
  if (mapping.at === name) return 'at'
  if (mapping.resource === name) return 'resource'
  if (mapping.lifecycle === name) return 'lifecycle'
  if (mapping.milestones)
    return Object.values(mapping.milestones).includes(name) ? 'milestone' : 'caseAttribute'
  return mapping.caseAttributes?.includes(name) || CASE_PREFIX.test(name) ? 'caseAttribute' : 'eventAttribute'
}

function activitiesIn(
  header: readonly string[],
  rows: readonly string[][],
  mapping: ColumnMapping,
): Set<string> {
  const places = [mapping.activity ?? []].flat().map((name) => header.indexOf(name))
  const names = rows.map((row) => places.map((place) => row[place] ?? '').join('+'))
  return new Set([...names, ...Object.keys(mapping.milestones ?? {})])
}
