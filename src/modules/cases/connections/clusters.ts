import { wilson } from '#engines/measures/index.ts'
import type { ConnectionAnswers } from '../connections-contract.ts'
import type { Answered } from './store.ts'

/**
 * CASE-27 回答扎堆: an officer stands out where even the low end of his share's interval lies above the share of all
 * others together. One yes among few says nothing, and says so by its wide interval.
 */
export function clustersOf(rows: readonly Answered[]): ConnectionAnswers {
  const answered = rows.reduce((sum, row) => sum + row.answered, 0)
  const yes = rows.reduce((sum, row) => sum + row.yes, 0)
  return {
    ...{ answered, yes },
    rows: rows.map((row) => {
      const others = answered - row.answered
      const usual = others === 0 ? 0 : (yes - row.yes) / others
      const { low, high } = wilson(row.yes, row.answered)
      return {
        ...{ ...row, share: row.yes / row.answered, low: low ?? 0, high: high ?? 1 },
        clusters: row.yes >= FEWEST && (low ?? 0) > usual,
      }
    }),
  }
}

const FEWEST = 3
