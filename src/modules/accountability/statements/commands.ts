import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { anyFolding, changeFolded, type Changed, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { evolveStatement, type Statement, type StatementEvent } from './statement.ts'
import { findStatement, findStatements, putStatement } from './store.ts'

const statements: Folding<Statement, StatementEvent> = {
  prefix: 'accountability-statement/',
  evolve: evolveStatement,
  find: findStatement,
  put: putStatement,
}

export const statementLists = foldingLists(
  'accountability statements',
  ['accountability_statement'],
  [anyFolding(statements)],
)

export const changeStatement = (
  db: Db,
  statement: string,
  decide: (state: Statement | undefined) => readonly StatementEvent[],
  doing: Changed,
) => changeFolded(db, { ...statements, lists: statementLists }, statement, decide, doing)

/** A measure was lifted: whatever was published of it is corrected, openly. */
export async function correctStatements(
  db: Db,
  file: string,
  reason: string,
  doing: { readonly actor: string; readonly now: EpochMs },
): Promise<void> {
  for (const { statement, files, withdrawn } of await findStatements(db))
    if (withdrawn === null && files.includes(file))
      await changeStatement(db, statement, () => [{ type: 'StatementCorrected', file, reason }], doing)
}
