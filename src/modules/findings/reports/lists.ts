import { anyFolding, type Folding, foldingLists } from '#engines/ledger/index.ts'
import { evolveReport, type Report, type ReportEvent } from './report.ts'
import { findReport, putReport } from './store.ts'

const folding: Folding<Report, ReportEvent> = {
  prefix: 'report/',
  evolve: evolveReport,
  find: findReport,
  put: putReport,
}

export const reportLists = foldingLists('protected-reports', ['protected_report'], [anyFolding(folding)])
export const reportStreams = { ...folding, lists: reportLists }
