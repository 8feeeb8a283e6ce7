import type { Db } from '#kernel/sql.ts'
import { anyFolding, changeFolded, type Changed, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { evolveLaw, type Law, type LawEvent } from './law.ts'
import { evolvePower, type Power, type PowerEvent } from './power.ts'
import { evolveRound, type Round, type RoundEvent } from './round.ts'
import { findReform, putReform, type ReformKind } from './store.ts'

const folding = <State, Event extends { readonly type: string }>(
  kind: ReformKind,
  evolve: Folding<State, Event>['evolve'],
): Folding<State, Event> => ({
  prefix: `reform/${kind}/`,
  evolve,
  find: (db, subject) => findReform<State>(db, kind, subject),
  put: (db, subject, row) => putReform(db, kind, subject, row),
})

const rounds = folding<Round, RoundEvent>('round', evolveRound)
const powers = folding<Power, PowerEvent>('power', evolvePower)
const laws = folding<Law, LawEvent>('law', evolveLaw)

export const reformLists = foldingLists(
  'catalogue-reform',
  ['catalogue_reform'],
  [anyFolding(rounds), anyFolding(powers), anyFolding(laws)],
)

type Decide<State, Event> = (state: State | undefined) => readonly Event[]

export const changeRound = (db: Db, id: string, decide: Decide<Round, RoundEvent>, doing: Changed) =>
  changeFolded(db, { ...rounds, lists: reformLists }, id, decide, doing)
export const changePower = (db: Db, id: string, decide: Decide<Power, PowerEvent>, doing: Changed) =>
  changeFolded(db, { ...powers, lists: reformLists }, id, decide, doing)
export const changeLaw = (db: Db, id: string, decide: Decide<Law, LawEvent>, doing: Changed) =>
  changeFolded(db, { ...laws, lists: reformLists }, id, decide, doing)
