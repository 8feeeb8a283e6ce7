import { Readable } from 'node:stream'
import { day } from '#kernel/day.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { Db } from '#kernel/sql.ts'
import { type Call, type Route, route, streamRoute, uploadRoute } from '#platform/http/index.ts'
import { getUnit } from '#modules/organisation/index.ts'
import { FILE_LIMIT_BYTES } from '#modules/vault/index.ts'
import type { z } from 'zod'
import type { Deciding } from './acting.ts'
import {
  actOnMeasure,
  changeOwnersOf,
  extendMeasure,
  getMeasure,
  getProblem,
  handInMeasure,
  planMeasure,
  standAside,
  verifyMeasure,
} from './commands.ts'
import { answerComment, publish } from './committing.ts'
import * as contract from './contract.ts'
import { MEASURE, measureStateOf } from './measure.ts'
import { open } from './registering.ts'
import { link, mark, mustOwn } from './planning.ts'
import { measureSeen, measuresSeen } from './reading.ts'
import { refuse } from './refusals.ts'
import { checkClosure } from './rounds.ts'
import { decidingOf, keyed, REACH, type RectificationServices } from './services.ts'
import { findMeasures } from './store.ts'

/** 措施: planned, proved, verified, published. */
export const measureRoutes = (services: RectificationServices): Route[] => [
  route(contract.planMeasure, (call) =>
    call.transaction(async (db) => {
      const deciding = await decidingOf(db, call)
      return measureSeen(db, await planMeasure(db, call.body, deciding), deciding)
    }, REACH),
  ),
  route(contract.getMeasure, async (call) => {
    await seen(call)
    return services.database.read({ ...call.scope, ...REACH }, async (db) =>
      measureSeen(db, call.params.measure, await decidingOf(db, call)),
    )
  }),
  route(contract.listMeasures, async (call) => {
    const { state, unit } = call.query
    const wanted = (await call.read(findMeasures)).filter(
      (one) =>
        (state === undefined || measureStateOf(one) === state) && (unit === undefined || one.unit === unit),
    )
    const rows = await services.database.read({ ...call.scope, ...REACH }, async (db) =>
      measuresSeen(db, wanted.slice(0, MOST_SHOWN), await decidingOf(db, call)),
    )
    return { rows, total: wanted.length }
  }),
  ...changing(),
  ...proofRoutes(services),
]

const MOST_SHOWN = 500

type MeasureCall<Body = unknown> = Call<{ measure: string }, unknown, Body>
type BodyOf<E extends Endpoint> = z.output<E['body']>

/** What the caller may see; what is decided on it may concern others too. */
const seen = (call: Pick<MeasureCall, 'read' | 'params'>) =>
  call.read((db) => getMeasure(db, call.params.measure))

function changing(): Route[] {
  const acts = <E extends Endpoint>(
    endpoint: E,
    work: (db: Db, measure: string, body: BodyOf<E>, deciding: Deciding) => Promise<unknown>,
  ): Route =>
    route(endpoint, (async (call: MeasureCall<BodyOf<E>>) => {
      await seen(call)
      return call.transaction(async (db) => {
        const deciding = await decidingOf(db, call)
        await work(db, call.params.measure, call.body, deciding)
        return measureSeen(db, call.params.measure, deciding)
      }, REACH)
    }) as never)
  return [
    acts(contract.linkMeasure, async (db, measure, body, deciding) => {
      const problem = open(await getProblem(db, body.problem), body.problem)
      return actOnMeasure(db, measure, deciding, (state) => link(state, problem, deciding))
    }),
    acts(contract.changeOwners, changeOwnersOf),
    acts(contract.extendMeasure, extendMeasure),
    acts(contract.handInMeasure, handInMeasure),
    acts(contract.verifyMeasure, verifyMeasure),
    acts(contract.markMeasure, async (db, measure, body, deciding) => {
      await standAside(db, measure, deciding, (state) => mark(state, body, deciding))
      return actOnMeasure(db, measure, deciding, (state) => mark(state, body, deciding))
    }),
    acts(contract.publishMeasure, (db, measure, body, deciding) =>
      actOnMeasure(db, measure, deciding, (state) => publish(state, body, deciding)),
    ),
    acts(contract.answerReader, (db, measure, body, deciding) =>
      actOnMeasure(db, measure, deciding, (state) => answerComment(state, body)),
    ),
    acts(contract.checkMeasure, (db, measure, { papersOn, ...body }, deciding) =>
      checkClosure(db, measure, { ...body, papersOn: papersOn.map(day) }, deciding),
    ),
  ]
}

/** Proofs lie in the vault under a key of the measure's own, with their hash in the record. */
const proofRoutes = ({ database, vault }: RectificationServices): Route[] => [
  uploadRoute(contract.addProof, async (call, file) => {
    const { measure } = call.params
    await seen(call)
    const bytes = await whole(file)
    return call.transaction(
      async (db) => {
        const deciding = await decidingOf(db, call)
        const doing = { by: deciding.actor.account, at: deciding.now }
        const state = await getMeasure(db, measure)
        mustOwn(state, deciding)
        const keeper =
          state.proofs[0]?.keeper ??
          (await vault.keepPerson(db, { kind: 'legal', name: (await getUnit(db, state.unit)).name }, doing))
        const { name, text } = call.query
        const kept = await vault.keepFile(db, keeper, { name, bytes, about: MEASURE + measure }, doing)
        const proof = { file: kept.file, keeper, name: kept.name, sha256: kept.sha256, text }
        await actOnMeasure(db, measure, deciding, () => [{ type: 'ProofAdded', ...proof }])
        return measureSeen(db, measure, deciding)
      },
      keyed(call.query, bytes),
    )
  }),
  streamRoute(contract.readProof, async (call) => {
    const { proofs } = await seen(call)
    const { file } = call.params
    if (!proofs.some((one) => one.file === file)) throw refuse('measure.no-such-file')
    const doing = { by: call.caller.account, at: call.now }
    const read = await database.transaction({ ...call.scope, ...REACH }, (db) =>
      vault.readFile(db, file, call.query, doing),
    )
    return { contentType: read.mediaType, fileName: read.name, body: Readable.from([read.bytes]) }
  }),
]

/** As far as the vault would take it; what is longer is refused without having been held. */
async function whole(file: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of file as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > FILE_LIMIT_BYTES) throw refuse('measure.file-too-large', { limit: FILE_LIMIT_BYTES >> 20 })
    parts.push(part)
  }
  return Buffer.concat(parts)
}
