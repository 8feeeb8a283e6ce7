import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { anyFolding, changeFolded, type Changed, type Folding, foldingLists } from '#engines/ledger/index.ts'
import type { Ladder } from '../instrument-shape.ts'
import { evolveLadder, LADDER, type LadderEvent, ladderOn, type LadderState } from './ladder.ts'
import { findLadder, putLadder } from './ladder-store.ts'

const ladders: Folding<LadderState, LadderEvent> = {
  prefix: 'accountability-ladder/',
  evolve: evolveLadder,
  find: findLadder,
  put: putLadder,
}

export const ladderLists = foldingLists(
  'accountability ladder',
  ['accountability_ladder'],
  [anyFolding(ladders)],
)

export const changeLadder = (
  db: Db,
  decide: (state: LadderState | undefined) => readonly LadderEvent[],
  doing: Changed,
) => changeFolded(db, { ...ladders, lists: ladderLists }, LADDER, decide, doing)

/** The ladder in force on a day. */
export const ladderFor = async (db: Db, day: Day): Promise<Ladder> =>
  ladderOn((await findLadder(db, LADDER))?.state, day)
