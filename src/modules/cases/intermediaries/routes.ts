import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { CHARGE_FAULT_WORDS, findFaults, noteFault, type NotedFault } from '#modules/catalogue/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import { serves } from '../actor.ts'
import { isOver, type LivingCase } from '../case.ts'
import { caseStream } from '../case-events.ts'
import { dayAt } from '../charges/charging.ts'
import { looking, REACH, refuseUnseen } from '../desk-acts.ts'
import * as contract from '../intermediary-contract.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { findStates } from '../store.ts'
import * as decide from './intermediary.ts'
import { INTERMEDIARY, isForced, SURVEY, type SurveyedFee } from './intermediary.ts'
import { findEngagements, findIntermediaries, findIntermediary, findSurveys } from './intermediary-store.ts'
import { engagementFolding, intermediaryFolding, intermediaryLists, surveyFolding } from './lists.ts'
import { refuse } from './refusals.ts'
import { engagementsView, intermediaryRows, surveyView } from './views.ts'

interface Services {
  readonly database: Database
}

export const intermediaryRoutes = (services: Services): Route[] => [
  ...registerRoutes(services),
  ...engagementRoutes(services),
  ...surveyRoutes,
]

const lists = intermediaryLists
type Doing = Pick<Call, 'caller' | 'now'>
const entered = ({ caller, now }: Doing) => ({ actor: caller.account, now })

async function rowOf(db: Db, intermediary: string, now: number) {
  const row = (await intermediaryRows(db, now)).find((one) => one.intermediary === intermediary)
  if (!row) throw refuse('intermediary.not-found')
  return row
}

/** Once for each subject and fault: what stands in the register does not become worse by being looked at. */
async function noteOnce(db: Db, fault: NotedFault, doing: Doing): Promise<void> {
  const known = await findFaults(db, fault.subject)
  if (known.some((one) => one.fault === fault.fault && one.state.because.zh === fault.because.zh)) return
  await noteFault(db, fault, entered(doing))
}

const relativeFault = (intermediary: string, name: string, one: decide.Relation): NotedFault => ({
  ...{ subject: INTERMEDIARY + intermediary, unit: one.unit, fault: 'relative' },
  because: {
    zh: `${name}与 ${one.unit} 人员${one.official}有利害关系（${one.relation}）`,
    en: `${name} is related to ${one.official} of ${one.unit} (${one.relation})`,
  },
})

function registerRoutes({ database }: Services): Route[] {
  return [
    route(contract.listIntermediaries, async ({ query, visitor, now }) => {
      const jurisdiction =
        visitor && query.jurisdiction === undefined
          ? visitor.jurisdiction
          : await jurisdictionOf(database, query.jurisdiction)
      const rows = await database.read({ jurisdiction, account: 'portal', ...REACH }, (db) =>
        intermediaryRows(db, now),
      )
      const { service } = query
      return {
        rows: rows.filter(
          ({ removed, services }) =>
            removed === null && (service === undefined || services.some((one) => one.service === service)),
        ),
      }
    }),
    route(contract.acceptIntermediary, ({ params: { intermediary }, body, ...call }) =>
      call.transaction(async (db) => {
        const { unit } = call.caller
        const given = { ...body, acceptedBy: unit ?? '' }
        await changeFolded(
          db,
          { ...intermediaryFolding, lists },
          intermediary,
          () => decide.accept(given),
          entered(call),
        )
        // Of another unit: it may be accepted here, and supervision looks at it.
        for (const one of body.relations)
          await noteOnce(db, relativeFault(intermediary, body.name, one), call)
        return rowOf(db, intermediary, call.now)
      }, REACH),
    ),
    route(contract.relateIntermediary, ({ params: { intermediary }, body, ...call }) =>
      call.transaction(async (db) => {
        const known = await findIntermediary(db, intermediary)
        if (!known) throw refuse('intermediary.not-found')
        const event = { type: 'RelationFound', relation: body } as const
        await changeFolded(db, { ...intermediaryFolding, lists }, intermediary, () => [event], entered(call))
        await noteOnce(db, relativeFault(intermediary, known.state.name, body), call)
        return rowOf(db, intermediary, call.now)
      }, REACH),
    ),
    route(contract.removeIntermediary, ({ params: { intermediary }, body, ...call }) =>
      call.transaction(async (db) => {
        if (!(await findIntermediary(db, intermediary))) throw refuse('intermediary.not-found')
        const event = { type: 'IntermediaryRemoved', ...body } as const
        await changeFolded(db, { ...intermediaryFolding, lists }, intermediary, () => [event], entered(call))
        return rowOf(db, intermediary, call.now)
      }, REACH),
    ),
  ]
}

async function caseOf(db: Db, caseNo: string): Promise<LivingCase> {
  const [stored] = await findStates(db, [caseNo])
  if (!stored) throw refuseCase('case.not-found', { caseNo })
  return stored.state
}

type CaseCall = Call<{ caseNo: string }>

function engagementRoutes({ database }: Services): Route[] {
  const view = async (db: Db, call: Pick<CaseCall, 'params' | 'caller' | 'now'>) => {
    const state = await caseOf(db, call.params.caseNo)
    const { actor, now } = await looking(db, call)
    const mayEngage = serves(actor, state.plan.unit) && !isOver(state)
    return engagementsView(db, state.caseNo, { now, mayEngage })
  }
  return [
    route(contract.fileEngagements, async (call) => {
      await refuseUnseen(call)
      return database.read({ ...call.scope, ...REACH }, (db) => view(db, call))
    }),
    route(contract.engageIntermediary, async (call) => {
      await refuseUnseen(call)
      if (call.body.chosenBy === 'office') return refuseDesignated(database, call)
      return call.transaction(async (db) => {
        await engage(db, call)
        return view(db, call)
      }, REACH)
    }),
    route(contract.finishEngagement, async (call) => {
      await refuseUnseen(call)
      const { caseNo, number } = call.params
      return call.transaction(async (db) => {
        await changeFolded(
          db,
          { ...engagementFolding, lists },
          `${caseNo}/${number}`,
          (state) => {
            if (!state || state.doneAt !== null) throw refuse('engagement.not-found')
            return [{ type: 'EngagementFinished' as const, result: call.body.result }]
          },
          entered(call),
        )
        return view(db, call)
      }, REACH)
    }),
  ]
}

type EngageCall = Pick<
  Call<{ caseNo: string }, unknown, { service: string; intermediary: string; cents: number }>,
  'params' | 'body' | 'caller' | 'now' | 'scope'
>

async function engage(db: Db, call: EngageCall): Promise<void> {
  const { params, body } = call
  const state = await caseOf(db, params.caseNo)
  const { actor } = await looking(db, call)
  const { caseNo, plan } = state
  if (!serves(actor, plan.unit) || isOver(state)) throw refuseCase('case.other-unit', { unit: plan.unit })
  const all = await findIntermediaries(db)
  const chosen = all.find(({ intermediary }) => intermediary === body.intermediary)
  const number = (await findEngagements(db, caseNo)).length + 1
  const given = { caseNo, number, unit: plan.unit, service: body.service, cents: body.cents }
  const events = decide.engage(chosen, all, given)
  await changeFolded(db, { ...engagementFolding, lists }, `${caseNo}/${number}`, () => events, entered(call))
  if (decide.choicesFor(all, body.service) > 1) return
  // 只有一家: nobody is kept waiting for it, and supervision asks why there is no other.
  const only = {
    zh: `名录内只有${chosen?.name ?? ''}一家提供该服务，申请人没有选择`,
    en: `${chosen?.name ?? ''} is the only one accepted for the service: applicants have no choice`,
  }
  await noteOnce(
    db,
    {
      subject: `service/${body.service}`,
      unit: chosen?.acceptedBy ?? plan.unit,
      fault: 'designated',
      because: only,
    },
    call,
  )
}

/** 指定中介: refused, and that it was tried is recorded by itself. */
async function refuseDesignated(database: Database, call: EngageCall): Promise<never> {
  const { params, body, scope } = call
  await database.transaction({ ...scope, ...REACH }, async (db) => {
    const { caseNo, plan } = await caseOf(db, params.caseNo)
    const { zh, en } = CHARGE_FAULT_WORDS.designated
    const because = { zh: `${zh}：${body.intermediary}`, en: `${en}: ${body.intermediary}` }
    const fault = { subject: caseStream(caseNo), unit: plan.unit, fault: 'designated', because } as const
    await noteFault(db, fault, entered(call))
  })
  throw refuse('intermediary.designated')
}

const surveyRoutes: Route[] = [
  route(contract.listSurveys, ({ read, now }) =>
    read(async (db) => ({ rows: (await findSurveys(db)).map((one) => surveyView(one, now)) })),
  ),
  route(contract.openSurvey, ({ params, body, ...call }) =>
    changeSurvey(params.survey, call, (state) =>
      decide.openSurvey(state, { ...body, due: day(body.due) }, dayAt(call.now)),
    ),
  ),
  route(contract.fileSheet, ({ params, body, ...call }) =>
    changeSurvey(
      params.survey,
      call,
      (state) => decide.fileSheet(state, body),
      async (db) => {
        for (const row of body.rows.filter(isForced))
          await noteForced(db, params.survey, body.respondent, row, call)
      },
    ),
  ),
  route(contract.reportSurvey, ({ params, body, ...call }) =>
    changeSurvey(params.survey, call, (state) => decide.reportSurvey(state, body.text)),
  ),
]

async function changeSurvey(
  survey: string,
  call: Pick<Call, 'caller' | 'now' | 'transaction'>,
  decision: (state: decide.Survey | undefined) => readonly decide.SurveyEvent[],
  then?: (db: Db) => Promise<void>,
) {
  return call.transaction(async (db) => {
    const state = await changeFolded(db, { ...surveyFolding, lists }, survey, decision, entered(call))
    if (!state) throw refuse('survey.not-found')
    await then?.(db)
    return surveyView(state, call.now)
  }, REACH)
}

const noteForced = (
  db: Db,
  survey: string,
  respondent: string,
  row: SurveyedFee,
  doing: Doing,
): Promise<void> =>
  noteOnce(
    db,
    {
      ...{ subject: SURVEY + survey, unit: row.demandedBy ?? '', fault: 'forced' },
      because: {
        zh: `${respondent}的“${row.service}”（${row.rate}）被 ${row.demandedBy} 作为审批前置，没有法定依据`,
        en: `"${row.service}" of ${respondent} (${row.rate}) is made a precondition by ${row.demandedBy} without a law`,
      },
    },
    doing,
  )
