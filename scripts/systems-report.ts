/**
 * What docs/systems.csv claims, beside what the tests prove.
 *
 * Pure: text and test results go in, verdicts come out. `systems.ts` does the reading, running and printing.
 */
import ts from 'typescript'
import { z } from 'zod'

export const MODULES = [
  ...['GOV', 'HALL', 'ITEM', 'CASE', 'ESUP', 'CMPL', 'INSP', 'RECT', 'EVAL'],
  ...['APPR', 'ACCT', 'DISC', 'PROJ', 'TASK', 'WIND', 'OPEN', 'PUBL', 'CADR'],
]

/** Selects, for vitest's `-t`, the tests that carry an id of ours in their name. */
export const ID_PATTERN = `\\[(${MODULES.join('|')})-[0-9]{2}\\]`

// --- the table -------------------------------------------------------------------------------------------

const HEADER = 'id,中文,English,folder,state,what it means here'

const SystemRow = z.object({
  id: z.string().regex(new RegExp(`^(${MODULES.join('|')})-[0-9]{2}$`)),
  chinese: z.string().min(1),
  english: z.string().min(1),
  folder: z.string().regex(/^src\/modules\/[a-z]+$/),
  state: z.enum(['done', 'part', 'planned']),
  meaning: z.string().min(1),
})
export type SystemRow = z.infer<typeof SystemRow>

/** RFC 4180: quoted fields may hold commas, line ends and doubled quotes. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  // Sticky, so that a stray quote stops the match and is reported instead of being skipped over.
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

  while (field.lastIndex < text.length || record.length > 0) {
    const near = text.slice(field.lastIndex, field.lastIndex + 40)
    const match = field.exec(text)
    if (!match) throw new Error(`CSV: misplaced quote near ${JSON.stringify(near)}`)
    const [, quoted, plain, end] = match
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',') continue
    records.push(record)
    record = []
  }
  return records
}

export function parseSystems(text: string): SystemRow[] {
  const [header, ...records] = parseCsv(text)
  if (header?.join(',') !== HEADER) throw new Error(`systems: the header must read ${HEADER}`)

  const rows = records.map((record) => {
    const [id, chinese, english, folder, state, meaning, ...excess] = record
    if (excess.length) throw new Error(`systems: ${id} has more than six columns`)
    const row = SystemRow.safeParse({ id, chinese, english, folder, state, meaning })
    if (row.success) return row.data
    const [issue] = row.error.issues
    throw new Error(`systems: ${id}: ${issue?.path.join('.')}: ${issue?.message}`)
  })

  const twice = rows.find(({ id }, index) => rows.findIndex((row) => row.id === id) !== index)
  if (twice) throw new Error(`systems: ${twice.id} stands in the table twice`)
  return rows
}

// --- the tests -------------------------------------------------------------------------------------------

/** The part of vitest's JSON report that we rely on. */
export const Results = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ title: z.string(), status: z.string() })),
    }),
  ),
})
export type Results = z.infer<typeof Results>

export type Sides = 'both' | 'no refusal or detection' | 'no positive assertion' | 'no source found'

export interface ProvingTest {
  ids: string[]
  file: string
  title: string
  status: string
  sides: Sides
}

export const idsIn = (title: string): string[] => [
  ...new Set([...title.matchAll(new RegExp(ID_PATTERN, 'g'))].map(([id]) => id.slice(1, -1))),
]

/** Only the test's own title counts: an id on a `describe` would let any test inside it prove the row. */
export function collectTests(
  results: Results,
  readSource: (file: string) => string | undefined,
): ProvingTest[] {
  return results.testResults.flatMap(({ name: file, assertionResults }) => {
    const named = assertionResults.filter(({ title }) => idsIn(title).length > 0)
    if (named.length === 0) return []

    const sidesOf = readTests(file, readSource(file) ?? '')
    return named.map(({ title, status }) => ({
      ids: idsIn(title),
      file,
      title,
      status,
      sides: sidesOf(title),
    }))
  })
}

// --- the verdicts ----------------------------------------------------------------------------------------

export interface Verdict {
  row: SystemRow
  verdict: 'proven' | 'one-sided' | 'failed' | 'unproven'
  tests: ProvingTest[]
}

export const classify = (rows: SystemRow[], tests: ProvingTest[]): Verdict[] =>
  rows.map((row) => {
    const carrying = tests.filter(({ ids }) => ids.includes(row.id))
    return { row, verdict: judge(carrying), tests: carrying }
  })

function judge(tests: ProvingTest[]): Verdict['verdict'] {
  if (tests.some(({ status }) => status === 'failed')) return 'failed'
  const passed = tests.filter(({ status }) => status === 'passed')
  if (passed.some(({ sides }) => sides === 'both')) return 'proven'
  return passed.length > 0 ? 'one-sided' : 'unproven'
}

export const claimedInVain = (verdicts: Verdict[]) =>
  verdicts.filter(({ row, verdict }) => row.state === 'done' && verdict !== 'proven')

/** Ids that tests carry and the table does not know: most likely a slip of the finger. */
export function unknownIds(rows: SystemRow[], tests: ProvingTest[]): string[] {
  const known = new Set(rows.map(({ id }) => id))
  return [...new Set(tests.flatMap(({ ids }) => ids))].filter((id) => !known.has(id)).sort()
}

const countByModule = (verdicts: Verdict[]) =>
  MODULES.map((module) => {
    const own = verdicts.filter(({ row }) => row.id.startsWith(`${module}-`))
    const count = (wanted: Verdict['verdict']) => own.filter(({ verdict }) => verdict === wanted).length
    return {
      module,
      rows: own.length,
      proven: count('proven'),
      oneSided: count('one-sided'),
      failed: count('failed'),
    }
  })

export const summarise = (verdicts: Verdict[]): Record<string, { rows: number; proven: number }> =>
  Object.fromEntries(countByModule(verdicts).map(({ module, rows, proven }) => [module, { rows, proven }]))

export function drawTable(verdicts: Verdict[]): string {
  const counts = countByModule(verdicts)
  const total = { module: 'total', rows: 0, proven: 0, oneSided: 0, failed: 0 }
  for (const { rows, proven, oneSided, failed } of counts) {
    total.rows += rows
    total.proven += proven
    total.oneSided += oneSided
    total.failed += failed
  }
  const line = (name: string, ...cells: (number | string)[]) =>
    name.padEnd(8) + cells.map((cell) => String(cell).padStart(11)).join('')

  return [
    line('module', 'rows', 'proven', 'one-sided', 'failed'),
    ...[...counts, total].map((of) => line(of.module, of.rows, of.proven, of.oneSided, of.failed)),
  ].join('\n')
}

// --- both sides ------------------------------------------------------------------------------------------
//
// A system is what it does and what it will not let pass, so a test that proves one must show both. We read
// the test's syntax tree (comments and strings are no calls there) and sort each assertion it makes:
//
//   refusal    `rejects`, `toThrow`, `codeOf(…)`, anything named refus… or reject…, an expected
//              `code: 'area.reason'`, or an expected 4xx status
//   detection  anything that speaks of a finding, flag, alert or breach, or expects a `rule`
//   positive   every other assertion, and also the good half of the two above: `not.toThrow()`,
//              `expect(findings).toEqual([])`, `expect(alerts).toHaveLength(0)`
//
// This reads words, not meaning. It cannot tell whether the refusal is the right one: reviewers do that. It
// only stops a row from being called proven by a test that never saw anything refused or found. A test the
// rule misreads usually wants a better name, `findings` for `result`.

const REFUSAL_WORD = /refus|reject|^toThrow|^codeOf$/i
const DETECTION_WORD = /finding|flag|signal|alert|breach|detect|^rule$/i
const REFUSAL_CODE = /^[a-z][a-z-]*\.[a-z][a-z.-]*$/
const STATUS_WORD = /^status(Code)?$/
const NOTHING_MATCHER = /^toBe(Undefined|Null|Falsy)$/

/** Finds, for the title a test ran under, the sides its body shows. */
export function readTests(file: string, source: string): (title: string) => Sides {
  const found: { pattern: RegExp; body: ts.Node }[] = []
  const visit = (node: ts.Node): void => {
    const [title, ...rest] = ts.isCallExpression(node) ? node.arguments : []
    const body = rest.find((part) => ts.isArrowFunction(part) || ts.isFunctionExpression(part))
    const named = ts.isCallExpression(node) && ['test', 'it'].includes(namesOf(node)[0] ?? '')
    const pattern = named && title && body ? titlePattern(title) : undefined
    if (pattern && body) found.push({ pattern, body })
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest))

  // The longest pattern is the most literal: '[…] $why' must not take a test that is spelled out beside it.
  found.sort((a, b) => b.pattern.source.length - a.pattern.source.length)
  return (title) => {
    const test = found.find(({ pattern }) => pattern.test(title))
    return test ? sidesOf(test.body) : 'no source found'
  }
}

/** A title may be filled in when it runs: by `test.each` (`$why`, `%s`) or as a template. */
function titlePattern(title: ts.Expression): RegExp | undefined {
  const fixed = ts.isTemplateExpression(title)
    ? [title.head.text, ...title.templateSpans.map(({ literal }) => literal.text)]
    : ts.isStringLiteralLike(title)
      ? title.text.split(/\$[\w.]+|%[sdifjoO#$%]/)
      : undefined
  const escaped = fixed?.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return escaped && new RegExp(`^${escaped.join('.*')}$`, 's')
}

function sidesOf(body: ts.Node): Sides {
  const kinds = new Set<string>()
  const visit = (node: ts.Node): void => {
    const kind = ts.isCallExpression(node) ? kindOf(node) : undefined
    if (kind) kinds.add(kind)
    else ts.forEachChild(node, visit)
  }
  visit(body)

  if (!kinds.has('refusal')) return 'no refusal or detection'
  return kinds.has('positive') ? 'both' : 'no positive assertion'
}

function kindOf(call: ts.CallExpression): 'positive' | 'refusal' | undefined {
  const names = namesOf(call)
  const [first = '', second = ''] = names
  // `expect(x)` and `expect.assertions(2)` claim nothing by themselves; `expectRefused(x)` does.
  const asserts =
    first === 'expect' ? /^(?!$|assertions|hasAssertions)/.test(second) : /^(expect|assert)/.test(first)
  const refusingHelper = /^(refused|rejected)/.test(names.at(-1) ?? '')
  if (!asserts && !refusingHelper) return undefined

  const against = isAgainst(partsOf(call))
  return against && !names.includes('not') && !expectsNothing(call) ? 'refusal' : 'positive'
}

function isAgainst({ words, strings, numbers }: Parts): boolean {
  if (words.some((word) => REFUSAL_WORD.test(word) || DETECTION_WORD.test(word))) return true
  if (words.includes('code') && strings.some((text) => REFUSAL_CODE.test(text))) return true
  return words.some((word) => STATUS_WORD.test(word)) && numbers.some((n) => n >= 400 && n < 500)
}

function expectsNothing(call: ts.CallExpression): boolean {
  if (NOTHING_MATCHER.test(namesOf(call).at(-1) ?? '')) return true
  const [argument, ...others] = call.arguments
  if (!argument || others.length > 0) return false
  if (ts.isArrayLiteralExpression(argument)) return argument.elements.length === 0
  if (ts.isNumericLiteral(argument)) return argument.text === '0'
  return argument.kind === ts.SyntaxKind.FalseKeyword || argument.kind === ts.SyntaxKind.NullKeyword
}

/** The names along a chain of calls: `expect(a).rejects.toThrow()` gives expect, rejects, toThrow. */
function namesOf(node: ts.Node): string[] {
  if (ts.isIdentifier(node)) return [node.text]
  if (ts.isCallExpression(node)) return namesOf(node.expression)
  if (ts.isPropertyAccessExpression(node)) return [...namesOf(node.expression), node.name.text]
  if (ts.isTaggedTemplateExpression(node)) return namesOf(node.tag)
  return []
}

interface Parts {
  words: string[]
  strings: string[]
  numbers: number[]
}

function partsOf(whole: ts.Node): Parts {
  const parts: Parts = { words: [], strings: [], numbers: [] }
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) parts.words.push(node.text)
    if (ts.isStringLiteralLike(node)) parts.strings.push(node.text)
    if (ts.isNumericLiteral(node)) parts.numbers.push(Number(node.text))
    ts.forEachChild(node, visit)
  }
  visit(whole)
  return parts
}
