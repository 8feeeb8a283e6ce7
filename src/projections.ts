import { calendarEditions, clockList } from '#engines/clocks/stored/index.ts'
import type { Projection } from '#engines/ledger/index.ts'
import { registerLists } from '#engines/registers/index.ts'
import { accessLists } from '#modules/access/index.ts'
import {
  accountabilityLists,
  caseworkLists,
  ladderLists,
  contactCardLists,
  inquiryLists,
  standingLists,
  statementLists,
} from '#modules/accountability/index.ts'
import {
  agencyLists,
  intermediaryLists,
  projectLists,
  caseLists,
  chargeLists,
  liabilityLists,
  pledgeLists,
} from '#modules/cases/index.ts'
import { catalogueLists, feeLists, reformLists, permitLists } from '#modules/catalogue/index.ts'
import { badgeTalkLists, findingLists, guidanceLists, reportLists } from '#modules/findings/index.ts'
import {
  admissionLists,
  appointmentLists,
  delegationLists,
  enquiryLists,
  hallLists,
  queueLists,
} from '#modules/hall/index.ts'
import { circularLists, inspectionLists } from '#modules/inspections/index.ts'
import { licenceLists } from '#modules/licences/index.ts'
import { noticeLists } from '#modules/notices/index.ts'
import { organisationLists } from '#modules/organisation/index.ts'
import { rectificationLists } from '#modules/rectification/index.ts'
import { recusalLists } from '#modules/recusal/index.ts'
import {
  conferenceLists,
  efficiencyLists,
  objectionLists,
  riskLists,
  ruleLists,
  supervisionLists,
} from '#modules/supervision/index.ts'

/** Every list that is derived from the ledger, engines first, then in the order of the modules. */
export const projections: readonly Projection[] = [
  calendarEditions,
  clockList,
  registerLists,
  organisationLists,
  accessLists,
  noticeLists,
  catalogueLists,
  permitLists,
  reformLists,
  feeLists,
  licenceLists,
  hallLists,
  admissionLists,
  queueLists,
  appointmentLists,
  enquiryLists,
  delegationLists,
  caseLists,
  pledgeLists,
  liabilityLists,
  agencyLists,
  intermediaryLists,
  projectLists,
  chargeLists,
  recusalLists,
  findingLists,
  badgeTalkLists,
  guidanceLists,
  reportLists,
  supervisionLists,
  objectionLists,
  conferenceLists,
  efficiencyLists,
  riskLists,
  ruleLists,
  circularLists,
  inspectionLists,
  rectificationLists,
  accountabilityLists,
  ladderLists,
  standingLists,
  statementLists,
  inquiryLists,
  contactCardLists,
  caseworkLists,
]
