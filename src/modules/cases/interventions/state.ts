import type { EpochMs } from '#kernel/day.ts'
import type { CaseEvent } from '../case-events.ts'
import type { Happened } from '../case.ts'
import type { InterventionEvent, LeaderAnswered, LeaderInvolved } from './events.ts'

export interface Involvement extends LeaderInvolved {
  readonly enteredBy: string
  readonly answered: (Pick<LeaderAnswered, 'instruction' | 'daysLost'> & { readonly at: EpochMs }) | null
}

export function evolveInterventions(
  before: readonly Involvement[] = [],
  event: InterventionEvent,
  { at, by }: Happened,
): readonly Involvement[] {
  if (event.type === 'LeaderInvolved') return [...before, { ...event.data, enteredBy: by, answered: null }]
  const { nth, instruction, daysLost } = event.data
  return before.map((one) => (one.nth === nth ? { ...one, answered: { at, instruction, daysLost } } : one))
}

/** A leader's word that an opinion or a decision speaks of. */
export interface LeaderCited {
  readonly at: EpochMs
  readonly by: string
  readonly words: string
}

/** Words by which people refer to what somebody above them said. */
const CITED =
  /(领导|县长|区长|市长|书记|主任|局长)[^，。；]{0,6}(指示|批示|要求|同意|交代|来电|打招呼|过问)|按领导/

/** 口头招呼没有留痕: who writes that a leader wanted it so names an intervention, entered or not. */
export function citedIn(event: CaseEvent, { at, by }: Happened): LeaderCited | undefined {
  const said =
    event.type === 'StepFinished'
      ? event.data.opinion
      : event.type === 'CaseDecided'
        ? event.data.reasons
        : ''
  const found = CITED.exec(said)
  return found ? { at, by, words: found[0] } : undefined
}

/** What was cited before anybody had entered that a leader was involved. */
export const citedWithoutEntry = (
  cited: readonly LeaderCited[] = [],
  interventions: readonly Involvement[] = [],
): LeaderCited[] => cited.filter(({ at }) => !interventions.some(({ heardAt }) => heardAt <= at))
