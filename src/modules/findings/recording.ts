import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import type { FindingEvent, FindingState } from './finding.ts'
import { findingStreams } from './lists.ts'

/** Who acts, and when. The unit is looked up from the account unless given. */
export interface FindingDoing {
  readonly actor: string
  readonly now: EpochMs
  readonly expectedVersion?: number | undefined
}

/** What is decided on a finding, or on one that is not there yet. */
export const record = (
  db: Db,
  finding: string,
  { actor, now, expectedVersion }: FindingDoing,
  decision: (state: FindingState) => FindingEvent[],
) =>
  changeFolded<FindingState, FindingEvent>(
    db,
    findingStreams,
    finding,
    (state) => decision(state ?? ({} as FindingState)),
    { actor, now, expectedVersion },
  )
