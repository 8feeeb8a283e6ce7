import { timingSafeEqual } from 'node:crypto'
import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, limiter, type Route, route } from '#platform/http/index.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { findStaffOf } from '#modules/access/index.ts'
import { findPermitMap } from '#modules/catalogue/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { billCaseOnce, dayAt } from '../charges/charging.ts'
import { REACH } from '../desk-acts.ts'
import { trackingCode } from '../numbers.ts'
import type { Papers } from '../papers.ts'
import * as contract from '../project-contract.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { findStates } from '../store.ts'
import { projectFolding, projectLists } from './lists.ts'
import * as decide from './project.ts'
import { PROJECT, type Project, type ProjectEvent, type ProjectPermit } from './project.ts'
import { findProject, findProjects } from './project-store.ts'
import { refuse } from './refusals.ts'
import { projectView, type Reader } from './views.ts'

interface Services {
  readonly database: Database
  readonly vault: Vault
  readonly papers: Papers
}

export const projectRoutes = (services: Services): Route[] => [
  ...readingRoutes(services),
  ...openingRoutes(services),
  ...agentRoutes(services),
  ...trackedRoutes(services),
]

type Doing = Pick<Call, 'caller' | 'now'>
const readerOf = ({ caller }: Pick<Call, 'caller'>): Reader => ({
  account: caller.account,
  leader: caller.roles.includes('leader'),
})

async function getProject(db: Db, project: string): Promise<Project> {
  const found = await findProject(db, project)
  if (!found) throw refuse('project.not-found')
  return found.state
}

/** Row-level security decides which projects the reader sees; where their permits stand may lie in other units. */
const readingRoutes = ({ database }: Services): Route[] => [
  route(contract.listProjects, async (call) => {
    const seen = await call.read(findProjects)
    const reader = readerOf(call)
    return database.read({ ...call.scope, ...REACH }, async (db) => {
      const rows = []
      for (const state of seen) rows.push(await projectView(db, state, { now: call.now, reader }))
      return { rows, mayOpen: reader.leader }
    })
  }),
  route(contract.getProject, async (call) => {
    const state = await call.read((db) => getProject(db, call.params.project))
    const on = { now: call.now, reader: readerOf(call) }
    return database.read({ ...call.scope, ...REACH }, (db) => projectView(db, state, on))
  }),
]

async function change(
  db: Db,
  project: string,
  { caller, now }: Doing,
  decision: (state: Project | undefined) => readonly ProjectEvent[],
): Promise<Project> {
  const state = await changeFolded(db, { ...projectFolding, lists: projectLists }, project, decision, {
    actor: caller.account,
    now,
  })
  if (!state) throw refuse('project.not-found')
  return state
}

/** Leaders open a file and name the agent. */
function openingRoutes({ vault }: Services): Route[] {
  return [
    route(contract.openProject, ({ params: { project }, body, ...call }) =>
      call.transaction(async (db) => {
        const { caller, now } = call
        const doing = { by: caller.account, at: now }
        const permits = await permitsOf(db, body)
        const person = await vault.keepPerson(db, body.company, { identity: 'checked', ...doing })
        const { name, kind, investment, map } = body
        const opened = { name, kind, investment, map, permits, person, company: body.company.name }
        const unit = caller.unit ?? ''
        const state = await change(db, project, call, (before) => decide.open(before, { ...opened, unit }))
        const view = await projectView(db, state, { now, reader: readerOf(call) })
        return { ...view, code: trackingCode(db, vault, PROJECT + project) }
      }, REACH),
    ),
    route(contract.appointProjectAgent, ({ params: { project }, body, ...call }) =>
      call.transaction(async (db) => {
        const { account, unit, document } = body
        const person = (await findStaffOf(db, [unit])).find((one) => one.account === account)
        if (!person) throw refuse('project.not-staff', { account, unit })
        const agent = { account, unit, document, name: person.name, until: day(body.until) }
        const state = await change(db, project, call, (before) =>
          decide.appoint(before, agent, dayAt(call.now)),
        )
        return projectView(db, state, { now: call.now, reader: readerOf(call) })
      }, REACH),
    ),
  ]
}

type Opening = (typeof contract.openProject)['body']['_output']

/** Of the map as it is drawn now: what is drawn later changes no running project. */
async function permitsOf(db: Db, { map, permits }: Opening): Promise<ProjectPermit[]> {
  const drawn = map === null ? undefined : await findPermitMap(db, map)
  if (map !== null && !drawn) throw refuse('project.no-permits')
  return [...(drawn?.state.permits ?? permits)].map((one) => ({ ...one, plannedOn: null, caseNo: null }))
}

type ProjectCall = Pick<Call<{ project: string }>, 'params' | 'caller' | 'now' | 'read' | 'transaction'>

function agentRoutes({ vault, papers }: Services): Route[] {
  const acts = async (
    call: ProjectCall,
    decision: (db: Db, state: Project) => Promise<readonly ProjectEvent[]> | readonly ProjectEvent[],
  ) => {
    const { project } = call.params
    await call.read((db) => getProject(db, project))
    return call.transaction(async (db) => {
      const own = decide.asAgent(await getProject(db, project), call.caller.account, dayAt(call.now))
      const events = await decision(db, own)
      const state = await change(db, project, call, () => events)
      return projectView(db, state, { now: call.now, reader: readerOf(call) })
    }, REACH)
  }
  return [
    route(contract.planPermit, (call) =>
      acts(call, (_, state) => decide.plan(state, call.body.permit, day(call.body.on), dayAt(call.now))),
    ),
    route(contract.filePermit, (call) => acts(call, (db, state) => fileIn(db, state, call))),
    route(contract.noteBlocker, (call) => acts(call, (_, state) => decide.block(state, call.body))),
    route(contract.clearBlocker, (call) =>
      acts(call, (_, state) => decide.unblock(state, call.body.blocker, call.body.how)),
    ),
    route(contract.reportProject, (call) =>
      acts(call, async (db, state) => {
        const { text } = call.body
        const issued = await report(db, state, text, call, { vault, papers })
        return [{ type: 'ProjectReported' as const, text, issued }]
      }),
    ),
  ]
}

async function fileIn(
  db: Db,
  state: Project,
  { body, caller, now }: Doing & { readonly body: { readonly permit: string; readonly caseNo: string } },
): Promise<ProjectEvent[]> {
  const [stored] = await findStates(db, [body.caseNo])
  if (!stored) throw refuseCase('case.not-found', { caseNo: body.caseNo })
  const { caseNo, applicant, plan } = stored.state
  const events = decide.filePermit(state, body.permit, { caseNo, applicant, item: plan.item })
  // 减免按项目: what the bill of the case is reckoned by is what the project invests, not what somebody types later.
  const charged = { investment: state.investment, project: state.kind, quantities: {} }
  await billCaseOnce(db, stored.state, charged, { actor: caller.account, now })
  return events
}

/** 周报: a numbered paper, and a message that it is there. */
async function report(
  db: Db,
  state: Project,
  text: string,
  { caller, now }: Doing,
  { vault, papers }: { readonly vault: Vault; readonly papers: Papers },
) {
  const { project, name, person, agent, unit, blockers } = state
  const view = await projectView(db, state, { now, reader: { account: '', leader: false } })
  const data = {
    ...{ applicant: person, project, projectName: name, agent: agent?.name ?? '', text },
    permits: view.permits.map((one) => ({
      name: one.name,
      standing: one.standing,
      plannedOn: one.plannedOn,
    })),
    blockers: blockers.filter(({ cleared }) => !cleared).map((one) => one.text),
  }
  const entered = { actor: caller.account, now }
  const paper = {
    kind: 'projectReport' as const,
    unit: agent?.unit ?? unit,
    subject: PROJECT + project,
    data,
  }
  const { notice, number } = await papers.issue(db, paper, entered)
  const code = trackingCode(db, vault, PROJECT + project)
  const told = `项目“${name}”审批代办周报（${number}）：已办结 ${view.done}/${view.permits.length} 项。${text} 凭项目编号 ${project} 和查询码 ${code} 在线查看。`
  await papers.tell?.(db, { to: person, kind: 'progress', text: told }, now)
  return { notice, number }
}

const GUESSES = { most: 20, windowMs: 10 * 60_000 }

function trackedRoutes({ database, vault }: Services): Route[] {
  const guesses = limiter(GUESSES)
  return [
    route(contract.trackProject, async ({ params: { project }, query, address, now }) => {
      guesses.check(address, now)
      const scope = {
        jurisdiction: await jurisdictionOf(database, query.jurisdiction),
        ...REACH,
        account: 'portal',
      }
      return database.read(scope, async (db) => {
        const found = await findProject(db, project)
        const right = Buffer.from(trackingCode(db, vault, PROJECT + project))
        const given = Buffer.from(query.code.trim().toUpperCase())
        if (!found || right.length !== given.length || !timingSafeEqual(right, given)) {
          guesses.count(address, now)
          throw refuse('project.not-found')
        }
        const { may: _, ...view } = await projectView(db, found.state, {
          now,
          reader: { account: '', leader: false },
        })
        return view
      })
    }),
  ]
}
