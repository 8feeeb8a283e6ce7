import { meaning } from '../meanings.ts'
import { deviationsOf, type Deviation } from '../path/index.ts'
import { happened, type Watched } from '../watched.ts'

/** Cases that ended early by law owe no further steps. */
const ENDED_EARLY = [meaning.withdrawn, meaning.declined, meaning.returned]

/** The whole path should lie behind this case: it says itself that it is finished, and it was not broken off. */
function finished(watched: Watched): boolean {
  const { concludedAt } = watched.reading
  if (ENDED_EARLY.some((place) => happened(watched, place))) return false
  if (concludedAt.given) return !Number.isNaN(watched.endedAt)
  return happened(watched, meaning.concluded) || happened(watched, meaning.archived)
}

/** Whether one look at the automaton shows that the path was kept: most cases end here. */
export function keptPath(watched: Watched): boolean {
  const { path } = watched.reading
  if (!path || watched.from === watched.to) return true
  const { pathState } = watched
  return pathState >= 0 && (path.automaton.accepting[pathState] === 1 || !finished(watched))
}

const NONE: readonly Deviation[] = []
let known:
  { readonly watched: Watched; readonly at: number; readonly found: readonly Deviation[] } | undefined

/** Two rules ask for the same case one after the other; the answer is kept for the second. */
export function leftPath(watched: Watched): readonly Deviation[] {
  const { path, histories } = watched.reading
  if (!path || keptPath(watched)) return NONE
  if (known?.watched !== watched || known.at !== watched.caseIndex) {
    const found = deviationsOf(path, histories, watched.from, watched.to, finished(watched))
    known = { watched, at: watched.caseIndex, found }
  }
  return known.found
}
