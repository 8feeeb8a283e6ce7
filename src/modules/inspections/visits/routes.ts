import { Readable } from 'node:stream'
import { day, type Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Call, type Route, route, streamRoute, uploadRoute } from '#platform/http/index.ts'
import { FILE_LIMIT_BYTES, type Vault } from '#modules/vault/index.ts'
import { publishChecklist } from '../arranging.ts'
import * as contract from '../contract.ts'
import type { ActAnswer, FindingChain, VisitView } from '../contract.ts'
import { doingOf, REACH, todayAt } from '../doing.ts'
import { refuse } from '../refusals.ts'
import * as store from '../store.ts'
import * as checklist from './checklist.ts'
import * as command from './commands.ts'
import { chainView, checklistView, visitRows, visitView } from './views.ts'
import { standingOf } from './visit.ts'

export interface VisitServices {
  readonly vault: Vault
}

type Doer = Pick<Call, 'caller' | 'now'>
const actingOf = ({ caller, now }: Doer) => ({
  actor: { account: caller.account, unit: caller.unit },
  now,
})

const answerOf = ({ state, finding }: command.Told): ActAnswer => ({
  ...{ visit: state.visit, status: standingOf(state), finding },
  acts: Object.values(state.told).reduce((sum, all) => sum + all.length, 0),
})

/** Whom nobody told of a visit is told that there is none, before anything is decided about it. */
async function seeing(call: Pick<Call, 'read'>, visit: string): Promise<void> {
  await call.read((db) => command.getVisit(db, visit))
}

/** Visits as inspectors make them: told act by act, by a phone that may have been without a network for hours. */
export const visitRoutes = (services: VisitServices): Route[] => [
  ...checklistRoutes,
  route(contract.listVisits, (call) => call.read((db) => listOf(db, call, call.query))),
  route(contract.getVisit, async ({ params, ...call }) => {
    const visit = await call.read((db) => command.getVisit(db, params.visit))
    const asks = visit.receivers !== undefined && visit.team.includes(call.caller.account)
    // Whom the lots name are people of another office: its files are read for the team that asks them.
    return asks
      ? call.transaction((db) => visitView(db, visit, call), REACH)
      : call.read((db) => visitView(db, visit, call))
  }),
  route(contract.tellAct, async ({ params: { visit }, body, ...call }) => {
    await seeing(call, visit)
    // Validation fills in what is left out, except within one of several shapes.
    const act = contract.VisitAct.parse(body)
    // A repeat is the same act, sent at another moment.
    const { sentAt: _, ...request } = { sentAt: undefined, ...body }
    return call.transaction(
      async (db) => answerOf(await command.tellAct(db, visit, act, { ...actingOf(call), ...services })),
      { ...REACH, request },
    )
  }),
  uploadRoute(contract.keepEvidence, async ({ params: { visit }, query, ...call }, file) => {
    await seeing(call, visit)
    const bytes = await wholeFile(file)
    const { position, item = null, witnesses, ...given } = query
    const handed = {
      ...{ ...given, item, bytes, position: positionOf(position) },
      witnesses: witnesses.split(',').filter((one) => one !== ''),
    }
    return call.transaction(
      async (db) =>
        answerOf(await command.keepEvidence(db, visit, handed, { ...actingOf(call), ...services })),
      { ...REACH, request: query },
    )
  }),
  streamRoute(contract.readEvidence, async ({ params, query, ...call }) => {
    await seeing(call, params.visit)
    const { bytes, mediaType } = await call.transaction(
      (db) => command.readEvidence(db, { ...params, ...query }, { ...actingOf(call), ...services }),
      REACH,
    )
    return { contentType: mediaType, fileName: params.evidence, body: Readable.from([bytes]) }
  }),
  route(contract.getReceiverContact, async ({ params, query, ...call }) => {
    await seeing(call, params.visit)
    return call.transaction(
      (db) => command.receiverContact(db, { ...params, ...query }, { ...actingOf(call), ...services }),
      REACH,
    )
  }),
  ...deskRoutes,
]

const deskRoutes: Route[] = [
  route(contract.handInSheet, ({ params: { visit }, body, ...call }) =>
    changing(call, visit, (db) => command.handIn(db, visit, body.text, actingOf(call))),
  ),
  route(contract.skipVisit, ({ params: { visit }, body, ...call }) =>
    changing(call, visit, (db) => command.skipVisit(db, visit, body.reason, actingOf(call))),
  ),
  route(contract.changeInspectors, ({ params: { visit }, body, ...call }) =>
    changing(call, visit, (db) => command.changeInspectors(db, visit, body, actingOf(call))),
  ),
  route(contract.getFindingChain, ({ params: { finding }, now, ...call }) =>
    call.read(async (db) => {
      const visited = (await store.findVisitsOfFinding(db, finding)).map(({ state }) => state)
      if (visited.length === 0) throw refuse('inspection.not-found')
      return chainView(finding, visited, todayAt(now))
    }),
  ),
  route(contract.listDropped, ({ now, ...call }) =>
    call.read(async (db) => ({ rows: await droppedOf(db, todayAt(now)) })),
  ),
]

async function changing(
  call: Doer & Pick<Call, 'read' | 'transaction'>,
  visit: string,
  work: (db: Db) => Promise<unknown>,
): Promise<VisitView> {
  await seeing(call, visit)
  return call.transaction(async (db) => {
    await work(db)
    return visitView(db, await command.getVisit(db, visit), call)
  }, REACH)
}

const checklistRoutes: Route[] = [
  route(contract.listChecklists, ({ now, ...call }) =>
    call.read(async (db) => ({
      rows: (await store.findChecklists(db)).flatMap(({ state }) => {
        const sheet = checklist.inForce(state, todayAt(now))
        return sheet ? [checklistView(state.code, sheet)] : []
      }),
    })),
  ),
  route(contract.publishChecklist, ({ params: { code }, body, ...call }) =>
    call.transaction(async (db) => {
      return checklistView(code, await publishChecklist(db, code, body, doingOf(call)))
    }, REACH),
  ),
]

async function listOf(
  db: Db,
  doer: Doer,
  query: {
    from?: string | undefined
    until?: string | undefined
    unit?: string | undefined
    mine?: 'yes' | undefined
  },
) {
  const year = todayAt(doer.now).slice(0, 4)
  const from: Day = day(query.from ?? `${year}-01-01`)
  const until: Day = day(query.until ?? `${year}-12-31`)
  const inspector = query.mine ? doer.caller.account : null
  const found = await store.findVisits(db, { from, until, unit: query.unit ?? null, inspector })
  const visited = found.map(({ state, sealed }) => ({ ...state, sealed }))
  return { rows: await visitRows(db, visited, doer), from, until }
}

/** Every finding of a visit that was to be looked at again by now, and was not. */
async function droppedOf(db: Db, today: Day): Promise<FindingChain[]> {
  const visited = (await store.findVisits(db, { from: day('2000-01-01'), until: today })).map(
    ({ state }) => state,
  )
  const named = new Set(visited.flatMap(({ findings }) => findings.map(({ finding }) => finding)))
  return [...named].map((finding) => chainView(finding, visited, today)).filter(({ dropped }) => dropped)
}

function positionOf(text: string | undefined) {
  if (text === undefined) return null
  const [latitude = 0, longitude = 0, accuracy = 0] = text.split(',').map(Number)
  return { latitude, longitude, accuracy }
}

async function wholeFile(file: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of file as AsyncIterable<Buffer>) {
    size += part.length
    if (size > FILE_LIMIT_BYTES) throw refuse('inspection.file-too-large', { limit: FILE_LIMIT_BYTES >> 20 })
    parts.push(part)
  }
  return Buffer.concat(parts)
}
