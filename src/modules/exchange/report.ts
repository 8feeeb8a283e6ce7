import type { Bilingual } from '#kernel/refusal.ts'
import { rejectedRow, type RejectedRow, type RejectionCode } from './rejected.ts'

/** Something a reader of the log should know though nothing was left out. */
export interface Notice {
  readonly code: 'out-of-order' | 'zone-assumed' | 'case-unnamed'
  readonly count: number
  /** Where it was first seen. */
  readonly line: number
  readonly text: Bilingual
}

/** What a reading says besides its events. */
export interface Report {
  reject(code: RejectionCode, line: number, column?: string, value?: string): void
  notice(code: Notice['code'], line: number, detail?: string): void
  readonly rejected: readonly RejectedRow[]
  readonly rejectedCount: number
  notices(): Notice[]
}

/** Rejected rows kept in memory; all of them go to `onRejected`. */
const KEPT = 1000

export function newReport(onRejected?: (row: RejectedRow) => void): Report {
  const rejected: RejectedRow[] = []
  let rejectedCount = 0
  const seen = new Map<Notice['code'], { count: number; line: number; detail: string }>()
  return {
    rejected,
    get rejectedCount() {
      return rejectedCount
    },
    reject(code, line, column, value) {
      const row = rejectedRow(code, line, column, value)
      rejectedCount++
      if (rejected.length < KEPT) rejected.push(row)
      onRejected?.(row)
    },
    notice(code, line, detail = '') {
      const known = seen.get(code)
      if (known) known.count++
      else seen.set(code, { count: 1, line, detail })
    },
    notices: () =>
      [...seen].map(([code, { count, line, detail }]) => ({
        code,
        count,
        line,
        text: sentence(code, count, line, detail),
      })),
  }
}

function sentence(code: Notice['code'], count: number, line: number, detail: string): Bilingual {
  switch (code) {
    case 'out-of-order':
      return {
        zh: `有 ${count} 个事件早于同一办件中排在它前面的事件，首处在第 ${line} 行`,
        en: `${count} events are earlier than the one before them in their case, first on line ${line}`,
      }
    case 'zone-assumed':
      return {
        zh: `有 ${count} 个时间没有写时区，按 ${detail} 理解，首处在第 ${line} 行`,
        en: `${count} times say no offset and were read as ${detail}, first on line ${line}`,
      }
    case 'case-unnamed':
      return {
        zh: `有 ${count} 个办件没有编号，按其在文件中的次序编号，首处在第 ${line} 行`,
        en: `${count} cases have no id and were numbered by their place in the file, first on line ${line}`,
      }
  }
}
