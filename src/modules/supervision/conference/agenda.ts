import { type Day, dayOfNumber } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import {
  findAllFindings,
  type FindingState,
  isSealed,
  severityOf,
  standing,
} from '#modules/findings/index.ts'
import type { AgendaReason } from '../conference-contract.ts'
import type { AgendaItem } from './conference.ts'
import { findRulings } from './store.ts'

/** So many findings stand on one agenda at most: those that press the most. */
const MOST = 60

const ORDER: readonly AgendaReason[] = ['overdue', 'grave', 'open']

/**
 * What a conference has before it: first what earlier ones ruled and nobody carried out, then findings that are not
 * disposed of, the overdue and the grave before the others. What is still sealed does not go on a paper for many bodies.
 */
export async function drawAgenda(db: Db, today: Day): Promise<AgendaItem[]> {
  const rulings = (await findRulings(db, { unfinished: true })).map(
    ({ conference, ruling: { number, unit, text, dueOn } }): AgendaItem => ({
      kind: 'ruling',
      ...{ conference, number, unit, text, dueOn },
    }),
  )
  const undisposed = await Promise.all([
    findAllFindings(db, { state: 'open' }),
    findAllFindings(db, { state: 'answered' }),
  ])
  const findings = undisposed
    .flat()
    .filter((finding) => !isSealed(finding))
    .map((finding) => findingItem(finding, today))
    .sort((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why) || (a.dueOn < b.dueOn ? -1 : 1))
  return [...rulings, ...findings.slice(0, MOST)]
}

function findingItem(finding: FindingState, today: Day) {
  const dueOn = dayOfNumber(dayNumberAt(DEFAULT_ZONE, finding.disposeBy))
  const why: AgendaReason = dueOn < today ? 'overdue' : severityOf(finding) === 'grave' ? 'grave' : 'open'
  const told = standing(finding).find(({ sealed }) => !sealed)
  return {
    kind: 'finding' as const,
    ...{ finding: finding.finding, unit: finding.unit, text: told?.fact ?? '', dueOn, why },
  }
}
