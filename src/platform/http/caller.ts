import type { EpochMs } from '#kernel/day.ts'
import type { Reach, Scope } from '#kernel/sql.ts'

/** Who is asking, as found by `authenticate` from a session cookie or a bearer token. */
export interface Caller {
  readonly account: string
  readonly name: string
  readonly jurisdiction: string
  readonly unit: string | null
  readonly roles: readonly string[]
  readonly permissions: ReadonlySet<string>
  readonly reach: Reach
  /** A cookie is sent by the browser without being asked, so its writes must prove that a page of ours sent them. */
  readonly by: 'session' | 'token'
  readonly csrfToken: string
  readonly expiresAt: EpochMs
}

/** What a request brought along to say who sends it. */
export interface Credentials {
  readonly sessionToken: string | undefined
  readonly bearerToken: string | undefined
}

/**
 * Finds the caller. Nothing presented gives undefined; something presented that no longer holds is refused (401).
 * It may answer at once, so that a known session costs no turn of the event loop.
 */
export type Authenticate = (
  credentials: Credentials,
  now: EpochMs,
) => Caller | undefined | Promise<Caller | undefined>

/** What row-level security is told about the caller. */
export const scopeOf = ({ jurisdiction, account, unit, roles, reach }: Caller): Scope => ({
  jurisdiction,
  account,
  roles,
  reach,
  ...(unit === null ? {} : { unit }),
})
