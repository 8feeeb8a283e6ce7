import { type FindingState, openSide } from './finding.ts'
import type { StoredFinding } from './store.ts'

/** What a reader may know of a finding; one that he may not see is not there. */
export function shownTo(stored: StoredFinding | undefined, unitOnly: boolean): StoredFinding | undefined {
  if (!stored || !unitOnly) return stored
  const state = openSide(stored.state)
  return state && { state, version: visibleVersion(state) }
}

/** Counts what the unit sees happen: the version of the stream would tell that something sealed was added. */
const visibleVersion = ({ sources, answers, disposed, remedy, review, withdrawn }: FindingState): number =>
  sources.length +
  answers.length +
  [disposed, remedy, review, review?.decided, withdrawn].filter((one) => one !== null && one !== undefined)
    .length
