import type { UnitFigures } from '#modules/supervision/contract.ts'

const SORT_KEYS = ['unitName', 'cases', 'open', 'overdue', 'onTime', 'median', 'yellow', 'red'] as const
export type SortKey = (typeof SORT_KEYS)[number]

export interface Sorting {
  readonly key: SortKey
  readonly direction: 'ascending' | 'descending'
}

const isSortKey = (text: string): text is SortKey => SORT_KEYS.some((key) => key === text)

/** As it stands in the address: `overdue` upwards, `-overdue` downwards. Most cases first where nothing is said. */
export function readSorting(text: string | undefined): Sorting {
  const key = text?.replace(/^-/, '') ?? ''
  if (!isSortKey(key)) return { key: 'cases', direction: 'descending' }
  return { key, direction: text?.startsWith('-') ? 'descending' : 'ascending' }
}

export const writeSorting = ({ key, direction }: Sorting): string =>
  direction === 'descending' ? `-${key}` : key

/** A second press turns the order round; a first one shows the largest number first, names from the beginning. */
export function nextSorting(now: Sorting, key: SortKey): Sorting {
  if (now.key === key) return { key, direction: now.direction === 'ascending' ? 'descending' : 'ascending' }
  return { key, direction: key === 'unitName' ? 'ascending' : 'descending' }
}

/** Small cells stand last in either direction: they take no part in a comparison. */
export function sortUnits(rows: readonly UnitFigures[], { key, direction }: Sorting): UnitFigures[] {
  const turn = direction === 'ascending' ? 1 : -1
  return [...rows].sort((one, other) => {
    if (one.onTime.small !== other.onTime.small) return one.onTime.small ? 1 : -1
    if (key === 'unitName') return turn * one.unitName.localeCompare(other.unitName, 'zh-CN')
    return (
      turn * (valueOf(one, key) - valueOf(other, key)) || one.unitName.localeCompare(other.unitName, 'zh-CN')
    )
  })
}

function valueOf(row: UnitFigures, key: Exclude<SortKey, 'unitName'>): number {
  if (key === 'onTime') return row.onTime.value ?? -1
  if (key === 'median') return row.medianWorkingDays ?? -1
  return row[key]
}
