import { DAY_MS, type EpochMs } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream } from '#engines/ledger/index.ts'
import type { LivingCase } from '../case.ts'
import { breachOf } from '../branches/breaches.ts'
import type { JointEvent } from '../branches/events.ts'
import { caseEventOf, caseStream } from '../case-events.ts'
import { act, type Acting } from '../commands.ts'
import { lockState } from '../store.ts'
import { type AttemptEvent, ATTEMPTED_ACTS, type BeyondList } from './events.ts'
import { findWithdrawnBefore } from './store.ts'

export type Attempt =
  | Extract<AttemptEvent, { type: 'ReturnAttempted' | 'BeyondListAttempted' }>
  | Extract<JointEvent, { type: 'JointBreachTried' }>

/** What the refusal of an act says of whoever tried it. */
const BEYOND: Readonly<Record<string, BeyondList>> = {
  'ground.not-listed': 'addedCondition',
  'ground.petty-order': 'pettyOrder',
  'pledge.waived': 'waivedPaper',
  'filing.no-refusal': 'refusedFiling',
  'decision.back-dated': 'backDated',
}

/** The act that a refusal kept from happening, where it would have harmed the applicant: a return, or a hurdle of no list. */
export function attemptedAct(endpoint: string, error: unknown): Attempt | undefined {
  if (!isRefusal(error)) return undefined
  const breach = breachOf(error)
  if (breach) return { type: 'JointBreachTried', data: { breach, branch: null, said: '' } }
  const beyond = BEYOND[error.code]
  if (beyond) return { type: 'BeyondListAttempted', data: { act: beyond } }
  const act = ATTEMPTED_ACTS.find((one) => one === endpoint)
  return act && error.code === 'case.after-acceptance'
    ? { type: 'ReturnAttempted', data: { act } }
    : undefined
}

/**
 * 接件后不得中途补送或退回 (CASE-06): the act was refused, and that somebody tried stays. Who worked from an older version
 * did not know of the acceptance, and tried nothing; the same person trying the same again is told of once.
 */
export async function recordAttempt(db: Db, caseNo: string, tried: Attempt, acting: Acting): Promise<void> {
  const stored = await lockState(db, caseNo)
  if (!stored || (acting.expectedVersion ?? stored.version) !== stored.version) return
  const [last] = await readStream(db, caseStream(caseNo), stored.version - 1)
  const before = last && caseEventOf(last)
  const again = before?.type === tried.type && canonicalOf(before.data) === canonicalOf(tried.data)
  if (again && last?.actor === acting.actor.account) return
  await act(db, caseNo, acting, () => [tried])
}

/** The same act in the same words. */
const canonicalOf = (data: object): string => JSON.stringify(Object.entries(data).sort())

/** † How long after a withdrawal the same application is looked at as the return that the law forbids. */
const WATCHED_MS = 30 * DAY_MS

/** 「申请人撤回」 after acceptance and the same application soon after: the office may have asked for it (CASE-06). */
export async function noteFiledAgain(
  db: Db,
  { caseNo, applicant, plan, receivedAt }: LivingCase,
  acting: Acting,
): Promise<void> {
  const since: EpochMs = receivedAt - WATCHED_MS
  for (const withdrawn of await findWithdrawnBefore(db, { applicant, item: plan.item, since }))
    await act(db, withdrawn, acting, () => [{ type: 'CaseFiledAgain', data: { caseNo } }])
}
