import { investigationFile, measureFile } from '#modules/accountability/index.ts'
import { caseFile } from '#modules/cases/index.ts'
import type { BundleSource } from '#modules/evidence/index.ts'
import { findingFile } from '#modules/findings/index.ts'
import { roundFile } from '#modules/inspections/index.ts'
import type { PaperServices } from '#modules/notices/index.ts'
import { problemFile } from '#modules/rectification/index.ts'
import { cardFile, conferenceFile, watchedCaseFile } from '#modules/supervision/index.ts'

/** Every kind of file that can be exported as an evidence bundle; a module that has files adds its line. */
export const bundleSources = (services: PaperServices): readonly BundleSource[] => [
  caseFile(services),
  findingFile,
  watchedCaseFile,
  cardFile,
  conferenceFile,
  roundFile(services),
  problemFile(services),
  measureFile(services),
  investigationFile(services),
]
