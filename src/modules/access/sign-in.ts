import { DAY_MS, type EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Limiter, limiter } from '#platform/http/index.ts'
import { findJurisdictions } from '#modules/organisation/index.ts'
import { findAccount } from './account-store.ts'
import { attempt } from './attempts.ts'
import { forgetEverywhere } from './authenticate.ts'
import { changeAccount, known, recordSignIn } from './commands.ts'
import { hashPassword, isPassword, refuseWeak } from './passwords.ts'
import { refuse } from './refusals.ts'
import {
  clearAttempts,
  deleteOldSessions,
  deleteSession,
  deleteSessionsOf,
  findCredential,
  insertSession,
  lockAttempts,
  putAttempts,
  putCredential,
} from './session-store.ts'
import { findSigned, idleBefore, residentAccount, SESSION_MS, type Signed } from './signed.ts'
import { hashOf, newSecret, newToken } from './tokens.ts'

export interface SignInServices {
  readonly database: Database
  /** Used when the form names none; without it the only jurisdiction there is. */
  readonly defaultJurisdiction?: string
  /** Several sessions of one account at once; otherwise a sign-in elsewhere ends the earlier one. */
  readonly severalSessions?: boolean
  /** What an endpoint is called, by its name. */
  readonly summaryOf?: (operation: string) => Bilingual | undefined
}

interface From {
  readonly address: string
  readonly now: EpochMs
}

export interface Started {
  readonly signed: Signed
  readonly token: string
}

/** Failures from one address, whatever the accounts: against trying one password on everybody. */
const FAILURES = { most: 60, windowMs: 10 * 60_000 }

export function signInDesk(services: SignInServices) {
  const failures = limiter(FAILURES)
  return {
    signIn: (given: Parameters<typeof signIn>[2], from: From) => signIn(services, failures, given, from),
    changePassword: (given: Parameters<typeof changePassword>[2], from: From) =>
      changePassword(services, failures, given, from),
  }
}

async function signIn(
  services: SignInServices,
  failures: Limiter,
  given: {
    readonly jurisdiction?: string | undefined
    readonly account: string
    readonly password: string
    readonly earlierToken: string | undefined
  },
  { address, now }: From,
): Promise<Started> {
  failures.check(address, now)
  const { database } = services
  const scope = { jurisdiction: await chooseJurisdiction(services, given.jurisdiction) }
  const account = given.account.trim().toLowerCase()
  await proveIdentity(database, failures, {
    scope,
    account,
    password: given.password,
    from: { address, now },
  })
  return database.transaction(scope, async (db) => {
    const found = await findAccount(db, account)
    if (found?.status !== 'active') throw refuse('access.suspended')
    await clearAttempts(db, account, now - DAY_MS)
    await deleteOldSessions(db, { now, seenBefore: idleBefore(now) })
    // A cookie that was there before never becomes a session: whoever planted it would share it (session fixation).
    if (given.earlierToken !== undefined) await deleteSession(db, hashOf(given.earlierToken))
    if (!services.severalSessions) await deleteSessionsOf(db, account)
    await recordSignIn(db, account, { type: 'SignedIn', address, at: now })
    return startSession(db, account, now)
  })
}

/** The jurisdiction is looked up, never taken from the form: it decides what the database shows. */
async function chooseJurisdiction(
  { database, defaultJurisdiction }: SignInServices,
  given: string | undefined,
): Promise<string> {
  const all = await database.read({ jurisdiction: '', account: '', reach: 'none' }, findJurisdictions)
  const wanted = given ?? defaultJurisdiction ?? (all.length === 1 ? all[0]?.id : undefined)
  const found = all.find(({ id }) => id === wanted)
  if (!found) throw refuse('access.which-jurisdiction')
  return found.id
}

async function proveIdentity(
  database: Database,
  failures: Limiter,
  given: {
    readonly scope: { readonly jurisdiction: string }
    readonly account: string
    readonly password: string
    readonly from: From
  },
): Promise<void> {
  const { scope, account, password, from } = given
  const { address, now } = from
  const counted = await database.transaction(scope, async (db) => {
    const next = attempt(await lockAttempts(db, account, now), now)
    if (!next.locked) await putAttempts(db, account, next)
    return next
  })
  if (counted.locked) throw lockedUntil(counted.lockedUntil, now)
  const credential = await database.read(scope, (db) => findCredential(db, account))
  if (await isPassword(credential?.passwordHash, password)) return
  if (credential) {
    await database.transaction(scope, (db) =>
      recordSignIn(db, account, { type: 'SignInFailed', address, at: now }),
    )
  }
  failures.count(address, now)
  throw counted.lockedUntil === null
    ? refuse('access.wrong-credentials')
    : lockedUntil(counted.lockedUntil, now)
}

function lockedUntil(until: EpochMs | null, now: EpochMs) {
  const seconds = Math.ceil(((until ?? now) - now) / 1000)
  return refuse('access.locked', { minutes: Math.ceil(seconds / 60), seconds })
}

async function startSession(db: Db, account: string, now: EpochMs): Promise<Started> {
  const token = newToken(db.scope.jurisdiction)
  const csrfToken = newSecret()
  const expiresAt = now + SESSION_MS
  await insertSession(db, { tokenHash: hashOf(token), account, csrfToken, at: now, expiresAt })
  forgetEverywhere(db, account)
  const signed = await findSigned(db, account, { by: 'session', csrfToken, expiresAt })
  if (!signed) throw refuse('access.suspended')
  return { signed, token }
}

/** Opens a session for somebody whose phone was just proved; the caller's module asked for the proof. */
export async function startResidentSession(db: Db, person: string, now: EpochMs): Promise<Started> {
  await deleteOldSessions(db, { now, seenBefore: idleBefore(now) })
  return startSession(db, residentAccount(person), now)
}

/** A new password ends every session of the account and starts a new one here. */
async function changePassword(
  { database }: SignInServices,
  failures: Limiter,
  given: { readonly signed: Signed; readonly current: string; readonly next: string },
  from: From,
): Promise<Started> {
  const { signed, current, next } = given
  const { account, jurisdiction } = signed
  const scope = { jurisdiction }
  await proveIdentity(database, failures, { scope, account, password: current, from })
  refuseWeak(next, account)
  if (next === current) throw refuse('access.same-password')
  const passwordHash = await hashPassword(next)
  return database.transaction(scope, async (db) => {
    await clearAttempts(db, account, from.now - DAY_MS)
    await changeAccount(db, account, { by: account, at: from.now }, (state) => {
      known(state, account)
      return [{ type: 'PasswordChanged' }]
    })
    await putCredential(db, account, { passwordHash, mustChange: false, at: from.now })
    await deleteSessionsOf(db, account)
    return startSession(db, account, from.now)
  })
}
