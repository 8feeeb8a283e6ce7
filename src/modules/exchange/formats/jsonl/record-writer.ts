import type { Collector } from '../../reading/collector.ts'
import type { ColumnMapping } from '../../mapping/log-mapping.ts'
import type { Fields, RecordTaker } from '../csv/csv-parser.ts'
import { tableColumns } from '../csv/table-columns.ts'
import { tableWriter } from '../csv/table-writer.ts'

/** Writes records of names and texts through the table writer; a name not met before becomes a further column. */
export function recordWriter(own: Collector, header: readonly string[], mapping: ColumnMapping) {
  const names = [...header]
  const named = [
    mapping.case,
    mapping.at,
    mapping.resource,
    mapping.lifecycle,
    mapping.eventId,
    mapping.activity,
  ].flat()
  for (const name of [
    ...named,
    ...Object.values(mapping.milestones ?? {}),
    ...(mapping.caseAttributes ?? []),
  ]) {
    if (name !== undefined && header.length > 0 && !names.includes(name) && isOptional(mapping, name))
      names.push(name)
  }
  let places = new Map(names.map((name, place) => [name, place]))
  let write: RecordTaker | undefined
  let fields = fieldsFor(64)
  let room = Buffer.allocUnsafe(64 * 1024)

  function learn(record: Readonly<Record<string, string>>): void {
    const unknown = Object.keys(record).filter((name) => !places.has(name))
    if (write && unknown.length === 0) return
    names.push(...unknown)
    places = new Map(names.map((name, place) => [name, place]))
    if (names.length > fields.from.length) fields = fieldsFor(names.length * 2)
    fields.count = names.length
    write = tableWriter(own, tableColumns(names, mapping))
  }

  return {
    write(record: Readonly<Record<string, string>>, line: number): void {
      learn(record)
      const { from, to } = fields
      let used = 0
      for (let place = 0; place < names.length; place++) {
        const text = record[names[place] as string]
        from[place] = used
        if (text) {
          const needed = used + text.length * 3
          if (needed > room.length) {
            const wider = Buffer.allocUnsafe(needed * 2)
            room.copy(wider, 0, 0, used)
            room = wider
          }
          used += room.write(text, used, 'utf8')
        }
        to[place] = used
      }
      write?.(room, fields, line)
    },
  }
}

/** A column nobody fills in the first rows may still come; without case, activity and time there is no log. */
const isOptional = (mapping: ColumnMapping, name: string): boolean =>
  ![mapping.case, mapping.at, mapping.activity].flat().includes(name)

const fieldsFor = (most: number): Fields => ({
  count: 0,
  from: new Int32Array(most),
  to: new Int32Array(most),
  same: new Uint8Array(most),
})
