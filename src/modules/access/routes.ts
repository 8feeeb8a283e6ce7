import { DAY_MS, type EpochMs } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import type { Db } from '#kernel/sql.ts'
import { type Call, type Route, refuseHttp, route, sessionCookie } from '#platform/http/index.ts'
import { getUnit } from '#modules/organisation/index.ts'
import * as decisions from './account.ts'
import { countAccounts, findAccount, findAccounts, type ListedAccount } from './account-store.ts'
import { countAudit, findAudit } from './audit-store.ts'
import { forgetEverywhere } from './authenticate.ts'
import { changeAccount, known, recordSignIn } from './commands.ts'
import * as contract from './contract.ts'
import type { AccountRow, TokenRow } from './contract.ts'
import { hashPassword, refuseWeak } from './passwords.ts'
import { peopleRoutes } from './people-routes.ts'
import { readFigures } from './read-figures.ts'
import { countReads, findReads } from './read-store.ts'
import { refuse } from './refusals.ts'
import { deleteSession, deleteSessionsOf, putCredential } from './session-store.ts'
import { type SignInServices, signInDesk, type Started } from './sign-in.ts'
import { SESSION_MS, sessionView, type Signed } from './signed.ts'
import { deleteToken, findTokens, insertToken } from './token-store.ts'
import { hashOf, newToken } from './tokens.ts'

const PAGE = 50

export const accessRoutes = (services: SignInServices): Route[] => [
  ...sessionRoutes(services),
  ...accountRoutes,
  ...peopleRoutes,
  ...tokenRoutes(services),
  auditRoute,
  readsRoute(services),
  readersRoute,
]

function sessionRoutes(services: SignInServices): Route[] {
  const desk = signInDesk(services)
  const enter = ({ secure, setHeader }: Pick<Call, 'secure' | 'setHeader'>, { signed, token }: Started) => {
    setHeader('set-cookie', sessionCookie(token, { secure, maxAgeSeconds: SESSION_MS / 1000 }))
    return sessionView(signed)
  }
  return [
    route(contract.signIn, async (call) =>
      enter(call, await desk.signIn({ ...call.body, earlierToken: call.sessionToken }, call)),
    ),

    route(contract.currentSession, ({ caller }) => sessionView(caller as Signed)),

    route(contract.signOut, async (call) => {
      const { caller, scope, sessionToken, now, address } = call
      await services.database.transaction(scope, async (db) => {
        if (sessionToken !== undefined) await deleteSession(db, hashOf(sessionToken))
        await recordSignIn(db, caller.account, { type: 'SignedOut', address, at: now })
        forgetEverywhere(db, caller.account)
      })
      call.setHeader('set-cookie', sessionCookie('', { secure: call.secure, maxAgeSeconds: 0 }))
      return {}
    }),

    route(contract.changePassword, async (call) => {
      enter(call, await desk.changePassword({ signed: call.caller as Signed, ...call.body }, call))
      return {}
    }),
  ]
}

const accountRoutes: readonly Route[] = [
  route(contract.listAccounts, ({ query, read }) =>
    read(async (db) => {
      const limit = query.limit ?? PAGE
      const found = await findAccounts(db, query.after ?? '', limit)
      const rows = found.slice(0, limit).map(accountRow)
      const next = found.length > limit ? (rows.at(-1)?.account ?? null) : null
      return { rows, next, total: (await countAccounts(db))?.total ?? 0 }
    }),
  ),

  route(
    contract.createAccount,
    async ({ body: { account, name, unit, password }, transaction, caller, now }) => {
      refuseWeak(password, account)
      const passwordHash = await hashPassword(password)
      return transaction(
        async (db) => {
          if (unit !== null) await getUnit(db, unit)
          await changeAccount(db, account, { by: caller.account, at: now }, (state) =>
            decisions.create(state, { account, name, unit }),
          )
          await putCredential(db, account, { passwordHash, mustChange: true, at: now })
          return rowOf(db, account)
        },
        { request: { account, name, unit } },
      )
    },
  ),

  route(contract.setRoles, ({ params: { account }, body: { roles }, transaction, caller, now }) =>
    transaction(async (db) => {
      const by = caller.account
      const events = await changeAccount(db, account, { by, at: now }, (state) =>
        decisions.grant(known(state, account), roles, { account, by }),
      )
      if (events.length > 0) await deleteSessionsOf(db, account)
      return rowOf(db, account)
    }),
  ),

  route(
    contract.setAccountStatus,
    async ({ params: { account }, body: { status }, transaction, caller, now }) =>
      transaction(async (db) => {
        const by = caller.account
        await changeAccount(db, account, { by, at: now }, (state) =>
          decisions.setStatus(known(state, account), status, { account, by }),
        )
        await deleteSessionsOf(db, account)
        return rowOf(db, account)
      }),
  ),
]

const tokenRoutes = ({ database }: SignInServices): Route[] => [
  // Its answer is a secret, so it is stored under no idempotency key.
  route(contract.issueToken, ({ params: { account }, body: { title, days }, scope, caller, now }) =>
    database.transaction(scope, async (db) => {
      const [token, bearer, expiresAt] = [newId(now), newToken(scope.jurisdiction), now + days * DAY_MS]
      const row = { token, title, expiresAt: instantText(expiresAt) }
      await changeAccount(db, account, { by: caller.account, at: now }, (state) =>
        decisions.issueToken(known(state, account), row),
      )
      await insertToken(db, { token, tokenHash: hashOf(bearer), account, title, at: now, expiresAt })
      return { ...row, issuedAt: instantText(now), bearer }
    }),
  ),

  route(contract.listTokens, ({ params: { account }, read }) => read((db) => tokensOf(db, account))),

  route(contract.revokeToken, ({ params: { account, token }, transaction, caller, now }) =>
    transaction(async (db) => {
      await changeAccount(db, account, { by: caller.account, at: now }, (state) =>
        decisions.revokeToken(known(state, account), token),
      )
      await deleteToken(db, account, token)
      return tokensOf(db, account)
    }),
  ),
]

const auditRoute = route(contract.listAudit, ({ query, read }) =>
  read(async (db) => {
    const limit = query.limit ?? PAGE
    const before = query.after === undefined ? Number.MAX_SAFE_INTEGER : Number(query.after)
    if (!Number.isSafeInteger(before)) throw refuseHttp('http.bad-request')
    const found = await findAudit(db, { before, limit, subject: query.subject })
    const rows = found.slice(0, limit).map(({ recordedAt, payload, ...row }) => ({
      ...row,
      at: recordedAt.toISOString(),
      details: payload,
    }))
    const next = found.length > limit ? String(rows.at(-1)?.position) : null
    return { rows, next, total: (await countAudit(db, query.subject))?.total ?? 0 }
  }),
)

const LAST_READ = '~'

const readsRoute = ({ summaryOf }: SignInServices): Route =>
  route(contract.listReads, ({ query: { after = LAST_READ, limit = PAGE, ...filter }, read }) =>
    read(async (db) => {
      const found = await findReads(db, { ...filter, before: after, limit })
      const rows = found.slice(0, limit).map((row) => ({
        ...row,
        at: row.at.toISOString(),
        operationTitle: summaryOf?.(row.operation) ?? null,
      }))
      const next = found.length > limit ? (rows.at(-1)?.read ?? null) : null
      return { rows, next, total: (await countReads(db, filter))?.total ?? 0 }
    }),
  )

const READ_DAYS = 30

const readersRoute = route(contract.listReadFigures, ({ query: { days = READ_DAYS }, read, now }) =>
  read(async (db) => ({ days, rows: await readFigures(db, now - days * DAY_MS, now) })),
)

const instantText = (at: EpochMs) => new Date(at).toISOString()

async function rowOf(db: Db, account: string): Promise<AccountRow> {
  const found = await findAccount(db, account)
  if (!found) throw refuse('access.no-such-account', { account })
  return accountRow(found)
}

const accountRow = ({ lastSignInAt, ...row }: ListedAccount): AccountRow => ({
  ...row,
  lastSignInAt: lastSignInAt?.toISOString() ?? null,
})

async function tokensOf(db: Db, account: string): Promise<{ rows: TokenRow[] }> {
  const found = await findTokens(db, account)
  return {
    rows: found.map(({ issuedAt, expiresAt, ...row }) => ({
      ...row,
      issuedAt: issuedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  }
}
