import type { Day } from '#kernel/day.ts'
import { type Balance, type Disposition, type Outcome, OUTCOMES, type ReviewedItem } from '../contract.ts'
import { refuse } from '../refusals.ts'

/** 清理: a round of review, in the stream `reform/round/<code>`. */
export type RoundEvent =
  | {
      readonly type: 'RoundOpened'
      readonly name: string
      readonly document: string
      readonly openedOn: Day
      readonly dueOn: Day
      readonly items: readonly ReviewedItem[]
    }
  | { readonly type: 'ItemsDisposed'; readonly items: readonly string[]; readonly disposition: Disposition }
  | { readonly type: 'RoundClosed'; readonly on: Day }

export interface Round {
  readonly name: string
  readonly document: string
  readonly openedOn: Day
  readonly dueOn: Day
  readonly closedOn: Day | null
  readonly items: readonly ReviewedItem[]
  readonly dispositions: Readonly<Record<string, Disposition>>
}

export function evolveRound(state: Round | undefined, event: RoundEvent): Round | undefined {
  switch (event.type) {
    case 'RoundOpened': {
      const { type: _type, ...opened } = event
      return { ...opened, closedOn: null, dispositions: {} }
    }
    case 'ItemsDisposed':
      return state && { ...state, dispositions: { ...state.dispositions, ...disposed(event) } }
    case 'RoundClosed':
      return state && { ...state, closedOn: event.on }
  }
}

const disposed = ({ items, disposition }: Extract<RoundEvent, { type: 'ItemsDisposed' }>) =>
  Object.fromEntries(items.map((item) => [item, disposition]))

/** What was said of each, held against what was reviewed: a round is done when the two are the same. */
export function balanceOf({ items, dispositions }: Pick<Round, 'items' | 'dispositions'>): Balance {
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  let missing = 0
  for (const { item } of items) {
    const outcome = dispositions[item]?.outcome
    if (outcome) outcomes[outcome]++
    else missing++
  }
  return { reviewed: items.length, outcomes, missing, balanced: missing === 0 }
}

type Opening = Omit<Extract<RoundEvent, { type: 'RoundOpened' }>, 'type'>

export function openRound(state: Round | undefined, given: Opening): RoundEvent[] {
  if (state) throw refuse('reform.round-there')
  if (given.items.length === 0) throw refuse('reform.nothing-to-review')
  const codes = given.items.map(({ item }) => item)
  const twice = codes.find((item, at) => codes.indexOf(item) !== at)
  if (twice !== undefined) throw refuse('reform.item-twice', { item: twice })
  if (given.dueOn <= given.openedOn) throw refuse('reform.due-before-opening')
  return [{ type: 'RoundOpened', ...given }]
}

/** Of the items as the catalogue knows them on that day. */
export interface ItemFacts {
  readonly item: string
  /** A law in force stands behind it. */
  readonly hasBasis: boolean
}

export interface Disposing {
  readonly items: readonly string[]
  readonly disposition: Disposition
  readonly today: Day
  readonly facts: readonly ItemFacts[]
}

/** An outcome for one item or for many alike. What was carried out is not said otherwise; a question may be answered later. */
export function dispose(state: Round | undefined, given: Disposing): RoundEvent[] {
  if (!state) throw refuse('reform.no-such-round')
  const { items, disposition } = given
  for (const item of items) refuseUnreviewed(state, item)
  refuseUnsound(given)
  return [{ type: 'ItemsDisposed', items, disposition }]
}

function refuseUnreviewed({ items, dispositions, closedOn }: Round, item: string): void {
  if (!items.some((one) => one.item === item)) throw refuse('reform.not-in-round', { item })
  const before = dispositions[item]?.outcome
  if (before === 'pendingSuperior') return
  if (closedOn !== null) throw refuse('reform.round-closed', { on: closedOn })
  if (before !== undefined && before !== 'kept') throw refuse('reform.already-disposed', { item })
}

/** 取消、合并、调整、减免、改备案、下放: these change the catalogue, on a day, after the public was told. */
const changes = (outcome: Outcome) => outcome !== 'kept' && outcome !== 'pendingSuperior'

function refuseUnsound({ disposition, today, facts }: Disposing): void {
  const { outcome, reason, document, effectiveOn, notice, question, into, handover } = disposition
  if (reason.trim() === '' || document.trim() === '') throw refuse('reform.without-decision')
  if (outcome === 'kept') {
    const bare = facts.find(({ hasBasis }) => !hasBasis)
    if (bare) throw refuse('reform.kept-without-basis', { item: bare.item })
  }
  if (outcome === 'pendingSuperior') refuseUnasked(question)
  if (!changes(outcome)) return
  if (effectiveOn === null || effectiveOn <= today) throw refuse('reform.effect-not-later', { today })
  if ((notice ?? '').trim() === '') throw refuse('reform.without-notice')
  if (outcome === 'merged' && (into === null || facts.some(({ item }) => item === into)))
    throw refuse('reform.merged-into-what')
  if (outcome === 'delegated' && handover === null) throw refuse('reform.delegated-to-whom')
}

/** 请示: without a day by which the superior answers, and somebody to ask, pending is for ever. */
function refuseUnasked(question: Disposition['question']): void {
  if (!question || [question.text, question.to, question.contact].some((text) => text.trim() === ''))
    throw refuse('reform.pending-unasked')
  if (question.replyBy <= question.sentOn) throw refuse('reform.reply-before-question')
}

export function closeRound(state: Round | undefined, on: Day): RoundEvent[] {
  if (!state) throw refuse('reform.no-such-round')
  if (state.closedOn !== null) throw refuse('reform.round-closed', { on: state.closedOn })
  const { reviewed, missing } = balanceOf(state)
  const first = state.items.find(({ item }) => !state.dispositions[item])
  if (first) throw refuse('reform.unbalanced', { reviewed, missing, first: first.name })
  return [{ type: 'RoundClosed', on }]
}
