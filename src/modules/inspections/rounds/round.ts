import type { Day, EpochMs } from '#kernel/day.ts'
import type { ReceiverLists } from './receivers.ts'
import { isSealedKind, type RoundKind, type RoundStanding } from '../terms.ts'
import { refuse } from '../refusals.ts'
import {
  checkLists,
  commitmentOf,
  draw,
  type DrawLists,
  type DrawResult,
  type Group,
  type PassedOver,
  type Place,
  seedOf,
} from './draw.ts'

/** 轮次: one plan of inspections with its team, its lots and its report. Stream `round/<id>`. */
export type RoundEvent =
  | ({ readonly type: 'RoundOpened' } & Plan)
  | ({ readonly type: 'DrawCommitted' } & Committed)
  | ({ readonly type: 'LotsDrawn'; readonly word: string; readonly seed: string } & DrawResult)
  | { readonly type: 'PlanViewed' }
  /** Somebody outside of the team asked for a sealed plan. He was told that there is none. */
  | { readonly type: 'OutsiderTurnedAway' }
  | { readonly type: 'WarningNoticed'; readonly text: string; readonly visit: string | null }
  | { readonly type: 'RoundReleased' }
  | { readonly type: 'RoundClosed'; readonly text: string; readonly praiseOnly: boolean }

export interface Member {
  readonly account: string
  readonly leads: boolean
}

export interface Plan {
  readonly kind: RoundKind
  readonly title: string
  /** What it is about, as a short code: the same thing is not inspected twice in a week. */
  readonly theme: string
  readonly basis: string
  readonly from: Day
  readonly until: Day
  /** Bodies on whose behalf it is done; several make it joint. */
  readonly bodies: readonly string[]
  readonly checklist: { readonly code: string; readonly version: number }
  readonly places: readonly Place[]
  readonly team: readonly Member[]
  /** Earlier findings that are re-checked, each with its unit. */
  readonly follows: readonly { readonly finding: string; readonly unit: string }[]
  readonly overlap: { readonly reason: string; readonly with: readonly string[] } | null
}

export interface Committed extends DrawLists {
  readonly commitment: string
  /** Told to nobody until the lots are drawn. */
  readonly secret: string
}

export interface Round extends Plan {
  readonly round: string
  readonly openedAt: EpochMs
  readonly by: string
  readonly committed: (Committed & { readonly by: string; readonly at: EpochMs }) | null
  readonly lots:
    | (DrawResult & {
        readonly word: string
        readonly seed: string
        readonly by: string
        readonly at: EpochMs
      })
    | null
  readonly views: readonly Happened[]
  readonly turnedAway: readonly Happened[]
  readonly warnings: readonly (Happened & { readonly text: string; readonly visit: string | null })[]
  readonly releasedAt: EpochMs | null
  readonly closed: (Happened & { readonly text: string; readonly praiseOnly: boolean }) | null
}

export interface Happened {
  readonly by: string
  readonly at: EpochMs
}

export function evolveRound(
  state: Round | undefined,
  event: RoundEvent,
  { at, by, id }: Happened & { readonly id: string },
): Round | undefined {
  if (event.type === 'RoundOpened') {
    const { type: _, ...plan } = event
    return {
      ...{ ...plan, round: id, openedAt: at, by, committed: null, lots: null },
      ...{ views: [], turnedAway: [], warnings: [], releasedAt: null, closed: null },
    }
  }
  if (!state) return state
  const happened = { by, at }
  switch (event.type) {
    case 'DrawCommitted': {
      const { type: _, ...committed } = event
      return { ...state, committed: { ...committed, ...happened } }
    }
    case 'LotsDrawn': {
      const { type: _, ...lots } = event
      return { ...state, lots: { ...lots, ...happened } }
    }
    case 'PlanViewed':
      return { ...state, views: [...state.views, happened] }
    case 'OutsiderTurnedAway':
      return { ...state, turnedAway: [...state.turnedAway, happened] }
    case 'WarningNoticed': {
      const { text, visit } = event
      return { ...state, warnings: [...state.warnings, { text, visit, ...happened }] }
    }
    case 'RoundReleased':
      return { ...state, releasedAt: at }
    case 'RoundClosed': {
      const { text, praiseOnly } = event
      return { ...state, closed: { text, praiseOnly, ...happened } }
    }
  }
}

export const isSealed = ({ kind, releasedAt }: Pick<Round, 'kind' | 'releasedAt'>): boolean =>
  isSealedKind(kind) && releasedAt === null

export function standingOf(round: Round): RoundStanding {
  if (round.closed) return 'closed'
  if (round.releasedAt !== null) return 'released'
  if (round.lots) return 'running'
  return round.committed ? 'committed' : 'planned'
}

export const teamOf = ({ team }: Pick<Plan, 'team'>): string[] => team.map(({ account }) => account)

export function open(plan: Plan, by: string): RoundEvent[] {
  if (plan.from > plan.until) throw refuse('inspection.bad-period', { from: plan.from, until: plan.until })
  if (plan.places.length === 0) throw refuse('inspection.nothing-to-visit')
  if (!teamOf(plan).includes(by)) throw refuse('inspection.planner-not-in-team')
  if (plan.team.length < 2) throw refuse('inspection.two-inspectors')
  if (isSealedKind(plan.kind) && plan.places.every(({ stratum }) => stratum === 'easy'))
    throw refuse('inspection.only-easy-units')
  return [{ type: 'RoundOpened', ...plan }]
}

const refuseOutsider = (state: Round, account: string, leads = false): void => {
  if (state.closed) throw refuse('inspection.over')
  const member = state.team.find((one) => one.account === account)
  if (!member) throw refuse('inspection.not-in-team')
  if (leads && !member.leads) throw refuse('inspection.leader-only')
}

export interface Commit extends ReceiverLists {
  readonly sample: DrawLists['sample']
  readonly groups: readonly Group[] | null
  readonly recused: DrawLists['recused']
  readonly secret: string
}

/** 封存名单: the lists stand fixed, and the hash of a secret is told, before anybody knows how the lots will fall. */
export function commit(
  state: Round,
  { sample, groups, recused, secret, ...asking }: Commit,
  account: string,
): RoundEvent[] {
  refuseOutsider(state, account, true)
  if (state.committed) throw refuse('inspection.draw-committed')
  const known = new Set(teamOf(state))
  const stranger = groups?.flatMap(({ members }) => members).find((member) => !known.has(member))
  if (stranger !== undefined) throw refuse('inspection.not-in-pool', { account: stranger })
  const lists = { places: state.places, sample, groups, pool: teamOf(state), recused, ...asking }
  checkLists(lists)
  return [{ type: 'DrawCommitted', ...lists, secret, commitment: commitmentOf(secret) }]
}

/** 抽取: by another member of the team, whose word nobody knew when the lists were committed. */
export function drawLots(state: Round, word: string, account: string): RoundEvent[] {
  refuseOutsider(state, account)
  const { committed, lots } = state
  if (!committed) throw refuse('inspection.not-committed')
  if (lots) throw refuse('inspection.drawn')
  if (committed.by === account) throw refuse('inspection.own-word')
  const seed = seedOf(committed.secret, word)
  return [{ type: 'LotsDrawn', word, seed, ...draw(committed, seed) }]
}

/** What the round has come to, for its ending: visits by how they stand, and what they found. */
export interface Progress {
  readonly open: number
  readonly unvisited: number
  readonly problems: number
  readonly evidence: number
}

/** 解密: what was sealed may be read, and the units see what concerns them. Who went stays sealed. */
export function release(state: Round, { open, unvisited }: Progress, account: string): RoundEvent[] {
  refuseOutsider(state, account, true)
  if (!isSealed(state)) throw refuse('inspection.not-sealed')
  if (!state.lots) throw refuse('inspection.not-drawn')
  if (open + unvisited > 0) throw refuse('inspection.visits-open', { count: open + unvisited })
  return [{ type: 'RoundReleased' }]
}

export function close(state: Round, text: string, progress: Progress, account: string): RoundEvent[] {
  refuseOutsider(state, account, true)
  if (!state.lots) throw refuse('inspection.not-drawn')
  if (isSealed(state)) throw refuse('inspection.released-first')
  if (state.kind === 'general' && progress.unvisited > 0)
    throw refuse('inspection.units-skipped', { count: progress.unvisited })
  if (progress.open + progress.unvisited > 0)
    throw refuse('inspection.visits-open', { count: progress.open + progress.unvisited })
  if (progress.problems === 0 && progress.evidence === 0) throw refuse('inspection.praise-only')
  return [{ type: 'RoundClosed', text, praiseOnly: progress.problems === 0 }]
}

export const noticeWarning = (
  state: Round,
  warning: { readonly text: string; readonly visit: string | null },
  account: string,
): RoundEvent[] => {
  refuseOutsider(state, account)
  return [{ type: 'WarningNoticed', ...warning }]
}

export type { DrawLists, DrawResult, Group, PassedOver, Place }
