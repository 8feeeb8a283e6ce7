import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'

const TokenRow = z.object({ token: z.string(), title: z.string(), issuedAt: z.date(), expiresAt: z.date() })
const FoundToken = z.object({ account: z.string(), expiresAt: z.date() })

export const findTokens = (db: Db, account: string) =>
  db.rows(
    TokenRow,
    sql`
    select token, title, issued_at, expires_at
      from access_token
     where jurisdiction = ${db.scope.jurisdiction}
       and account = ${account}
     order by issued_at, token
     limit 200
  `,
  )

export const findToken = (db: Db, tokenHash: Buffer) =>
  db.one(
    FoundToken,
    sql`
    select account, expires_at
      from access_token
     where jurisdiction = ${db.scope.jurisdiction}
       and token_hash = ${tokenHash}
  `,
  )

export const insertToken = (
  db: Db,
  given: {
    readonly token: string
    readonly tokenHash: Buffer
    readonly account: string
    readonly title: string
    readonly at: EpochMs
    readonly expiresAt: EpochMs
  },
) =>
  db.run(sql`
    insert into access_token (jurisdiction, token, token_hash, account, title, issued_at, expires_at)
    values (${db.scope.jurisdiction}, ${given.token}, ${given.tokenHash}, ${given.account}, ${given.title},
            ${new Date(given.at).toISOString()}, ${new Date(given.expiresAt).toISOString()})
  `)

export const deleteToken = (db: Db, account: string, token: string) =>
  db.run(sql`
    delete from access_token
     where jurisdiction = ${db.scope.jurisdiction}
       and account = ${account}
       and token = ${token}
  `)
