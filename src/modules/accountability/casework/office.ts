import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import type { OfficeLevel } from '../casework-shapes.ts'
import { findOffice, putOffice, type SupervisionOffice } from './office-store.ts'

export interface OfficeEvent {
  readonly type: 'OfficeLevelSet'
  readonly level: OfficeLevel
  readonly document: string
}

/** 各层级的权限: what an office may do here. */
export const POWERS: Readonly<Record<OfficeLevel, readonly Bilingual[]>> = {
  county: [
    { zh: '登记线索、立案、查办、提出处理意见', en: 'enter leads, open and handle cases, propose' },
    { zh: '向上级报送交办结果', en: 'report results back up' },
  ],
  city: [
    { zh: '查看未密封的个案', en: 'see cases that are not sealed' },
    { zh: '交办并规定报结果的日期', en: 'refer down, with a day for the result' },
  ],
  province: [
    { zh: '查看未密封的个案', en: 'see cases that are not sealed' },
    { zh: '交办并规定报结果的日期', en: 'refer down, with a day for the result' },
  ],
}

/** Of the county unless somebody said otherwise. */
export const levelOf = async (db: Db, unit: string | null): Promise<OfficeLevel> =>
  unit === null ? 'county' : ((await findOffice(db, unit))?.state.level ?? 'county')

export const officeFolding: Folding<SupervisionOffice, OfficeEvent> = {
  prefix: 'supervision-office/',
  evolve: (_, { level, document }, { id }) => ({ office: id, level, document }),
  find: findOffice,
  put: (db, _, { state, version }) => putOffice(db, state, version),
}

export const officeLists = foldingLists(
  'supervision-offices',
  ['supervision_office'],
  [anyFolding(officeFolding)],
)
