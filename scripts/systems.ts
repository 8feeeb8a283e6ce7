/**
 * npm run systems: which rows of docs/systems.csv the tests prove.
 *
 *   npm run systems                           runs the tests that carry a row's id, prints a table
 *   npm run systems -- --results FILE         reads vitest's JSON report instead of running anything
 *   npm run --silent systems -- --json        prints {"CASE": {"rows": 37, "proven": 9}, ...} and no more
 *
 * Exit 1 when a row marked done is not proven, 2 when the question could not be answered.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  claimedInVain,
  classify,
  collectTests,
  drawTable,
  ID_PATTERN,
  parseSystems,
  Results,
  summarise,
  unknownIds,
  type Verdict,
} from './systems-report.ts'

const root = resolve(import.meta.dirname, '..')

try {
  process.exitCode = main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

function main(): number {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, results: { type: 'string' } } })
  const rows = parseSystems(readFileSync(join(root, 'docs/systems.csv'), 'utf8'))
  const results = values.results ? readResults(resolve(values.results)) : runTests()
  const tests = collectTests(results, (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined))
  const verdicts = classify(rows, tests)

  console.log(values.json ? JSON.stringify(summarise(verdicts)) : drawTable(verdicts))
  // Remarks go to stderr, so that stdout stays one table or one JSON value.
  for (const remark of [...remarksOn(verdicts), ...troublesIn(results)]) console.error(remark)
  for (const id of unknownIds(rows, tests))
    console.error(`${id}: a test carries it, docs/systems.csv does not`)

  const vain = claimedInVain(verdicts)
  for (const { row, verdict } of vain) console.error(`${row.id}: marked done, but ${verdict}`)
  return vain.length > 0 ? 1 : 0
}

function runTests(): Results {
  const folder = mkdtempSync(join(tmpdir(), 'systems-'))
  const report = join(folder, 'results.json')
  try {
    // Vitest leaves with 1 when a test fails: that is a finding here, so only a missing report is an error.
    const options = ['-t', ID_PATTERN, '--passWithNoTests', '--reporter=json', `--outputFile=${report}`]
    spawnSync('npx', ['vitest', 'run', ...options], { cwd: root, stdio: ['ignore', 2, 2] })
    return readResults(report)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readResults(file: string): Results {
  if (!existsSync(file)) throw new Error(`no test results at ${file}`)
  return Results.parse(JSON.parse(readFileSync(file, 'utf8')))
}

function remarksOn(verdicts: Verdict[]): string[] {
  return verdicts.flatMap(({ row, verdict, tests }) => {
    if (verdict !== 'one-sided' && verdict !== 'failed') return []
    const worth = verdict === 'failed' ? 'failed' : 'passed'
    return tests
      .filter(({ status }) => status === worth)
      .map(({ file, title, sides }) => {
        const why = verdict === 'failed' ? verdict : `${verdict}, ${sides}`
        return `${row.id}: ${why}: ${relative(root, file)}: ${title}`
      })
  })
}

/** A file that cannot even be loaded reports no tests: say so, or its rows look merely untested. */
function troublesIn({ testResults }: Results): string[] {
  return testResults
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
    .map(({ name }) => `${relative(root, name)}: could not be run`)
}
