import type { Route } from '#platform/http/index.ts'
import { finishAtOnce } from '../at-once/at-once.ts'
import * as contract from '../contract.ts'
import { deskActs, type DeskServices } from '../desk-acts.ts'
import { askUrgency, grantUrgency, refuseUrgency } from '../urgency/decisions.ts'

/** What a desk does with the kinds of handling: finish at once, the express lane. */
export function kindActs(services: DeskServices): Route[] {
  const { does } = deskActs(services)
  return [
    does(contract.finishAtOnce, (state, { proof, ...decision }, { actor, now }) =>
      finishAtOnce(state, { decision, proof }, actor, now),
    ),
    does(contract.askUrgency, (state, body, { actor }) => askUrgency(state, body, actor)),
    does(contract.grantUrgency, (state, body, { actor, now }) => grantUrgency(state, body, actor, now)),
    does(contract.refuseUrgency, (state, body, { actor }) => refuseUrgency(state, body, actor)),
  ]
}
