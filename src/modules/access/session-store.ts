import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import type { Attempts } from './attempts.ts'
import { Role } from './contract.ts'

const instant = (at: EpochMs) => new Date(at).toISOString()

const Credential = z.object({ passwordHash: z.string(), mustChange: z.boolean() })

export const findCredential = (db: Db, account: string) =>
  db.one(
    Credential,
    sql`
    select password_hash, must_change
      from access_credential
     where jurisdiction = ${db.scope.jurisdiction}
       and account = ${account}
  `,
  )

const Signing = z.object({
  name: z.string(),
  unit: z.string().nullable(),
  roles: z.array(Role),
  status: z.enum(['active', 'suspended']),
  mustChange: z.boolean().nullable(),
})

/** What an account may do, and whether its password is a borrowed one: asked with nearly every request. */
export const findSigning = (db: Db, account: string) =>
  db.one(
    Signing,
    sql`
    select a.name, a.unit, a.roles, a.status, c.must_change
      from access_account a
      left join access_credential c
        on c.jurisdiction = a.jurisdiction
       and c.account = a.account
     where a.jurisdiction = ${db.scope.jurisdiction}
       and a.account = ${account}
  `,
  )

export const putCredential = (
  db: Db,
  account: string,
  given: { readonly passwordHash: string; readonly mustChange: boolean; readonly at: EpochMs },
) =>
  db.run(sql`
    insert into access_credential (jurisdiction, account, password_hash, must_change, changed_at)
    values (${db.scope.jurisdiction}, ${account}, ${given.passwordHash}, ${given.mustChange}, ${instant(given.at)})
        on conflict (jurisdiction, account)
        do update set password_hash = excluded.password_hash, must_change = excluded.must_change,
                      changed_at = excluded.changed_at
  `)

const AttemptRow = z.object({ failures: z.number(), lockedUntil: z.date().nullable(), lastAt: z.date() })

/** The attempts of a name so far; the row stays locked until the transaction ends, so attempts are counted one by one. */
export async function lockAttempts(db: Db, account: string, now: EpochMs): Promise<Attempts | undefined> {
  await db.run(sql`
    insert into access_attempt (jurisdiction, account, failures, last_at)
    values (${db.scope.jurisdiction}, ${account}, 0, ${instant(now)})
        on conflict do nothing
  `)
  const row = await db.one(
    AttemptRow,
    sql`
    select failures, locked_until, last_at
      from access_attempt
     where jurisdiction = ${db.scope.jurisdiction}
       and account = ${account}
       for update
  `,
  )
  return (
    row && {
      failures: row.failures,
      lockedUntil: row.lockedUntil?.getTime() ?? null,
      lastAt: row.lastAt.getTime(),
    }
  )
}

export const putAttempts = (db: Db, account: string, { failures, lockedUntil, lastAt }: Attempts) =>
  db.run(sql`
    update access_attempt
       set failures = ${failures},
           locked_until = ${lockedUntil === null ? null : instant(lockedUntil)},
           last_at = ${instant(lastAt)}
     where jurisdiction = ${db.scope.jurisdiction}
       and account = ${account}
  `)

/** A good password sets the count back; names typed wrong long ago are forgotten along the way. */
export const clearAttempts = (db: Db, account: string, forgottenBefore: EpochMs) =>
  db.run(sql`
    delete from access_attempt
     where jurisdiction = ${db.scope.jurisdiction}
       and (account = ${account} or last_at < ${instant(forgottenBefore)})
  `)

const SessionRow = z.object({
  account: z.string(),
  csrfToken: z.string(),
  seenAt: z.date(),
  expiresAt: z.date(),
})

export const findSession = (db: Db, tokenHash: Buffer) =>
  db.one(
    SessionRow,
    sql`
    select account, csrf_token, seen_at, expires_at
      from access_session
     where jurisdiction = ${db.scope.jurisdiction}
       and token_hash = ${tokenHash}
  `,
  )

export const insertSession = (
  db: Db,
  given: {
    readonly tokenHash: Buffer
    readonly account: string
    readonly csrfToken: string
    readonly at: EpochMs
    readonly expiresAt: EpochMs
  },
) =>
  db.run(sql`
    insert into access_session (jurisdiction, token_hash, account, csrf_token, started_at, seen_at, expires_at)
    values (${db.scope.jurisdiction}, ${given.tokenHash}, ${given.account}, ${given.csrfToken}, ${instant(given.at)},
            ${instant(given.at)}, ${instant(given.expiresAt)})
  `)

export const touchSession = (db: Db, tokenHash: Buffer, at: EpochMs) =>
  db.run(sql`
    update access_session
       set seen_at = ${instant(at)}
     where jurisdiction = ${db.scope.jurisdiction}
       and token_hash = ${tokenHash}
  `)

export const deleteSession = (db: Db, tokenHash: Buffer) =>
  db.run(sql`
    delete from access_session
     where jurisdiction = ${db.scope.jurisdiction}
       and token_hash = ${tokenHash}
  `)

export const deleteSessionsOf = (db: Db, account: string) =>
  db.run(sql`
    delete from access_session
     where jurisdiction = ${db.scope.jurisdiction}
       and account = ${account}
  `)

/** Sessions nobody can use any more, so that the table holds only people who are here. */
export const deleteOldSessions = (db: Db, given: { readonly now: EpochMs; readonly seenBefore: EpochMs }) =>
  db.run(sql`
    delete from access_session
     where jurisdiction = ${db.scope.jurisdiction}
       and (expires_at < ${instant(given.now)} or seen_at < ${instant(given.seenBefore)})
  `)
