import type { Day, EpochMs } from '#kernel/day.ts'
import { ItemCode, type ItemContent, type ItemStanding } from './contract.ts'
import { refuse } from './refusals.ts'

/** What happens to an item, in the stream `item/<code>`. */
export type ItemEvent =
  | { readonly type: 'ItemDrafted'; readonly unit: string; readonly content: ItemContent }
  | {
      readonly type: 'ItemPublished'
      readonly version: number
      readonly from: Day
      /** The content is that of the last draft; this is its SHA-256. */
      readonly hash: string
      readonly draftedBy: string
      /** Checks that warned and were passed over, so that it can be asked why. */
      readonly warnings: readonly string[]
      /** Why it was changed; absent in what was published before this was asked. */
      readonly reason?: string
    }
  | ({ readonly type: 'ItemSuspended' | 'ItemResumed' | 'ItemCancelled' } & Why)

export interface Why {
  readonly from: Day
  readonly reason: string
  readonly document: string
}

export interface ItemState {
  readonly unit: string
  readonly draft: { readonly content: ItemContent; readonly by: string } | undefined
  readonly versions: readonly { readonly version: number; readonly from: Day }[]
  readonly suspended: boolean
  readonly cancelled: boolean
}

export function evolve(
  state: ItemState | undefined,
  event: ItemEvent,
  { actor }: { readonly actor: string },
): ItemState {
  const before = state ?? { unit: '', draft: undefined, versions: [], suspended: false, cancelled: false }
  switch (event.type) {
    case 'ItemDrafted':
      return { ...before, unit: event.unit, draft: { content: event.content, by: actor } }
    case 'ItemPublished': {
      const { version, from } = event
      return { ...before, draft: undefined, versions: [...before.versions, { version, from }] }
    }
    case 'ItemSuspended':
      return { ...before, suspended: true }
    case 'ItemResumed':
      return { ...before, suspended: false }
    case 'ItemCancelled':
      return { ...before, cancelled: true, draft: undefined }
  }
}

export interface Drafting {
  readonly item: string
  readonly unit: string
  readonly content: ItemContent
  /** The unit that has the power since it was moved; left out where it never was. */
  readonly holder?: string
}

/** 起草: by the unit the item belongs to, or to which its power went. A draft replaces the one before it. */
export function draft(state: ItemState | undefined, { item, unit, content, holder }: Drafting): ItemEvent[] {
  if (!ItemCode.safeParse(item).success) throw refuse('catalogue.bad-code', { item: item.slice(0, 80) })
  if (state?.cancelled) throw refuse('catalogue.already-cancelled')
  const owner = holder ?? state?.unit ?? unit
  if (owner !== unit) throw refuse('catalogue.other-unit', { unit: owner })
  return [{ type: 'ItemDrafted', unit, content }]
}

export interface Publishing {
  readonly item: string
  readonly by: string
  readonly from: Day
  readonly today: Day
  readonly hash: string
  readonly warnings: readonly string[]
  readonly reason?: string
}

/** 公布: first made known, then in force, and never by the one who wrote it. The gate was passed before. */
export function publish(state: ItemState | undefined, given: Publishing): ItemEvent[] {
  const { item, by, from, today, hash, warnings, reason = '' } = given
  if (state?.cancelled) throw refuse('catalogue.already-cancelled')
  if (!state?.draft) throw refuse('catalogue.no-draft', { item })
  if (state.draft.by === by) throw refuse('catalogue.own-draft')
  if (from <= today) throw refuse('catalogue.not-before-today', { today })
  const latest = state.versions.at(-1)
  if (latest && from <= latest.from) throw refuse('catalogue.from-order', { latest: latest.from })
  const version = (latest?.version ?? 0) + 1
  return [{ type: 'ItemPublished', version, from, hash, draftedBy: state.draft.by, warnings, reason }]
}

type Closing = Why & { readonly item: string; readonly today: Day }

/** Neither is done for the past: who applied yesterday had applied. */
function open({ item, from, today }: Closing, state: ItemState | undefined): ItemState {
  if (!state) throw refuse('catalogue.no-such-item', { item })
  if (state.cancelled) throw refuse('catalogue.already-cancelled')
  if (state.versions.length === 0) throw refuse('catalogue.not-published')
  if (from <= today) throw refuse('catalogue.not-before-today', { today })
  return state
}

const why = ({ from, reason, document }: Why): Why => ({ from, reason, document })

export function suspend(state: ItemState | undefined, given: Closing): ItemEvent[] {
  if (open(given, state).suspended) throw refuse('catalogue.already-suspended')
  return [{ type: 'ItemSuspended', ...why(given) }]
}

export function resume(state: ItemState | undefined, given: Closing): ItemEvent[] {
  if (!open(given, state).suspended) throw refuse('catalogue.not-suspended')
  return [{ type: 'ItemResumed', ...why(given) }]
}

export function cancel(state: ItemState | undefined, given: Closing): ItemEvent[] {
  open(given, state)
  return [{ type: 'ItemCancelled', ...why(given) }]
}

/** What the list says about being closed: the last of each. */
export interface Closed {
  readonly suspension: Why | null
  readonly resumption: Why | null
  readonly cancellation: Why | null
}

/** Where an item stands on a day. `inForce` says whether a version is. */
export function standingOn({ suspension, resumption, cancellation }: Closed, today: Day, inForce: boolean) {
  if (cancellation && cancellation.from <= today) return closed('cancelled', cancellation)
  const over = resumption !== null && resumption.from <= today
  if (suspension && suspension.from <= today && !over) return closed('suspended', suspension)
  const state = inForce ? 'inForce' : 'upcoming'
  return { state, because: null, document: null, since: null } satisfies ItemStanding
}

const closed = (state: 'cancelled' | 'suspended', { from, reason, document }: Why): ItemStanding => ({
  state,
  because: reason,
  document,
  since: from,
})

export interface Doing {
  readonly by: string
  readonly at: EpochMs
}
