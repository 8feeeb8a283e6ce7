import { deviationsOf, type Deviation } from '../path/index.ts'
import { isFinished, type Watched } from '../watched.ts'

/** Whether one look at the automaton shows that the path was kept: most cases end here. */
export function keptPath(watched: Watched): boolean {
  const { path } = watched.reading
  if (!path || watched.from === watched.to) return true
  const { pathState } = watched.shape
  return pathState >= 0 && (path.automaton.accepting[pathState] === 1 || !isFinished(watched))
}

const NONE: readonly Deviation[] = []
let known:
  { readonly watched: Watched; readonly at: number; readonly found: readonly Deviation[] } | undefined

/** Two rules ask for the same case one after the other; the answer is kept for the second. */
export function leftPath(watched: Watched): readonly Deviation[] {
  const { path, histories } = watched.reading
  if (!path || keptPath(watched)) return NONE
  if (known?.watched !== watched || known.at !== watched.caseIndex) {
    const found = deviationsOf(path, histories.activity, {
      from: watched.from,
      to: watched.to,
      closed: isFinished(watched),
    })
    known = { watched, at: watched.caseIndex, found }
  }
  return known.found
}
