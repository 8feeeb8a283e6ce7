import type { Bilingual } from '#kernel/refusal.ts'
import type { Who } from './definition.ts'
import type { Actor } from './decide.ts'
import type { Entry } from './entry.ts'
import { ROLE_WORDS, UNIT_KIND_WORDS, WHO_WORDS } from './terms.ts'

const has = (actor: Actor, role: string): boolean => actor.roles.includes(role)
const isStaff = (actor: Actor): boolean => actor.unit !== null && (has(actor, 'officer') || isHead(actor))
const isHead = (actor: Actor): boolean => actor.unit !== null && has(actor, 'unitHead')

const ROLES: Readonly<Record<Extract<Who, string>, (actor: Actor, entry: Entry) => boolean>> = {
  unit: (actor, entry) => isStaff(actor) && actor.unit === entry.unit,
  head: (actor, entry) => isHead(actor) && actor.unit === entry.unit,
  anyUnit: isStaff,
  anyHead: isHead,
  supervision: (actor) => has(actor, 'supervisor'),
  leader: (actor) => has(actor, 'leader'),
  resident: (actor) => has(actor, 'resident'),
}

/** Whether somebody is one of those whom a step names, for this entry. */
export function mayBe(who: Who, entry: Entry, actor: Actor): boolean {
  if (typeof who === 'string') return ROLES[who](actor, entry)
  if ('role' in who) return has(actor, who.role)
  if ('unitKind' in who) return isStaff(actor) && actor.unitKind === who.unitKind
  const named = entry.values[who.field]
  return named === actor.account || (isStaff(actor) && named === actor.unit)
}

export function whoInWords(by: readonly Who[]): Bilingual {
  const words = by.map((who): Bilingual => {
    if (typeof who === 'string') return WHO_WORDS[who]
    if ('unitKind' in who) return UNIT_KIND_WORDS[who.unitKind] ?? { zh: who.unitKind, en: who.unitKind }
    if ('role' in who) return ROLE_WORDS[who.role] ?? { zh: who.role, en: who.role }
    return { zh: '记录中指定的单位或人员', en: 'the unit or person that the entry names' }
  })
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(' or ') }
}
