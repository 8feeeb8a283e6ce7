import type { Institution } from '#engines/registers/index.ts'
import { consequenceProposal } from './consequence-proposal.ts'
import { harmClaim } from './harm-claim.ts'
import { helpLog } from './help-log.ts'
import { promiseLedger } from './promise-ledger.ts'
import { refusalReview } from './refusal-review.ts'
import { servicePledge } from './service-pledge.ts'
import { serviceRules } from './service-rules.ts'
import { serviceStandard } from './service-standard.ts'

export { caseFacts } from './facts.ts'

/** 制度 of handling and of its promises, each a definition that an office may replace by its own. */
export const caseInstitutions: readonly Institution[] = [
  servicePledge,
  serviceRules,
  serviceStandard,
  consequenceProposal,
  helpLog,
  harmClaim,
  promiseLedger,
  refusalReview,
]
