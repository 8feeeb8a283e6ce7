import type { Bilingual } from '#kernel/refusal.ts'
import type { Role } from '../contract.ts'

/** Who may do what, in words. */
export interface Sentence extends Bilingual {
  readonly may: string
  readonly who: readonly (Role | 'resident')[]
}

export const served = ['officer', 'unitHead'] as const satisfies readonly Role[]
export const watching = ['supervisor', 'leader'] as const satisfies readonly Role[]
/** Every person who works with the platform; a department's system is nobody. */
export const everybody = [
  ...served,
  ...watching,
  'inspector',
  'observer',
  'personnel',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const satisfies readonly Role[]
