import { Readable } from 'node:stream'
import { day, dayOrNull, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Route, route, streamRoute } from '#platform/http/index.ts'
import { findStatutoryRule } from '#engines/clocks/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { jointRoutes } from './branches/routes.ts'
import { clockPanels } from './clock-panels.ts'
import * as contract from './contract.ts'
import type { FileView } from './contract.ts'
import * as decide from './decisions/index.ts'
import { deskActs, type FileCall, looking, REACH, refuseUnseen } from './desk-acts.ts'
import { desks } from './desk-lists.ts'
import { agencyRoutes } from './agency/routes.ts'
import { chargeRoutes } from './charges/routes.ts'
import { connectionRoutes } from './connections/routes.ts'
import { formRoutes } from './forms/routes.ts'
import { refuseOtherDay } from './grounds/grounds.ts'
import { intermediaryRoutes } from './intermediaries/routes.ts'
import { hearingRoutes } from './hearings/routes.ts'
import { kindActs } from './kinds/act-routes.ts'
import { kindLists } from './kinds/list-routes.ts'
import { timeNeeded } from './kinds/special.ts'
import { rememberDeceiver } from './licensing/receiving.ts'
import type { Papers } from './papers.ts'
import { plainRoutes } from './plain/routes.ts'
import { projectRoutes } from './project-files/routes.ts'
import { portalRoutes } from './portal-routes.ts'
import { receiveAtCounter, type ReceivingServices } from './receiving.ts'
import { refuse } from './refusals.ts'
import { responsibilityLists } from './responsibility-lists.ts'
import { responsibilityRoutes } from './responsibility-routes.ts'
import { findStates } from './store.ts'
import { uploadsOf } from './uploads.ts'
import { fileView } from './views.ts'
import { visitRoutes } from './visits/routes.ts'

export interface CaseServices extends Pick<
  ReceivingServices,
  'seatOf' | 'mustBeAtWindow' | 'powersFor' | 'servesEveryDay'
> {
  readonly database: Database
  readonly vault: Vault
  readonly papers: Papers
  readonly publicUrl?: string
}

export const caseRoutes = (services: CaseServices): Route[] => [
  ...desks(),
  route(contract.getFile, (call) =>
    call.read(async (db) => fileView(db, call.params.caseNo, await looking(db, call))),
  ),
  route(contract.fileClocks, async (call) => {
    await refuseUnseen(call)
    const { params, query, read } = call
    const asOf = query.asOf === undefined ? undefined : Date.parse(query.asOf)
    return { rows: await read((db) => clockPanels(db, params.caseNo, { asOf })) }
  }),
  ...uploadRoutes(services),
  route(contract.receiveFile, (call) =>
    call.transaction(async (db) => receiveAtCounter(db, call, services), REACH),
  ),
  route(contract.revealApplicant, (call) => reveal(call, services)),
  ...formRoutes(services.vault),
  ...handlingRoutes(services),
  ...hearingRoutes(services),
  ...visitRoutes(services),
  ...jointRoutes(services),
  ...kindActs(services),
  ...kindLists(services),
  ...responsibilityRoutes(services),
  ...responsibilityLists(),
  ...chargeRoutes(services),
  ...connectionRoutes,
  ...agencyRoutes(services),
  ...intermediaryRoutes(services),
  ...projectRoutes(services),
  ...portalRoutes(services),
  ...plainRoutes(services),
]

/** What applicants sent, for those who see the case. */
const uploadRoutes = ({ database, vault }: CaseServices): Route[] => [
  route(contract.fileUploads, async (call) => {
    await refuseUnseen(call)
    return call.read(async (db) => ({ rows: await uploadsOf(vault, db, await stateOf(db, call.params)) }))
  }),
  streamRoute(contract.readUpload, async (call) => {
    await refuseUnseen(call)
    const { params, query, scope, caller, now } = call
    const read = await database.transaction(scope, async (db) => {
      const { materials } = await stateOf(db, params)
      if (!materials.some(({ files }) => files.includes(params.file))) throw refuse('case.no-such-file')
      return vault.readFile(db, params.file, query, { by: caller.account, at: now })
    })
    return { contentType: read.mediaType, fileName: read.name, body: Readable.from([read.bytes]) }
  }),
]

async function stateOf(db: Db, { caseNo }: { readonly caseNo: string }) {
  const [stored] = await findStates(db, [caseNo])
  if (!stored) throw refuse('case.not-found', { caseNo })
  return stored.state
}

function handlingRoutes(services: CaseServices): Route[] {
  const { does, doesKnowing } = deskActs(services)
  const told = (now: EpochMs, { told: yes }: { readonly told: boolean }) => (yes ? now : null)
  return [
    does(contract.supplementNotice, (state, body, { actor }) => decide.notifySupplement(state, body, actor)),
    does(contract.supplyMaterials, (state, body, { actor }) => decide.supply(state, body, actor)),
    doesKnowing(
      contract.acceptFile,
      async (db, { params, caller, now }) => {
        const { plan } = await stateOf(db, params)
        const { account } = caller
        await services.mustBeAtWindow?.(db, { account, unit: plan.unit, item: plan.item, now, act: 'accept' })
      },
      (state, body, { actor, now }) =>
        decide.accept(
          state,
          { ...body, promisedUntil: body.promisedUntil ? Date.parse(body.promisedUntil) : undefined },
          actor,
          now,
        ),
    ),
    does(contract.declineFile, (state, body, { actor }) => decide.decline(state, body, actor)),
    does(contract.finishStep, (state, body, { actor }) => decide.finishStep(state, body, actor)),
    does(contract.sendBack, (state, body, { actor }) => decide.sendBack(state, body, actor)),
    does(contract.suspendFile, (state, body, { actor, now }) => {
      const { ground, document } = body
      const needs = timeNeeded(state, body)
      const listed = findStatutoryRule(state.plan.statutory.rule)?.suspendedBy.find(
        ({ code }) => code === ground,
      )
      const groundText = listed ? { zh: listed.zh, en: listed.en } : { zh: ground, en: ground }
      const given = { ground, groundText, document, toldAt: told(now, body), ...(needs ? { needs } : {}) }
      return decide.suspend(state, given, actor)
    }),
    does(contract.resumeFile, (state, body, { actor }) => decide.resume(state, body, actor)),
    does(contract.askExtension, (state, body, { actor }) => decide.askExtension(state, body, actor)),
    does(contract.grantExtension, (state, body, { actor, now }) =>
      decide.grantExtension(state, { toldAt: told(now, body) }, actor),
    ),
    does(contract.refuseExtension, (state, body, { actor }) => decide.refuseExtension(state, body, actor)),
    doesKnowing(
      contract.decideFile,
      (db, call) => rememberDeceiver(db, call, services.vault),
      (state, { dated, ...body }, { actor, now }) => {
        refuseOtherDay(dayOrNull(dated), now)
        return decide.decide(state, body, actor)
      },
    ),
    does(
      contract.deliverFile,
      (state, { postedOn, ...body }, { actor, now }) =>
        decide.deliver(state, { ...body, ...postedOf(postedOn) }, actor, now),
      ({ postedOn }, now) => decide.deliveredAt(dayOrNull(postedOn), now),
    ),
    does(contract.correctFile, (state, body, { actor }) => decide.correct(state, body, actor)),
  ]
}

async function reveal(call: FileCall<{ purpose: string }>, { vault }: CaseServices) {
  await refuseUnseen(call)
  const { params, body, caller, now } = call
  return call.transaction(async (db) => {
    const [stored] = await findStates(db, [params.caseNo])
    if (!stored) throw refuse('case.not-found', params)
    const { purpose } = body
    return vault.readPerson(db, stored.state.applicant, { purpose }, { by: caller.account, at: now })
  }, REACH)
}

/** Most deliveries know of no posting, and their events say nothing of one. */
const postedOf = (text: string | null) => (text === null ? {} : { postedOn: day(text) })

export type { FileView }
