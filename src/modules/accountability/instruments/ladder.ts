import type { Day, EpochMs } from '#kernel/day.ts'
import { parseLimit } from '#engines/clocks/index.ts'
import type { Ladder } from '../instrument-shape.ts'
import { BROUGHT } from './brought.ts'
import { refuse } from './refusals.ts'

/** 问责阶梯 as the office has it: versions with the day from which each holds. One stream, `accountability-ladder/current`. */
export type LadderEvent =
  | {
      readonly type: 'LadderDrafted'
      readonly draft: number
      readonly from: Day
      readonly ladder: Ladder
      readonly reason: string
    }
  | { readonly type: 'LadderApproved'; readonly draft: number }
  | { readonly type: 'LadderDraftDropped'; readonly draft: number; readonly reason: string }

export interface LadderVersion {
  readonly draft: number
  readonly from: Day
  readonly ladder: Ladder
  readonly reason: string
  readonly draftedBy: string
  readonly draftedAt: EpochMs
  readonly approvedBy: string | null
  readonly dropped: string | null
}

export interface LadderState {
  readonly versions: readonly LadderVersion[]
}

export const LADDER = 'current'

export function evolveLadder(
  state: LadderState | undefined,
  event: LadderEvent,
  { at, by }: { readonly at: EpochMs; readonly by: string },
): LadderState {
  const versions = state?.versions ?? []
  const changed = (draft: number, change: Partial<LadderVersion>) => ({
    versions: versions.map((one) => (one.draft === draft ? { ...one, ...change } : one)),
  })
  switch (event.type) {
    case 'LadderDrafted': {
      const { type: _, ...drafted } = event
      const version = { ...drafted, draftedBy: by, draftedAt: at, approvedBy: null, dropped: null }
      return { versions: [...versions, version] }
    }
    case 'LadderApproved':
      return changed(event.draft, { approvedBy: by })
    case 'LadderDraftDropped':
      return changed(event.draft, { dropped: event.reason })
  }
}

/** What holds on a day: the approved version that began last, else what the platform brings. */
export function ladderOn(state: LadderState | undefined, day: Day): Ladder {
  const inForce = (state?.versions ?? [])
    .filter(({ approvedBy, from }) => approvedBy !== null && from <= day)
    .sort((a, b) => (a.from === b.from ? a.draft - b.draft : a.from < b.from ? -1 : 1))
  return inForce.at(-1)?.ladder ?? BROUGHT
}

export function draftLadder(
  state: LadderState | undefined,
  { from, ladder, reason }: { readonly from: Day; readonly ladder: Ladder; readonly reason: string },
  today: Day,
): LadderEvent[] {
  if (from < today) throw refuse('ladder.retroactive', { from })
  if (reason.trim().length < 5) throw refuse('ladder.reason-missing')
  checkLadder(ladder)
  return [
    { type: 'LadderDrafted', draft: (state?.versions.length ?? 0) + 1, from, ladder, reason: reason.trim() },
  ]
}

/** Approved by a second person, not after the day from which it would hold. */
export function approveLadder(
  state: LadderState | undefined,
  draft: number,
  { by, today }: { readonly by: string; readonly today: Day },
): LadderEvent[] {
  const version = draftOf(state, draft)
  if (version.draftedBy === by) throw refuse('ladder.own-draft')
  if (version.from < today) throw refuse('ladder.retroactive', { from: version.from })
  return [{ type: 'LadderApproved', draft }]
}

export function dropLadder(state: LadderState | undefined, draft: number, reason: string): LadderEvent[] {
  draftOf(state, draft)
  if (reason.trim().length < 5) throw refuse('ladder.reason-missing')
  return [{ type: 'LadderDraftDropped', draft, reason: reason.trim() }]
}

function draftOf(state: LadderState | undefined, draft: number): LadderVersion {
  const found = state?.versions.find((one) => one.draft === draft)
  if (!found || found.approvedBy !== null || found.dropped !== null) throw refuse('ladder.no-draft')
  return found
}

/** A ladder that says two things at once, or points nowhere, is not drafted. */
function checkLadder({ instruments, table }: Ladder): void {
  const codes = instruments.map(({ code }) => code)
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice) throw refuse('ladder.twice', { instrument: twice })
  const nowhere = table.find(({ instrument, subject }) => {
    const meant = instruments.find(({ code }) => code === instrument)
    return !meant?.subjects.includes(subject)
  })
  if (nowhere) throw refuse('ladder.nowhere', { instrument: nowhere.instrument })
  for (const { period, name } of instruments) {
    if (!period) continue
    const [least, most] = [parseLimit(period.least), parseLimit(period.most)]
    if (least.unit !== most.unit || least.length > most.length)
      throw refuse('ladder.bad-period', { instrument: name.zh })
  }
}
