import type { Db } from '#kernel/sql.ts'
import { anyFolding, changeFolded, type Changed, type Folding, foldingLists } from '#engines/ledger/index.ts'
import type { PersonStatus, Rank } from '../terms.ts'
import { findStanding, putStanding } from './store.ts'

/** 身份、职务层次 as the personnel body has them: whoever proposes a measure does not type them. Stream `person-standing/<account>`. */
export interface PersonStanding {
  readonly status: PersonStatus
  readonly rank: Rank
}

export type StandingEvent = { readonly type: 'StandingEntered' } & PersonStanding

const standings: Folding<PersonStanding, StandingEvent> = {
  prefix: 'person-standing/',
  evolve: (_, { status, rank }) => ({ status, rank }),
  find: findStanding,
  put: putStanding,
}

export const standingLists = foldingLists('person standing', ['person_standing'], [anyFolding(standings)])

export const enterStanding = (db: Db, account: string, { status, rank }: PersonStanding, doing: Changed) =>
  changeFolded(
    db,
    { ...standings, lists: standingLists },
    account,
    (before): StandingEvent[] =>
      before?.status === status && before.rank === rank ? [] : [{ type: 'StandingEntered', status, rank }],
    doing,
  )
