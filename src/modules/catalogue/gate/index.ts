import type { Finding, ItemContent } from '../contract.ts'
import { audience } from './audience.ts'
import type { Check, Surroundings } from './check.ts'
import { codes } from './codes.ts'
import { deemed } from './deemed.ts'
import { discretion } from './discretion.ts'
import { elements } from './elements.ts'
import { fees } from './fees.ts'
import { filing } from './filing.ts'
import { forms } from './forms.ts'
import { legalBasis } from './legal-basis.ts'
import { lengthened } from './lengthened.ts'
import { onTheSpot } from './on-the-spot.ts'
import { path } from './path.ts'
import { phones } from './phones.ts'
import { pledge } from './pledge.ts'
import { procedure } from './procedure.ts'
import { promise } from './promise.ts'
import { remedy } from './remedy.ts'
import { results } from './results.ts'
import { sameStandard } from './same-standard.ts'
import { sharing } from './sharing.ts'
import { specialSteps } from './special-steps.ts'
import { twoPersons } from './two-persons.ts'
import { visits } from './visits.ts'
import { wording } from './wording.ts'

/** The publish gate in the order of its codes: IC-01 to IC-14 are those of the national field tables, the others ours. */
export const CHECKS: readonly Check[] = [
  elements,
  promise,
  onTheSpot,
  visits,
  fees,
  results,
  procedure,
  wording,
  phones,
  audience,
  sharing,
  specialSteps,
  legalBasis,
  sameStandard,
  codes,
  deemed,
  lengthened,
  forms,
  remedy,
  twoPersons,
  filing,
  pledge,
  discretion,
  path,
]

/** What the gate finds. The same content in the same surroundings gives the same findings. */
export const examine = (content: ItemContent, around: Surroundings): Finding[] =>
  CHECKS.flatMap(({ code, check }) => check(content, around).map((found) => ({ check: code, ...found })))
