import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Caller } from '#platform/http/index.ts'
import { findJurisdiction, findWhereFrom } from '#modules/organisation/index.ts'
import type { Role, Session } from './contract.ts'
import { permissionsOf, reachOf } from './policy.ts'
import { refuse } from './refusals.ts'
import { findSigning } from './session-store.ts'

/** A caller with what the pages want to know about oneself. */
export interface Signed extends Caller {
  /** `resident`: somebody who proved a phone number; nobody is granted it. */
  readonly roles: readonly (Role | 'resident')[]
  readonly mustChangePassword: boolean
  readonly jurisdictionName: string
  readonly unitView: Session['unit']
}

/** An account as it is now, or undefined when it is suspended or gone. */
export async function findSigned(
  db: Db,
  account: string,
  proof: Pick<Caller, 'by' | 'csrfToken' | 'expiresAt'>,
): Promise<Signed | undefined> {
  if (isResident(account)) return residentSigned(db, account, proof)
  const found = await findSigning(db, account)
  if (found?.status !== 'active') return undefined
  const from = await findWhereFrom(db, found.unit)
  return {
    account,
    name: found.name,
    jurisdiction: db.scope.jurisdiction,
    jurisdictionName: from?.jurisdictionName ?? db.scope.jurisdiction,
    unit: found.unit,
    unitView: from?.unit == null ? null : { id: from.unit, name: from.name ?? '', nameEn: from.nameEn ?? '' },
    roles: found.roles,
    permissions: permissionsOf(found),
    reach: reachOf(found),
    mustChangePassword: proof.by === 'session' && (found.mustChange ?? false),
    ...proof,
  }
}

const RESIDENT = 'resident/'
export const isResident = (account: string): boolean => account.startsWith(RESIDENT)
export const residentAccount = (person: string): string => `${RESIDENT}${person}`

/** Somebody who proved a phone number: no unit's rows, no name here, only what is his own. */
async function residentSigned(
  db: Db,
  account: string,
  proof: Pick<Caller, 'by' | 'csrfToken' | 'expiresAt'>,
): Promise<Signed> {
  const { jurisdiction } = db.scope
  const holder = { roles: ['resident'], unit: null } as const
  return {
    ...{ account, jurisdiction, name: '', unitView: null, mustChangePassword: false },
    ...holder,
    jurisdictionName: (await findJurisdiction(db, jurisdiction))?.name ?? jurisdiction,
    permissions: permissionsOf(holder),
    reach: reachOf(holder),
    ...proof,
  }
}

export const sessionView = (signed: Signed): Session => ({
  account: signed.account,
  name: signed.name,
  jurisdiction: signed.jurisdiction,
  jurisdictionName: signed.jurisdictionName,
  unit: signed.unitView,
  roles: signed.roles.filter((role) => role !== 'resident'),
  permissions: [...signed.permissions],
  csrfToken: signed.csrfToken,
  expiresAt: new Date(signed.expiresAt).toISOString(),
  mustChangePassword: signed.mustChangePassword,
})

/** The refusal somebody gets at a guard, or undefined. Who has a borrowed password may only choose an own one. */
export function permits(caller: Caller, guard: string) {
  if (guard === 'signedIn') return undefined
  if ((caller as Signed).mustChangePassword) return refuse('access.must-change-password')
  return caller.permissions.has(guard) ? undefined : refuse('access.not-permitted', { permission: guard })
}

const IDLE_MS = 30 * 60_000
export const SESSION_MS = 12 * 60 * 60_000

export const isIdle = (seenAt: EpochMs, now: EpochMs) => now - seenAt > IDLE_MS
export const idleBefore = (now: EpochMs) => now - IDLE_MS
