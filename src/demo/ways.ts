import { caseDecisions as decide, type LivingCase, THE_LAW } from '#modules/cases/index.ts'
import { act, stateOf, type Teller } from './teller.ts'
import type { EpochMs } from '#kernel/day.ts'

/** An on-the-spot item that goes the longer way says why; one in three of them in vain, which the hall's manager sees. */
export const acceptance = ({ plan, caseNo }: LivingCase) =>
  !plan.onTheSpot
    ? {}
    : /[147]$/.test(caseNo)
      ? { finishing: true }
      : { notOnTheSpot: '需调阅纸质档案核对，不能当场办结' }

/** The grade of the discretion table under which a decision like this stands. */
export const gradeFor = ({ plan }: LivingCase, outcome: 'granted' | 'denied'): string | null =>
  plan.grades?.find((grade) => grade.outcome === outcome)?.code ?? null

/** What takes effect on complete receipt: a filing is done with it, on a pledge it is granted at once. False: neither. */
export async function* atOnce(teller: Teller): AsyncGenerator<EpochMs, boolean> {
  const { plan, plot } = teller.story
  if (!plan.filing && (!plan.pledge || plot !== undefined)) return false
  if (plan.pledge) yield* act(teller, 0, teller.clerk, decide.signPledge)
  yield* act(teller, 0, THE_LAW, (state) => decide.takesEffect(state, teller.at))
  return stateOf(teller).decision !== null
}
