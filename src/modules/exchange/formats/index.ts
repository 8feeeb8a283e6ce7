import type { Collector } from '../reading/collector.ts'
import type { Reading } from '../source/content.ts'
import type { LocalFile } from '../source/local-file.ts'
import { readCsv } from './csv/read-csv.ts'
import { readJsonLines } from './jsonl/read-jsonl.ts'
import { readOcel } from './ocel/read-ocel.ts'
import type { Recognised } from './recognise.ts'
import { readWorkbook } from './xlsx/read-workbook.ts'
import { readXes } from './xes/read-xes.ts'

/** Reads a recognised file into the collector, pausing after each piece of the file. */
export function readFormat(
  file: LocalFile,
  found: Recognised,
  own: Collector,
  reading: Reading,
): AsyncGenerator<void> {
  switch (found.format) {
    case 'xes':
      return readXes(file, own, reading)
    case 'csv':
      return readCsv(file, found, own, reading)
    case 'jsonl':
      return readJsonLines(file, found, own, reading)
    case 'xlsx':
      return readWorkbook(file, own, reading)
    case 'ocel':
      return readOcel(file, own, reading)
  }
}
