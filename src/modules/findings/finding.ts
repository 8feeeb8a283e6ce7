import { createHash } from 'node:crypto'
import type { Day, EpochMs } from '#kernel/day.ts'
import type {
  Disposition,
  FindingKind,
  FindingSource,
  FindingStatus,
  ReviewOutcome,
  Severity,
} from './terms.ts'

/**
 * 问题发现: one fact about one unit, from whatever source; opened once, answered by the unit, ended by a disposition. In
 * the stream `finding/<number>`. Nothing in it is altered: who withdraws or reviews adds to it.
 *
 * Basis: 《政府督查工作条例》第十四条 to 第十七条 (facts, right to be heard, review within 30 days by others).
 */
export type FindingEvent =
  | ({ readonly type: 'FindingOpened' } & FindingSubject & {
        readonly from: FactSource
        readonly disposeBy: EpochMs
        readonly replyBy: EpochMs | null
      })
  /** The same fact from another source: one finding with several sources. */
  | { readonly type: 'FindingJoined'; readonly from: FactSource; readonly replyBy: EpochMs | null }
  /** 公开: what was sealed becomes known to the unit, whose time to answer begins. */
  | { readonly type: 'FindingReleased'; readonly replyBy: EpochMs | null }
  | { readonly type: 'FindingAnswered'; readonly unit: string; readonly text: string; readonly late: boolean }
  /** Declared that nothing stands between him and the unit, and took it. */
  | { readonly type: 'HandlerTook'; readonly before: string | null }
  /** Declared that something does: somebody else takes it. */
  | { readonly type: 'HandlerRecused'; readonly relation: string }
  | ({ readonly type: 'FindingDisposed' } & Disposed)
  | ({ readonly type: 'RemedyRecorded' } & Remedy)
  | { readonly type: 'ReviewAsked'; readonly grounds: string; readonly decideBy: EpochMs }
  | { readonly type: 'ReviewDecided'; readonly outcome: ReviewOutcome; readonly reason: string }
  | { readonly type: 'SourceWithdrawn'; readonly sourceId: string; readonly reason: string }
  | { readonly type: 'FindingWithdrawn'; readonly reason: string }

/** Whom and what it is about; with neither account, post nor badge the unit as such. */
export interface FindingSubject {
  readonly unit: string
  readonly account: string | null
  readonly post: string | null
  readonly badge: string | null
  /** Item or case. */
  readonly matter: string | null
  readonly conduct: string
  readonly kind: FindingKind
  readonly happenedOn: Day
}

export interface Evidence {
  readonly text: string
  readonly reference?: string | undefined
  readonly sha256?: string | undefined
}

export interface FactSource {
  readonly source: FindingSource
  /** The stream of what it came from. */
  readonly sourceId: string
  readonly severity: Severity
  readonly fact: string
  readonly evidence: readonly Evidence[]
  readonly sealed: boolean
}

export interface HeldSource extends FactSource {
  readonly at: EpochMs
  readonly by: string
  readonly withdrawn: { readonly at: EpochMs; readonly by: string; readonly reason: string } | null
}

export interface Disposed {
  readonly disposition: Disposition
  readonly reason: string
  /** Number or stream of what carries it out: a problem, an instrument, a transfer slip. */
  readonly reference: string | null
  /** Of the list of exemptions. */
  readonly ground: string | null
  /** By when whoever was harmed must have his remedy. */
  readonly remedyBy: Day | null
  /** Findings of the same conduct in the same unit that were ended by educating: it did not help. */
  readonly educatedBefore: readonly string[]
  /** Until when the unit may ask for review. */
  readonly reviewUntil: EpochMs | null
}

/** What was done for whoever was harmed. Who that is stands in the case or the vault, never here. */
export interface Remedy {
  readonly what: string
  readonly on: Day
  readonly proof: string
}

interface Stamp {
  readonly by: string
  readonly at: EpochMs
}

export interface FindingState extends FindingSubject {
  readonly finding: string
  readonly status: FindingStatus
  readonly openedAt: EpochMs
  readonly openedBy: string
  readonly sources: readonly HeldSource[]
  readonly disposeBy: EpochMs
  readonly replyBy: EpochMs | null
  readonly answers: readonly (Stamp & { readonly text: string; readonly late: boolean })[]
  readonly handler: Stamp | null
  /** Everybody who took part: they stand aside in a review. */
  readonly tookPart: readonly string[]
  readonly recused: readonly (Stamp & { readonly relation: string })[]
  readonly disposed: (Disposed & Stamp) | null
  readonly remedy: (Remedy & Stamp) | null
  readonly review:
    | (Stamp & {
        readonly grounds: string
        readonly decideBy: EpochMs
        readonly decided: (Stamp & { readonly outcome: ReviewOutcome; readonly reason: string }) | null
      })
    | null
  readonly withdrawn: (Stamp & { readonly reason: string }) | null
}

interface Told {
  readonly at: EpochMs
  readonly by: string
  readonly id: string
}

/** Never refuses: what is in the ledger happened. */
export function evolveFinding(
  state: FindingState | undefined,
  event: FindingEvent,
  told: Told,
): FindingState | undefined {
  if (event.type === 'FindingOpened') return opened(event, told)
  return state && changed(state, event, { by: told.by, at: told.at })
}

function opened(
  { type: _, from, ...subject }: Extract<FindingEvent, { type: 'FindingOpened' }>,
  { id, by, at }: Told,
): FindingState {
  return {
    ...subject,
    ...{ finding: id, status: 'open', openedAt: at, openedBy: by },
    sources: [{ ...from, at, by, withdrawn: null }],
    ...{ answers: [], handler: null, tookPart: [by], recused: [] },
    ...{ disposed: null, remedy: null, review: null, withdrawn: null },
  }
}

type Later = Exclude<FindingEvent, { type: 'FindingOpened' }>

function changed(state: FindingState, event: Later, stamp: Stamp): FindingState {
  const part = { tookPart: [...new Set([...state.tookPart, stamp.by])] }
  switch (event.type) {
    case 'FindingJoined': {
      const sources = [...state.sources, { ...event.from, ...stamp, withdrawn: null }]
      return { ...state, ...part, sources, replyBy: state.replyBy ?? event.replyBy }
    }
    case 'FindingReleased': {
      const sources = state.sources.map((one) => ({ ...one, sealed: false }))
      return { ...state, ...part, sources, replyBy: state.replyBy ?? event.replyBy }
    }
    case 'FindingAnswered': {
      const { text, late } = event
      const answers = [...state.answers, { text, late, ...stamp }]
      return { ...state, answers, status: state.status === 'open' ? 'answered' : state.status }
    }
    case 'HandlerTook':
      return { ...state, ...part, handler: stamp }
    case 'HandlerRecused': {
      const recused = [...state.recused, { relation: event.relation, ...stamp }]
      return { ...state, recused, handler: state.handler?.by === stamp.by ? null : state.handler }
    }
    case 'FindingDisposed': {
      const { type: _, ...disposed } = event
      return { ...state, ...part, status: 'disposed', disposed: { ...disposed, ...stamp } }
    }
    case 'RemedyRecorded': {
      const { type: _, ...remedy } = event
      return { ...state, ...part, remedy: { ...remedy, ...stamp } }
    }
    case 'ReviewAsked': {
      const { grounds, decideBy } = event
      return { ...state, review: { grounds, decideBy, ...stamp, decided: null } }
    }
    case 'ReviewDecided':
      return reviewed(state, event, stamp)
    case 'SourceWithdrawn':
      return withoutSource(state, event, stamp)
    case 'FindingWithdrawn':
      return { ...state, status: 'withdrawn', withdrawn: { reason: event.reason, ...stamp } }
  }
}

function reviewed(
  state: FindingState,
  { outcome, reason }: Extract<FindingEvent, { type: 'ReviewDecided' }>,
  stamp: Stamp,
): FindingState {
  const review = state.review && { ...state.review, decided: { outcome, reason, ...stamp } }
  if (outcome === 'kept') return { ...state, review }
  return { ...state, review, status: 'withdrawn', withdrawn: { reason, ...stamp } }
}

function withoutSource(
  state: FindingState,
  { sourceId, reason }: Extract<FindingEvent, { type: 'SourceWithdrawn' }>,
  stamp: Stamp,
): FindingState {
  const withdrawn = { reason, ...stamp }
  const sources = state.sources.map((one) => (one.sourceId === sourceId ? { ...one, withdrawn } : one))
  if (standing({ sources }).length > 0) return { ...state, sources }
  return { ...state, sources, status: 'withdrawn', withdrawn }
}

/** Sources that nobody has withdrawn. */
export const standing = ({ sources }: Pick<FindingState, 'sources'>): HeldSource[] =>
  sources.filter(({ withdrawn }) => withdrawn === null)

/** The unit does not know of it: everything it rests on is sealed. */
export const isSealed = ({ sources }: Pick<FindingState, 'sources'>): boolean =>
  sources.every(({ sealed }) => sealed)

const GRAVITY: Readonly<Record<Severity, number>> = { light: 0, ordinary: 1, grave: 2 }

/** As grave as the gravest source that stands. */
export const severityOf = (state: Pick<FindingState, 'sources'>): Severity => {
  const held = standing(state)
  const of = held.length > 0 ? held : state.sources
  return of.reduce<Severity>(
    (most, { severity }) => (GRAVITY[severity] > GRAVITY[most] ? severity : most),
    'light',
  )
}

/** What the unit concerned may know of it, nothing that rests on sealed sources; or another reader, what he sees himself. */
export function openSide(
  state: FindingState,
  sees: (source: HeldSource) => boolean = ({ sealed }) => !sealed,
): FindingState | undefined {
  const sources = state.sources.filter(sees)
  const [first] = sources
  if (!first) return undefined
  const shown = { ...state, sources, openedAt: first.at, openedBy: first.by }
  if (standing(shown).length > 0 || state.withdrawn) return shown
  // What it knew of is gone; that something sealed remains is not told.
  return { ...shown, status: 'withdrawn', withdrawn: sources.at(-1)?.withdrawn ?? null }
}

/** 同一事实: the same conduct of the same unit and person in the same matter on the same day. */
export const factKey = ({ unit, account, matter, conduct, happenedOn }: FindingSubject): string =>
  createHash('sha256')
    .update(JSON.stringify([unit, account, matter, conduct, happenedOn]))
    .digest('hex')
    .slice(0, 32)

export const FINDING = 'finding/'
export const findingStream = (finding: string): string => FINDING + finding
