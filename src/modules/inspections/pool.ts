import type { EpochMs } from '#kernel/day.ts'

/** 检查人员库: the one pool that all bodies draw from. Stream `inspector/<account>`. */
export type InspectorEvent =
  | { readonly type: 'InspectorEnrolled'; readonly skills: string }
  | { readonly type: 'InspectorLeft'; readonly reason: string }

export interface Inspector {
  readonly account: string
  readonly skills: string
  readonly since: EpochMs
  readonly left: { readonly at: EpochMs; readonly reason: string } | null
}

export function evolveInspector(
  state: Inspector | undefined,
  event: InspectorEvent,
  { at, id }: { readonly at: EpochMs; readonly id: string },
): Inspector | undefined {
  if (event.type === 'InspectorEnrolled')
    return { account: id, skills: event.skills, since: state?.since ?? at, left: null }
  return state && { ...state, left: { at, reason: event.reason } }
}
