import { refuse } from '../../refusals.ts'
import type { Reading } from '../../source/content.ts'
import type { LocalFile } from '../../source/local-file.ts'
import { readPart, type WorkbookReader } from './xml-text.ts'
import { damaged, openZip, type Zip } from './zip.ts'

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly zip: Zip
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  /** Texts that cells refer to by number. */
  readonly texts: readonly string[]
  /** Which of the cell formats show a date. */
  readonly isDate: readonly boolean[]
  readonly from1904: boolean
}

/** Parts read as a whole must stay small; texts may be many. */
const SMALL_PART = 16 * 2 ** 20
const TEXTS_PART = 96 * 2 ** 20

export async function openWorkbook(file: LocalFile, reading: Reading): Promise<Workbook> {
  const zip = await openZip(file, reading)
  const read = async (part: string, reader: WorkbookReader, most = SMALL_PART) => {
    for await (const _ of readPart(zip.content(part, most), reader, reading.limits.tokenBytes)) void _
  }
  const found: { name: string; id: string }[] = []
  let from1904 = false
  await read('xl/workbook.xml', {
    open(name, attribute) {
      if (name === 'sheet') found.push({ name: attribute('name') ?? '', id: attribute('r:id') ?? '' })
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '')
    },
    close: () => undefined,
    text: () => undefined,
  })
  const targets = new Map<string, string>()
  await read('xl/_rels/workbook.xml.rels', {
    open(name, attribute) {
      if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '')
    },
    close: () => undefined,
    text: () => undefined,
  })
  const texts: string[] = []
  if (zip.has('xl/sharedStrings.xml')) await read('xl/sharedStrings.xml', textsReader(texts), TEXTS_PART)
  const formats = styleReader()
  if (zip.has('xl/styles.xml')) await read('xl/styles.xml', formats.reader)
  const sheets = found.map(({ name, id }) => ({ name, part: partOf(targets.get(id) ?? '') }))
  return { zip, sheets, texts, isDate: formats.isDate(), from1904 }
}

const partOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

/** The sheet a mapping names, else the first. */
export function sheetPart(file: LocalFile, { sheets }: Workbook, asked: string | undefined): string {
  const sheet = asked === undefined ? sheets[0] : sheets.find(({ name }) => name === asked)
  if (sheet) return sheet.part
  if (asked === undefined) throw damaged(file, '没有工作表', 'it has no sheet')
  throw refuse('exchange.sheet-unknown', { sheet: asked, sheets: sheets.map(({ name }) => name).join(', ') })
}

/** `<si>` holds one text in one or more `<t>`; what stands in `<rPh>` is only how to pronounce it. */
function textsReader(texts: string[]): WorkbookReader {
  let text = ''
  let inText = false
  let inPronunciation = false
  return {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') inPronunciation = true
      inText = name === 't'
    },
    close(name) {
      if (name === 'si') texts.push(text)
      if (name === 'rPh') inPronunciation = false
      inText = false
    },
    text(piece) {
      if (inText && !inPronunciation) text += piece
    },
  }
}

/** ECMA-376 §18.8.30: the built-in formats that show a date or time, among them those of East Asian Excel. */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  (format >= 45 && format <= 47) ||
  (format >= 50 && format <= 58)

/** A format of one's own shows a date when a letter of a date stands outside quotes and brackets. */
const isDateCode = (code: string): boolean =>
  /[ymdhs年月日时分秒]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

function styleReader() {
  const custom = new Map<number, boolean>()
  const formats: number[] = []
  let inCellFormats = false
  const reader: WorkbookReader = {
    open(name, attribute) {
      if (name === 'numFmt')
        custom.set(Number(attribute('numFmtId')), isDateCode(attribute('formatCode') ?? ''))
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'xf' && inCellFormats) formats.push(Number(attribute('numFmtId') ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
    text: () => undefined,
  }
  return { reader, isDate: () => formats.map((format) => custom.get(format) ?? isBuiltInDate(format)) }
}
