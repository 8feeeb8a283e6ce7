import { timingSafeEqual } from 'node:crypto'
import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, limiter, type Route, route } from '#platform/http/index.ts'
import { findStaffOf } from '#modules/access/index.ts'
import { itemForDay, noteFault } from '#modules/catalogue/index.ts'
import { findUnit, jurisdictionOf } from '#modules/organisation/index.ts'
import { maskName } from '#modules/vault/index.ts'
import * as contract from '../agency-contract.ts'
import { actorOf } from '../callers.ts'
import { dayAt } from '../charges/charging.ts'
import { newCaseNo, trackingCode } from '../numbers.ts'
import type { ReceivingServices } from '../receiving.ts'
import * as decide from './agency.ts'
import { AGENCY, type Agency, type AgencyActor, type AgencyEvent } from './agency.ts'
import { countAgencies, findAgency, findAgent, findAgents, listAgencies } from './agency-store.ts'
import { changeAgency, changeAgent, fileAgency, getAgency, hasResult } from './commands.ts'
import { figuresOf } from './figures.ts'
import { refuse } from './refusals.ts'
import { agencyView, agentRows, lookingAt, trackedAgency, unitNames } from './views.ts'

interface AgencyServices extends ReceivingServices {
  readonly database: Database
}

const REACH = { reach: 'jurisdiction' } as const

export const agencyRoutes = (services: AgencyServices): Route[] => [
  ...agentRoutes(services),
  ...matterRoutes(services),
  ...actRoutes(services),
  ...trackedRoutes(services),
]

/** 代办员: who acts for a place is published; the head of the hall or of the service centre names them. */
function agentRoutes({ database }: AgencyServices): Route[] {
  const refuseOthers = async (db: Db, { caller }: Pick<Call, 'caller'>, township: string | null) => {
    const own = caller.unit === null ? undefined : await findUnit(db, caller.unit)
    if (own?.kind !== 'hall' && own?.kind !== 'township') throw refuse('agency.arranged-by-head')
    if (township !== null && township !== own.id) throw refuse('agency.arranged-by-head')
  }
  const rowOf = async (db: Db, account: string) => {
    const found = await findAgent(db, account)
    const [row] = await agentRows(db, found ? [found.state] : [])
    if (!row) throw refuse('agency.not-an-agent')
    return row
  }
  return [
    route(contract.listAgents, async ({ query, visitor }) => {
      const jurisdiction =
        visitor && query.jurisdiction === undefined
          ? visitor.jurisdiction
          : await jurisdictionOf(database, query.jurisdiction)
      return database.read({ jurisdiction, account: 'portal', reach: 'none' }, async (db) => ({
        rows: await agentRows(db, await findAgents(db)),
      }))
    }),
    route(contract.nameAgent, ({ params: { account }, body, ...call }) =>
      call.transaction(async (db) => {
        await refuseOthers(db, call, body.township)
        const person = (await findStaffOf(db, [body.unit])).find((one) => one.account === account)
        if (!person) throw refuse('agency.not-staff', { account, unit: body.unit })
        const entered = { actor: call.caller.account, now: call.now }
        await changeAgent(db, account, () => [{ type: 'AgentNamed', name: person.name, ...body }], entered)
        return rowOf(db, account)
      }, REACH),
    ),
    route(contract.endAgent, ({ params: { account }, body, ...call }) =>
      call.transaction(async (db) => {
        const known = await findAgent(db, account)
        await refuseOthers(db, call, known?.state.township ?? null)
        const entered = { actor: call.caller.account, now: call.now }
        const { reason } = body
        await changeAgent(db, account, (state) => (state ? [{ type: 'AgentEnded', reason }] : []), entered)
        return rowOf(db, account)
      }, REACH),
    ),
  ]
}

type Asking = Pick<Call, 'caller' | 'now'>
const actorFrom = ({ caller }: Pick<Call, 'caller'>): AgencyActor => ({
  account: caller.account,
  unit: caller.unit,
})

async function viewsFor(db: Db, call: Asking, states: readonly Agency[]) {
  const names = await unitNames(
    db,
    states.map(({ unit }) => unit),
  )
  const looking = await lookingAt(db, call.now)
  return states.map((state) => agencyView(state, { looking, names, actor: actorFrom(call) }))
}

async function viewFor(db: Db, call: Asking, state: Agency): Promise<contract.AgencyView> {
  const [view] = await viewsFor(db, call, [state])
  if (!view) throw refuse('agency.not-found', { agency: state.agency })
  return view
}

const MOST_FOR_FIGURES = 20_000

function matterRoutes({ vault, papers }: AgencyServices): Route[] {
  return [
    route(contract.listAgencies, ({ query, read, ...call }) =>
      read(async (db) => {
        const { account } = call.caller
        const question = { open: query.open === 'true', agent: query.mine === 'true' ? account : undefined }
        const own = await findAgent(db, account)
        const [agent = null] = await agentRows(db, own && own.state.endedAt === null ? [own.state] : [])
        return {
          rows: await viewsFor(db, call, await listAgencies(db, question)),
          total: await countAgencies(db, question),
          agent,
        }
      }),
    ),
    route(contract.agencyFigures, ({ read, caller, now }) =>
      read(async (db) => {
        const looking = await lookingAt(db, now)
        const { handOver, bringBack, quiet } = looking.numbers
        const sees = (one: { unit: string; township: string | null }) =>
          caller.reach === 'jurisdiction' || caller.unit === one.unit || caller.unit === one.township
        const agents = (await findAgents(db)).filter(sees)
        const all = await listAgencies(db, { open: false, agent: undefined }, MOST_FOR_FIGURES)
        const rows = figuresOf(agents, all, looking)
        const names = await unitNames(
          db,
          rows.map(({ unit }) => unit),
        )
        return {
          ...{ handOverDays: handOver, bringBackDays: bringBack, quietDays: quiet },
          rows: rows.map((row) => ({ ...row, unitName: names(row.unit) })),
        }
      }),
    ),
    route(contract.takeAgency, ({ body, ...call }) =>
      call.transaction(async (db) => {
        const { caller, now } = call
        const today = dayAt(now)
        const agent = (await findAgent(db, caller.account))?.state
        const { content } = await itemForDay(db, body.item, today)
        const mandate = { document: body.mandate.document, until: day(body.mandate.until) }
        const given = { item: body.item, itemName: content.name, mandate, papers: body.papers }
        // Refused before anybody's data are kept.
        decide.take(agent, { ...given, person: '', masked: '' }, today)
        const doing = { by: caller.account, at: now }
        const person = await vault.keepPerson(db, body.applicant, { identity: 'checked', ...doing })
        const masked = maskName(body.applicant.name)
        const agency = `D${newCaseNo(today)}`
        const taken = await changeAgency(
          db,
          agency,
          () => decide.take(agent, { ...given, person, masked }, today),
          { actor: caller.account, now, papers },
        )
        return { ...(await viewFor(db, call, taken)), code: trackingCode(db, vault, agency) }
      }, REACH),
    ),
  ]
}

type MatterCall = Call<{ agency: string }>

function actRoutes(services: AgencyServices): Route[] {
  const { papers } = services
  /** Row-level security decides whether it exists for this caller; what follows may then reach further. */
  const seen = (call: Pick<MatterCall, 'params' | 'read'>) =>
    call.read((db) => getAgency(db, call.params.agency))
  const acts = async (
    call: Pick<MatterCall, 'params' | 'read' | 'caller' | 'now' | 'transaction'>,
    decision: (db: Db, state: Agency) => Promise<readonly AgencyEvent[]> | readonly AgencyEvent[],
  ) => {
    await seen(call)
    return call.transaction(async (db) => {
      const events = await decision(db, await getAgency(db, call.params.agency))
      const doing = { actor: call.caller.account, now: call.now, papers }
      return viewFor(db, call, await changeAgency(db, call.params.agency, () => events, doing))
    }, REACH)
  }
  return [
    route(contract.handOverAgency, (call) =>
      acts(call, (_, state) => decide.handOver(state, call.body.papers, actorFrom(call))),
    ),
    route(contract.confirmAgency, (call) =>
      acts(call, (_, state) => decide.arrive(state, call.body.papers, actorFrom(call))),
    ),
    route(contract.fileAgency, async (call) => {
      await seen(call)
      return call.transaction(async (db) => {
        const { caller, now, body, params } = call
        const agency = await getAgency(db, params.agency)
        const own = await actorOf(db, caller, now)
        // 镇便民服务中心 receives for every department what its villages send up, as the hall does.
        const actor = { ...own, atHall: own.atHall || own.unit === agency.township }
        return viewFor(db, call, await fileAgency(db, agency, body, { ...services, actor, now }))
      }, REACH)
    }),
    route(contract.returnAgency, (call) =>
      acts(call, async (db, state) => decide.takeBack(state, await hasResult(db, state), actorFrom(call))),
    ),
    route(contract.deliverAgency, (call) =>
      acts(call, (_, state) => decide.deliver(state, call.body.proof, actorFrom(call))),
    ),
    route(contract.endAgency, (call) =>
      acts(call, (_, state) => decide.end(state, call.body.reason, actorFrom(call))),
    ),
  ]
}

/** Twenty wrong codes in ten minutes from one address find none. */
const GUESSES = { most: 20, windowMs: 10 * 60_000 }

/** 委托人, by the number and the code of the slip. */
function trackedRoutes({ database, vault, papers }: AgencyServices): Route[] {
  const guesses = limiter(GUESSES)
  const proved = async (
    { agency, code, jurisdiction }: { agency: string; code: string; jurisdiction?: string | undefined },
    { address, now }: Pick<Call, 'address' | 'now'>,
    work: (db: Db, state: Agency) => Promise<Agency>,
  ) => {
    guesses.check(address, now)
    const scope = { jurisdiction: await jurisdictionOf(database, jurisdiction), ...REACH, account: 'portal' }
    return database.transaction(scope, async (db) => {
      const found = await findAgency(db, agency)
      const [right, given] = [
        Buffer.from(trackingCode(db, vault, agency)),
        Buffer.from(code.trim().toUpperCase()),
      ]
      if (!found || right.length !== given.length || !timingSafeEqual(right, given)) {
        guesses.count(address, now)
        throw refuse('agency.not-found', { agency })
      }
      const state = await work(db, found.state)
      return trackedAgency(state, {
        looking: await lookingAt(db, now),
        names: await unitNames(db, [state.unit]),
      })
    })
  }
  const doing = ({ person }: Agency, now: number) => ({ actor: `resident/${person}`, now, papers })
  return [
    route(contract.trackAgency, ({ params, query, ...asking }) =>
      proved({ ...params, ...query }, asking, async (_, state) => state),
    ),
    route(contract.rateAgency, ({ params, body, ...asking }) =>
      proved({ ...params, ...body }, asking, (db, state) =>
        changeAgency(
          db,
          state.agency,
          () => decide.rate(state, body.grade, body.text),
          doing(state, asking.now),
        ),
      ),
    ),
    route(contract.revokeAgency, ({ params, body, ...asking }) =>
      proved({ ...params, ...body }, asking, (db, state) =>
        changeAgency(
          db,
          state.agency,
          () => decide.end(state, '委托人撤回委托', undefined),
          doing(state, asking.now),
        ),
      ),
    ),
    route(contract.tellAgencyFee, ({ params, body, ...asking }) =>
      proved({ ...params, ...body }, asking, async (db, state) => {
        const because = {
          zh: `代办不收费，委托人反映代办员${state.agentName}收取 ${body.cents / 100} 元：${body.text}`,
          en: `Agents take nothing; the resident says that ${state.agentName} took CNY ${body.cents / 100}: ${body.text}`,
        }
        const fault = { subject: AGENCY + state.agency, unit: state.unit, fault: 'byAgent', because } as const
        await noteFault(db, fault, doing(state, asking.now))
        return state
      }),
    ),
  ]
}
