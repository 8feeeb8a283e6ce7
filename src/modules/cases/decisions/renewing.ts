import { checkedNumber, RENEWAL_LAW } from '#modules/licences/index.ts'
import { isOver, type LivingCase } from '../case.ts'
import type { CaseDecided, CaseEvent } from '../case-events.ts'
import { refuse } from '../refusals.ts'

interface Asked {
  readonly outcome: 'granted' | 'denied'
  readonly licenceNumber?: string | null | undefined
  readonly falseMaterial?: string | null | undefined
}

/** What a decision says of licences: the one it grants or renews, or the false material for which it denies. */
export function licensingOf(
  state: LivingCase,
  { outcome, licenceNumber, falseMaterial }: Asked,
): Pick<CaseDecided, 'licence' | 'falseMaterial'> {
  const { plan, renews, caseNo } = state
  const [given, found] = [licenceNumber?.trim() ?? '', falseMaterial?.trim() ?? '']
  if (outcome === 'granted' && found !== '') throw refuse('case.false-material-granted')
  const yieldsNew = outcome === 'granted' && plan.licence != null && !renews
  if (given !== '' && !yieldsNew) throw refuse('case.no-licence-number')
  if (outcome === 'denied') return found === '' ? {} : { falseMaterial: found }
  if (renews) return { licence: renews.licence }
  // A number drawn here follows from the case's, which nobody else has.
  return yieldsNew ? { licence: given === '' ? `L${caseNo}` : checkedNumber(given) } : {}
}

/**
 * 视为准予延续 (行政许可法 50.2): applied for in time, accepted, and not decided before the licence ended. A suspension does
 * not stop it: article 45 leaves time out of its own section only. What still lacks materials was no application yet.
 */
export function deemRenewed(state: LivingCase): CaseEvent[] {
  const { renews, accepted, plan } = state
  if (!renews?.inTime || !accepted || isOver(state)) return []
  const reasons = '有效期届满前未作出是否准予延续的决定，依法视为准予延续；由此产生的后果由承办部门负责'
  return [
    {
      type: 'CaseDecided',
      data: {
        ...{ outcome: 'granted', deemed: true, reasons, basis: RENEWAL_LAW, result: plan.name.zh },
        licence: renews.licence,
        issued: null,
      },
    },
  ]
}
