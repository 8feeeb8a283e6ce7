import type { EpochMs } from '#kernel/day.ts'
import type { Stationed } from './department.ts'
import type { WindowFigure, WindowFlag } from './terms.ts'

/** What the hall asks the cases beside it. */
export interface WindowSpan {
  readonly from: EpochMs
  readonly until: EpochMs
  readonly counters: readonly string[]
  /** Who wore a badge of the hall, from when to when. */
  readonly staff: readonly {
    readonly account: string
    readonly from: EpochMs
    readonly until: EpochMs | null
  }[]
}

export type UnitWork = { readonly unit: string; readonly trips: number } & Readonly<
  Record<WindowFigure, number>
>

export interface WorkedCase {
  readonly caseNo: string
  readonly item: string
  readonly itemNameZh: string
  readonly itemNameEn: string
  readonly channel: string
  readonly counter: string | null
  readonly receivedAt: EpochMs
}

export const noWork = (unit: string): UnitWork => ({
  unit,
  trips: 0,
  received: 0,
  atHall: 0,
  online: 0,
  elsewhere: 0,
  paperOnly: 0,
  accepted: 0,
  decided: 0,
  byWindow: 0,
  notByWindow: 0,
  registeredLate: 0,
  wantsPaper: 0,
  inBulk: 0,
})

/** Below so many decisions a share says nothing. */
const ENOUGH_DECISIONS = 10
/** 「只挂号、不看病」: the window takes in, and next to nothing is decided there. */
const HARDLY_ANY = 0.1

/**
 * What a department's own cases contradict: 集中办理 and 网上审批 are claims (S3), and a window that never decides is a
 * mailroom (S1 「只挂号、不看病」). `counters` is how many serve it; without one it may well be served in its own house.
 */
export function flagsOf(work: UnitWork, stationed: Stationed | null, counters: number): WindowFlag[] {
  const flags: WindowFlag[] = []
  if (work.received === 0 && (stationed !== null || counters > 0)) flags.push('noCases')
  if (stationed?.central && work.elsewhere > 0) flags.push('notCentral')
  else if (counters > 0 && work.elsewhere > 0) flags.push('elsewhere')
  if (stationed?.online && work.paperOnly > 0) flags.push('notOnline')
  if (work.decided >= ENOUGH_DECISIONS && work.byWindow < work.decided * HARDLY_ANY)
    flags.push('registersOnly')
  if (work.registeredLate > 0) flags.push('registeredLate')
  if (work.wantsPaper > 0) flags.push('wantsPaper')
  if (work.inBulk > 0) flags.push('inBulk')
  return flags
}
