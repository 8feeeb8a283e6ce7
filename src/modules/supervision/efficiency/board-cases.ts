import type { BOARDS } from '../board-contract.ts'
import { burdens } from './boards/burden.ts'
import { centralMonth } from './boards/central.ts'
import { changesOf } from './boards/changes.ts'
import type { Boards } from './boards/context.ts'
import { reformQuarter } from './boards/reform.ts'
import { sidesOf } from './boards/sides.ts'
import { tierWeeks } from './boards/tiers.ts'
import { WINDOW_COUNTS, windowWeeks } from './boards/windows.ts'
import { signalKey, signalsOf } from './signals.ts'

interface Opened {
  readonly board: (typeof BOARDS)[number]
  /** As the row of the board names itself. */
  readonly key: string
  /** Which of its numbers. */
  readonly what: string
}

type Cases = readonly number[]
const NONE: Cases = []

/** The cases behind a number of a board: computed by the same functions, so that they cannot differ. */
export function boardCases(boards: Boards, { board, key, what }: Opened): Cases {
  const { measures, span, versions, visited } = boards
  const [first = '', second = ''] = key.split('|')
  switch (board) {
    case 'windows': {
      const row = windowWeeks(measures, span, [first]).find(({ week }) => week === second)
      const count = WINDOW_COUNTS.find((one) => one === what)
      return (count && row?.[count]) ?? NONE
    }
    case 'central': {
      if (!/^\d{4}-\d{2}$/.test(second)) return NONE
      const row = centralMonth(measures, { unit: first, month: second }, versions)
      return what === 'partly' ? row.partlyCases : row.whollyCases
    }
    case 'tiers': {
      const row = tierWeeks(measures, span, [first]).find(({ week }) => week === second)
      return (what === 'received' ? row?.received : row?.decided) ?? NONE
    }
    case 'changes': {
      const change = changesOf(measures, versions).find(
        ({ after: { version } }) => `${version.item}@${version.version}` === key,
      )
      return (what === 'before' ? change?.before.cases : change?.after.cases) ?? NONE
    }
    case 'burdens':
      return burdens(measures, span, visited).find(({ item }) => item === key)?.cases ?? NONE
    case 'sides': {
      const row = sidesOf(measures, span).find(({ side }) => side === key)
      return (what === 'other' ? row?.other.cases : row?.one.cases) ?? NONE
    }
    case 'reform':
      return /^\d{4}-Q[1-4]$/.test(key) ? reformQuarter(measures, key, versions).cases : NONE
    case 'signals':
      return signalsOf(boards).find((signal) => signalKey(signal) === key)?.cases ?? NONE
  }
}
