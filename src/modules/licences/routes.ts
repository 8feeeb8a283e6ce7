import { dayOfNumber, dayNumber } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { countBans, findBan, listBans } from './ban-store.ts'
import { changeLicence, liftBan } from './commands.ts'
import * as contract from './contract.ts'
import { type EndingNotice, tellOfEnding, tellOfLifting } from './ending-notices.ts'
import { cancel, type Deciding, type Licence, type LicenceEvent, revoke, withdraw } from './licence.ts'
import { countLicences, findLicence, type LicenceQuestion, listLicences } from './licence-store.ts'
import { refuse } from './refusals.ts'
import { barForFraud } from './fraud.ts'
import { banRow, dayAt, licenceRow, licenceView, ownLicences } from './views.ts'

export interface LicenceServices {
  readonly database: Database
  readonly vault: Vault
}

const PAGE = 50
/** Who may is decided by the licence, once it is certain that the caller may see it. */
const REACH = { reach: 'jurisdiction' } as const

export const licenceRoutes = (services: LicenceServices): Route[] => [
  route(contract.listLicences, (call) => call.read((db) => licencePage(db, call))),
  route(contract.getLicence, ({ params, caller, now, read }) =>
    read((db) => licenceView(db, params.number, { by: decidingOf(caller), now })),
  ),
  ...endingRoutes(services),
  ...banRoutes(services),
  route(contract.ownLicences, async ({ caller, now }) => {
    const { jurisdiction, account } = caller
    const scope = { jurisdiction, account, reach: 'jurisdiction' } as const
    const person = account.replace(/^resident\//, '')
    return { rows: await services.database.read(scope, (db) => ownLicences(db, person, now)) }
  }),
]

const decidingOf = ({ account, unit, roles }: Call['caller']): Deciding => ({
  account,
  unit,
  headOfUnit: roles.includes('unitHead'),
  leader: roles.includes('leader'),
})

type ListCall = Pick<
  Call<
    unknown,
    {
      search?: string
      state?: LicenceQuestion['standing']
      endsWithin?: number
      after?: string
      limit?: number
    }
  >,
  'caller' | 'now' | 'query'
>

const placeOf = (after: string | undefined): number => Math.max(0, Number(after ?? 0) || 0)

async function licencePage(db: Db, { caller, now, query }: ListCall) {
  const [limit, offset, today] = [query.limit ?? PAGE, placeOf(query.after), dayAt(now)]
  const { search, state, endsWithin } = query
  const question: LicenceQuestion = {
    unit: caller.reach === 'unit' ? (caller.unit ?? undefined) : undefined,
    search: search?.trim() || undefined,
    standing: state,
    endsBy: endsWithin === undefined ? undefined : dayOfNumber(dayNumber(today) + endsWithin),
    today,
    limit,
    offset,
  }
  const found = await listLicences(db, question)
  return {
    rows: found.slice(0, limit).map((one) => licenceRow(one, today)),
    next: found.length > limit ? String(offset + limit) : null,
    total: await countLicences(db, question),
  }
}

type EndingCall<Body> = Call<{ number: string }, unknown, Body>
interface Why {
  readonly reason: string
  readonly document: string
}

function endingRoutes(services: LicenceServices): Route[] {
  const ends = async <Body extends Why>(
    call: EndingCall<Body>,
    how: EndingNotice['how'],
    decide: (licence: Licence, body: Body, by: Deciding) => LicenceEvent[],
    then?: (db: Db, licence: Licence, body: Body) => Promise<string | null>,
  ) => {
    const { params, body, caller, now } = call
    const by = decidingOf(caller)
    if (!(await call.read((db) => findLicence(db, params.number)))) throw refuse('licence.not-found', params)
    return call.transaction(async (db) => {
      const entered = { actor: caller.account, now }
      const licence = await changeLicence(db, params.number, (one) => decide(one, body, by), entered)
      const barred = (await then?.(db, licence, body)) ?? null
      await tellOfEnding(db, services.vault, licence, { how, ...body, barredUntil: barred }, entered)
      return licenceView(db, params.number, { by, now })
    }, REACH)
  }
  return [
    route(contract.revokeLicence, (call) =>
      ends(call, 'revoked', revoke, (db, licence, { ground, reason }) =>
        ground === 'fraud'
          ? barForFraud(db, services.vault, licence, reason, { actor: call.caller.account, now: call.now })
          : Promise.resolve(null),
      ),
    ),
    route(contract.cancelLicence, (call) => ends(call, 'cancelled', cancel)),
    route(contract.withdrawLicence, (call) => ends(call, 'withdrawn', withdraw)),
  ]
}

const banRoutes = ({ vault }: LicenceServices): Route[] => [
  route(contract.listBans, ({ caller, now, query, read }) =>
    read(async (db) => {
      const [limit, offset, today] = [query.limit ?? PAGE, placeOf(query.after), dayAt(now)]
      const unit = caller.reach === 'unit' ? (caller.unit ?? undefined) : undefined
      const question = { unit, standing: query.standing ?? false, today, limit, offset }
      const found = await listBans(db, question)
      return {
        rows: found.slice(0, limit).map((ban) => banRow(ban, today)),
        next: found.length > limit ? String(offset + limit) : null,
        total: await countBans(db, question),
      }
    }),
  ),
  route(contract.liftBan, async ({ params, body, caller, now, read, transaction }) => {
    if (!(await read((db) => findBan(db, params.ban)))) throw refuse('ban.not-found')
    return transaction(async (db) => {
      const ban = await liftBan(db, params.ban, body, { by: decidingOf(caller), now })
      await tellOfLifting(db, vault, ban, now)
      return banRow(ban, dayAt(now))
    }, REACH)
  }),
]
