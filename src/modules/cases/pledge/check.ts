import { type Day, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { lastDayAfter, parseLimit } from '#engines/clocks/index.ts'
import { type CaseActor, heads, serves } from '../actor.ts'
import { required } from '../decisions/saying.ts'
import { settingOn } from '../kinds/settings.ts'
import type { PledgeChecked, PledgeCheckEvent, PledgeToCheck } from './events.ts'
import { refuse } from './refusals.ts'

/** A pledge that stands in for papers, and what was found of it. Plain data, kept beside its row. */
export interface PledgeCheck extends PledgeToCheck {
  readonly checks: readonly (PledgeChecked & { readonly by: string; readonly at: EpochMs })[]
  /** Until it is found kept, or the decision is taken back. */
  readonly open: boolean
}

export function evolveCheck(
  before: PledgeCheck | undefined,
  event: PledgeCheckEvent,
  { at, by }: { readonly at: EpochMs; readonly by: string },
): PledgeCheck | undefined {
  if (event.type === 'PledgeToCheck') return { ...event.data, checks: [], open: true }
  if (!before) return undefined
  const { result, consequence } = event.data
  return {
    ...before,
    checks: [...before.checks, { ...event.data, by, at }],
    open: result === 'broken' && consequence === 'mend',
  }
}

/**
 * 核查承诺: by the unit that granted; that a pledge was false its head finds, and a false one always has a consequence: the
 * decision is taken back, or it is mended by a day and checked again.
 */
export function checkPledge(
  state: PledgeCheck,
  asked: PledgeChecked,
  actor: CaseActor,
  now: EpochMs,
): PledgeCheckEvent[] {
  if (!state.open) throw refuse('pledge.already-checked')
  if (!serves(actor, state.unit)) throw refuse('pledge.not-found', { caseNo: state.caseNo })
  const today = dayAt(now)
  if (asked.checkedOn > today || asked.checkedOn < dayAt(state.signedAt))
    throw refuse('pledge.day-wrong', { on: asked.checkedOn })
  required(asked.finding, { zh: '核查发现的情况', en: 'what was found' })
  if (asked.result === 'kept')
    return [{ type: 'PledgeChecked', data: { ...asked, consequence: null, mendBy: null } }]
  if (!heads(actor, state.unit)) throw refuse('pledge.head-decides')
  if (asked.consequence === null) throw refuse('pledge.no-consequence')
  const mendBy = asked.consequence === 'mend' ? asked.mendBy : null
  if (asked.consequence === 'mend' && (mendBy === null || mendBy <= today))
    throw refuse('pledge.mend-by-missing')
  return [{ type: 'PledgeChecked', data: { ...asked, mendBy } }]
}

/** The last day on which who pledged falsely may not pledge again; null: nothing was false. */
export function barredUntil({ checks }: PledgeCheck): Day | null {
  const broken = checks.filter(({ result }) => result === 'broken')
  const last = broken.at(-1)
  return last ? lastDayAfter(last.checkedOn, parseLimit(settingOn('brokenPledgeBars', last.at))) : null
}

/** Until when it is checked, or checked again. */
export const dueOf = ({ checks, dueAt }: PledgeCheck): { readonly day: Day } | { readonly at: EpochMs } => {
  const mendBy = checks.at(-1)?.mendBy
  return mendBy ? { day: mendBy } : { at: dueAt }
}

const dayAt = (at: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))
