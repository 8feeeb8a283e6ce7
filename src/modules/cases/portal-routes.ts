import { Readable } from 'node:stream'
import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route, streamRoute, uploadRoute } from '#platform/http/index.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { getNotice, preparePaper } from '#modules/notices/index.ts'
import type { ApplicantFields } from '#modules/vault/contract.ts'
import type { Vault } from '#modules/vault/index.ts'
import { trackedJointRoutes } from './branches/routes.ts'
import { applicantActor } from './callers.ts'
import { trackedChargeRoutes } from './charges/routes.ts'
import { caseStream } from './case-events.ts'
import { clockPanels } from './clock-panels.ts'
import { act, type Decision } from './commands.ts'
import * as contract from './contract.ts'
import type { TrackedFile } from './contract.ts'
import * as decide from './decisions/index.ts'
import { correctedForm } from './forms/handed-in.ts'
import { trackedFormRoutes } from './forms/routes.ts'
import { askingTimes } from './hearings/clocks.ts'
import { trackingCode } from './numbers.ts'
import type { Papers } from './papers.ts'
import { type Asking, type Proof, type Prover, prover } from './proof.ts'
import { type PowersFor, receive } from './receiving.ts'
import { refuse } from './refusals.ts'
import { findFilesOf } from './store.ts'
import { concernsApplicant, trackedFile } from './tracking.ts'
import { removalRoutes } from './unused-uploads.ts'
import { keepUpload, ownUploads, refuseForeignFiles, wholeFile } from './uploads.ts'

interface PortalServices {
  readonly database: Database
  readonly vault: Vault
  readonly papers: Papers
  /** Where people reach the portal: papers carry a QR code that leads there. */
  readonly publicUrl?: string
  readonly powersFor?: PowersFor
}

/** Applicants: by number and code of one case, or signed in as a resident for all of their own. */
export function portalRoutes(services: PortalServices): Route[] {
  const proof = prover(services.database, services.vault)
  return [
    ...trackingRoutes(services, proof),
    ...trackedThings(services, proof),
    ...trackedJointRoutes(services, proof),
    ...trackedFormRoutes(services.vault, proof, services.publicUrl ?? ''),
    ...trackedChargeRoutes(proof),
    ...removalRoutes(services.vault, proof),
    ...ownRoutes(services),
  ]
}

function trackingRoutes({ vault, papers }: PortalServices, proof: Prover): Route[] {
  const decideFor = (
    given: Proof,
    asking: Asking,
    decision: (state: Parameters<Decision>[0], person: string) => ReturnType<Decision>,
  ) =>
    proof.write(given, asking, async (db, person) => {
      const acting = { actor: applicantActor(person), now: asking.now, papers }
      await act(db, given.caseNo, acting, (state) => decision(state, person))
      return trackedFile(db, given.caseNo, asking.now)
    })
  return [
    route(contract.trackFile, ({ params, query, now, address }) =>
      proof.read({ ...params, ...query }, { address, now }, (db) => trackedFile(db, params.caseNo, now)),
    ),
    route(contract.rateFile, ({ params, body: { grade, tags, text, connections, ...given }, now, address }) =>
      decideFor({ ...params, ...given }, { address, now }, (state, person) =>
        decide.rate(
          state,
          { grade, tags, text, ...(connections === undefined ? {} : { connections }) },
          applicantActor(person),
        ),
      ),
    ),
    route(contract.withdrawFile, ({ params, body: { reason, ...given }, now, address }) =>
      decideFor({ ...params, ...given }, { address, now }, (state, person) =>
        decide.withdraw(state, { reason }, applicantActor(person)),
      ),
    ),
    route(contract.confirmSupplement, ({ params, body, now, address }) =>
      decideFor({ ...params, ...body }, { address, now }, (state, person) =>
        decide.confirmSupplement(state, applicantActor(person)),
      ),
    ),
    route(contract.askHearingTracked, ({ params, body, now, address }) =>
      proof.write({ ...params, ...body }, { address, now }, async (db, person) => {
        const actor = applicantActor(person)
        const asking = { now, ...(await askingTimes(db, params.caseNo)) }
        await act(db, params.caseNo, { actor, now, papers }, (state) =>
          decide.askHearing(state, { by: 'applicant', postedOn: null }, actor, asking),
        )
        return trackedFile(db, params.caseNo, now)
      }),
    ),
    route(contract.supplyTracked, ({ params, body: { materials, form, ...given }, now, address }) =>
      proof.write({ ...params, ...given }, { address, now }, async (db, person) => {
        const actor = applicantActor(person)
        await refuseForeignFiles(vault, db, materials, [caseStream(params.caseNo)])
        const sheet = await correctedForm(db, params.caseNo, form, { vault, actor, now })
        await act(db, params.caseNo, { actor, now, papers }, (state) =>
          decide.supply(state, { materials, form: sheet }, actor),
        )
        return trackedFile(db, params.caseNo, now)
      }),
    ),
  ]
}

/** What stands beside the tracked case: its days, its papers, the files that are still to come. */
function trackedThings({ vault, publicUrl = '' }: PortalServices, proof: Prover): Route[] {
  return [
    route(contract.trackClocks, ({ params, query, now, address }) =>
      proof.read({ ...params, ...query }, { address, now }, async (db) => {
        const panels = await clockPanels(db, params.caseNo, { asOf: undefined })
        return { today: todayAt(now), rows: panels.filter(concernsApplicant) }
      }),
    ),
    streamRoute(contract.trackPaper, async ({ params: { caseNo, notice }, query, now, address }) => {
      // The ledger is told that the paper with the name on it was drawn, so this writes.
      const paper = await proof.write({ caseNo, ...query }, { address, now }, async (db, person) => {
        const found = await getNotice(db, notice)
        if (found.subject !== caseStream(caseNo)) throw refuse('case.not-found', { caseNo })
        const reader = { actor: `resident/${person}`, now, masked: false }
        return preparePaper(db, found, { vault, publicUrl }, reader)
      })
      return {
        contentType: 'application/pdf',
        fileName: paper.fileName,
        body: Readable.from([await paper.draw()]),
      }
    }),
    uploadRoute(contract.uploadTracked, async ({ params: { caseNo }, query, now, address }, file) => {
      const { name, ...given } = query
      const shown = { caseNo, ...given }
      // Nobody fills the memory with megabytes before the code was found right.
      await proof.read(shown, { address, now }, async () => undefined)
      const bytes = await wholeFile(file)
      return proof.write(shown, { address, now }, (db, person) =>
        keepUpload(vault, db, { person, name, bytes, about: caseStream(caseNo) }, now),
      )
    }),
  ]
}

const todayAt = (now: EpochMs) => dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))

const REACH = { reach: 'jurisdiction' } as const

function ownRoutes({ database, vault, papers, powersFor }: PortalServices): Route[] {
  return [
    uploadRoute(contract.uploadOwn, async ({ query, caller, scope, now }, file) => {
      const [person, bytes] = [personOf({ caller }), await wholeFile(file)]
      const about = ownUploads(person, query.item)
      return database.transaction(scope, (db) =>
        keepUpload(vault, db, { person, name: query.name, bytes, about }, now),
      )
    }),
    route(contract.applyOnline, (call) =>
      call.transaction(async (db) => {
        const { body, caller, now } = call
        const person = personOf(call)
        const { item, channel, materials, form, renews, pledged, urgent } = body
        const asked = { document: body.applicant, renews }
        await refuseForeignFiles(vault, db, materials, [ownUploads(person, item)])
        const who = await applicantOf(vault, db, body.applicant, { person, by: caller.account, at: now })
        const given = {
          item,
          channel,
          materials,
          form,
          pledged,
          counter: null,
          ...who,
          name: body.applicant.name,
          ...asked,
        }
        const by = { actor: applicantActor(person), now, papers, vault, ...(powersFor ? { powersFor } : {}) }
        const state = await receive(db, given, by)
        if (urgent)
          await act(db, state.caseNo, by, (received) => decide.askUrgency(received, urgent, by.actor))
        return {
          file: await trackedFile(db, state.caseNo, now),
          trackingCode: trackingCode(db, vault, state.caseNo),
        }
      }, REACH),
    ),
    route(contract.ownFiles, async (call) => {
      const scope = {
        jurisdiction: call.caller.jurisdiction,
        reach: 'jurisdiction',
        account: call.caller.account,
      } as const
      return database.read(scope, async (db) => {
        const rows: (TrackedFile & { trackingCode: string })[] = []
        for (const { caseNo } of await findFilesOf(db, personOf(call))) {
          const file = await trackedFile(db, caseNo, call.now)
          rows.push({ ...file, trackingCode: trackingCode(db, vault, caseNo) })
        }
        return { rows }
      })
    }),
    route(contract.supplyOwn, (call) =>
      call.transaction(async (db) => {
        const { params, body, now } = call
        const person = personOf(call)
        const actor = applicantActor(person)
        const own = await findFilesOf(db, person)
        const found = own.find(({ caseNo }) => caseNo === params.caseNo)
        if (!found) throw refuse('case.not-found', params)
        await refuseForeignFiles(vault, db, body.materials, [caseStream(params.caseNo)])
        const form = await correctedForm(db, params.caseNo, body.form, { vault, actor, now })
        const supplied = { materials: body.materials, form }
        await act(db, params.caseNo, { actor, now, papers }, (state) => decide.supply(state, supplied, actor))
        return trackedFile(db, params.caseNo, now)
      }, REACH),
    ),
  ]
}

interface Applying {
  readonly person: string
  readonly by: string
  readonly at: EpochMs
}

/**
 * A human being applies as the one who is signed in. For an organisation the one who is signed in acts as its agent, so
 * that the organisation's data do not take the place of his own.
 */
async function applicantOf(vault: Vault, db: Db, fields: ApplicantFields, { person, by, at }: Applying) {
  if (fields.kind === 'legal') {
    const organisation = await vault.keepPerson(db, fields, { identity: 'stated', by, at })
    const masked = (await vault.maskedPersons(db, [person])).get(person)?.name || '***'
    return { person: organisation, agent: { person, mandate: '网上申请经办人', masked } }
  }
  await vault.changePerson(db, person, fields, { by, at })
  return { person, agent: null }
}

/** A resident's account is `resident/<reference into the vault>`. */
const personOf = ({ caller }: Pick<Call, 'caller'>): string => caller.account.replace(/^resident\//, '')
