import type { Reach } from '#kernel/sql.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Role } from './contract.ts'
import { ofAnswering } from './sentences/of-answering.ts'
import { ofHandling } from './sentences/of-handling.ts'
import { ofOffice } from './sentences/of-office.ts'
import { ofWatching } from './sentences/of-watching.ts'
import { type Sentence, served, watching } from './sentences/sentence.ts'

/**
 * Who may do what, as sentences. How far it reaches is decided by `reachOf` and held by the database: officers and
 * heads of units see their own unit, supervision and leaders the whole jurisdiction, administrators no case at all.
 */
export const policy = [
  ...ofOffice,
  ...ofHandling,
  ...ofWatching,
  ...ofAnswering,
] as const satisfies readonly Sentence[]

export type Permission = (typeof policy)[number]['may']

export const administrators = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const

/**
 * Who must say why before an answer is given: whenever a whole log leaves the house by a person's hand. Systems are
 * told why when they get their token.
 */
export const purposes = [
  {
    of: 'exported',
    who: [...served, ...watching],
    zh: '导出整份日志、证据包须说明用途',
    en: 'a whole log or an evidence bundle is exported only with its purpose',
  },
] as const satisfies readonly (Bilingual & { of: string; who: readonly Role[] })[]

export const mustSayWhy = (kind: string, roles: readonly string[]): boolean =>
  purposes.some(({ of, who }) => of === kind && who.some((role) => roles.includes(role)))

interface Holder {
  readonly roles: readonly (Role | 'resident')[]
  readonly unit: string | null
}

/** Everything somebody may do. */
export function permissionsOf({ roles, unit }: Holder): ReadonlySet<string> {
  const sentences: readonly Sentence[] = policy
  const held = sentences.filter(({ who }) => who.some((role) => roles.includes(role))).map(({ may }) => may)
  // The feed is the whole jurisdiction's, so the system of a single unit does not get it.
  const all =
    roles.includes('reportingSystem') && unit !== null ? held.filter((may) => may !== 'feed.read') : held
  return new Set(all)
}

/** How far somebody sees: the one predicate that row-level security holds for every list, search, count and export. */
export function reachOf({ roles, unit }: Holder): Reach {
  if (roles.some((role) => role === 'supervisor' || role === 'leader')) return 'jurisdiction'
  if (roles.includes('reportingSystem')) return unit === null ? 'jurisdiction' : 'unit'
  return unit !== null && roles.some((role) => role === 'officer' || role === 'unitHead') ? 'unit' : 'none'
}
