import type { Module } from '#kernel/module.ts'

export { keptDocuments, type KeptDocument } from './kept.ts'
export { evidenceRoutes, type EvidenceServices } from './routes.ts'
export type { BundleDocument, BundleReader, BundleSource, FileInBundle, LinkedFile } from './source.ts'
export { type BundleProblem, type BundleVerification, isArchive, verifyBundle } from './verify.ts'

/** 证据: any file of the office as one archive that a stranger can check. */
export const evidence: Module = {
  name: 'evidence',
  title: { zh: '证据', en: 'Evidence' },
  needs: ['ledger', 'calendar', 'access', 'vault', 'notices'],
}
