import type { Bilingual } from '#kernel/refusal.ts'
import { isIntervention } from './interventions/events.ts'
import { interventionText } from './interventions/words.ts'
import type { ResponsibilityEvent } from './responsibility.ts'
import { serviceText } from './service-officer/words.ts'
import { isTransfer } from './transfers/events.ts'
import { transferText, type UnitName } from './transfers/words.ts'

/** One line of the timeline. */
export function responsibilityText(
  event: ResponsibilityEvent,
  stepName: (code: string) => string,
  unitName: UnitName,
): Bilingual {
  if (isTransfer(event)) return transferText(event, stepName, unitName)
  return isIntervention(event) ? interventionText(event) : serviceText(event)
}
