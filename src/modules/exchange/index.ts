import type { Module } from '#kernel/module.ts'

export { ColumnMapping, DEFAULT_ZONE, LogMapping } from './mapping/log-mapping.ts'
export { mappingFile, parseMapping, preset, presetNames } from './mapping/read-mapping.ts'
export { rejectedHeader, rejectedLine, type RejectedRow, type RejectionCode } from './rejected.ts'
export type { Notice } from './report.ts'
export {
  readHistories,
  type HistoriesRead,
  type ReadOptions,
  type ReadSummary,
} from './reading/read-histories.ts'
export type { LogFormat } from './formats/recognise.ts'
export { DEFAULT_LIMITS, type Limits } from './source/limits.ts'
export type { LogSource } from './source/local-file.ts'
export { readCases, type CasesRead } from './reading/read-cases.ts'
export { importLog, type Imported, type ImportRequest } from './storing/import-log.ts'
export { type ExchangeServices, exchangeRoutes } from './routes.ts'
export { type Imports, openImports } from './storing/imports.ts'
export { openUploads, type Uploads } from './storing/uploads.ts'
export { type ListedRow, readSheet } from './sheet.ts'
export { previewFile, type Preview } from './preview.ts'
export {
  type Cases,
  exportLog,
  type ExportFormat,
  type ExportOptions,
  MEDIA_TYPES,
} from './writing/export-log.ts'
export {
  type BodyCode,
  checkCreditCode,
  checkOrganisationCode,
  checkResidentId,
  type CodeCheck,
  innerCodeOf,
  type ItemCode,
  readBodyCode,
  readItemCode,
} from './codes/index.ts'

/** 数据交换: logs in and out, events of other systems, the feed. */
export const exchange: Module = {
  name: 'exchange',
  title: { zh: '数据交换', en: 'Exchange' },
  needs: ['histories', 'ledger', 'rules', 'supervision'],
}
