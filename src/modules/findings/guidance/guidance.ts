import type { EpochMs } from '#kernel/day.ts'
import { reasoned, type FindingActor } from '../decisions.ts'
import { refuse } from './refusals.ts'

/**
 * 指导意见 (ESUP-22): advice to a unit, which answers it. It is no finding and has no disposition: a sanction does not go out
 * as advice, and what was found does not become advice. In the stream `guidance/<id>`.
 */
export type GuidanceEvent =
  ({ readonly type: 'GuidanceGiven' } & Given) | { readonly type: 'GuidanceReplied'; readonly text: string }

export interface Given {
  readonly unit: string
  readonly matter: string | null
  readonly conduct: string | null
  readonly text: string
  readonly replyBy: EpochMs
}

export interface Guidance extends Given {
  readonly guidance: string
  readonly by: string
  readonly givenAt: EpochMs
  readonly reply: { readonly text: string; readonly at: EpochMs; readonly by: string } | null
}

export function evolveGuidance(
  state: Guidance | undefined,
  event: GuidanceEvent,
  { at, by, id }: { readonly at: EpochMs; readonly by: string; readonly id: string },
): Guidance | undefined {
  if (event.type === 'GuidanceReplied') return state && { ...state, reply: { text: event.text, at, by } }
  const { type: _, ...given } = event
  return { ...given, guidance: id, by, givenAt: at, reply: null }
}

/** Words of sanctions: they have their own paths, with hearing, document and appeal. */
const SANCTION =
  /(处分|处罚|罚款|警告|记过|降级|撤职|开除|免职|停职|调离|通报批评|诫勉|扣[发减]?[^，。；]{0,6}(分|奖金|绩效)|取消[^，。；]{0,6}(评优|评先|资格))/

export interface OpenFinding {
  readonly finding: string
  readonly matter: string | null
  readonly conduct: string
}

/** Refused: a sanction in the clothes of advice, and advice in place of the disposition that an open finding needs. */
export function give(given: Given, by: FindingActor, open: readonly OpenFinding[]): GuidanceEvent[] {
  if (by.unit === given.unit) throw refuse('guidance.own-unit')
  const sanction = SANCTION.exec(given.text)
  if (sanction) throw refuse('guidance.is-sanction', { words: sanction[0] })
  const same = open.find(
    ({ matter, conduct }) =>
      (given.matter !== null && matter === given.matter) ||
      (given.conduct !== null && conduct === given.conduct),
  )
  if (same) throw refuse('guidance.softens-finding', { finding: same.finding })
  return [{ type: 'GuidanceGiven', ...given, text: reasoned(given.text) }]
}

export function reply(state: Guidance | undefined, text: string, by: FindingActor): GuidanceEvent[] {
  if (!state || by.unit !== state.unit) throw refuse('guidance.not-found')
  if (state.reply) throw refuse('guidance.replied')
  return [{ type: 'GuidanceReplied', text: reasoned(text) }]
}
