import type { Statement, Template } from './constraint.ts'

/** What an event is to a constraint: its first activity, its second, or anything else. */
export const SYMBOLS = 3
export const [OTHER, FIRST, SECOND] = [0, 1, 2]

/**
 * A constraint as a small automaton that goes on after a break, so that every break of a case is found and not only
 * the first. `next` and `breaks` are indexed by `state * SYMBOLS + symbol`; state 0 is the start.
 */
export interface Machine {
  readonly next: Uint16Array
  /** 1: the event breaks the constraint. */
  readonly breaks: Uint8Array
  /** 1: a case that ends here still owes something. */
  readonly owes: Uint8Array
  /** Symbols of which one must occur before the constraint says anything about a case; none: it always does. */
  readonly speaksAt: readonly number[]
}

/**
 * One row a state: where it goes on anything else, on the first and on the second activity. `!` breaks the constraint,
 * `?` in front means that the state owes something.
 */
const PAIRS: Partial<Record<Template, { readonly at: readonly number[]; readonly rows: readonly string[] }>> =
  {
    choice: { at: [], rows: ['? 0 1 1', '1 1 1'] },
    exclusiveChoice: { at: [], rows: ['? 0 1 2', '1 1 1!', '2 2! 2'] },
    respondedExistence: { at: [FIRST], rows: ['0 1 2', '? 1 1 2', '2 2 2'] },
    coExistence: { at: [FIRST, SECOND], rows: ['0 1 2', '? 1 1 3', '? 2 3 2', '3 3 3'] },
    response: { at: [FIRST], rows: ['0 1 0', '? 1 1 0'] },
    alternateResponse: { at: [FIRST], rows: ['0 1 0', '? 1 1! 0'] },
    chainResponse: { at: [FIRST], rows: ['0 1 0', '? 0! 1! 0'] },
    precedence: { at: [SECOND], rows: ['0 1 0!', '1 1 1'] },
    alternatePrecedence: { at: [SECOND], rows: ['0 1 0!', '1 1 0'] },
    chainPrecedence: { at: [SECOND], rows: ['0 1 0!', '0 1 0'] },
    succession: { at: [FIRST, SECOND], rows: ['0 1 0!', '? 1 1 2', '2 1 2'] },
    alternateSuccession: { at: [FIRST, SECOND], rows: ['0 1 0!', '? 1 1! 0'] },
    chainSuccession: { at: [FIRST, SECOND], rows: ['0 1 0!', '? 0! 1! 0'] },
    notCoExistence: { at: [FIRST, SECOND], rows: ['0 1 2', '1 1 1!', '2 2! 2'] },
    notSuccession: { at: [FIRST], rows: ['0 1 0', '1 1 1!'] },
    notChainSuccession: { at: [FIRST], rows: ['0 1 0', '0 1 0!'] },
    init: { at: [], rows: ['1! 1 1!', '1 1 1'] },
    end: { at: [], rows: ['? 0 1 0', '0 1 0'] },
  }

export function machineOf({ template, times }: Statement): Machine {
  const pair = PAIRS[template]
  return pair ? machine(pair.at, pair.rows) : machine([], countingRows(template, times))
}

/** A state a number of times; the last one either lets further occurrences through or breaks at them. */
function countingRows(template: Template, times: number): string[] {
  const needed = template === 'existence' || template === 'exactly'
  const most = template === 'absence' ? 0 : times
  const counting = Array.from({ length: most }, (_, count) => `${needed ? '? ' : ''}${count} ${count + 1} 0`)
  return [...counting, `${most} ${most}${template === 'existence' ? '' : '!'} 0`]
}

function machine(speaksAt: readonly number[], rows: readonly string[]): Machine {
  const moves = rows.flatMap((row) => row.replace('? ', '').split(' '))
  return {
    next: Uint16Array.from(moves, (move) => Number.parseInt(move)),
    breaks: Uint8Array.from(moves, (move) => (move.endsWith('!') ? 1 : 0)),
    owes: Uint8Array.from(rows, (row) => (row.startsWith('?') ? 1 : 0)),
    speaksAt,
  }
}

/** Whether a machine in any state passes the symbol over, so that events which are this to it need not be shown. */
export const passesOver = ({ next, breaks, owes }: Machine, symbol: number): boolean =>
  owes.every((_, state) => {
    const move = state * SYMBOLS + symbol
    return next[move] === state && breaks[move] === 0
  })
