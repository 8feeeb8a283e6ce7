import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { CaseActor } from '../actor.ts'
import type { LivingCase } from '../case.ts'
import { assembleJoint, callMeeting, holdMeeting, ruleConflict } from './leading.ts'
import { askPapers, giveOpinion } from './opinions.ts'
import type { BranchState } from './state.ts'
import type { BranchAct, LeadAct } from '../branch-shape.ts'

/** What somebody would type. */
const SAID = '…'

interface Trying {
  readonly state: LivingCase
  readonly actor: CaseActor
  readonly now: EpochMs
}

/** Each decision is tried with what it would need, so that pages and commands never disagree. */
export function triedBranch(
  { state, actor, now }: Trying,
  action: BranchAct,
  { code }: BranchState,
): unknown {
  switch (action) {
    case 'giveOpinion': {
      const given = { branch: code, result: 'agree', reason: SAID, basis: SAID, conditions: '' } as const
      return giveOpinion(state, given, actor, { now, dueAt: null })
    }
    // Waiting is always refused; that it may be said as long as papers may be asked for is what the page needs to know.
    case 'waitForBranch':
    case 'askPapers':
      return askPapers(state, { branch: code, papers: SAID, from: 'lead' }, actor)
  }
}

export function triedLead({ state, actor, now }: Trying, action: LeadAct): unknown {
  const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))
  switch (action) {
    case 'callMeeting': {
      const units = state.joint?.branches.map(({ unit }) => unit) ?? []
      return callMeeting(state, { kind: 'meeting', on: today, place: SAID, matter: SAID, units }, actor, now)
    }
    case 'holdMeeting': {
      const called = state.joint?.meetings.find(({ held }) => !held)
      const given = { heldOn: today, absent: called?.units ?? [], attended: [], opinions: [], result: SAID }
      return holdMeeting(state, { meeting: called?.meeting ?? '', ...given }, actor, now)
    }
    case 'ruleConflict':
      return ruleConflict(state, { outcome: 'granted', reason: SAID, basis: SAID }, actor)
    case 'assembleJoint':
      return assembleJoint(state, { summary: SAID }, actor)
  }
}
