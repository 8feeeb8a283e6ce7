import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Db } from '#kernel/sql.ts'
import { type Call, type Route, streamRoute, uploadRoute } from '#platform/http/index.ts'
import { FILE_LIMIT_BYTES } from '#modules/vault/index.ts'
import * as contract from '../document-contract.ts'
import { refuseOthers } from './decide/index.ts'
import { documentOf, refuseStranger } from './documents.ts'
import { changeInvestigation } from './entering.ts'
import { refuse } from './refusals.ts'
import { type CaseworkServices, getStored, lookOf, viewOf } from './routes.ts'
import { INVESTIGATION, type Investigation } from './state.ts'
import { noteLook } from './viewing.ts'

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** 证据原件: in the vault under a key of the case's own; whoever opens one says what for, and it stands in the ledger. */
export const documentRoutes = (services: CaseworkServices): Route[] => [
  uploadRoute(contract.keepInvestigationDocument, async (call, file) => {
    const { params, query } = call
    const bytes = await whole(file)
    await noteLook(params.number, lookOf(services, call))
    return call.transaction(
      async (db) => {
        const stored = await getStored(db, params.number)
        refuseOthers(stored.state, call.caller)
        await keep(db, stored, { name: query.name, bytes }, { services, call })
        return viewOf(db, await getStored(db, params.number), services, call)
      },
      { request: { ...query, sha256: sha256Of(bytes) } },
    )
  }),
  streamRoute(contract.readInvestigationDocument, async (call) => {
    const { number, sha256 } = call.params
    await noteLook(number, lookOf(services, call))
    const { bytes, mediaType, name } = await call.transaction(async (db) => {
      const found = documentOf((await getStored(db, number)).state, sha256)
      if (!found) throw refuse('investigation.no-document')
      const doing = { by: call.caller.account, at: call.now }
      return services.vault.readFile(db, found.file, call.query, doing)
    })
    if (sha256Of(bytes) !== sha256) throw refuse('investigation.document-altered')
    return { contentType: mediaType, fileName: name, body: Readable.from([bytes]) }
  }),
]

interface Keeping {
  readonly services: CaseworkServices
  readonly call: Pick<Call, 'caller' | 'now'>
}

async function keep(
  db: Db,
  { state, version }: { readonly state: Investigation; readonly version: number },
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
  { services: { vault }, call: { caller, now } }: Keeping,
): Promise<void> {
  const sha256 = sha256Of(bytes)
  refuseStranger(state, sha256)
  const doing = { by: caller.account, at: now }
  const about = INVESTIGATION + state.number
  const keeper =
    state.documents?.[0]?.keeper ??
    (await vault.keepPerson(db, { kind: 'legal', name: `个案证据 ${state.number}` }, doing))
  const {
    file,
    mediaType,
    size,
    name: kept,
  } = await vault.keepFile(db, keeper, { name, bytes, about, sounds: true }, doing)
  const event = { type: 'DocumentKept', file, keeper, name: kept, mediaType, size, sha256 } as const
  const entered = { actor: caller.account, now, expectedVersion: version }
  await changeInvestigation(db, state.number, () => [event], entered)
}

/** As far as the vault would take it; what is longer is refused without having been held. */
async function whole(file: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of file as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > FILE_LIMIT_BYTES)
      throw refuse('investigation.file-too-large', { limit: FILE_LIMIT_BYTES >> 20 })
    parts.push(part)
  }
  return Buffer.concat(parts)
}
