import type { CountedActs } from './store.ts'

const COLUMN = {
  asked: 'asked',
  declined: 'declined',
  notOurs: 'notOurs',
  transferred: 'transferred',
  slip: 'slips',
  stayedAway: 'stayedAway',
} as const

interface Shirking {
  readonly key: string
  readonly unit: string
  readonly counter: string | null
  asked: number
  declined: number
  notOurs: number
  transferred: number
  slips: number
  stayedAway: number
  loops: number
  ownMatter: number
}

const SENT_AWAY: readonly string[] = ['declined', 'notOurs', 'transferred', 'slip', 'stayedAway']

/** 推诿: how often each window sent somebody away, the most often first; windows that sent nobody away are left out. */
export function shirkingRows(counted: readonly CountedActs[]): Shirking[] {
  const rows = new Map<string, Shirking>()
  for (const { unit, counter, kind, own, mark, acts } of counted) {
    if (!(kind in COLUMN)) continue
    const key = `${unit}|${counter ?? ''}`
    const row = rows.get(key) ?? emptyRow(key, unit, counter)
    rows.set(key, row)
    row[COLUMN[kind as keyof typeof COLUMN]] += acts
    if (mark === 'loop') row.loops += acts
    if (own) row.ownMatter += acts
  }
  return [...rows.values()].filter((row) => sentAway(row) > 0).sort((a, b) => sentAway(b) - sentAway(a))
}

const emptyRow = (key: string, unit: string, counter: string | null): Shirking => ({
  ...{ key, unit, counter, asked: 0, declined: 0, notOurs: 0, transferred: 0 },
  ...{ slips: 0, stayedAway: 0, loops: 0, ownMatter: 0 },
})

const sentAway = (row: Shirking): number =>
  SENT_AWAY.reduce((sum, kind) => sum + row[COLUMN[kind as keyof typeof COLUMN]], 0)
