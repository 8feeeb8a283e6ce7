import type { Collector } from '../../reading/collector.ts'
import type { ColumnMapping } from '../../mapping/log-mapping.ts'
import type { RecordTaker } from '../csv/csv-parser.ts'
import { tableColumns } from '../csv/table-columns.ts'
import { tableWriter } from '../csv/table-writer.ts'
import { textFields } from '../csv/text-fields.ts'

/** Writes records of names and texts through the table writer; a name not met before becomes a further column. */
export function recordWriter(own: Collector, header: readonly string[], mapping: ColumnMapping) {
  const names = [...new Set([...header, ...mayComeLater(mapping)])]
  const known = new Set(names)
  const record = textFields()
  let write: RecordTaker | undefined

  function learn(unknown: readonly string[]): void {
    for (const name of unknown) known.add(name)
    names.push(...unknown)
    write = tableWriter(own, tableColumns(names, mapping))
  }

  return {
    /** A map, because names such as `constructor` mean something to an object. */
    write(texts: ReadonlyMap<string, string>, line: number): void {
      const unknown = [...texts.keys()].filter((name) => !known.has(name))
      if (!write || unknown.length > 0) learn(unknown)
      record.fill(names.map((name) => texts.get(name)))
      write?.(record.window, record.fields, line)
    },
  }
}

/** A column nobody fills in the first rows may still come; without case, activity and time there is no log. */
const mayComeLater = ({
  resource,
  lifecycle,
  eventId,
  milestones,
  caseAttributes,
}: ColumnMapping): string[] =>
  [resource, lifecycle, eventId, ...Object.values(milestones ?? {}), ...(caseAttributes ?? [])].filter(
    (name) => name !== undefined,
  )
