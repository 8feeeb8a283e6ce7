import type { z } from 'zod'
import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import { findPeople, rolesOf } from '#modules/access/index.ts'
import { findUnit } from '#modules/organisation/index.ts'
import { refuseConflict } from '#modules/recusal/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import * as contract from '../casework-contract.ts'
import type { InvestigationView } from '../casework-contract.ts'
import { besideOf, fileOf } from './beside.ts'
import { act, type Acting, decide, decideAppeal, refuseOthers } from './decide/index.ts'
import { changeInvestigation, enterLead } from './entering.ts'
import { type InvestigationEvent, type Lead, type Node, openedByRule } from './events.ts'
import { gapsOf } from './gaps.ts'
import { fileMeasure } from './filing.ts'
import { caseworkNumbers, dayAt, rulesOf } from './numbers.ts'
import { levelOf } from './office.ts'
import { refuse } from './refusals.ts'
import type { Investigation } from './state.ts'
import { countInvestigations, findInvestigation, findInvestigations } from './store.ts'
import { investigationRows, investigationView } from './views.ts'
import { noteLook } from './viewing.ts'

export interface CaseworkServices {
  readonly database: Database
  readonly vault: Vault
  /** Tells a person something, wherever he wants to be told. */
  readonly tell: (
    db: Db,
    message: { readonly to: string; readonly kind: string; readonly text: string },
    now: number,
  ) => Promise<void>
}

type Doing = Pick<Call, 'caller' | 'now' | 'scope'>
type NumberedCall = Pick<
  Call<{ number: string }>,
  'params' | 'caller' | 'now' | 'scope' | 'read' | 'transaction'
> & { readonly body?: unknown }

export const investigationRoutes = (services: CaseworkServices): Route[] => [
  route(contract.listInvestigations, (call) =>
    call.read(async (db) => {
      const states = (await findInvestigations(db, call.query)).map(({ state }) => state)
      return {
        rows: await investigationRows(db, states, call.now),
        total: await countInvestigations(db, call.query),
        mayEnter: call.caller.roles.some((role) => role === 'supervisor' || role === 'leader'),
        level: await levelOf(db, call.caller.unit),
      }
    }),
  ),
  route(contract.getInvestigation, async (call) => {
    await noteLook(call.params.number, lookOf(services, call))
    return call.read(async (db) => viewOf(db, await getStored(db, call.params.number), services, call))
  }),
  route(contract.enterLead, (call) =>
    call.transaction((db) => entered(db, whole(contract.enterLead.body, call.body), services, call)),
  ),
  route(contract.actOnInvestigation, (call) =>
    acting(services, call, async (db, state, by) => {
      await refuseUpper(db, call)
      const body = whole(contract.InvestigationAct, call.body)
      if (body.act === 'file') {
        refuseOthers(state, by)
        return fileMeasure(db, state, body, { actor: by.account, now: by.now })
      }
      if (body.act === 'open' || body.act === 'team')
        await refuseUnfit(db, state, [body.lead, ...body.members, body.decider], call)
      if (body.act === 'reviewer') await refuseUnfit(db, state, await watchers(db, body.reviewer), call)
      const events = act(state, body, by)
      if (body.act === 'tellHarmed' && state.harmed !== null)
        await services.tell(db, { to: state.harmed, kind: 'investigation', text: body.text }, call.now)
      return events
    }),
  ),
  route(contract.decideInvestigation, (call) =>
    acting(services, call, (_, state, by) => decide(state, call.body, by)),
  ),
  route(contract.decideInvestigationAppeal, (call) =>
    acting(services, call, (_, state, by) => {
      refuseUnnamed(state, call)
      return decideAppeal(state, call.body, by)
    }),
  ),
]

/** Of alternatives the server checks the shape only: what may be left out is filled in here. */
function whole<Shape extends z.ZodType>(shape: Shape, given: unknown): z.output<Shape> {
  const read = shape.safeParse(given)
  if (!read.success) throw refuse('investigation.particulars')
  return read.data
}

export const lookOf = ({ database }: CaseworkServices, { scope, caller, now }: Doing) => ({
  ...{ database, scope, now },
  account: caller.account,
})

export async function getStored(db: Db, number: string) {
  const found = await findInvestigation(db, number)
  if (!found) throw refuse('investigation.not-found', { number })
  return found
}

export async function viewOf(
  db: Db,
  { state, version }: { readonly state: Investigation; readonly version: number },
  { vault }: CaseworkServices,
  { caller, now }: Pick<Call, 'caller' | 'now'>,
): Promise<InvestigationView> {
  const { account, roles } = caller
  return investigationView(db, state, {
    account,
    roles,
    now,
    vault,
    version,
    beside: await besideOf(db, state, now),
  })
}

/** Whoever does not see a case acts on none: the database says so, to supervision as well. */
async function acting(
  services: CaseworkServices,
  call: NumberedCall,
  decision: (
    db: Db,
    state: Investigation,
    by: Acting,
  ) => readonly InvestigationEvent[] | Promise<readonly InvestigationEvent[]>,
): Promise<InvestigationView> {
  const { params, caller, now } = call
  await noteLook(params.number, lookOf(services, call))
  return call.transaction(async (db) => {
    const { state, version } = await getStored(db, params.number)
    // The chain grows: whoever is caught up in it since he was named hands the case over and does nothing else.
    if (!handsOver(call)) await refuseUnfit(db, state, [caller.account], call)
    const by = { account: caller.account, now, beside: await besideOf(db, state, now) }
    const events = await decision(db, state, by)
    // Decided on what was read: whoever was faster is seen before anything is recorded.
    const entered = { actor: caller.account, now, expectedVersion: version }
    await changeInvestigation(db, params.number, () => events, entered)
    return viewOf(db, await getStored(db, params.number), services, call)
  })
}

/** 市、省: see and refer down; what is done here the county does. */
export async function refuseUpper(db: Db, { caller }: Pick<Call, 'caller'>): Promise<void> {
  if ((await levelOf(db, caller.unit)) !== 'county') throw refuse('investigation.upper-refers-down')
}

const handsOver = ({ body }: { readonly body?: unknown }): boolean =>
  typeof body === 'object' && body !== null && 'act' in body && body.act === 'team'

/** 回避: nobody of the unit in question, nobody who came from it or is related to those in the chain. */
async function refuseUnfit(db: Db, state: Investigation, named: readonly string[], { now }: Doing) {
  const people = await findPeople(db, named)
  const units = [...new Set([state.unit, ...state.nodes.map(({ unit }) => unit)])]
  const accounts = state.nodes.flatMap(({ account }) => (account === null ? [] : [account]))
  for (const account of named) {
    const person = people.find((one) => one.account === account)
    if (!person) throw refuse('investigation.no-such-person', { account })
    if (person.unit !== null && units.includes(person.unit))
      throw refuse('investigation.own-unit', { account })
    await refuseConflict(db, { account, units, accounts }, dayAt(now))
  }
}

/** Who may be named for an appeal: supervision or a leader. */
async function watchers(db: Db, account: string): Promise<string[]> {
  const roles = await rolesOf(db, account)
  if (!roles.some((role) => role === 'supervisor' || role === 'leader'))
    throw refuse('investigation.no-such-person', { account })
  return [account]
}

/** Where nobody is named for an appeal it is a leader's, not supervision's. */
function refuseUnnamed(
  { appeals }: Investigation,
  { body, caller }: Doing & { readonly body: { readonly node: string } },
) {
  const named = appeals.find(({ node, decided }) => node === body.node && !decided)?.reviewer
  if (!named && !caller.roles.includes('leader'))
    throw refuse('investigation.not-yours-to-review', { reviewer: '–' })
}

type Entering = (typeof contract.enterLead)['body']['_output']

async function entered(
  db: Db,
  body: Entering,
  services: CaseworkServices,
  call: Doing & Pick<Call, 'transaction'>,
): Promise<InvestigationView> {
  const { caller, now } = call
  const doing = { actor: caller.account, now }
  if (!(await findUnit(db, body.unit))) throw refuse('investigation.no-unit', { unit: body.unit })
  if (caller.unit === body.unit) throw refuse('investigation.own-unit', { account: caller.account })
  if (body.learnedOn > dayAt(now)) throw refuse('investigation.future', { at: body.learnedOn })
  const referral = await referralOf(db, body, call)
  const { particulars, title, source, reference, findings, unit, publication } = body
  if ('caseNo' in particulars && !(await fileOf(db, particulars.caseNo)))
    throw refuse('investigation.no-case', { caseNo: particulars.caseNo })
  const keep = (person: { readonly name: string; readonly phone: string }) =>
    services.vault.keepPerson(
      db,
      { kind: 'natural', ...person },
      { identity: 'stated', by: caller.account, at: now },
    )
  const payers: Record<string, string> = {}
  for (const { payer, ...person } of body.payers) payers[payer] = await keep(person)
  const sealed = body.sealed || rulesOf(particulars.kind).sealed
  const gaps = particulars.kind === 'decisionError' ? gapsOf(particulars, caseworkNumbers(now)) : []
  const number = await enterLead(
    db,
    {
      ...{ title, source, reference, findings, unit, particulars, sealed, payers, referral },
      ...{ learnedOn: day(body.learnedOn), publication: sealed ? 'sealed' : publication },
      harmed: body.harmed && (await keep(body.harmed)),
      nodes: nodesOf(body),
    },
    doing,
    gaps.length > 0 ? [openedByRule(`决定 ${title}：${gaps.join('、')}`)] : [],
  )
  return viewOf(db, await getStored(db, number), services, call)
}

/** 交办: by an office above, with the day of the result. */
async function referralOf(
  db: Db,
  { referral, source }: Entering,
  { caller, now }: Doing,
): Promise<Lead['referral']> {
  const level = await levelOf(db, caller.unit)
  if (level === 'county') {
    if (source === 'upper' || referral) throw refuse('investigation.only-upper-refers')
    return null
  }
  if (!referral || referral.resultDueOn < dayAt(now)) throw refuse('investigation.result-day-missing')
  return { ...referral, office: caller.unit ?? '', level, resultDueOn: day(referral.resultDueOn) }
}

/** Whom the particulars name stands in the chain from the beginning. */
function nodesOf({ particulars, unit }: Entering): Node[] {
  if (particulars.kind !== 'decisionError') return []
  return particulars.deciders.map(({ name, account }, at) => ({
    ...{ node: `n${at + 1}`, kind: 'person', unit, account, name, role: 'acted', of: null },
    because: `参加决定 ${particulars.decision}`,
  }))
}
