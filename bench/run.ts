import { cpus, totalmem } from 'node:os'
import { writeFileSync } from 'node:fs'
import type { BenchGroup, BenchRow } from './bench.ts'

/**
 * `npm run bench [GROUP…] [-- --write]`: measures, prints the table, and with `--write` puts it into docs/benchmarks.md.
 * A goal that is not reached is printed as such; nothing here passes or fails a build.
 */
const groups: Readonly<Record<string, () => Promise<BenchGroup>>> = {
  'working-days': async () => (await import('./working-days.ts')).workingDaysBench,
  parsing: async () => (await import('./parsing.ts')).parsingBench,
  map: async () => (await import('./map.ts')).mapBench,
  'map-cold': async () => (await import('./map-cold.ts')).coldMapBench,
  mining: async () => (await import('./mining.ts')).miningBench,
  times: async () => (await import('./times.ts')).timesBench,
  rules: async () => (await import('./rules.ts')).rulesBench,
  replay: async () => (await import('./replay.ts')).replayBench,
  verdict: async () => (await import('./verdict.ts')).verdictBench,
  ledger: async () => (await import('./ledger.ts')).ledgerBench,
  clocks: async () => (await import('./clocks.ts')).clocksBench,
  http: async () => (await import('./http.ts')).httpBench,
  catalogue: async () => (await import('./catalogue.ts')).catalogueBench,
  lists: async () => (await import('./lists.ts')).listsBench,
  live: async () => (await import('./live.ts')).liveBench,
  queue: async () => (await import('./queue.ts')).queueBench,
  load: async () => (await import('./load.ts')).loadBench,
}

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const names = asked.length > 0 ? asked : Object.keys(groups)
const sections: string[] = []
for (const name of names) {
  const load = groups[name]
  if (!load) throw new Error(`There is no bench "${name}"; there are ${Object.keys(groups).join(', ')}`)
  const group = await load()
  process.stderr.write(`${group.title} …\n`)
  const section = asTable(group.title, await group.run())
  process.stdout.write(`${section}\n`)
  sections.push(section)
}
if (process.argv.includes('--write'))
  writeFileSync(new URL('../docs/benchmarks.md', import.meta.url), report())
process.exit(0)

function report(): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`
  return `# Benchmarks

Made by \`npm run bench -- --write\` on ${machine}. Each row is ours and a peer (or a hand-written kernel, "limit") on the
same data in the same run, in turn; the ratio is the median of the pairs. Machines are shared: compare ratios, not speeds.
A row marked **not reached** says so with what was measured.

${sections.join('\n')}`
}

function asTable(title: string, rows: readonly BenchRow[]): string {
  const lines = rows.map((row) => {
    const reached = row.atMost ? row.ratio <= row.bar : row.ratio >= row.bar
    return `| ${row.name} | ${row.goal} | ${figure(row.ratio)} | ${reached ? 'reached' : '**not reached**'} | ${figure(row.ours)} ${row.unit} | ${figure(row.peer)} ${row.unit} | ${row.note ?? ''} |`
  })
  return `## ${title}\n\n| what | goal | measured | | ours | peer or limit | note |\n| --- | --- | ---: | --- | ---: | ---: | --- |\n${lines.join('\n')}\n`
}

function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}
