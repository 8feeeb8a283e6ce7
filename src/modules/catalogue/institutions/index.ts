import type { Institution } from '#engines/registers/index.ts'
import { functionList } from './function-list.ts'
import { functionReview } from './function-review.ts'
import { lawChecklist } from './law-checklist.ts'
import { localRules } from './local-rules.ts'
import { penaltyRecord, penaltyTransfer } from './penalty-power.ts'
import { regulatedMatters } from './regulated-matters.ts'
import { riskRegister } from './risk-register.ts'

export { catalogueFacts } from './facts.ts'

/** 制度 of the catalogue and of the reform of approvals, each a definition that an office may replace by its own. */
export const catalogueInstitutions: readonly Institution[] = [
  functionList,
  functionReview,
  localRules,
  riskRegister,
  penaltyTransfer,
  penaltyRecord,
  lawChecklist,
  regulatedMatters,
]
