import { execFile } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { SaxesParser } from 'saxes'
import { inferSchema, initParser, type Parser } from 'udsv'
import { readCases, readHistories } from '#modules/exchange/index.ts'
import { type BenchGroup, type BenchRow, cpuSeconds, median } from './bench.ts'
import { writeLedgerFiles } from './kernels/ledger-files.ts'

const CASES = 100_000
const PAIRS = 5
const MOST_MIB = 250

/** Every reading has a process of its own, so that its peak memory is its own. */
const READERS = {
  'our XES': (file: string) =>
    readHistories(file, { columns: {} }).then(({ histories }) => histories.eventCount),
  'our CSV': (file: string) =>
    readHistories(file, { columns: {} }).then(({ histories }) => histories.eventCount),
  'our cases': countCases,
  saxes: countWithSaxes,
  uDSV: countWithUdsv,
} as const
type Reader = keyof typeof READERS

interface Measured {
  readonly events: number
  readonly seconds: number
  readonly peakMiB: number
}

const ASKED = process.env['BENCH_PARSING']

export const parsingBench: BenchGroup = {
  title: 'Reading logs',
  async run() {
    if (ASKED) await answer(JSON.parse(ASKED) as { reader: Reader; warm: string; file: string })
    const folder = await mkdtemp(join(tmpdir(), 'xiaoneng-bench-'))
    try {
      const large = { xes: join(folder, 'large.xes'), csv: join(folder, 'large.csv') }
      const small = { xes: join(folder, 'small.xes'), csv: join(folder, 'small.csv') }
      const events = await writeLedgerFiles(CASES, large)
      await writeLedgerFiles(CASES / 10, small)
      const xes = await compared({ ours: 'our XES', peer: 'saxes', warm: small.xes, file: large.xes, events })
      const csv = await compared({ ours: 'our CSV', peer: 'uDSV', warm: small.csv, file: large.csv, events })
      return [
        speedRow('XES to columns, against saxes counting tags', 2.5, 'saxes', xes),
        memoryRow('peak memory of that', xes),
        speedRow("CSV to columns with instants, against uDSV's stream of strings", 1, "uDSV's stream", csv),
        memoryRow('peak memory of that', csv),
        await growthRow('a log ten times larger, case by case: XES', small.xes, large.xes),
        await growthRow('a log ten times larger, case by case: CSV', small.csv, large.csv),
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function answer({ reader, warm, file }: { reader: Reader; warm: string; file: string }): Promise<void> {
  let events = 0
  if (warm) await READERS[reader](warm)
  const seconds = await cpuSeconds(async () => {
    events = await READERS[reader](file)
  })
  const measured: Measured = { events, seconds, peakMiB: process.resourceUsage().maxRSS / 1024 }
  process.stdout.write(JSON.stringify(measured))
  process.exit(0)
}

const program = fileURLToPath(new URL('../dist/bench/run.mjs', import.meta.url))

async function measure(reader: Reader, warm: string, file: string): Promise<Measured> {
  if (!existsSync(program)) throw new Error('Run this by npm run bench: it measures the bundle')
  const env = { ...process.env, BENCH_PARSING: JSON.stringify({ reader, warm, file }) }
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'parsing'], { env })
  return JSON.parse(stdout) as Measured
}

interface Comparison {
  readonly ours: Reader
  readonly peer: Reader
  readonly warm: string
  readonly file: string
  readonly events: number
}

async function compared({ ours, peer, warm, file, events }: Comparison) {
  const pairs: { ours: Measured; peer: Measured }[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    const both = { ours: await measure(ours, warm, file), peer: await measure(peer, warm, file) }
    if (both.ours.events !== events || both.peer.events !== events)
      throw new Error('A reader lost events: its time is worth nothing')
    pairs.push(both)
  }
  return { pairs, megabytes: (await stat(file)).size / 1e6 }
}

type Compared = Awaited<ReturnType<typeof compared>>

const speedRow = (name: string, bar: number, peer: string, { pairs, megabytes }: Compared): BenchRow => ({
  name,
  goal: `≥ ${bar} × ${peer}`,
  bar,
  ratio: median(pairs.map((pair) => pair.peer.seconds / pair.ours.seconds)),
  ours: median(pairs.map((pair) => megabytes / pair.ours.seconds)),
  peer: median(pairs.map((pair) => megabytes / pair.peer.seconds)),
  unit: 'MB/s',
})

const memoryRow = (name: string, { pairs }: Compared): BenchRow => ({
  name,
  goal: `≤ ${MOST_MIB} MiB`,
  bar: MOST_MIB,
  atMost: true,
  ratio: Math.max(...pairs.map((pair) => pair.ours.peakMiB)),
  ours: Math.max(...pairs.map((pair) => pair.ours.peakMiB)),
  peer: Math.max(...pairs.map((pair) => pair.peer.peakMiB)),
  unit: 'MiB',
})

async function growthRow(name: string, small: string, large: string): Promise<BenchRow> {
  const peaks = async (file: string) => median([await peak(file), await peak(file), await peak(file)])
  const peak = async (file: string) => (await measure('our cases', '', file)).peakMiB
  const [ours, peer] = [await peaks(large), await peaks(small)]
  const note = 'peak memory of 100,000 cases against 10,000'
  return {
    name,
    goal: '≤ 1.3 × the peak memory',
    bar: 1.3,
    atMost: true,
    ratio: ours / peer,
    ours,
    peer,
    unit: 'MiB',
    note,
  }
}

async function countCases(file: string): Promise<number> {
  let events = 0
  for await (const batch of readCases(file, { columns: {} }).batches)
    for (const one of batch) events += one.events.length
  return events
}

async function countWithSaxes(file: string): Promise<number> {
  let events = 0
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (name === 'event') events++
  })
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 }))
    parser.write(chunk as string)
  parser.close()
  return events
}

async function countWithUdsv(file: string): Promise<number> {
  let rows = 0
  let parser: Parser | undefined
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    parser ??= initParser(inferSchema(chunk as string))
    parser.chunk(chunk as string, parser.stringArrs as Parameters<Parser['chunk']>[1], () => {
      rows++
    })
  }
  parser?.end()
  return rows
}
