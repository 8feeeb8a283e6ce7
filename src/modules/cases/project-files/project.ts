import type { Day, EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { ProjectKind } from '#modules/catalogue/terms.ts'
import type { Issued } from '../case-events.ts'
import { refuse } from './refusals.ts'

/** 投资项目的审批卷 (ITEM-26): its permits, their dates, what blocks them, and who of the government acts for it. */
export interface Project {
  readonly project: string
  readonly name: string
  /** Reference into the vault; the name of an organisation is public. */
  readonly person: string
  readonly company: string
  readonly kind: ProjectKind
  readonly investment: number
  readonly map: string | null
  /** The unit that opened it. */
  readonly unit: string
  readonly openedAt: EpochMs
  readonly permits: readonly ProjectPermit[]
  readonly agent: (ProjectAgent & { readonly at: EpochMs }) | null
  readonly blockers: readonly Blocker[]
  readonly reports: ReadonlyArray<Issued & { readonly at: EpochMs; readonly text: string }>
}

export interface ProjectPermit {
  readonly code: string
  readonly name: Bilingual
  readonly item: string | null
  readonly unit: string
  readonly days: number
  readonly needs: readonly string[]
  readonly plannedOn: Day | null
  readonly caseNo: string | null
}

export interface ProjectAgent {
  readonly account: string
  readonly name: string
  readonly unit: string
  /** 授权文件: without one nobody acts. */
  readonly document: string
  readonly until: Day
}

export interface Blocker {
  readonly blocker: number
  readonly permit: string | null
  readonly text: string
  readonly owedBy: string
  readonly at: EpochMs
  readonly cleared: { readonly at: EpochMs; readonly how: string } | null
}

type Opened = Pick<Project, 'name' | 'person' | 'company' | 'kind' | 'investment' | 'map' | 'unit'> & {
  readonly permits: readonly ProjectPermit[]
}

export type ProjectEvent =
  | ({ readonly type: 'ProjectOpened' } & Opened)
  | ({ readonly type: 'ProjectAgentNamed' } & ProjectAgent)
  | { readonly type: 'PermitPlanned'; readonly permit: string; readonly on: Day }
  | { readonly type: 'PermitFiled'; readonly permit: string; readonly caseNo: string }
  | {
      readonly type: 'BlockerNoted'
      readonly permit: string | null
      readonly text: string
      readonly owedBy: string
    }
  | { readonly type: 'BlockerCleared'; readonly blocker: number; readonly how: string }
  | { readonly type: 'ProjectReported'; readonly text: string; readonly issued: Issued }

export const PROJECT = 'project-file/'

export function evolveProject(
  state: Project | undefined,
  event: ProjectEvent,
  { at, id }: { readonly at: EpochMs; readonly id: string },
): Project | undefined {
  if (event.type === 'ProjectOpened') {
    const { type: _, ...opened } = event
    return { ...opened, project: id, openedAt: at, agent: null, blockers: [], reports: [] }
  }
  return state && { ...state, ...changeOf(state, event, at) }
}

function changeOf(
  state: Project,
  event: Exclude<ProjectEvent, { type: 'ProjectOpened' }>,
  at: EpochMs,
): Partial<Project> {
  switch (event.type) {
    case 'ProjectAgentNamed': {
      const { type: _, ...agent } = event
      return { agent: { ...agent, at } }
    }
    case 'PermitPlanned':
      return { permits: withPermit(state, event.permit, { plannedOn: event.on }) }
    case 'PermitFiled':
      return { permits: withPermit(state, event.permit, { caseNo: event.caseNo }) }
    case 'BlockerNoted': {
      const { permit, text, owedBy } = event
      const blocker = state.blockers.length + 1
      return { blockers: [...state.blockers, { blocker, permit, text, owedBy, at, cleared: null }] }
    }
    case 'BlockerCleared': {
      const cleared = { at, how: event.how }
      return {
        blockers: state.blockers.map((one) => (one.blocker === event.blocker ? { ...one, cleared } : one)),
      }
    }
    case 'ProjectReported':
      return { reports: [...state.reports, { ...event.issued, at, text: event.text }] }
  }
}

const withPermit = ({ permits }: Project, code: string, change: Partial<ProjectPermit>): ProjectPermit[] =>
  permits.map((one) => (one.code === code ? { ...one, ...change } : one))

export function open(state: Project | undefined, given: Opened): ProjectEvent[] {
  if (state) throw refuse('project.exists', { project: state.project })
  if (given.permits.length === 0) throw refuse('project.no-permits')
  const codes = given.permits.map(({ code }) => code)
  const unknown = given.permits.flatMap(({ needs }) => needs).find((need) => !codes.includes(need))
  if (unknown) throw refuse('project.no-such-permit', { permit: unknown })
  return [{ type: 'ProjectOpened', ...given }]
}

/** 代理员: an official with a document of authority that holds; without it he acts for nobody. */
export function appoint(state: Project | undefined, agent: ProjectAgent, today: Day): ProjectEvent[] {
  if (!state) throw refuse('project.not-found')
  if (agent.document.trim() === '') throw refuse('project.no-authority')
  if (agent.until < today) throw refuse('project.authority-ended', { until: agent.until })
  return [{ type: 'ProjectAgentNamed', ...agent }]
}

export const agentActs = ({ agent }: Pick<Project, 'agent'>, account: string, today: Day): boolean =>
  agent !== null && agent.account === account && today <= agent.until

/** Everything below is the agent's, while his authority holds. */
export function asAgent(state: Project | undefined, account: string, today: Day): Project {
  if (!state) throw refuse('project.not-found')
  const { agent } = state
  if (agent?.account !== account) throw refuse('project.not-its-agent', { agent: agent?.name ?? '–' })
  if (agent.until < today) throw refuse('project.authority-ended', { until: agent.until })
  return state
}

const permitIn = ({ permits }: Project, code: string): ProjectPermit => {
  const found = permits.find((one) => one.code === code)
  if (!found) throw refuse('project.no-such-permit', { permit: code })
  return found
}

export function plan(state: Project, permit: string, on: Day, today: Day): ProjectEvent[] {
  permitIn(state, permit)
  if (on < today) throw refuse('project.planned-in-the-past')
  return [{ type: 'PermitPlanned', permit, on }]
}

/** The case is the company's own and for the item of the permit. */
export function filePermit(
  state: Project,
  code: string,
  caseFile: { readonly caseNo: string; readonly applicant: string; readonly item: string },
): ProjectEvent[] {
  const permit = permitIn(state, code)
  if (caseFile.applicant !== state.person || (permit.item !== null && permit.item !== caseFile.item))
    throw refuse('project.other-case', { caseNo: caseFile.caseNo })
  return [{ type: 'PermitFiled', permit: code, caseNo: caseFile.caseNo }]
}

export function block(
  state: Project,
  given: { readonly permit: string | null; readonly text: string; readonly owedBy: string },
): ProjectEvent[] {
  if (given.permit !== null) permitIn(state, given.permit)
  return [{ type: 'BlockerNoted', ...given }]
}

export function unblock(state: Project, blocker: number, how: string): ProjectEvent[] {
  const found = state.blockers.find((one) => one.blocker === blocker && one.cleared === null)
  if (!found) throw refuse('project.no-such-blocker')
  return [{ type: 'BlockerCleared', blocker, how }]
}
