import type { CaseHistory } from '#engines/histories/index.ts'
import { spool } from './spool.ts'
import type { Cases, ExportOptions } from './export-log.ts'
import { attributeKey, CASE_KEY, ROLE_KEYS, valuesOf } from './written-event.ts'

/**
 * A flattened table, one event a row. Its header needs the name of every attribute, which are known only at the end, so
 * the cases wait in a file meanwhile. Texts are written as they are, so that they are read back as they are.
 */
export async function* csvText(cases: Cases, { zone }: ExportOptions): AsyncGenerator<string> {
  const ofCase = new Set<string>()
  const ofEvent = new Set<string>()
  const waiting = await spool(cases, ({ attributes, events }) => {
    for (const name of Object.keys(attributes)) ofCase.add(`case:${name}`)
    for (const event of events)
      for (const name of Object.keys(event.attributes ?? {})) ofEvent.add(attributeKey(name))
  })
  try {
    const header = [`case:${CASE_KEY}`, ...ROLE_KEYS, ...ofCase, ...ofEvent]
    yield record(header)
    for await (const history of waiting.items()) yield rows(history, header, zone)
  } finally {
    await waiting.remove()
  }
}

function rows(
  { caseId, attributes, events }: CaseHistory,
  header: readonly string[],
  zone: string | undefined,
): string {
  const ofCase = Object.entries(attributes).map(([name, text]) => [`case:${name}`, text] as const)
  return events
    .map((event) => {
      const texts = new Map([[`case:${CASE_KEY}`, caseId], ...valuesOf(event, zone), ...ofCase])
      return record(header.map((name) => texts.get(name) ?? ''))
    })
    .join('')
}

const record = (fields: readonly string[]): string => `${fields.map(written).join(',')}\r\n`

const written = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
