import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { formatInstant } from '#engines/calendar/index.ts'
import { STEPS, type SyntheticCase, syntheticCases } from './synthetic-ledger.ts'

/** The synthetic ledger as files of the usual shape: about 2.5 MB of XES and 0.9 MB of CSV for each thousand cases. */
export async function writeLedgerFiles(cases: number, paths: { xes: string; csv: string }): Promise<number> {
  let events = 0
  const counted = (text: (one: SyntheticCase) => string) =>
    function* () {
      events = 0
      for (const one of syntheticCases(cases)) {
        events += one.steps.length
        yield text(one)
      }
    }
  await writeAll(paths.xes, XES_START, counted(asTrace), '</log>\n')
  await writeAll(paths.csv, CSV_START, counted(asRows), '')
  return events
}

async function writeAll(
  path: string,
  start: string,
  parts: () => Iterable<string>,
  end: string,
): Promise<void> {
  function* pieces() {
    let piece = start
    for (const part of parts()) {
      piece += part
      if (piece.length < 1 << 20) continue
      yield piece
      piece = ''
    }
    yield piece + end
  }
  await pipeline(Readable.from(pieces(), { objectMode: false }), createWriteStream(path))
}

const XES_START = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<classifier name="Activity" keys="concept:name"/>
<string key="concept:name" value="synthetic government cases"/>
`
const CSV_START =
  'case:concept:name,concept:name,time:timestamp,org:resource,lifecycle:transition,case:item,case:dept,case:district,case:channel\n'

const named = ({ number, item }: SyntheticCase) => ({
  id: `A${String(number).padStart(9, '0')}`,
  department: `D${item.code.slice(3)}`,
  district: `51160${number % 7}`,
})

function asTrace(one: SyntheticCase): string {
  const { id, department, district } = named(one)
  const events = one.steps.map(
    (step, place) =>
      `<event>\n<string key="concept:name" value="${STEPS[step]}"/>\n<string key="org:resource" value="R${one.persons[place]}"/>\n<date key="time:timestamp" value="${timeOf(one, place)}"/>\n<string key="lifecycle:transition" value="complete"/>\n</event>\n`,
  )
  return `<trace>\n<string key="concept:name" value="${id}"/>\n<string key="item" value="${one.item.code}"/>\n<string key="dept" value="${department}"/>\n<string key="district" value="${district}"/>\n<string key="channel" value="${one.channel}"/>\n${events.join('')}</trace>\n`
}

function asRows(one: SyntheticCase): string {
  const { id, department, district } = named(one)
  return one.steps
    .map(
      (step, place) =>
        `${id},${STEPS[step]},${timeOf(one, place)},R${one.persons[place]},complete,${one.item.code},${department},${district},${one.channel}\n`,
    )
    .join('')
}

/** With milliseconds, as most systems write them. */
const timeOf = ({ at }: SyntheticCase, place: number): string =>
  formatInstant(at[place] ?? 0).replace('+', '.000+')
