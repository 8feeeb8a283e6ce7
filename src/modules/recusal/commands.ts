import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { recusals } from './lists.ts'
import {
  type Concerned,
  type Conflict,
  conflictsIn,
  declareForFile,
  type FileDeclaration,
  learn,
  nothingKnown,
  refuseKnown,
  type RecusalState,
  type Relation,
  type Service,
} from './relation.ts'
import { findRecusal } from './store.ts'

/** Who enters it, and when. */
export interface RecusalDoing {
  readonly actor: string
  readonly now: EpochMs
}

const ownUnitOf = async (db: Db, account: string) => (await findPeople(db, [account]))[0]?.unit ?? null

const knownOf = async (db: Db, account: string): Promise<RecusalState> =>
  (await findRecusal(db, account))?.state ?? nothingKnown(account)

/** A relation of `account` with a unit or a person, by himself or by the personnel body. Refuses one on record. */
export async function declareRelation(
  db: Db,
  account: string,
  relation: Relation,
  doing: RecusalDoing,
): Promise<void> {
  const ownUnit = await ownUnitOf(db, account)
  await changeFolded(
    db,
    recusals,
    account,
    (state) => learn(state ?? nothingKnown(account), ownUnit, { type: 'RelationDeclared', ...relation }),
    doing,
  )
}

/** `account` served in a unit from a day to a day (null: still). Said again with an end, it ends. */
export async function recordService(
  db: Db,
  account: string,
  service: Service,
  doing: RecusalDoing,
): Promise<void> {
  const ownUnit = await ownUnitOf(db, account)
  await changeFolded(
    db,
    recusals,
    account,
    (state) => learn(state ?? nothingKnown(account), ownUnit, { type: 'ServiceRecorded', ...service }),
    doing,
  )
}

/** Before a file is opened: with a relation the person is recused; without, he answers for having said so. */
export async function declareFile(db: Db, file: FileDeclaration, doing: RecusalDoing): Promise<void> {
  const ownUnit = await ownUnitOf(db, doing.actor)
  await changeFolded(
    db,
    recusals,
    doing.actor,
    (state) => declareForFile(state ?? nothingKnown(doing.actor), ownUnit, file),
    { actor: doing.actor, now: doing.now },
  )
}

/** Everything on record that stands between `account` and those concerned; empty: he may handle it. */
export async function conflictsOf(
  db: Db,
  { account, ...concerned }: Concerned & { readonly account: string },
  today: Day,
): Promise<Conflict[]> {
  return conflictsIn(await knownOf(db, account), await ownUnitOf(db, account), concerned, today)
}

/** 403 `recusal.conflict` where anything stands between them. */
export async function refuseConflict(
  db: Db,
  asked: Concerned & { readonly account: string },
  today: Day,
): Promise<void> {
  refuseKnown(await conflictsOf(db, asked, today))
}
