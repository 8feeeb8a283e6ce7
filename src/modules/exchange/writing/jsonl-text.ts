import type { Cases, ExportOptions } from './export-log.ts'
import { CASE_KEY, valuesOf } from './written-event.ts'

/** JSON Lines: one event a line; what describes the case is repeated under `case:…`, as in a flattened table. */
export async function* jsonLinesText(cases: Cases, { zone }: ExportOptions): AsyncGenerator<string> {
  for await (const { caseId, attributes, events } of cases) {
    const ofCase = Object.entries(attributes).map(([name, text]) => [`case:${name}`, text] as const)
    for (const event of events) {
      const line = Object.fromEntries([[`case:${CASE_KEY}`, caseId], ...valuesOf(event, zone), ...ofCase])
      yield `${JSON.stringify(line)}\n`
    }
  }
}
