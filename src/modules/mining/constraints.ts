import type { Histories } from '#engines/histories/index.ts'
import {
  type Break,
  checkConstraints,
  type Checked,
  type ConstraintProgram,
  type Statement,
} from '#engines/rules/index.ts'
import { variantsOf } from './variants.ts'

/** How one constraint fared over a log, in cases. */
export interface ConstraintFigures {
  /** The constraint had something to say about them; where this is 0, it was kept for want of an occasion. */
  readonly concerned: number
  readonly broken: number
  /** Open cases that still owe it something. */
  readonly owed: number
}

export interface ConstraintConformance {
  /** Place in `VERDICTS` for every case: kept, kept so far with something still owed, broken. */
  readonly verdicts: Uint8Array
  readonly figures: readonly ConstraintFigures[]
  /** What a case broke; in a concluded case what it still owes is broken too, with its place −1 or where it arose. */
  readonly breaksOf: (caseIndex: number) => readonly Break[]
}

/**
 * Every case against every constraint. Cases of one variant share their answer, so the events are run through once for
 * every variant, and a log of a million events with dozens of variants costs hardly more than finding the variants.
 */
export function checkLog(
  histories: Histories,
  program: ConstraintProgram,
  concluded: (caseIndex: number) => boolean = () => false,
): ConstraintConformance {
  const { caseCount, firstEvent, activity } = histories
  const variants = variantsOf(histories)
  const checked = Array.from(variants.example, (index) =>
    checkConstraints(program, activity, firstEvent[index] as number, firstEvent[index + 1] as number),
  )
  const ofOpen = Uint8Array.from(checked, ({ breaks }) => verdictOf(breaks, false))
  const ofConcluded = Uint8Array.from(checked, ({ breaks }) => verdictOf(breaks, true))
  const open = new Int32Array(variants.count)
  const verdicts = new Uint8Array(caseCount)
  for (let index = 0; index < caseCount; index++) {
    const variant = variants.ofCase[index] as number
    const ended = concluded(index)
    verdicts[index] = (ended ? ofConcluded : ofOpen)[variant] as number
    if (!ended) open[variant] = (open[variant] as number) + 1
  }
  return {
    verdicts,
    figures: figuresOf(program, checked, variants.cases, open),
    breaksOf: (index) => {
      const breaks = checked[variants.ofCase[index] as number]?.breaks ?? []
      return concluded(index) ? breaks : breaks.filter(({ kind }) => kind === 'broken')
    },
  }
}

function verdictOf(breaks: readonly Break[], concluded: boolean): 0 | 1 | 2 {
  if (breaks.length === 0) return 0
  return concluded || breaks.some(({ kind }) => kind === 'broken') ? 2 : 1
}

function figuresOf(
  { statements }: ConstraintProgram,
  checked: readonly Checked[],
  cases: Int32Array,
  open: Int32Array,
): ConstraintFigures[] {
  const concerned = new Int32Array(statements.length)
  const broken = new Int32Array(statements.length)
  const owed = new Int32Array(statements.length)
  const count = (of: Int32Array, constraint: number, more: number) =>
    void (of[constraint] = (of[constraint] as number) + more)
  checked.forEach((one, variant) => {
    const all = cases[variant] as number
    const stillOpen = open[variant] as number
    const brokenHere = new Set(placesOf(one, 'broken'))
    const owedHere = placesOf(one, 'owed').filter((constraint) => !brokenHere.has(constraint))
    for (const constraint of one.concerned) count(concerned, constraint, all)
    for (const constraint of brokenHere) count(broken, constraint, all)
    for (const constraint of owedHere) {
      count(broken, constraint, all - stillOpen)
      count(owed, constraint, stillOpen)
    }
  })
  return statements.map((_, constraint) => ({
    concerned: concerned[constraint] ?? 0,
    broken: broken[constraint] ?? 0,
    owed: owed[constraint] ?? 0,
  }))
}

const placesOf = ({ breaks }: Checked, kind: Break['kind']): number[] =>
  breaks.filter((one) => one.kind === kind).map(({ constraint }) => constraint)

/** A constraint as specialists write it, and the name under which its cases are asked for: `precedence(审查, 决定)`. */
export const briefly = ({ template, first, second, times }: Statement): string =>
  `${template}(${[first, second, times > 1 ? times : ''].filter((part) => part !== '').join(', ')})`
