import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { circleIn, criticalPath, type CriticalPath, edgesOf, type Task } from '#engines/paths/index.ts'
import type { DemandFault, Permit } from '../permit-shape.ts'
import { refuse } from './refusals.ts'

/** 全流程手续图 (ITEM-27) of one kind of project: `permit-map/<type>`. */
export type PermitMapEvent =
  | {
      readonly type: 'PermitMapDrawn'
      readonly name: Bilingual
      readonly permits: readonly Permit[]
      readonly reason: string
    }
  | ({ readonly type: 'PermitDemanded' } & Omit<Demand, 'at'>)

export interface PermitMapState {
  readonly name: Bilingual
  readonly permits: readonly Permit[]
  readonly reason: string
  readonly drawing: number
  readonly drawnAt: EpochMs
  readonly demands: readonly Demand[]
}

/** What somebody was told to bring, and why it was flagged. */
export interface Demand {
  readonly permit: string
  readonly for: string
  readonly unit: string
  readonly project: string
  readonly fault: DemandFault
  readonly at: EpochMs
}

export function evolveMap(
  state: PermitMapState | undefined,
  event: PermitMapEvent,
  { at }: { readonly at: EpochMs },
): PermitMapState | undefined {
  if (event.type === 'PermitMapDrawn') {
    const { name, permits, reason } = event
    const drawing = (state?.drawing ?? 0) + 1
    return { name, permits, reason, drawing, drawnAt: at, demands: state?.demands ?? [] }
  }
  if (!state) return undefined
  const { type: _, ...demand } = event
  return { ...state, demands: [...state.demands, { ...demand, at }] }
}

interface Drawing {
  readonly name: Bilingual
  readonly permits: readonly Permit[]
  readonly reason: string
}

/** Draws the map anew: codes once each, prerequisites that are on it, and none that wait for each other. */
export function draw({ name, permits, reason }: Drawing): PermitMapEvent[] {
  const codes = permits.map(({ code }) => code)
  const twice = codes.find((code, place) => codes.indexOf(code) !== place)
  if (twice) throw refuse('permits.twice', { permit: twice })
  for (const { name: of, needs } of permits) {
    const unknown = needs.find((need) => !codes.includes(need))
    if (unknown) throw refuse('permits.unknown-need', { permit: of.zh, need: unknown })
  }
  const circle = circleIn(codes, edgesOf(needsOf(permits)))
  if (circle) {
    const names = [...circle, circle[0] ?? ''].map((code) => nameIn(permits, code))
    throw refuse('permits.circular', { circle: names.join(' → ') })
  }
  return [{ type: 'PermitMapDrawn', name, permits, reason }]
}

const needsOf = (permits: readonly Permit[]) =>
  permits.flatMap(({ code, needs }) => needs.map((from) => ({ from, to: code })))

const nameIn = (permits: readonly Permit[], code: string): string =>
  permits.find((one) => one.code === code)?.name.zh ?? code

export const tasksOf = (permits: readonly Permit[]): Task[] =>
  permits.map(({ code, days, needs }) => ({ id: code, days, after: needs }))

/** A drawn map has no circle, so there is always a path. */
export const daysOf = ({ permits }: Pick<PermitMapState, 'permits'>): CriticalPath =>
  criticalPath(tasksOf(permits)) ?? { days: 0, through: [], tasks: [], because: { zh: '', en: '' } }

/**
 * 被要求的手续: on the map and before the permit applied for, directly or by way of others, there is nothing to say;
 * otherwise it is flagged with what is wrong about it.
 */
export function demandFault(
  { permits }: Pick<PermitMapState, 'permits'>,
  { permit, for: applied }: Pick<Demand, 'permit' | 'for'>,
): DemandFault | null {
  const meant = permits.find(({ code, name }) => code === permit || name.zh === permit || name.en === permit)
  if (!meant) return 'offMap'
  const target = permits.find(({ code }) => code === applied)
  if (!target) throw refuse('permits.unknown-permit', { permit: applied })
  return meant.code === applied || before(permits, applied).has(meant.code) ? null : 'notPrerequisite'
}

/** Everything that must be there before a permit, directly or by way of others. */
export function before(permits: readonly Permit[], code: string): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (one: string): void => {
    for (const need of permits.find((permit) => permit.code === one)?.needs ?? [])
      if (!found.has(need)) {
        found.add(need)
        add(need)
      }
  }
  add(code)
  return found
}
