import type { Bilingual } from '#kernel/refusal.ts'
import type { Who } from './definition.ts'
import type { Actor } from './decide.ts'
import type { Entry } from './entry.ts'

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
  if ('unitKind' in who) return isStaff(actor) && actor.unitKind === who.unitKind
  const named = entry.values[who.field]
  return named === actor.account || (isStaff(actor) && named === actor.unit)
}

const WORDS: Readonly<Record<Extract<Who, string>, Bilingual>> = {
  unit: { zh: '负责单位的工作人员', en: 'staff of the unit that answers for it' },
  head: { zh: '负责单位的负责人', en: 'the head of the unit that answers for it' },
  anyUnit: { zh: '各单位工作人员', en: 'staff of any unit' },
  anyHead: { zh: '各单位负责人', en: 'the head of any unit' },
  supervision: { zh: '监察人员', en: 'supervision' },
  leader: { zh: '领导', en: 'a leader' },
  resident: { zh: '申请人', en: 'applicants' },
}

const KINDS: Readonly<Record<string, Bilingual>> = {
  hall: { zh: '大厅管理机构的工作人员', en: 'staff of the body that runs the hall' },
  supervision: { zh: '监察机构的工作人员', en: 'staff of supervision' },
  township: { zh: '乡镇街道的工作人员', en: 'staff of a township' },
  village: { zh: '村社区的工作人员', en: 'staff of a village' },
  leadership: { zh: '政府领导班子的工作人员', en: "staff of the government's leadership" },
  department: { zh: '部门的工作人员', en: 'staff of a department' },
}

export function whoInWords(by: readonly Who[]): Bilingual {
  const words = by.map((who): Bilingual => {
    if (typeof who === 'string') return WORDS[who]
    if ('unitKind' in who) return KINDS[who.unitKind] ?? { zh: who.unitKind, en: who.unitKind }
    return { zh: '记录中指定的单位或人员', en: 'the unit or person that the entry names' }
  })
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(' or ') }
}
