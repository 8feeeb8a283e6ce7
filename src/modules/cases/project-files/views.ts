import { type Day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { billOf, findFees } from '#modules/catalogue/index.ts'
import { unitNames } from '../agency/views.ts'
import { dayAt } from '../charges/charging.ts'
import type { LivingCase } from '../case.ts'
import type { ProjectView } from '../project-contract.ts'
import { findFile, findFilesOf, findStates } from '../store.ts'
import { instantText } from '../views.ts'
import { reportEvery } from './policy.ts'
import { agentActs, type Project, type ProjectPermit } from './project.ts'

export interface Reader {
  readonly account: string
  readonly leader: boolean
}

export async function projectView(
  db: Db,
  state: Project,
  { now, reader }: { readonly now: EpochMs; readonly reader: Reader },
): Promise<ProjectView> {
  const today = dayAt(now)
  const { agent, permits, blockers, reports, company, kind, investment, map, name, project } = state
  const names = await unitNames(db, [
    ...permits.map(({ unit }) => unit),
    ...blockers.map(({ owedBy }) => owedBy),
  ])
  const cases = await casesOf(db, permits)
  const standings = new Map(permits.map((one) => [one.code, standingOf(one, cases)]))
  const dueOn = reportDueOn(state, today)
  return {
    ...{ project, name, company, kind, investment, map, openedAt: instantText(state.openedAt) },
    agent: agent && { ...agentOf(agent), valid: today <= agent.until },
    permits: permits.map((one) => permitRow(one, { standings, cases, today, unitName: names(one.unit) })),
    done: [...standings.values()].filter((standing) => standing === 'done').length,
    blockers: blockers.map((one) => ({
      ...one,
      owedByName: names(one.owedBy),
      at: instantText(one.at),
      cleared: one.cleared && { ...one.cleared, at: instantText(one.cleared.at) },
    })),
    reports: reports.map((one) => ({ ...one, at: instantText(one.at) })),
    reportDueOn: dueOn,
    reportLate: dueOn !== null && today > dueOn,
    ownTrips: await ownTrips(db, state),
    bill: await billFor(db, state, today),
    may: mayOf(state, reader, today),
  }
}

const agentOf = ({ account, name, unit, document, until }: NonNullable<Project['agent']>) => ({
  ...{ account, name, unit, document, until },
})

interface Handled {
  readonly state: LivingCase
  readonly dueAt: string | null
}
type Cases = ReadonlyMap<string, Handled>

async function casesOf(db: Db, permits: readonly ProjectPermit[]): Promise<Cases> {
  const numbers = permits.flatMap(({ caseNo }) => caseNo ?? [])
  const found = new Map<string, Handled>()
  for (const { state } of await findStates(db, numbers)) {
    const dueAt = (await findFile(db, state.caseNo))?.dueAt?.getTime()
    found.set(state.caseNo, { state, dueAt: dueAt === undefined ? null : instantText(dueAt) })
  }
  return found
}

type Standing = ProjectView['permits'][number]['standing']

function standingOf({ caseNo, needs }: ProjectPermit, cases: Cases): Standing {
  const state = caseNo === null ? undefined : cases.get(caseNo)?.state
  if (!state) return needs.length === 0 ? 'ready' : 'waiting'
  if (state.decision) return state.decision.outcome === 'granted' ? 'done' : 'denied'
  return state.status === 'declined' || state.status === 'withdrawn' ? 'denied' : 'handled'
}

function permitRow(
  permit: ProjectPermit,
  on: {
    readonly standings: ReadonlyMap<string, Standing>
    readonly cases: Cases
    readonly today: Day
    readonly unitName: { readonly zh: string; readonly en: string }
  },
): ProjectView['permits'][number] {
  const own = on.standings.get(permit.code) ?? 'waiting'
  const open = permit.needs.every((need) => on.standings.get(need) === 'done')
  const standing = own === 'waiting' && open ? 'ready' : own
  const over = standing === 'done' || standing === 'denied'
  return {
    ...permit,
    needs: [...permit.needs],
    unitName: on.unitName,
    standing,
    dueAt: permit.caseNo === null || over ? null : (on.cases.get(permit.caseNo)?.dueAt ?? null),
    late: permit.plannedOn !== null && permit.plannedOn < on.today && !over,
  }
}

/** A week after the last report, or after the agent was named; none while there is no agent. */
export function reportDueOn({ agent, reports }: Project, today: Day): Day | null {
  const since = reports.at(-1)?.at ?? agent?.at
  return since === undefined ? null : dayOfNumber(dayNumber(dayAt(since)) + reportEvery(today))
}

/** Cases of the project's items that the company brought itself since it has an agent: nobody did it in its place. */
async function ownTrips(db: Db, { person, permits, agent }: Project): Promise<ProjectView['ownTrips']> {
  if (!agent) return []
  const items = new Set(permits.flatMap(({ item }) => item ?? []))
  const numbers = (await findFilesOf(db, person)).map(({ caseNo }) => caseNo)
  return (await findStates(db, numbers))
    .map(({ state }) => state)
    .filter(
      ({ plan, channel, agent: acted, receivedAt }) =>
        items.has(plan.item) && channel === 'counter' && acted === null && receivedAt >= agent.at,
    )
    .map(({ caseNo, plan, receivedAt }) => ({ caseNo, itemName: plan.name, at: instantText(receivedAt) }))
}

async function billFor(
  db: Db,
  { permits, investment, kind }: Project,
  on: Day,
): Promise<ProjectView['bill']> {
  const items = new Set(permits.flatMap(({ item }) => item ?? []))
  const fees = (await findFees(db)).filter((fee) => fee.items.some((item) => items.has(item)))
  const { lines, open, ...sums } = billOf(fees, {
    on,
    charged: { investment, project: kind, quantities: {} },
  })
  return {
    on,
    ...sums,
    open: [...open],
    lines: lines.map((line) => ({ ...line, because: [...line.because] })),
  }
}

function mayOf(state: Project, { account, leader }: Reader, today: Day): ProjectView['may'] {
  const own = agentActs(state, account, today) ? (['plan', 'file', 'block', 'report'] as const) : []
  return [...(leader ? (['appoint'] as const) : []), ...own]
}
