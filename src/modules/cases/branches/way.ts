import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import type { LivingCase } from '../case.ts'
import type { FileWay } from '../joint-shape.ts'
import type { Names } from '../names.ts'

const ROLES: Readonly<Record<string, 'examiner' | 'approver'>> = {
  StepFinished: 'examiner',
  CaseDecided: 'approver',
}

/** Whether departments are asked jointly, and who signed where two sign. */
export function wayView(state: LivingCase, events: readonly StoredEvent[], names: Names): FileWay {
  const { plan, joint, caseNo } = state
  const signed = events.flatMap(({ type, actor, occurredAt, version }) => {
    const role = ROLES[type]
    if (!role) return []
    return [
      {
        role,
        by: names.by(actor),
        at: formatInstant(occurredAt, DEFAULT_ZONE),
        stamp: `${caseNo}-${version}`,
      },
    ]
  })
  return { jointly: joint !== undefined, signatures: plan.persons === undefined ? null : signed }
}
