import { chinaCalendar } from '#engines/calendar/index.ts'
import type { CaseActor } from './actor.ts'
import type { LivingCase } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import * as decisions from './decisions/index.ts'
import type { Action } from './terms.ts'

/** What somebody would type: long enough for a reason. */
const SAID = '…'.repeat(10)
const ELSEWHERE = { unit: '', post: '' }

type ResponsibilityAct = Extract<
  Action,
  | 'transferStep'
  | 'ruleTransfer'
  | 'nameServiceOfficer'
  | 'informApplicant'
  | 'involveLeader'
  | 'answerInvolved'
>

/** What is typed is taken to be right; whether a day counts changes nothing about who may. */
export function triedResponsibility(
  { state, actor, now }: { readonly state: LivingCase; readonly actor: CaseActor; readonly now: number },
  action: ResponsibilityAct,
  step: string,
): CaseEvent[] {
  const times = { now, calendar: chinaCalendar(), dueAt: null }
  switch (action) {
    case 'transferStep':
      return decisions.transferStep(state, { step, to: ELSEWHERE, reason: SAID, basis: SAID }, actor, times)
    case 'ruleTransfer':
      return decisions.ruleTransfer(state, { to: ELSEWHERE, reason: SAID, basis: SAID }, actor)
    case 'nameServiceOfficer': {
      const person = { account: SAID, name: SAID, unit: state.plan.unit }
      return decisions.nameServiceOfficer(state, { person, reason: SAID }, actor)
    }
    case 'informApplicant':
      return decisions.informApplicant(state, { way: 'phone', text: SAID }, actor)
    case 'involveLeader': {
      const asked = {
        how: 'report',
        raisedBy: 'department',
        leader: SAID,
        matter: SAID,
        heardAt: now,
      } as const
      return decisions.involveLeader(state, asked, actor, times)
    }
    case 'answerInvolved':
      return decisions.answerInvolved(state, { instruction: SAID }, actor, times)
  }
}
