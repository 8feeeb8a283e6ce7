import type { EpochMs } from '#kernel/day.ts'
import { type Bilingual, isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { CaseActor } from './actor.ts'
import { isOver, type LivingCase, missingMaterials } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import * as decisions from './decisions/index.ts'
import { refuse } from './refusals.ts'
import { type Action, ACTIONS } from './terms.ts'
import { triedHearing, triedVisit } from './tried.ts'
import { concernsKind, isKindAction, triedKind, wouldGrant } from './tried-kinds.ts'
import { triedResponsibility } from './tried-responsibility.ts'

export interface OfferedAction {
  readonly action: Action
  /** Null: it can be done now. Otherwise why not, in a sentence. */
  readonly whyNot: Bilingual | null
  /** Steps the action may be done on, for `finishStep` and `sendBack`. */
  readonly steps: readonly string[]
}

const SAID = '…'

/**
 * What this person can do with the case now, and for everything else why not: each decision is tried with what it would
 * need, so that pages and commands can never disagree.
 */
export function offeredActions(
  state: LivingCase,
  actor: CaseActor,
  now: EpochMs,
  /** How a refusal reads: with names in place of ids, where they are known. */
  said: (refusal: Refusal) => Bilingual = ({ text }) => text,
): OfferedAction[] {
  return ACTIONS.filter((action) => concerns(state, action)).map((action) => {
    const steps = state.steps
      .filter((step) => possible(() => tried(state, actor, now, action, step.code)))
      .map(({ code }) => code)
    const against = refusalOf(() => tried(state, actor, now, action, steps[0] ?? firstOf(state, action)))
    return { action, whyNot: against && said(against), steps }
  })
}

const VISITS: ReadonlySet<Action> = new Set(['assignVisit', 'reportVisit'])
const AFTER_OFFER: ReadonlySet<Action> = new Set(['askHearing', 'setHearing', 'holdHearing', 'giveUpHearing'])

/** Of visits and hearings nothing is said, not even why not, where the case has none. */
function concerns(state: LivingCase, action: Action): boolean {
  const { plan, hearing, transfers, interventions } = state
  if (VISITS.has(action)) return plan.steps.some(({ siteVisit }) => siteVisit)
  if (action === 'ruleTransfer') return Boolean(transfers?.dispute)
  if (action === 'answerInvolved') return interventions?.some(({ answered }) => !answered) ?? false
  if (isKindAction(action)) return concernsKind(state, action)
  return hearing !== undefined || !AFTER_OFFER.has(action)
}

const firstOf = ({ steps }: LivingCase, action: Action): string =>
  steps.find(({ status, siteVisit }) => (VISITS.has(action) ? siteVisit : status === 'open'))?.code ?? ''

function tried(state: LivingCase, actor: CaseActor, now: EpochMs, action: Action, step: string): CaseEvent[] {
  switch (action) {
    case 'supplementNotice': {
      const missing = missingMaterials(state).map(({ code }) => code)
      if (!isOver(state) && state.status === 'received' && missing.length === 0)
        throw refuse('case.materials-complete')
      return decisions.notifySupplement(state, { missing, orally: false, exception: null }, actor)
    }
    case 'supply':
      return decisions.supply(state, { materials: [] }, actor)
    case 'accept':
      return decisions.accept(state, { notOnTheSpot: SAID }, actor, now)
    case 'decline':
      return decisions.decline(state, { reason: SAID, basis: SAID, nextStep: SAID, ground: 'notOurs' }, actor)
    case 'finishStep':
      return decisions.finishStep(state, { step, outcome: 'agreed', opinion: SAID }, actor)
    case 'sendBack':
      return decisions.sendBack(state, { from: step, to: earlierStep(state, step), reason: SAID }, actor)
    case 'suspend':
      return decisions.suspend(
        state,
        { ground: SAID, groundText: { zh: SAID, en: SAID }, document: SAID, toldAt: null },
        actor,
      )
    case 'resume':
      return decisions.resume(state, { document: SAID }, actor)
    case 'askExtension':
      return decisions.askExtension(state, { by: '1W', reason: SAID }, actor)
    case 'grantExtension':
      return decisions.grantExtension(state, { toldAt: null }, actor)
    case 'refuseExtension':
      return decisions.refuseExtension(state, { reason: SAID }, actor)
    case 'offerHearing':
    case 'askHearing':
    case 'setHearing':
    case 'holdHearing':
    case 'giveUpHearing':
      return triedHearing({ state, actor, now }, action)
    case 'assignVisit':
    case 'reportVisit':
      return triedVisit({ state, actor, now }, action, step)
    case 'transferStep':
    case 'ruleTransfer':
    case 'nameServiceOfficer':
    case 'informApplicant':
    case 'involveLeader':
    case 'answerInvolved':
      return triedResponsibility({ state, actor, now }, action, step)
    case 'askUrgency':
    case 'grantUrgency':
    case 'refuseUrgency':
    case 'finishAtOnce':
      return triedKind({ state, actor, now }, action)
    case 'decide':
      return decisions.decide(state, wouldGrant(state), actor)
    case 'deliver':
      return decisions.deliver(state, { way: 'inPerson', proof: SAID }, actor, now)
    case 'rate':
      return decisions.rate(state, { grade: 'satisfied', tags: [], text: '' }, actor)
    case 'withdraw':
      return decisions.withdraw(state, { reason: SAID }, actor)
    case 'correct':
      return decisions.correct(state, { subject: 'reasons', to: SAID, reason: SAID }, actor)
  }
}

const earlierStep = ({ steps }: LivingCase, code: string): string => {
  const own = steps.find((step) => step.code === code)
  return (
    steps.findLast(({ status, group }) => status === 'done' && own !== undefined && group < own.group)
      ?.code ?? ''
  )
}

const possible = (attempt: () => unknown): boolean => refusalOf(attempt) === null

function refusalOf(attempt: () => unknown): Refusal | null {
  try {
    attempt()
    return null
  } catch (error) {
    if (isRefusal(error)) return error
    throw error
  }
}
