import type { Day, EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { AgencyKind, AgencyStage } from '../agency-shape.ts'
import type { Grade } from '../terms.ts'
import { refuse } from './refusals.ts'

/** 代办员: one stream `agent/<account>`. */
export interface Agent {
  readonly account: string
  readonly name: string
  readonly kind: AgencyKind
  readonly unit: string
  readonly phone: string
  readonly items: readonly string[]
  readonly township: string | null
  readonly since: EpochMs
  readonly endedAt: EpochMs | null
}

export type AgentEvent =
  | ({ readonly type: 'AgentNamed' } & Omit<Agent, 'account' | 'since' | 'endedAt'>)
  | { readonly type: 'AgentEnded'; readonly reason: string }

export const AGENT = 'agent/'

export function evolveAgent(
  state: Agent | undefined,
  event: AgentEvent,
  { at, id }: { readonly at: EpochMs; readonly id: string },
): Agent | undefined {
  if (event.type === 'AgentEnded') return state && { ...state, endedAt: at }
  const { type: _, ...named } = event
  const since = state && state.endedAt === null ? state.since : at
  return { ...named, account: id, since, endedAt: null }
}

/** 代办件: from the mandate to the hand of the resident. One stream `agency/<id>`; no personal data but a reference. */
export interface Agency {
  readonly agency: string
  readonly kind: AgencyKind
  readonly stage: AgencyStage
  readonly item: string
  readonly itemName: Bilingual
  readonly agent: string
  readonly agentName: string
  readonly phone: string
  readonly unit: string
  readonly township: string | null
  readonly person: string
  readonly masked: string
  readonly mandate: { readonly document: string; readonly until: Day }
  readonly papers: readonly string[]
  readonly caseNo: string | null
  /** When each stage was reached. */
  readonly times: Readonly<Partial<Record<AgencyStage, EpochMs>>>
  readonly proof: string | null
  readonly rating: { readonly grade: Grade; readonly text: string } | null
  readonly ended: string | null
}

type Taken = Pick<
  Agency,
  | ('kind' | 'item' | 'itemName' | 'agentName' | 'phone' | 'unit' | 'township')
  | ('person' | 'masked' | 'mandate' | 'papers' | 'agent')
>

export type AgencyEvent =
  | ({ readonly type: 'AgencyTaken' } & Taken)
  | { readonly type: 'AgencyHandedOver'; readonly papers: number }
  | { readonly type: 'AgencyArrived'; readonly papers: number }
  | { readonly type: 'AgencyFiled'; readonly caseNo: string }
  | { readonly type: 'AgencyReturned' }
  | { readonly type: 'AgencyDelivered'; readonly proof: string }
  | { readonly type: 'AgencyRated'; readonly grade: Grade; readonly text: string }
  | { readonly type: 'AgencyEnded'; readonly reason: string }

export const AGENCY = 'agency/'

const STAGE_OF: Readonly<Partial<Record<AgencyEvent['type'], AgencyStage>>> = {
  AgencyHandedOver: 'handedOver',
  AgencyArrived: 'arrived',
  AgencyFiled: 'filed',
  AgencyReturned: 'returned',
  AgencyDelivered: 'delivered',
  AgencyEnded: 'ended',
}

export function evolveAgency(
  state: Agency | undefined,
  event: AgencyEvent,
  { at, id }: { readonly at: EpochMs; readonly id: string },
): Agency | undefined {
  if (event.type === 'AgencyTaken') {
    const { type: _, ...taken } = event
    const nothing = { caseNo: null, proof: null, rating: null, ended: null }
    return { ...taken, ...nothing, agency: id, stage: 'taken', times: { taken: at } }
  }
  if (!state) return undefined
  if (event.type === 'AgencyRated') return { ...state, rating: { grade: event.grade, text: event.text } }
  const stage = STAGE_OF[event.type] ?? state.stage
  const moved = { ...state, stage, times: { ...state.times, [stage]: at } }
  if (event.type === 'AgencyFiled') return { ...moved, caseNo: event.caseNo }
  if (event.type === 'AgencyDelivered') return { ...moved, proof: event.proof }
  if (event.type === 'AgencyEnded') return { ...moved, ended: event.reason }
  return moved
}

/** Whoever acts: by account, and for the unit that he works in. */
export interface AgencyActor {
  readonly account: string
  readonly unit: string | null
}

/** 受托: by an agent who takes the item on, with a mandate in writing that still holds (民法典 165). */
export function take(
  agent: Agent | undefined,
  given: Pick<Taken, 'item' | 'itemName' | 'person' | 'masked' | 'mandate' | 'papers'>,
  today: Day,
): AgencyEvent[] {
  if (!agent || agent.endedAt !== null) throw refuse('agency.not-an-agent')
  if (!agent.items.includes(given.item)) throw refuse('agency.item-not-listed', { item: given.itemName.zh })
  refuseUnmandated(given.mandate, today)
  const { kind, account, name, phone, unit, township } = agent
  return [{ type: 'AgencyTaken', ...given, kind, agent: account, agentName: name, phone, unit, township }]
}

export function refuseUnmandated({ document, until }: Agency['mandate'], today: Day): void {
  if (document.trim() === '') throw refuse('agency.no-mandate')
  if (until < today) throw refuse('agency.mandate-ended', { until })
}

function own(state: Agency, actor: AgencyActor): Agency {
  if (state.agent !== actor.account) throw refuse('agency.not-yours', { agent: state.agentName })
  return state
}

function at(state: Agency, stages: readonly AgencyStage[]): Agency {
  if (!stages.includes(state.stage)) throw refuse('agency.not-now', { stage: state.stage })
  return state
}

/** 交件: the papers leave the village; how many, so that none is lost on the way. */
export function handOver(state: Agency, papers: number, actor: AgencyActor): AgencyEvent[] {
  at(own(state, actor), ['taken'])
  if (state.township === null) throw refuse('agency.no-township')
  if (papers !== state.papers.length)
    throw refuse('agency.papers-differ', { taken: state.papers.length, now: papers })
  return [{ type: 'AgencyHandedOver', papers }]
}

export function arrive(state: Agency, papers: number, actor: AgencyActor): AgencyEvent[] {
  at(state, ['handedOver'])
  if (actor.unit !== state.township) throw refuse('agency.not-the-township')
  if (papers !== state.papers.length)
    throw refuse('agency.papers-differ', { taken: state.papers.length, now: papers })
  return [{ type: 'AgencyArrived', papers }]
}

/** 收件: the case is the resident's own, for the item of the mandate, while the mandate holds. */
export function file(
  state: Agency,
  caseFile: { readonly caseNo: string; readonly applicant: string; readonly item: string },
  today: Day,
): AgencyEvent[] {
  at(state, state.kind === 'village' && state.township !== null ? ['arrived'] : ['taken', 'arrived'])
  refuseUnmandated(state.mandate, today)
  if (caseFile.applicant !== state.person || caseFile.item !== state.item)
    throw refuse('agency.other-case', { caseNo: caseFile.caseNo })
  return [{ type: 'AgencyFiled', caseNo: caseFile.caseNo }]
}

/** The result is there once the case is decided, or was declined: that too is brought home. */
export function takeBack(state: Agency, decided: boolean, actor: AgencyActor): AgencyEvent[] {
  at(own(state, actor), ['filed'])
  if (!decided) throw refuse('agency.no-result', { caseNo: state.caseNo })
  return [{ type: 'AgencyReturned' }]
}

export function deliver(state: Agency, proof: string, actor: AgencyActor): AgencyEvent[] {
  at(own(state, actor), ['returned'])
  return [{ type: 'AgencyDelivered', proof: proof.trim() }]
}

export function rate(state: Agency, grade: Grade, text: string): AgencyEvent[] {
  at(state, ['delivered'])
  if (state.rating) throw refuse('agency.rated')
  return [{ type: 'AgencyRated', grade, text }]
}

export function end(state: Agency, reason: string, actor: AgencyActor | undefined): AgencyEvent[] {
  if (actor) own(state, actor)
  at(state, ['taken', 'handedOver', 'arrived', 'filed'])
  return [{ type: 'AgencyEnded', reason }]
}
