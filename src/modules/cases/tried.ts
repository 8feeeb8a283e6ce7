import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import type { CaseActor } from './actor.ts'
import type { LivingCase } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import * as decisions from './decisions/index.ts'

/** What somebody would type. */
const SAID = '…'

interface Trying {
  readonly state: LivingCase
  readonly actor: CaseActor
  readonly now: EpochMs
}

const dayAt = (at: EpochMs) => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

type HearingAct = 'offerHearing' | 'askHearing' | 'setHearing' | 'holdHearing' | 'giveUpHearing'

/** What is typed is taken to be right: the earliest day of posting, a day that is far enough, a chair who is free. */
export function triedHearing({ state, actor, now }: Trying, action: HearingAct): CaseEvent[] {
  switch (action) {
    case 'offerHearing':
      return decisions.offerHearing(state, { matter: SAID, concerned: '' }, actor)
    case 'askHearing': {
      const postedOn = state.hearing ? dayAt(state.hearing.offeredAt) : null
      return decisions.askHearing(state, { by: 'concerned', postedOn }, actor, {
        now,
        until: now + 1,
        limitEndsAt: null,
      })
    }
    case 'setHearing':
      decisions.refuseUnarranged(state, actor)
      return []
    case 'holdHearing':
      return decisions.holdHearing(state, { attended: SAID, statements: SAID }, actor, now)
    case 'giveUpHearing':
      return decisions.giveUpHearing(state, { reason: SAID }, actor)
  }
}

export function triedVisit(
  { state, actor, now }: Trying,
  action: 'assignVisit' | 'reportVisit',
  step: string,
): CaseEvent[] {
  if (action === 'reportVisit') {
    const found = { step, visitedOn: dayAt(now), conforms: true, finding: SAID }
    return decisions.reportVisit(state, found, actor, now)
  }
  const unit = state.steps.find(({ code }) => code === step)?.unit ?? null
  const people = ['1', '2'].map((account) => ({ account, name: account, unit }))
  return decisions.assignVisit(state, { step, people }, actor)
}
