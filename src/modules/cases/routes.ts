import { Readable } from 'node:stream'
import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route, streamRoute } from '#platform/http/index.ts'
import { findStatutoryRule } from '#engines/clocks/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { actorOf } from './callers.ts'
import { clockPanels } from './clock-panels.ts'
import { act, type Decision } from './commands.ts'
import * as contract from './contract.ts'
import type { FileView } from './contract.ts'
import * as decide from './decisions/index.ts'
import { desks } from './desk-lists.ts'
import { withNames } from './names.ts'
import { formRoutes } from './forms/routes.ts'
import type { Papers } from './papers.ts'
import { plainRoutes } from './plain/routes.ts'
import { portalRoutes } from './portal-routes.ts'
import { receiveAtCounter, type ReceivingServices } from './receiving.ts'
import { refuse } from './refusals.ts'
import { findFile, findStates } from './store.ts'
import { uploadsOf } from './uploads.ts'
import { fileView } from './views.ts'

export interface CaseServices extends Pick<ReceivingServices, 'seatOf'> {
  readonly database: Database
  readonly vault: Vault
  readonly papers: Papers
  readonly publicUrl?: string
}

/** The case is decided on for the whole jurisdiction, once it is certain that the caller may see it. */
const REACH = { reach: 'jurisdiction' } as const

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

type FileCall<Body> = Call<{ caseNo: string }, unknown, Body>
type Deciding<Body> = (state: Parameters<Decision>[0], body: Body, on: On) => ReturnType<Decision>
interface On {
  readonly actor: Awaited<ReturnType<typeof actorOf>>
  readonly now: EpochMs
}

function handlingRoutes({ papers }: CaseServices): Route[] {
  const does = <Body>(endpoint: Endpoint, deciding: Deciding<Body>): Route =>
    route(endpoint, (async (call: FileCall<Body>) => {
      await refuseUnseen(call)
      return call.transaction(async (db) => {
        const { actor, now } = await looking(db, call)
        const { body, params, expectedVersion } = call
        const acting = { actor, now, expectedVersion, papers }
        await act(db, params.caseNo, acting, (state) => deciding(state, body, { actor, now })).catch(
          async (error: unknown) => {
            throw await withNames(db, error)
          },
        )
        return fileView(db, params.caseNo, { actor, now })
      }, REACH)
    }) as never)
  type Of<E extends { body: unknown }> = E['body'] extends { _output: infer Output } ? Output : never
  const told = (now: EpochMs, { told: yes }: { readonly told: boolean }) => (yes ? now : null)
  return [
    does<Of<typeof contract.supplementNotice>>(contract.supplementNotice, (state, body, { actor }) =>
      decide.notifySupplement(state, body, actor),
    ),
    does<Of<typeof contract.supplyMaterials>>(contract.supplyMaterials, (state, body, { actor }) =>
      decide.supply(state, body, actor),
    ),
    does<Of<typeof contract.acceptFile>>(contract.acceptFile, (state, body, { actor, now }) =>
      decide.accept(
        state,
        { ...body, promisedUntil: body.promisedUntil ? Date.parse(body.promisedUntil) : undefined },
        actor,
        now,
      ),
    ),
    does<Of<typeof contract.declineFile>>(contract.declineFile, (state, body, { actor }) =>
      decide.decline(state, body, actor),
    ),
    does<Of<typeof contract.finishStep>>(contract.finishStep, (state, body, { actor }) =>
      decide.finishStep(state, body, actor),
    ),
    does<Of<typeof contract.sendBack>>(contract.sendBack, (state, body, { actor }) =>
      decide.sendBack(state, body, actor),
    ),
    does<Of<typeof contract.suspendFile>>(contract.suspendFile, (state, body, { actor, now }) => {
      const { ground, document } = body
      const listed = findStatutoryRule(state.plan.statutory.rule)?.suspendedBy.find(
        ({ code }) => code === ground,
      )
      const groundText = listed ? { zh: listed.zh, en: listed.en } : { zh: ground, en: ground }
      return decide.suspend(state, { ground, groundText, document, toldAt: told(now, body) }, actor)
    }),
    does<Of<typeof contract.resumeFile>>(contract.resumeFile, (state, body, { actor }) =>
      decide.resume(state, body, actor),
    ),
    does<Of<typeof contract.askExtension>>(contract.askExtension, (state, body, { actor }) =>
      decide.askExtension(state, body, actor),
    ),
    does<Of<typeof contract.grantExtension>>(contract.grantExtension, (state, body, { actor, now }) =>
      decide.grantExtension(state, { toldAt: told(now, body) }, actor),
    ),
    does<Of<typeof contract.refuseExtension>>(contract.refuseExtension, (state, body, { actor }) =>
      decide.refuseExtension(state, body, actor),
    ),
    does<Of<typeof contract.decideFile>>(contract.decideFile, (state, body, { actor }) =>
      decide.decide(state, body, actor),
    ),
    does<Of<typeof contract.deliverFile>>(contract.deliverFile, (state, body, { actor }) =>
      decide.deliver(state, body, actor),
    ),
    does<Of<typeof contract.correctFile>>(contract.correctFile, (state, body, { actor }) =>
      decide.correct(state, body, actor),
    ),
  ]
}

/** Row-level security decides whether the case exists for this caller; what follows may then reach further. */
async function refuseUnseen({ params: { caseNo }, read }: Pick<FileCall<unknown>, 'params' | 'read'>) {
  if (!(await read((db) => findFile(db, caseNo)))) throw refuse('case.not-found', { caseNo })
}

async function looking(db: Db, { caller, now }: Pick<Call, 'caller' | 'now'>) {
  return { actor: await actorOf(db, caller, now), now }
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

export type { FileView }
