import { DAY_MS, type EpochMs } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream } from '#engines/ledger/index.ts'
import type { LivingCase } from '../case.ts'
import { caseEventOf, caseStream } from '../case-events.ts'
import { act, type Acting } from '../commands.ts'
import { lockState } from '../store.ts'
import { ATTEMPTED_ACTS, type AttemptedAct } from './events.ts'
import { findWithdrawnBefore } from './store.ts'

/** The act that a refusal kept from happening, where it would have given a case back after acceptance. */
export function attemptedAct(endpoint: string, error: unknown): AttemptedAct | undefined {
  if (!isRefusal(error) || error.code !== 'case.after-acceptance') return undefined
  return ATTEMPTED_ACTS.find((one) => one === endpoint)
}

/**
 * 接件后不得中途补送或退回 (CASE-06): the act was refused, and that somebody tried stays. Who worked from an older version
 * did not know of the acceptance, and tried nothing; the same person trying the same again is told of once.
 */
export async function recordAttempt(
  db: Db,
  caseNo: string,
  tried: AttemptedAct,
  acting: Acting,
): Promise<void> {
  const stored = await lockState(db, caseNo)
  if (!stored || (acting.expectedVersion ?? stored.version) !== stored.version) return
  const [last] = await readStream(db, caseStream(caseNo), stored.version - 1)
  const before = last && caseEventOf(last)
  const again = before?.type === 'ReturnAttempted' && before.data.act === tried
  if (again && last?.actor === acting.actor.account) return
  await act(db, caseNo, acting, () => [{ type: 'ReturnAttempted', data: { act: tried } }])
}

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
