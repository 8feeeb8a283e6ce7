import type { Day, EpochMs } from '#kernel/day.ts'
import type { DelegationFlag, WindowPower } from '../terms.ts'
import { refuse } from './refusals.ts'

/** 授权书 of one item (HALL-13), in the stream `delegation/<item>`. */
export type DelegationEvent =
  ({ readonly type: 'PowersDelegated' } & Delegated) | ({ readonly type: 'DelegationWithdrawn' } & Withdrawal)

export interface Desk {
  readonly unit: string
  readonly post: string
}

export type Powers = Readonly<Record<WindowPower, readonly Desk[]>>

export interface Delegated extends Powers {
  readonly item: string
  readonly unit: string
  /** 充分授权: declared that the window may do everything. */
  readonly full: boolean
  /** 首席代表. */
  readonly windowHead: Desk
  readonly document: string
  readonly from: Day
}

export interface Withdrawal {
  readonly effectiveOn: Day
  readonly reason: string
  /** The paper by which the hall was told; empty: it was not. */
  readonly notice: string
  readonly withoutNotice: boolean
}

export interface Delegation extends Delegated {
  readonly recordedAt: EpochMs
  readonly withdrawn: (Withdrawal & { readonly at: EpochMs }) | null
}

export function evolveDelegation(
  state: Delegation | undefined,
  event: DelegationEvent,
  at: EpochMs,
): Delegation | undefined {
  if (event.type === 'PowersDelegated') {
    const { type: _, ...given } = event
    return { ...given, recordedAt: at, withdrawn: null }
  }
  const { type: _, ...withdrawal } = event
  return state && { ...state, withdrawn: { ...withdrawal, at } }
}

export const isInForce = ({ from, withdrawn }: Delegation, day: Day): boolean =>
  from <= day && (withdrawn === null || day < withdrawn.effectiveOn)

/** Powers are given from today on or later: what was decided before was decided with the powers of then. */
export function delegate(given: Delegated, today: Day): DelegationEvent[] {
  if (given.from < today) throw refuse('delegation.backdated', { from: given.from })
  return [{ type: 'PowersDelegated', ...given }]
}

/** Counted by whoever knows the calendar: the working days between telling the hall and losing the power. */
export function withdraw(
  state: Delegation | undefined,
  given: Omit<Withdrawal, 'withoutNotice'>,
  {
    today,
    noticeDays,
    needed,
  }: { readonly today: Day; readonly noticeDays: number; readonly needed: number },
): DelegationEvent[] {
  if (!state || state.withdrawn) throw refuse('delegation.none')
  if (given.effectiveOn < today) throw refuse('delegation.backdated', { from: given.effectiveOn })
  const withoutNotice = given.notice.trim() === '' || noticeDays < needed
  return [{ type: 'DelegationWithdrawn', ...given, withoutNotice }]
}

const POWERS: readonly WindowPower[] = ['accept', 'review', 'decide', 'seal']
const same = (one: Desk, other: Desk) => one.unit === other.unit && one.post === other.post

/** What is wrong with a record. `holderOf` says who holds a post. */
export function flagsOf(state: Delegation, holderOf: (desk: Desk) => string | null): DelegationFlag[] {
  const flags: DelegationFlag[] = []
  const { full, windowHead, decide, withdrawn } = state
  if (full && !decide.some((desk) => same(desk, windowHead))) flags.push('headCannotDecide')
  if (full && POWERS.some((power) => state[power].length === 0)) flags.push('powerMissing')
  if (!withdrawn && [windowHead, ...POWERS.flatMap((power) => state[power])].some((desk) => !holderOf(desk)))
    flags.push('nobodyHolds')
  if (withdrawn?.withoutNotice) flags.push('withoutNotice')
  return flags
}
