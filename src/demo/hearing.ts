import type { EpochMs } from '#kernel/day.ts'
import { chinaCalendar } from '#engines/calendar/index.ts'
import {
  type CaseActor,
  caseDecisions as decide,
  type CasePlan,
  type LivingCase,
} from '#modules/cases/index.ts'
import type { Staff } from './staff.ts'

type Course = AsyncGenerator<EpochMs, void>

export interface Hearing {
  readonly plan: CasePlan
  readonly staff: Staff
  /** Whoever sits at the counter. */
  readonly clerk: CaseActor
  /** When the last act was. */
  readonly at: () => EpochMs
  /** Lets somebody act so many working days later. */
  act(
    after: number,
    actor: CaseActor,
    decision: (state: LivingCase) => ReturnType<typeof decide.offerHearing>,
  ): Course
}

/** Neighbours are told of their right, ask by letter, and are heard nine working days later by the head of the unit. */
export async function* hearing({ plan, staff, clerk, at, act }: Hearing): Course {
  const officer = staff.holder(plan.decidedBy)
  const matter = { matter: '影响相邻住户的采光和通行', concerned: '相邻住户 4 户' }
  yield* act(0, officer, (state) => decide.offerHearing(state, matter, officer))
  yield* act(2, clerk, (state) => {
    // Two of the five working days have gone, and the limit has days to run.
    const times = { now: at(), until: at() + 1, limitEndsAt: at() + 1 }
    return decide.askHearing(state, { by: 'concerned', postedOn: null }, clerk, times)
  })
  const { account: chair } = staff.head(plan.unit)
  yield* act(0, officer, (state) => {
    const calendar = chinaCalendar()
    const on = decide.firstHearingDay(at(), calendar)
    const session = { at: Date.parse(`${on}T09:00:00+08:00`), place: '二楼听证室', closedFor: null }
    const under = { chair, chairName: '单位负责人', chairUnit: plan.unit }
    return decide.setHearing(state, { ...session, ...under }, officer, { now: at(), calendar })
  })
  yield* act(9, officer, (state) => decide.holdHearing(state, SAID, officer, at()))
}

const SAID = { attended: '申请人、相邻住户代表 2 名', statements: '住户要求错时施工，申请人同意' }

/** The minutes once its hour has passed; before it there is nothing to do but wait. */
export const holdWhenDue = (state: LivingCase, officer: CaseActor, now: EpochMs) =>
  now < (state.hearing?.session?.at ?? Infinity) ? [] : decide.holdHearing(state, SAID, officer, now)

/** What a decision says of a hearing, where there was one. */
export const heardIn = ({ hearing: held }: LivingCase): { readonly heard?: string } =>
  held?.stage === 'held' ? { heard: '采纳错时施工的意见' } : {}
