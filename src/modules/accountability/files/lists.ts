import type { Db } from '#kernel/sql.ts'
import { anyFolding, changeFolded, type Changed, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { type AccountabilityFile, evolveFile, type FileEvent } from './file.ts'
import { findFile, isSanction, putFile } from './store.ts'

const folding = (prefix: string): Folding<AccountabilityFile, FileEvent> => ({
  prefix,
  evolve: evolveFile,
  find: findFile,
  put: putFile,
})

const measures = folding('accountability/')
const sanctions = folding('sanction/')
const foldingFor = (file: string) => (isSanction(file) ? sanctions : measures)

export const fileStream = (file: string): string => foldingFor(file).prefix + file

/** Of a stream or of a clock's subject: which file it is about. */
export const fileOfStream = (stream: string): string | undefined =>
  /^(?:accountability\/(A\d{6}-\d{5})|sanction\/(S\d{6}-\d{5}))/.exec(stream)?.slice(1).find(Boolean)

export const accountabilityLists = foldingLists(
  'accountability',
  ['accountability_file', 'sanction_file'],
  [anyFolding(measures), anyFolding(sanctions)],
)

/** Decides on a file as its stream tells it, and records what follows. */
export const changeFile = (
  db: Db,
  file: string,
  decide: (state: AccountabilityFile | undefined) => readonly FileEvent[],
  doing: Changed,
) => changeFolded(db, { ...foldingFor(file), lists: accountabilityLists }, file, decide, doing)
