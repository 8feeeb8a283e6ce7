import { Readable } from 'node:stream'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { definitionInForce, findEntries, nameOf, refuseRegister } from '#engines/registers/index.ts'
import type { Acting } from '#engines/registers/index.ts'
import { type Route, streamRoute, uploadRoute } from '#platform/http/index.ts'
import { CSV_TYPE, csvOf, csvRows, WORKBOOK_TYPE, workbookOf } from '#platform/sheets/index.ts'
import type { z } from 'zod'
import { actingOf } from './actors.ts'
import { calledIn } from './called.ts'
import * as contract from './contract.ts'
import type { GivenValues } from './institution-shapes.ts'
import { refuse } from './refusals.ts'
import { opened } from './acting.ts'
import { readingOf } from './reading.ts'
import type { InstitutionServices } from './services.ts'
import { rowsOf, type SheetRow, tableOf, templateOf } from './sheet.ts'

const REACH = { reach: 'jurisdiction' } as const
const MOST_ROWS = 5000
const MOST_BYTES = 20 * 2 ** 20

export const sheetRoutes = (services: InstitutionServices): Route[] => [
  streamRoute(contract.exportEntries, async (call) => {
    const { institution } = call.params
    const { as, template, language } = call.query
    const { reading, whole: readingWhole } = await readingOf(services, call, institution)
    const table = await readingWhole(async (db) => {
      const { definition } = await definitionInForce(db, services.registers, institution)
      if (template === 'true') return templateOf(definition, language)
      const entries = (await findEntries(db, institution)).filter(({ id }) =>
        reading.visible.has(nameOf(institution, id)),
      )
      return tableOf(definition, entries, await calledIn(db, services, definition, entries), language)
    })
    const bytes = as === 'csv' ? Buffer.from(csvOf(table)) : await workbookOf(table)
    return {
      contentType: as === 'csv' ? CSV_TYPE : WORKBOOK_TYPE,
      fileName: `${table.name}.${as}`,
      body: Readable.from([bytes]),
    }
  }),
  uploadRoute(contract.importEntries, async (call, file) => {
    const { institution } = call.params
    const bytes = await whole(file)
    const isPacked = bytes.subarray(0, 2).toString('latin1') === 'PK'
    const listed = isPacked
      ? await services.readSheet({ stream: Readable.from([bytes]), name: call.query.name })
      : csvRows(bytes)
    if (listed.length > MOST_ROWS) throw refuse('institutions.too-many-rows', { most: MOST_ROWS })
    const { definition } = await call.read((db) => definitionInForce(db, services.registers, institution))
    const rows = rowsOf(definition, listed)
    const work = async (db: Db) => {
      const acting = await actingOf(db, call)
      const entries: string[] = []
      for (const row of rows) entries.push(await entered(db, services, { institution, row }, acting))
      return { entries, rows: rows.length }
    }
    // A page sends a key with its upload: what the key stands for is what was read, not the stream that it came in.
    return call.transaction(work, { ...REACH, request: { institution, rows } })
  }),
]

type Given = z.infer<typeof GivenValues>

/** One row as if it had been typed. What refuses it refuses the sheet, with the number of its row. */
async function entered(
  db: Db,
  services: InstitutionServices,
  { institution, row }: { readonly institution: string; readonly row: SheetRow },
  acting: Acting,
): Promise<string> {
  try {
    return (await opened(db, services, { institution, values: row.values as Given }, acting)).id
  } catch (error) {
    if (!isRefusal(error)) throw error
    throw refuseRegister('register.sheet-row', {
      row: row.number,
      fault: error.text.zh,
      faultEn: error.text.en,
    })
  }
}

async function whole(file: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of file) {
    bytes += (chunk as Buffer).length
    if (bytes > MOST_BYTES) throw refuse('institutions.too-many-rows', { most: MOST_ROWS })
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
