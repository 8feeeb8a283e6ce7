import { createHash } from 'node:crypto'
import type { CaseRow, CardRow } from './contract.ts'

/**
 * Cases, and cards, are counted in cells: all that agree in everything a list can be filtered by. There are a few
 * hundred cells whatever the number of cases, so a figure is a sum over cells, and a filtered list is a merge of the
 * cells that fit, each read in order along one index. The plan is the same for ten cases and for ten million.
 */
export interface CaseCell {
  readonly log: string
  readonly unit: string | null
  readonly state: CaseRow['state']
  readonly colour: CaseRow['colour']
  readonly late: boolean
  readonly timed: boolean
  readonly early: boolean
  /** Empty for all cases, else only those with a card by this rule. */
  readonly rule: string
}

export interface CardCell {
  readonly log: string
  readonly unit: string | null
  readonly rule: string
  readonly level: CardRow['level']
  readonly status: CardRow['status']
  /** Month of the effective instant, `2026-03`. */
  readonly month: string
}

const known = new Map<string, number>()
const KNOWN_LIMIT = 100_000

/** The same columns give the same number on every machine: 52 bits of a hash, which a JS number holds exactly. */
function numberOf(parts: readonly (string | boolean | null)[]): number {
  const text = JSON.stringify(parts)
  let number = known.get(text)
  if (number === undefined) {
    number = Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 13), 16)
    if (known.size >= KNOWN_LIMIT) known.clear()
    known.set(text, number)
  }
  return number
}

export const caseCellNumber = ({ log, unit, state, colour, late, timed, early, rule }: CaseCell): number =>
  numberOf(['case', log, unit, state, colour, late, timed, early, rule])

export const cardCellNumber = ({ log, unit, rule, level, status, month }: CardCell): number =>
  numberOf(['card', log, unit, rule, level, status, month])

/** Changes of counts, added up before anything is written: one row a cell and batch, however many cases moved. */
export interface Tally<Cell> {
  readonly changes: Map<number, { readonly cell: Cell; count: number; events: number }>
}

export const newTally = <Cell>(): Tally<Cell> => ({ changes: new Map() })

export function count<Cell>(
  tally: Tally<Cell>,
  number: number,
  cell: Cell,
  by: { count: number; events?: number },
): void {
  const change = tally.changes.get(number)
  if (!change) tally.changes.set(number, { cell, count: by.count, events: by.events ?? 0 })
  else {
    change.count += by.count
    change.events += by.events ?? 0
  }
}

/** In the order of their numbers: two transactions that change the same cells never wait for each other in a circle. */
export const changesOf = <Cell>({ changes }: Tally<Cell>) =>
  [...changes]
    .filter(([, { count, events }]) => count !== 0 || events !== 0)
    .sort(([a], [b]) => a - b)
    .map(([number, change]) => ({ number, ...change }))
