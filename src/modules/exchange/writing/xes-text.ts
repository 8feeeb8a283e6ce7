import type { CaseHistory } from '#engines/histories/index.ts'
import type { Cases, ExportOptions } from './export-log.ts'
import { caseAttributeKey, CASE_KEY, valuesOf } from './written-event.ts'

const EXTENSIONS = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Organizational', 'org'],
  ['Lifecycle', 'lifecycle'],
]

/** XES (IEEE 1849). */
export async function* xesText(cases: Cases, { name, zone }: ExportOptions): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">\n'
  for (const [extension, prefix] of EXTENSIONS) {
    yield `  <extension name="${extension}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>\n`
  }
  yield '  <classifier name="Activity" keys="concept:name"/>\n'
  yield `  ${attribute(CASE_KEY, name)}`
  for await (const history of cases) yield traceText(history, zone)
  yield '</log>\n'
}

function traceText({ caseId, attributes, events }: CaseHistory, zone: string | undefined): string {
  const parts = ['  <trace>\n', `    ${attribute(CASE_KEY, caseId)}`]
  for (const [name, text] of Object.entries(attributes))
    parts.push(`    ${attribute(caseAttributeKey(name), text)}`)
  for (const event of events) {
    parts.push('    <event>\n')
    for (const [name, text] of valuesOf(event, zone)) parts.push(`      ${attribute(name, text)}`)
    parts.push('    </event>\n')
  }
  parts.push('  </trace>\n')
  return parts.join('')
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

const attribute = (key: string, value: string): string =>
  `<${INSTANT.test(value) ? 'date' : 'string'} key="${escaped(key)}" value="${escaped(value)}"/>\n`

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Line breaks are written as references, or a reader would take them for spaces; XML cannot write other controls at all. */
const escaped = (text: string): string =>
  text
    .replace(CONTROL, '\uFFFD')
    .replace(/[&<>"\t\n\r]/g, (char) => NAMED[char] ?? `&#${char.charCodeAt(0)};`)

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
