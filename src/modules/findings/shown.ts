import { openSide } from './finding.ts'
import type { StoredFinding } from './store.ts'

/** What a reader may know of a finding; one that he may not see is not there. */
export function shownTo(stored: StoredFinding | undefined, unitOnly: boolean): StoredFinding | undefined {
  const state = stored && (unitOnly ? openSide(stored.state) : stored.state)
  return stored && state && { ...stored, state }
}
