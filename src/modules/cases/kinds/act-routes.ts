import type { Db } from '#kernel/sql.ts'
import type { Route } from '#platform/http/index.ts'
import { finishAtOnce } from '../at-once/at-once.ts'
import * as contract from '../contract.ts'
import { deskActs, type DeskServices, type FileCall } from '../desk-acts.ts'
import type { WindowGate } from '../receiving.ts'
import { findStates } from '../store.ts'
import { askUrgency, grantUrgency, refuseUrgency } from '../urgency/decisions.ts'

interface KindServices extends DeskServices {
  readonly mustBeAtWindow?: WindowGate
}

/** What a desk does with the kinds of handling: finish at once, the express lane. */
export function kindActs(services: KindServices): Route[] {
  const { does, doesKnowing } = deskActs(services)
  return [
    doesKnowing(
      contract.finishAtOnce,
      (db, call) => refuseElsewhere(db, call, services.mustBeAtWindow),
      (state, { proof, ...decision }, { actor, now }) => finishAtOnce(state, { decision, proof }, actor, now),
    ),
    does(contract.askUrgency, (state, body, { actor }) => askUrgency(state, body, actor)),
    does(contract.grantUrgency, (state, body, { actor, now }) => grantUrgency(state, body, actor, now)),
    does(contract.refuseUrgency, (state, body, { actor }) => refuseUrgency(state, body, actor)),
  ]
}

/** What is finished at once is accepted with it, and that is done where the hall says. */
async function refuseElsewhere(
  db: Db,
  { params, caller, now }: Pick<FileCall<unknown>, 'params' | 'caller' | 'now'>,
  mustBeAtWindow: WindowGate | undefined,
): Promise<void> {
  const [stored] = await findStates(db, [params.caseNo])
  if (stored?.state.status !== 'received') return
  const { unit, item } = stored.state.plan
  await mustBeAtWindow?.(db, { account: caller.account, unit, item, now, act: 'accept' })
}
