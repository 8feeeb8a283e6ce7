import type { Day, EpochMs } from '#kernel/day.ts'
import { type FindingActor, reasoned } from '../decisions.ts'
import { refuse } from './refusals.ts'

/** 态度问题谈话 (ESUP-11): one badge, one quarter. In the stream `badge-talk/<badge>@<quarter>`. */
export type BadgeTalkEvent =
  | {
      readonly type: 'BadgeTalkDue'
      readonly badge: string
      readonly quarter: string
      readonly unit: string
      readonly findings: readonly string[]
      readonly dueAt: EpochMs
    }
  | { readonly type: 'BadgeTalkHeld'; readonly on: Day; readonly note: string }

export interface BadgeTalk {
  readonly talk: string
  readonly badge: string
  readonly quarter: string
  readonly unit: string
  readonly findings: readonly string[]
  readonly dueAt: EpochMs
  readonly openedAt: EpochMs
  readonly held: { readonly on: Day; readonly note: string; readonly by: string } | null
}

export function evolveBadgeTalk(
  state: BadgeTalk | undefined,
  event: BadgeTalkEvent,
  { at, by, id }: { readonly at: EpochMs; readonly by: string; readonly id: string },
): BadgeTalk | undefined {
  if (event.type === 'BadgeTalkHeld')
    return state && { ...state, held: { on: event.on, note: event.note, by } }
  const { type: _, ...due } = event
  return { ...due, talk: id, openedAt: at, held: null }
}

/** `2026Q4` */
export const quarterOf = (on: Day): string => `${on.slice(0, 4)}Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`

const LAST_DAYS = ['31', '30', '30', '31'] as const

/** First and last day of a quarter. */
export const daysOfQuarter = (quarter: string): { readonly from: Day; readonly until: Day } => {
  const [year, nth] = [quarter.slice(0, 4), Number(quarter.slice(5))]
  const month = (value: number) => String(value).padStart(2, '0')
  return {
    from: `${year}-${month(nth * 3 - 2)}-01` as Day,
    until: `${year}-${month(nth * 3)}-${LAST_DAYS[nth - 1] ?? '30'}` as Day,
  }
}

/** 谈话: by the head of the unit, who sees all that it is about. */
export function holdTalk(
  state: BadgeTalk | undefined,
  { on, note }: { readonly on: Day; readonly note: string },
  by: FindingActor,
  today: Day,
): BadgeTalkEvent[] {
  if (!state || state.unit !== by.unit) throw refuse('badge-talk.not-found')
  if (state.held) throw refuse('badge-talk.held')
  if (on > today) throw refuse('badge-talk.future', { on })
  return [{ type: 'BadgeTalkHeld', on, note: reasoned(note) }]
}
