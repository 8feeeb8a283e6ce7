import type { InvestigationAct } from '../../casework-contract.ts'
import { BY_TIME, type InvestigationEvent } from '../events.ts'
import { refuse } from '../refusals.ts'
import { type Investigation, onTeam } from '../state.ts'
import type { Acting, Decide } from './acting.ts'
import * as chain from './chain.ts'
import * as ending from './ending.ts'
import * as inquiry from './inquiry.ts'
import * as special from './special.ts'

export { type Acting, said } from './acting.ts'
export { decide, decideAppeal } from './ending.ts'
export { answer } from './inquiry.ts'

/** What is decided by the case alone; `file` also asks the ladder and stands in `filing.ts`. */
const ACTS: { readonly [Name in Exclude<InvestigationAct['act'], 'file'>]: Decide<Name> } = {
  ...{ open: inquiry.open, drop: inquiry.drop, team: inquiry.team, plan: inquiry.plan },
  ...{ milestone: inquiry.milestone, report: inquiry.report, evidence: inquiry.evidence },
  ...{ interview: inquiry.interview, facts: inquiry.facts, consequence: inquiry.consequence },
  ...{ notify: inquiry.notify, rename: inquiry.rename },
  ...{ node: chain.node, top: chain.top, result: chain.result, hear: chain.hear },
  ...{ propose: ending.propose, transfer: ending.transfer, receipt: ending.receipt, reply: ending.reply },
  ...{ tellHarmed: ending.tellHarmed, sendUp: ending.sendUp, appeal: ending.appeal, close: ending.close },
  reviewer: ending.reviewer,
  ...{
    refund: special.refund,
    minutes: special.minutes,
    moveTask: special.moveTask,
    taskDone: special.taskDone,
  },
}

/** One act of those on the case. A lead that nobody has taken up is anybody's of supervision. */
export function act(
  state: Investigation,
  asked: Exclude<InvestigationAct, { act: 'file' }>,
  by: Acting,
): InvestigationEvent[] {
  refuseOthers(state, by)
  return (ACTS[asked.act] as Decide<typeof asked.act>)(state, asked as never, by)
}

export function refuseOthers(state: Investigation, by: Pick<Acting, 'account'>): void {
  const free = (state.team === null || state.team.lead === BY_TIME) && !state.sealed
  if (!free && !onTeam(state, by.account)) throw refuse('investigation.not-on-it')
}
