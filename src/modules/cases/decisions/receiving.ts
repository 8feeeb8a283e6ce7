import type { Day } from '#kernel/day.ts'
import type { CaseActor } from '../actor.ts'
import { serves } from '../actor.ts'
import type { CaseState } from '../case.ts'
import { noCase } from '../case.ts'
import type { CaseEvent, CaseReceived, HandedIn } from '../case-events.ts'
import type { CasePlan } from '../plan.ts'
import { refuse } from '../refusals.ts'
import { CHANNEL_NAMES } from '../terms.ts'
import { required } from './saying.ts'

export type Receive = Omit<CaseReceived, 'receivedAtUnit'>

/**
 * 收件: a number for every file that is handed in (CASE-01), by a channel the item is open to, with materials of its
 * closed list only (行政许可法 31). Incomplete files are received as well: whether they suffice is answered afterwards.
 */
export function receive(state: CaseState, given: Receive, actor: CaseActor): CaseEvent[] {
  if (state !== noCase && state.status !== 'none') throw new Error('A case number is given once')
  const { plan, channel, materials } = given
  if (!plan.channels.includes(channel)) {
    throw refuse('case.channel-not-open', {
      item: plan.name.zh,
      channel: CHANNEL_NAMES[channel].zh,
      open: plan.channels.map((one) => CHANNEL_NAMES[one].zh).join('、'),
    })
  }
  if (actor.person === null && !serves(actor, plan.unit)) throw refuse('case.other-unit', { unit: plan.unit })
  refuseUnlisted(plan, materials)
  return [{ type: 'CaseReceived', data: { ...given, receivedAtUnit: actor.unit } }]
}

/**
 * 代理 (民法典 161–165): another than the applicant, under a mandate in writing that still holds on the day. Whoever comes
 * with an old paper would bind the applicant to what he no longer wants.
 */
export function refuseUnmandated(
  { agent, applicant }: Pick<Receive, 'agent' | 'applicant'>,
  today: Day,
): void {
  if (!agent) return
  if (agent.person === applicant) throw refuse('case.agent-is-applicant')
  required(agent.mandate, { zh: '授权委托书名称或编号', en: 'the document of the mandate' })
  const until = agent.mandateUntil ?? null
  if (until !== null && until < today) throw refuse('case.mandate-ended', { until })
}

export function refuseUnlisted(plan: CasePlan, materials: readonly Pick<HandedIn, 'code'>[]): void {
  const held = plan.held?.find(({ code }) => materials.some((one) => one.code === code))
  if (held) throw refuse('case.held-by-government', { material: held.name, by: held.by || '有关部门' })
  const unlisted = materials.find(({ code }) => !plan.materials.some((one) => one.code === code))
  if (unlisted) throw refuse('case.material-not-listed', { material: unlisted.code })
}
