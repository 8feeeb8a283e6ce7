import type { Institution } from '#engines/registers/index.ts'
import { auditFinding } from './audit-finding.ts'
import { auditReport } from './audit-report.ts'
import { hallDaySheet } from './hall-day-sheet.ts'
import { institutionReport } from './institution-report.ts'
import { regularCheck } from './regular-check.ts'
import { supervisionGap } from './supervision-gap.ts'

/** 制度 of supervision, each a definition that an office may replace by its own. */
export const supervisionInstitutions: readonly Institution[] = [
  hallDaySheet,
  institutionReport,
  auditReport,
  auditFinding,
  regularCheck,
  supervisionGap,
]
