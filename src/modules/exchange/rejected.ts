import type { Bilingual } from '#kernel/refusal.ts'

/** Why a single row, event or trace was left out while the rest of its file was read. */
const REASONS = {
  'case-missing': { zh: '没有办件编号', en: 'there is no case id' },
  'activity-missing': { zh: '没有环节名称', en: 'there is no activity' },
  'time-missing': { zh: '没有时间', en: 'there is no time' },
  'time-unreadable': { zh: '看不懂这个时间', en: 'the time cannot be read' },
  'time-impossible': { zh: '日历上没有这个日期或钟点', en: 'there is no such day or hour' },
  'time-order-unclear': {
    zh: '日、月的先后不明，请在映射中写 dateOrder: dmy 或 mdy',
    en: 'day and month could be either way round; say dateOrder: dmy or mdy in the mapping',
  },
  'field-count': { zh: '列数与表头不一致', en: 'the row has not as many fields as the header' },
  'quote-misplaced': { zh: '闭合的引号后面还有文字', en: 'there is text after a closing quote' },
  'json-broken': { zh: '这一行不是有效的 JSON 对象', en: 'the line is not a valid JSON object' },
  'case-duplicate': { zh: '办件编号在前面已经出现过', en: 'the case id already stood further up' },
  'event-duplicate': { zh: '事件编号在前面已经出现过', en: 'the event id already stood further up' },
  'event-outside-trace': { zh: '事件不属于任何办件', en: 'the event belongs to no trace' },
  'object-unknown': { zh: '事件指向的对象不存在', en: 'the event refers to an object that does not exist' },
  'cell-error': { zh: '单元格是 Excel 错误值', en: 'the cell holds an error of Excel' },
} as const satisfies Record<string, Bilingual>

export type RejectionCode = keyof typeof REASONS

export interface RejectedRow {
  /** Line of the text, or row of the sheet, counted from 1. */
  readonly line: number
  readonly column: string | undefined
  /** What stood there, cut to 200 characters. */
  readonly value: string | undefined
  readonly code: RejectionCode
  readonly reason: Bilingual
}

const LONGEST_VALUE = 200

export function rejectedRow(code: RejectionCode, line: number, column?: string, value?: string): RejectedRow {
  return { line, column, value: value?.slice(0, LONGEST_VALUE), code, reason: REASONS[code] }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A cell that begins like a formula is read as one by spreadsheets; an apostrophe keeps it text. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

export const rejectedHeader = '\uFEFFline,column,value,code,原因,reason\r\n'

export const rejectedLine = ({ line, column, value, code, reason }: RejectedRow): string =>
  [
    String(line),
    quoted(inert(column ?? '')),
    quoted(inert(value ?? '')),
    code,
    quoted(reason.zh),
    quoted(reason.en),
  ].join(',') + '\r\n'
