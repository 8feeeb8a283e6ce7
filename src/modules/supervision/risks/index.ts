import type { Institution } from '#engines/registers/index.ts'
import { benefitRecord } from './benefit-record.ts'
import { cooperationRequest } from './cooperation-request.ts'
import { enforcementRecord } from './enforcement-record.ts'
import { enterpriseContact, unitTarget } from './enterprise-contact.ts'
import { powerCapture } from './power-capture.ts'

export { followRisks, riskLists } from './lists.ts'

/** 廉政和本位主义风险: what is no fault in one case and shows over a year. */
export const riskInstitutions: readonly Institution[] = [
  enforcementRecord,
  powerCapture,
  benefitRecord,
  enterpriseContact,
  unitTarget,
  cooperationRequest,
]
