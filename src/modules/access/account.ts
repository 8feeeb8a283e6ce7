import { type Role } from './contract.ts'
import { administrators } from './policy.ts'
import { refuse } from './refusals.ts'

export type AccountEvent =
  | { type: 'AccountCreated'; name: string; unit: string | null }
  | { type: 'RolesSet'; roles: readonly Role[] }
  | { type: 'AccountSuspended' }
  | { type: 'AccountRestored' }
  | { type: 'PasswordChanged' }
  | { type: 'TokenIssued'; token: string; title: string; expiresAt: string }
  | { type: 'TokenRevoked'; token: string }

export interface AccountState {
  readonly unit: string | null
  readonly roles: readonly Role[]
  readonly status: 'active' | 'suspended'
  readonly tokens: ReadonlySet<string>
}

export function evolve(state: AccountState | undefined, event: AccountEvent): AccountState {
  const before = state ?? { unit: null, roles: [], status: 'active', tokens: new Set() }
  switch (event.type) {
    case 'AccountCreated':
      return { ...before, unit: event.unit }
    case 'RolesSet':
      return { ...before, roles: event.roles }
    case 'AccountSuspended':
      return { ...before, status: 'suspended' }
    case 'AccountRestored':
      return { ...before, status: 'active' }
    case 'PasswordChanged':
      return before
    case 'TokenIssued':
      return { ...before, tokens: new Set([...before.tokens, event.token]) }
    case 'TokenRevoked':
      return { ...before, tokens: new Set([...before.tokens].filter((token) => token !== event.token)) }
  }
}

interface Names {
  readonly account: string
  readonly by: string
}

/** A new account can do nothing: whoever creates accounts does not grant roles (三员分立, GB/T 22239-2019 8.1.5). */
export function create(
  state: AccountState | undefined,
  { account, name, unit }: { readonly account: string; readonly name: string; readonly unit: string | null },
): AccountEvent[] {
  if (state) throw refuse('access.account-exists', { account })
  return [{ type: 'AccountCreated', name, unit }]
}

export function grant(state: AccountState, roles: readonly Role[], { account, by }: Names): AccountEvent[] {
  if (account === by) throw refuse('access.own-account')
  const wanted = [...new Set(roles)].sort()
  refuseConflicts(wanted, state.unit)
  if (wanted.join() === [...state.roles].sort().join()) return []
  return [{ type: 'RolesSet', roles: wanted }]
}

const isAdministrator = (role: Role) => (administrators as readonly Role[]).includes(role)

function refuseConflicts(roles: readonly Role[], unit: string | null): void {
  const has = (role: Role) => roles.includes(role)
  if (roles.length > 1 && roles.some(isAdministrator)) throw refuse('access.administrators-apart')
  if (roles.length > 1 && has('reportingSystem')) throw refuse('access.system-is-no-person')
  const served = has('officer') || has('unitHead')
  if ((has('supervisor') || has('observer') || has('personnel')) && served)
    throw refuse('access.watcher-and-watched')
  if (served && unit === null) throw refuse('access.unit-needed')
}

export function setStatus(
  state: AccountState,
  status: AccountState['status'],
  { account, by }: Names,
): AccountEvent[] {
  if (account === by) throw refuse('access.own-account')
  if (state.status === status) return []
  return [{ type: status === 'suspended' ? 'AccountSuspended' : 'AccountRestored' }]
}

export function issueToken(
  state: AccountState,
  issued: { readonly token: string; readonly title: string; readonly expiresAt: string },
): AccountEvent[] {
  if (!state.roles.includes('reportingSystem')) throw refuse('access.not-a-system')
  if (state.status === 'suspended') throw refuse('access.suspended')
  return [{ type: 'TokenIssued', ...issued }]
}

export function revokeToken(state: AccountState, token: string): AccountEvent[] {
  if (!state.tokens.has(token)) throw refuse('access.no-such-token')
  return [{ type: 'TokenRevoked', token }]
}
