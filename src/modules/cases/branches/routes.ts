import { Readable } from 'node:stream'
import type { z } from 'zod'
import { day } from '#kernel/day.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route, streamRoute } from '#platform/http/index.ts'
import { findClock } from '#engines/clocks/stored/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import type { CaseActor } from '../actor.ts'
import { recordAttempt } from '../attempts/recording.ts'
import { actorOf, applicantActor } from '../callers.ts'
import type { LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import { act } from '../commands.ts'
import * as contract from '../joint-contract.ts'
import { withNames } from '../names.ts'
import type { Papers } from '../papers.ts'
import type { Prover } from '../proof.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { findFile, findStates } from '../store.ts'
import { trackedFile } from '../tracking.ts'
import { uploadsOf } from '../uploads.ts'
import { breachOf } from './breaches.ts'
import { branchClock } from './clocks.ts'
import { assembleJoint, callMeeting, holdMeeting, ruleConflict } from './leading.ts'
import { askPapers, giveOpinion, reportCarrying, waitForBranch, withdrawBranch } from './opinions.ts'
import { findSeenBranches } from './store.ts'
import { jointView, type Viewing } from './view.ts'

interface JointServices {
  readonly database: Database
  readonly vault: Vault
  readonly papers: Papers
}

const REACH = { reach: 'jurisdiction' } as const

type CaseCall<Body = unknown, Params = { caseNo: string }> = Call<Params & { caseNo: string }, unknown, Body>
type BodyOf<E> = E extends { readonly body: infer B extends z.ZodType } ? z.output<B> : never

/** 联合审批 from the desks: of the lead, and of every department that takes part. */
export function jointRoutes(services: JointServices): Route[] {
  const does = acts(services)
  return [
    route(contract.getJoint, async (call) => {
      const seeing = await seen(call)
      return call.transaction(async (db) => viewed(db, call, seeing), REACH)
    }),
    ...uploadRoutes(services),
    does(contract.giveOpinion, async (db, { body, params }, { actor, now }) => {
      const dueAt = (await findClock(db, branchClock(params.caseNo, body.branch)))?.dueAt ?? null
      return (state) => giveOpinion(state, body, actor, { now, dueAt })
    }),
    does(
      contract.waitForBranch,
      async (_db, { body }, { actor }) =>
        (state) =>
          waitForBranch(state, body, actor),
    ),
    does(
      contract.askPapers,
      async (_db, { body }, { actor }) =>
        (state) =>
          askPapers(state, body, actor),
    ),
    does(
      contract.callMeeting,
      async (_db, { body }, { actor, now }) =>
        (state) =>
          callMeeting(state, { ...body, on: day(body.on) }, actor, now),
    ),
    does(
      contract.holdMeeting,
      async (_db, { body }, { actor, now }) =>
        (state) =>
          holdMeeting(state, { ...body, heldOn: day(body.heldOn) }, actor, now),
    ),
    does(
      contract.ruleConflict,
      async (_db, { body }, { actor }) =>
        (state) =>
          ruleConflict(state, body, actor),
    ),
    does(
      contract.assembleJoint,
      async (_db, { body }, { actor }) =>
        (state) =>
          assembleJoint(state, body, actor),
    ),
  ]
}

/** What a department may read for its opinion: the one set of papers, each reading with its purpose. */
const uploadRoutes = ({ database, vault }: JointServices): Route[] => [
  route(contract.jointUploads, async (call) => {
    await seen(call)
    return call.transaction(
      async (db) => ({ rows: await uploadsOf(vault, db, await stateOf(db, call.params.caseNo)) }),
      REACH,
    )
  }),
  streamRoute(contract.readJointUpload, async (call) => {
    await seen(call)
    const { params, query, scope, caller, now } = call
    const read = await database.transaction({ ...scope, ...REACH }, async (db) => {
      const { materials } = await stateOf(db, params.caseNo)
      if (!materials.some(({ files }) => files.includes(params.file))) throw refuseCase('case.no-such-file')
      return vault.readFile(db, params.file, query, { by: caller.account, at: now })
    })
    return { contentType: read.mediaType, fileName: read.name, body: Readable.from([read.bytes]) }
  }),
]

interface On {
  readonly actor: CaseActor
  readonly now: number
}
type Deciding = (state: LivingCase) => CaseEvent[]

/** One address, one decision; the answer is joint handling as the caller sees it afterwards. */
function acts({ database, papers }: JointServices) {
  return <E extends Endpoint>(
    endpoint: E,
    deciding: (db: Db, call: CaseCall<BodyOf<E>>, on: On) => Promise<Deciding>,
  ): Route =>
    route(endpoint, (async (call: CaseCall<BodyOf<E>>) => {
      const seeing = await seen(call)
      const { params, caller, now, expectedVersion } = call
      const done = call.transaction(async (db) => {
        const actor = await actorOf(db, caller, now)
        const decision = await deciding(db, call, { actor, now })
        await act(db, params.caseNo, { actor, now, papers, expectedVersion }, decision).catch(
          async (error: unknown) => {
            throw await withNames(db, error)
          },
        )
        return viewed(db, call, seeing)
      }, REACH)
      return done.catch(async (error: unknown) => {
        const breach = breachOf(error)
        // What was refused is rolled back; that it was tried is recorded by itself.
        if (breach)
          await database.transaction({ ...call.scope, ...REACH }, async (db) => {
            const acting = { actor: await actorOf(db, caller, now), now, papers, expectedVersion }
            const {
              branch = null,
              reason = '',
              papers: asked = '',
            } = call.body as Partial<Record<string, string>>
            const data = { breach, branch, said: asked || reason }
            await recordAttempt(db, params.caseNo, { type: 'JointBreachTried', data }, acting)
          })
        throw error
      })
    }) as never)
}

type Seen = Pick<Viewing, 'seen' | 'whole'>

/** Row-level security decides what there is for this caller; who sees neither case nor branch is told of no case. */
async function seen({ read, params: { caseNo } }: Pick<CaseCall, 'read' | 'params'>): Promise<Seen> {
  return read(async (db) => {
    const whole = (await findFile(db, caseNo)) !== undefined
    const branches = await findSeenBranches(db, caseNo)
    if (!whole && branches.length === 0) throw refuseCase('case.not-found', { caseNo })
    return { whole, seen: new Set(branches.map(({ branch }) => branch)) }
  })
}

async function viewed(
  db: Db,
  { caller, now, params }: Pick<CaseCall, 'caller' | 'now' | 'params'>,
  seeing: Seen,
) {
  return jointView(db, params.caseNo, { actor: await actorOf(db, caller, now), now, ...seeing })
}

async function stateOf(db: Db, caseNo: string): Promise<LivingCase> {
  const [stored] = await findStates(db, [caseNo])
  if (!stored) throw refuseCase('case.not-found', { caseNo })
  return stored.state
}

/** What an applicant does about one department: withdraw its part, or say that he was sent round with papers. */
export function trackedJointRoutes({ papers }: Pick<JointServices, 'papers'>, proof: Prover): Route[] {
  const does = (
    { params, body, now, address }: TrackedCall,
    deciding: (state: LivingCase, actor: CaseActor) => CaseEvent[],
  ) =>
    proof.write({ ...params, ...body }, { address, now }, async (db, person) => {
      const actor = applicantActor(person)
      await act(db, params.caseNo, { actor, now, papers }, (state) => deciding(state, actor))
      return trackedFile(db, params.caseNo, now)
    })
  return [
    route(contract.withdrawBranchTracked, (call) =>
      does(call, (state, actor) => withdrawBranch(state, call.body, actor)),
    ),
    route(contract.reportCarryingTracked, (call) =>
      does(call, (state, actor) => reportCarrying(state, call.body, actor)),
    ),
  ]
}

type TrackedCall = Pick<
  Call<{ caseNo: string }, unknown, { code: string; jurisdiction?: string | undefined }>,
  'params' | 'body' | 'now' | 'address'
>
