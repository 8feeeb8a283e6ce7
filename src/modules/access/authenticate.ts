import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import type { Authenticate } from '#platform/http/index.ts'
import { refuse } from './refusals.ts'
import { deleteSession, findSession, touchSession } from './session-store.ts'
import { findSigned, isIdle, type Signed } from './signed.ts'
import { findToken } from './token-store.ts'
import { readToken, type ShownToken } from './tokens.ts'

const CHANNEL = 'xiaoneng_access'
/** So long a caller is taken for what it was; a change is heard of at once, in every process. */
const KNOWN_FOR_MS = 3_000
const MOST_KNOWN = 20_000
/** How exactly the last use of a session is kept. */
const TOUCH_EVERY_MS = 60_000

interface Known {
  readonly signed: Signed
  readonly until: EpochMs
}

export interface Authenticator {
  readonly authenticate: Authenticate
  close(): Promise<void>
}

const forgetting = new Set<(message: string) => void>()

/** After the commit, every process forgets what it knew of an account: this one before the answer is sent. */
export function forgetEverywhere(db: Db, account: string): void {
  const message = `${db.scope.jurisdiction}/${account}`
  db.afterCommit(() => forgetting.forEach((forget) => forget(message)))
  db.notify(CHANNEL, message)
}

/** Finds callers by session cookie or bearer token, and remembers them for a moment. */
export async function authenticator(database: Database): Promise<Authenticator> {
  const known = new Map<string, Known>()
  const asking = new Map<string, Promise<Signed>>()
  const forget = (message: string) => {
    asking.clear()
    if (message === '') return known.clear()
    for (const [text, { signed }] of known)
      if (`${signed.jurisdiction}/${signed.account}` === message) known.delete(text)
  }
  const stop = await database.listen(CHANNEL, forget)
  forgetting.add(forget)

  const ask = (text: string, by: Signed['by'], now: EpochMs): Promise<Signed> => {
    const earlier = asking.get(text)
    if (earlier) return earlier
    const asked = look(database, text, by, now)
      .then((signed) => {
        // Forgotten meanwhile: what was found may be what was changed, so it is not remembered.
        if (asking.get(text) === asked) remember(known, text, { signed, until: now + KNOWN_FOR_MS })
        return signed
      })
      .finally(() => asking.get(text) === asked && asking.delete(text))
    asking.set(text, asked)
    return asked
  }

  return {
    authenticate({ sessionToken, bearerToken }, now) {
      const text = bearerToken ?? sessionToken
      if (text === undefined) return undefined
      const found = known.get(text)
      if (found && found.until > now && found.signed.expiresAt > now) return found.signed
      return ask(text, bearerToken === undefined ? 'session' : 'token', now)
    },
    async close() {
      forgetting.delete(forget)
      await stop()
    },
  }
}

function remember(known: Map<string, Known>, text: string, found: Known): void {
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, found)
}

async function look(database: Database, text: string, by: Signed['by'], now: EpochMs): Promise<Signed> {
  const ended = () => refuse(by === 'token' ? 'access.bad-token' : 'access.session-ended')
  const shown = readToken(text)
  if (!shown) throw ended()
  const signed = await database.transaction({ jurisdiction: shown.jurisdiction }, (db) =>
    by === 'token' ? byToken(db, shown, now) : bySession(db, shown, now),
  )
  if (!signed) throw ended()
  return signed
}

async function bySession(db: Db, { hash }: ShownToken, now: EpochMs): Promise<Signed | undefined> {
  const session = await findSession(db, hash)
  if (!session) return undefined
  const [seenAt, expiresAt] = [session.seenAt.getTime(), session.expiresAt.getTime()]
  if (expiresAt <= now || isIdle(seenAt, now)) {
    await deleteSession(db, hash)
    return undefined
  }
  if (now - seenAt > TOUCH_EVERY_MS) await touchSession(db, hash, now)
  return findSigned(db, session.account, { by: 'session', csrfToken: session.csrfToken, expiresAt })
}

async function byToken(db: Db, { hash }: ShownToken, now: EpochMs): Promise<Signed | undefined> {
  const token = await findToken(db, hash)
  const expiresAt = token?.expiresAt.getTime() ?? 0
  if (!token || expiresAt <= now) return undefined
  return findSigned(db, token.account, { by: 'token', csrfToken: '', expiresAt })
}
