import { z } from 'zod'
import type { EpochMs } from '#kernel/day.ts'
import { type Db, sql } from '#kernel/sql.ts'
import type { AccountEvent } from './account.ts'
import { Role } from './contract.ts'

const Account = z.object({
  account: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  roles: z.array(Role),
  status: z.enum(['active', 'suspended']),
  lastSignInAt: z.date().nullable(),
})
export type ListedAccount = z.infer<typeof Account>

const columns = sql`account, name, unit, roles, status, last_sign_in_at`

/** One page of accounts by name, and a row more when there is a next page. */
export const findAccounts = (db: Db, after: string, limit: number): Promise<ListedAccount[]> =>
  db.rows(
    Account,
    sql`
    select ${columns}
      from access_account
     where jurisdiction = ${db.scope.jurisdiction}
       and account > ${after}
     order by account
     limit ${limit + 1}
  `,
  )

export const countAccounts = (db: Db) =>
  db.one(
    z.object({ total: z.number() }),
    sql`
    select count(*) as total
      from access_account
     where jurisdiction = ${db.scope.jurisdiction}
  `,
  )

export const findAccount = (db: Db, account: string): Promise<ListedAccount | undefined> =>
  db.one(
    Account,
    sql`
    select ${columns}
      from access_account
     where jurisdiction = ${db.scope.jurisdiction}
       and account = ${account}
  `,
  )

const Person = z.object({ account: z.string(), name: z.string(), unit: z.string().nullable() })
export type StaffPerson = z.infer<typeof Person>

/** Who stands behind some accounts; unknown ones are left out. */
export const findPeople = (db: Db, accounts: readonly string[]): Promise<StaffPerson[]> =>
  db.rows(
    Person,
    sql`
    select account, name, unit
      from access_account
     where jurisdiction = ${db.scope.jurisdiction}
       and account = any (${accounts}::text[])
     limit 1000
  `,
  )

const Official = z.object({ account: z.string(), unit: z.string().nullable(), roles: z.array(Role) })

/** What some people may do here, by where they work and as what; unknown ones are left out. */
export const findOfficials = (db: Db, accounts: readonly string[]) =>
  db.rows(
    Official,
    sql`
    select account, unit, roles
      from access_account
     where jurisdiction = ${db.scope.jurisdiction}
       and account = any (${accounts}::text[])
     order by account
     limit 1000
  `,
  )

/** Those who head a unit now, by account. */
export const findHeadsOf = (db: Db, unit: string): Promise<StaffPerson[]> =>
  db.rows(
    Person,
    sql`
    select account, name, unit
      from access_account
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = ${unit}
       and status = 'active'
       and 'unitHead' = any (roles)
     order by account
     limit 100
  `,
  )

/** Everybody who works in some units and whose account is not suspended, by unit and name; a department's system is nobody. */
export const findStaffOf = (db: Db, units: readonly string[]): Promise<StaffPerson[]> =>
  db.rows(
    Person,
    sql`
    select account, name, unit
      from access_account
     where jurisdiction = ${db.scope.jurisdiction}
       and unit = any (${units}::text[])
       and status = 'active'
       and not 'reportingSystem' = any (roles)
     order by unit, account
     limit 2000
  `,
  )

interface Sought {
  /** Part of a name or of an account in small letters; compared as it is, so that it holds no wildcards. */
  readonly text: string
  /** Units whose name holds the text: their people are meant too. */
  readonly unitsNamed: readonly string[]
  /** Nobody outside of it is shown; null for readers who see all units. */
  readonly within: string | null
  readonly limit: number
}

/** Who could be meant by what somebody types, by unit and name; systems and suspended accounts are nobody. */
export const findPeopleLike = (db: Db, { text, unitsNamed, within, limit }: Sought): Promise<StaffPerson[]> =>
  db.rows(
    Person,
    sql`
    select account, name, unit
      from access_account
     where jurisdiction = ${db.scope.jurisdiction}
       and status = 'active'
       and not 'reportingSystem' = any (roles)
       and unit is not distinct from coalesce(${within}::text, unit)
       and (position(${text} in lower(name)) > 0
            or position(${text} in account) > 0
            or unit = any (${unitsNamed}::text[]))
     order by unit nulls last, name, account
     limit ${limit}
  `,
  )

/** The list follows one event; doing it twice gives the same row. */
export async function listAccountEvent(db: Db, account: string, event: AccountEvent): Promise<void> {
  switch (event.type) {
    case 'AccountCreated':
      await db.run(sql`
        insert into access_account (jurisdiction, account, name, unit, status)
        values (${db.scope.jurisdiction}, ${account}, ${event.name}, ${event.unit}, 'active')
            on conflict do nothing
      `)
      return
    case 'RolesSet':
      await update(db, account, sql`roles = ${event.roles}`)
      return
    case 'AccountSuspended':
      await update(db, account, sql`status = 'suspended'`)
      return
    case 'AccountRestored':
      await update(db, account, sql`status = 'active'`)
      return
    case 'PasswordChanged':
    case 'TokenIssued':
    case 'TokenRevoked':
      return
  }
}

export const listSignIn = (db: Db, account: string, at: EpochMs) =>
  update(db, account, sql`last_sign_in_at = ${new Date(at).toISOString()}`)

const update = (db: Db, account: string, change: ReturnType<typeof sql>) =>
  db.run(sql`
    update access_account
       set ${change}
     where jurisdiction = ${db.scope.jurisdiction}
       and account = ${account}
  `)
