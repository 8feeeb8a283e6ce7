import { DAY_MS, formatClock } from '#engines/calendar/index.ts'
import { dayOfNumber } from '#kernel/day.ts'
import type { WorkbookReader } from './xml-text.ts'
import type { Workbook } from './workbook.ts'

export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  readonly number: number
  readonly cells: readonly (string | undefined)[]
  /** A cell with an error value such as #N/A. */
  readonly hasError: boolean
}

const LAST_COLUMN = 16_384

/** Turns the cells of a sheet into rows of texts; numbers shown as dates become dates without an offset. */
export function sheetReader(workbook: Workbook, take: (row: SheetRow) => void): WorkbookReader {
  let cells: (string | undefined)[] = []
  let number = 0
  let hasError = false
  let column = -1
  let kind = 'n'
  let style = 0
  let text = ''
  let isValue = false
  return {
    open(name, attribute) {
      isValue = name === 'v' || name === 't'
      if (name === 'row') {
        number = Number(attribute('r') ?? number + 1)
        cells = []
        hasError = false
        column = -1
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1
        kind = attribute('t') ?? 'n'
        style = Number(attribute('s') ?? 0)
        text = ''
      }
    },
    close(name) {
      isValue = false
      if (name === 'c' && text !== '' && column >= 0 && column < LAST_COLUMN) {
        cells[column] = cellText(workbook, { kind, style, text })
        hasError ||= kind === 'e'
      } else if (name === 'row') {
        take({ number, cells, hasError })
      }
    },
    text(piece) {
      if (isValue) text += piece
    },
  }
}

/** `B2` is column 1; a cell need not say where it stands. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = reference === undefined ? null : /^([A-Z]{1,3})\d+$/.exec(reference)
  if (!letters) return undefined
  let column = 0
  for (const letter of letters[1] as string) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function cellText(
  { texts, isDate, from1904 }: Workbook,
  { kind, style, text }: { kind: string; style: number; text: string },
): string {
  if (kind === 's') return texts[Number(text)] ?? ''
  if (kind === 'b') return text === '1' ? 'true' : 'false'
  if (kind !== 'n' || !isDate[style]) return text
  return dateText(Number(text), from1904) ?? text
}

/**
 * Excel counts days from 1899-12-30 (or 1904-01-01) and hours as a fraction. It believes in a 29 February 1900, so days
 * before 1 March 1900 stand one too early.
 */
export function dateText(serial: number, from1904: boolean): string | undefined {
  const LAST = 2_958_466
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST) return undefined
  const ms = Math.round((serial - Math.floor(serial)) * DAY_MS)
  const whole = Math.floor(serial) + (ms === DAY_MS ? 1 : 0)
  const clock = ms === DAY_MS ? 0 : ms
  const days = from1904 ? whole - 24_107 : whole < 60 ? whole - 25_568 : whole - 25_569
  const day = dayOfNumber(days)
  return clock === 0 ? day : `${day}T${formatClock(clock)}`
}
