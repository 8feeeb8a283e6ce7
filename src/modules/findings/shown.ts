import type { Db } from '#kernel/sql.ts'
import { type FindingState, type HeldSource, openSide } from './finding.ts'
import type { StoredFinding } from './store.ts'

/** Who looks: units know what is open; whoever watches also what he is on himself; the system's own work all of it. */
export interface FindingReader {
  readonly unitOnly: boolean
  /** Left out for the system's own work. */
  readonly account?: string | undefined
}

export const readerOf = ({ scope }: Pick<Db, 'scope'>): FindingReader => ({
  unitOnly: scope.reach === 'unit',
  account: scope.account,
})

/** What a reader may know of a finding; one that he may not see is not there. */
export function shownTo(
  stored: StoredFinding | undefined,
  { unitOnly, account = '' }: FindingReader,
): StoredFinding | undefined {
  if (!stored || (!unitOnly && account === '')) return stored
  const { state, seen } = stored
  const sees = ({ sealed, sourceId, by }: HeldSource) =>
    !sealed || (!unitOnly && (by === account || seen.includes(sourceId)))
  if (!unitOnly && state.sources.every(sees)) return stored
  const shown = openSide(state, sees)
  return shown && { ...stored, state: shown, version: visibleVersion(shown) }
}

/** Whether something sealed of it is kept back from the reader of `shown`. */
export const keepsBack = (stored: StoredFinding, shown: StoredFinding): boolean =>
  shown.state.sources.length < stored.state.sources.length

/** Counts what the reader sees happen: the version of the stream would tell that something sealed was added. */
const visibleVersion = ({ sources, answers, disposed, remedy, review, withdrawn }: FindingState): number =>
  sources.length +
  answers.length +
  [disposed, remedy, review, review?.decided, withdrawn].filter((one) => one !== null && one !== undefined)
    .length
