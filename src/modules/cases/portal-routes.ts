import { timingSafeEqual } from 'node:crypto'
import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, refuseHttp, route } from '#platform/http/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { applicantActor } from './callers.ts'
import { act, type Decision } from './commands.ts'
import * as contract from './contract.ts'
import type { TrackedFile } from './contract.ts'
import * as decide from './decisions/index.ts'
import { trackingCode } from './numbers.ts'
import type { Papers } from './papers.ts'
import { receive } from './receiving.ts'
import { refuse } from './refusals.ts'
import { findFilesOf, findStates } from './store.ts'
import { trackedFile } from './tracking.ts'

interface PortalServices {
  readonly database: Database
  readonly vault: Vault
  readonly papers: Papers
}

/** Applicants: by number and code of one case, or signed in as a resident for all of their own. */
export const portalRoutes = (services: PortalServices): Route[] => [
  ...trackingRoutes(services),
  ...ownRoutes(services),
]

function trackingRoutes(services: PortalServices): Route[] {
  const { database, vault, papers } = services
  const scopeFor = async (asked: string | undefined) => ({
    jurisdiction: await jurisdictionOf(database, asked),
    reach: 'jurisdiction' as const,
    account: 'portal',
  })
  const decideFor = async (
    { caseNo, code, jurisdiction }: Proof,
    now: EpochMs,
    decision: (state: Parameters<Decision>[0], person: string) => ReturnType<Decision>,
  ) =>
    database.transaction(await scopeFor(jurisdiction), async (db) => {
      const person = await proved(db, vault, caseNo, code)
      const acting = { actor: applicantActor(person), now, papers }
      await act(db, caseNo, acting, (state) => decision(state, person))
      return trackedFile(db, caseNo, now)
    })
  return [
    route(contract.trackFile, async ({ params: { caseNo }, query, now, address }) => {
      refuseGuessing(address, now)
      const file = await database.read(await scopeFor(query.jurisdiction), async (db) => {
        await proved(db, vault, caseNo, query.code)
        return trackedFile(db, caseNo, now)
      })
      forgive(address)
      return file
    }),
    route(contract.rateFile, async ({ params, body: { grade, tags, text, ...proof }, now, address }) => {
      refuseGuessing(address, now)
      return decideFor({ ...params, ...proof }, now, (state, person) =>
        decide.rate(state, { grade, tags, text }, applicantActor(person)),
      )
    }),
    route(contract.withdrawFile, async ({ params, body: { reason, ...proof }, now, address }) => {
      refuseGuessing(address, now)
      return decideFor({ ...params, ...proof }, now, (state, person) =>
        decide.withdraw(state, { reason }, applicantActor(person)),
      )
    }),
  ]
}

interface Proof {
  readonly caseNo: string
  readonly code: string
  readonly jurisdiction?: string | undefined
}

/** The applicant of the case, if the code is the one on the receipt. A wrong code and a wrong number look alike. */
async function proved(db: Db, vault: Vault, caseNo: string, code: string): Promise<string> {
  const [stored] = await findStates(db, [caseNo])
  const right = Buffer.from(trackingCode(db, vault, caseNo))
  const given = Buffer.from(code.trim().toUpperCase())
  if (!stored || given.length !== right.length || !timingSafeEqual(given, right))
    throw refuse('case.not-found', { caseNo })
  return stored.state.applicant
}

const GUESSES = 20
const WINDOW_MS = 10 * 60_000
const guesses = new Map<string, { count: number; until: EpochMs }>()

/** A code has 31^8 values; twenty tries in ten minutes from one address find none of them. */
function refuseGuessing(address: string, now: EpochMs): void {
  const known = guesses.get(address)
  const open = known && known.until > now ? known : { count: 0, until: now + WINDOW_MS }
  if (open.count >= GUESSES)
    throw refuseHttp('http.too-many-requests', { seconds: Math.ceil((open.until - now) / 1000) })
  if (guesses.size > 10_000) guesses.clear()
  guesses.set(address, { ...open, count: open.count + 1 })
}

function forgive(address: string): void {
  guesses.delete(address)
}

const REACH = { reach: 'jurisdiction' } as const

function ownRoutes({ database, vault, papers }: PortalServices): Route[] {
  return [
    route(contract.applyOnline, (call) =>
      call.transaction(async (db) => {
        const { body, caller, now } = call
        const person = personOf(call)
        await vault.changePerson(db, person, body.applicant, { by: caller.account, at: now })
        const { item, channel, materials } = body
        const given = {
          item,
          channel,
          materials,
          counter: null,
          agent: null,
          person,
          name: body.applicant.name,
        }
        const state = await receive(db, given, { actor: applicantActor(person), now, papers })
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
        const rows: TrackedFile[] = []
        for (const { caseNo } of await findFilesOf(db, personOf(call)))
          rows.push(await trackedFile(db, caseNo, call.now))
        return { rows }
      })
    }),
    route(contract.supplyOwn, (call) =>
      call.transaction(async (db) => {
        const { params, body, now } = call
        const actor = applicantActor(personOf(call))
        const own = await findFilesOf(db, personOf(call))
        if (!own.some(({ caseNo }) => caseNo === params.caseNo)) throw refuse('case.not-found', params)
        await act(db, params.caseNo, { actor, now, papers }, (state) => decide.supply(state, body, actor))
        return trackedFile(db, params.caseNo, now)
      }, REACH),
    ),
  ]
}

/** A resident's account is `resident/<reference into the vault>`. */
const personOf = ({ caller }: Pick<Call, 'caller'>): string => caller.account.replace(/^resident\//, '')
