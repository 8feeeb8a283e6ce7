import type { Day, EpochMs } from '#kernel/day.ts'
import { lastDayAfter, parseLimit } from '#engines/clocks/index.ts'
import { refuse } from './refusals.ts'

/**
 * 效能监督卡: handed to a unit in numbered batches, given to those whom it serves, filled in by them and sent straight to the
 * complaint centre. Stream `supervision-card/<number>`.
 */
export type CardEvent =
  | {
      readonly type: 'CardHanded'
      readonly unit: string
      readonly batch: string
      readonly on: Day
      readonly mark: string
    }
  | { readonly type: 'CardGiven'; readonly on: Day }
  | ({ readonly type: 'CardReturned' } & Returned)
  | { readonly type: 'CardHandled'; readonly outcome: string; readonly finding: string | null }

export interface Returned {
  readonly badge: string
  readonly contactAt: string
  readonly opinion: 'satisfied' | 'fair' | 'dissatisfied'
  readonly text: string
  readonly collected: boolean
}

export interface SupervisionCard {
  readonly card: string
  readonly unit: string
  readonly batch: string
  readonly handedOn: Day
  /** Keyed mark of the code: the code itself stands on the card only. */
  readonly mark: string
  readonly givenOn: Day | null
  readonly returned: (Returned & { readonly at: EpochMs }) | null
  readonly handled: { readonly outcome: string; readonly finding: string | null; readonly by: string } | null
}

export function evolveCard(
  state: SupervisionCard | undefined,
  event: CardEvent,
  { at, by, id }: { readonly at: EpochMs; readonly by: string; readonly id: string },
): SupervisionCard | undefined {
  switch (event.type) {
    case 'CardHanded': {
      const { unit, batch, on: handedOn, mark } = event
      return { card: id, unit, batch, handedOn, mark, givenOn: null, returned: null, handled: null }
    }
    case 'CardGiven':
      return state && { ...state, givenOn: event.on }
    case 'CardReturned': {
      const { type: _, ...returned } = event
      return state && { ...state, returned: { ...returned, at } }
    }
    case 'CardHandled':
      return state && { ...state, handled: { outcome: event.outcome, finding: event.finding, by } }
  }
}

/** By the unit that has it: it learns of a card nothing but that it was given out. */
export function give(
  state: SupervisionCard | undefined,
  { unit, on, today }: { readonly unit: string | null; readonly on: Day; readonly today: Day },
): CardEvent[] {
  if (!state || state.unit !== unit) throw refuse('contact-card.not-found')
  if (on > today || on < state.handedOn) throw refuse('contact-card.day')
  return state.givenOn === null ? [{ type: 'CardGiven', on }] : []
}

/** Once; a card that lay in the unit may come back too: then somebody got it all the same. */
export function sendBack(state: SupervisionCard | undefined, given: Returned): CardEvent[] {
  if (!state) throw refuse('contact-card.not-found')
  if (state.returned) throw refuse('contact-card.returned')
  if (given.opinion === 'dissatisfied' && given.text.trim().length < 4) throw refuse('contact-card.say-what')
  return [{ type: 'CardReturned', ...given }]
}

export function handle(
  state: SupervisionCard | undefined,
  { outcome, finding }: { readonly outcome: string; readonly finding: string | null },
): CardEvent[] {
  if (!state?.returned) throw refuse('contact-card.not-found')
  if (state.handled) throw refuse('contact-card.handled')
  if (outcome.trim().length < 4) throw refuse('contact-card.outcome-missing')
  return [{ type: 'CardHandled', outcome: outcome.trim(), finding }]
}

/** Long ago by the ladder's number. */
const longAgo = (on: Day, within: string, today: Day): boolean => today > lastDayAfter(on, parseLimit(within))

export const isMissing = ({ givenOn, returned }: SupervisionCard, within: string, today: Day): boolean =>
  givenOn !== null && returned === null && longAgo(givenOn, within, today)

export interface Rate {
  readonly handed: number
  readonly given: number
  readonly returned: number
  readonly rate: number | null
  readonly kept: number
  readonly missing: number
  readonly collected: number
}

export function rateOf(cards: readonly SupervisionCard[], within: string, today: Day): Rate {
  const given = cards.filter((one) => one.givenOn !== null || one.returned !== null)
  const returned = cards.filter((one) => one.returned !== null)
  return {
    ...{ handed: cards.length, given: given.length, returned: returned.length },
    rate: given.length === 0 ? null : Math.round((1000 * returned.length) / given.length) / 10,
    kept: cards.filter(
      (one) => one.givenOn === null && one.returned === null && longAgo(one.handedOn, within, today),
    ).length,
    missing: cards.filter((one) => isMissing(one, within, today)).length,
    collected: returned.filter((one) => one.returned?.collected === true).length,
  }
}
