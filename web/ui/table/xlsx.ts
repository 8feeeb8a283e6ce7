import type { Column } from './Table.tsx'
import { zipped } from './zip.ts'

/**
 * The rows as an Excel workbook of one sheet (ECMA-376, the least that Excel, WPS and LibreOffice open without a
 * word). Texts are inline strings: their cell type says text, so one that begins with `=` never runs as a formula.
 */
export function xlsxOf<Row>(
  columns: ReadonlyArray<Column<Row>>,
  rows: readonly Row[],
): Uint8Array<ArrayBuffer> {
  const shown = columns.filter((column) => column.text)
  const lines = [
    shown.map((column) => column.title),
    ...rows.map((row) => shown.map((column) => column.text?.(row) ?? null)),
  ]
  const sheet = lines.map((cells, index) => rowXml(cells, index + 1)).join('')
  return zipped({
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': RELATIONS,
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': WORKBOOK_RELATIONS,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${MAIN}">${FIRST_ROW_STAYS}<sheetData>${sheet}</sheetData></worksheet>`,
  })
}

const rowXml = (cells: ReadonlyArray<string | number | null>, row: number): string =>
  `<row r="${row}">${cells.map((value, column) => cellXml(value, `${columnName(column)}${row}`)).join('')}</row>`

function cellXml(value: string | number | null, at: string): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${at}"><v>${value}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(String(value))}</t></is></c>`
}

/** A, B, … Z, AA, AB: as Excel names its columns. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** XML 1.0 has no way to write most control characters, and Excel refuses a cell of more than 32,767. */
const LONGEST = 32_767
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const escaped = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(UNWRITABLE, '')
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const FIRST_ROW_STAYS =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/></Types>`
const RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const WORKBOOK = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`
const WORKBOOK_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
