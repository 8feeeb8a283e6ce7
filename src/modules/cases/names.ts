import type { Db } from '#kernel/sql.ts'
import { type Bilingual, isRefusal, Refusal } from '#kernel/refusal.ts'
import { THE_LAW } from './actor.ts'
import type { LivingCase } from './case.ts'
import { type Directory, directoryOf } from './directory.ts'
import type { Desk } from './plan.ts'
import { refuse } from './refusals.ts'
import { desksSpokenOf } from './transfers/state.ts'

/** Accounts, posts and units as people call them. Whoever has no name any more keeps the id, so that nobody is left out. */
export interface Names {
  /** Who did something: 「规划局 李蔚」, the applicant, the law, the system. */
  by(actor: string): Bilingual
  post(desk: Desk): Bilingual
  unit(unit: string): Bilingual
  /** A refusal with the names of the unit and post it speaks of. */
  said(refusal: Refusal): Bilingual
}

/** The desks, people and units that the page of one case names. */
export function namedIn(state: LivingCase, actors: readonly string[]) {
  const { plan, steps, transfers } = state
  const planned = [...plan.steps, ...(plan.joint?.branches ?? []), plan.decidedBy, plan.deliveredBy]
  return {
    desks: [...planned, ...steps, ...desksSpokenOf(transfers)],
    accounts: actors,
    units: [plan.unit, ...(plan.joint ? [plan.joint.lead] : [])],
  }
}

export const namesFor = async (db: Db, state: LivingCase, actors: readonly string[]): Promise<Names> =>
  namesIn(await directoryOf(db, namedIn(state, actors)), state)

export function namesIn(directory: Directory, state: LivingCase): Names {
  const named = placesIn(directory)
  const by = (actor: string): Bilingual => {
    if (actor.startsWith('resident/')) return actor === `resident/${state.agent}` ? AGENT : APPLICANT
    if (actor.startsWith('system/')) return actor === THE_LAW.account ? LAW : SYSTEM
    const person = directory.person(actor)
    if (!person) return named.holder(actor) ?? { zh: actor, en: actor }
    if (person.unit === null) return { zh: person.name, en: person.name }
    const { zh, en } = named.unit(person.unit)
    return { zh: `${zh} ${person.name}`, en: `${person.name}, ${en}` }
  }
  return { ...named, by }
}

const APPLICANT: Bilingual = { zh: '申请人', en: 'the applicant' }
const AGENT: Bilingual = { zh: '代理人', en: 'the agent' }
const LAW: Bilingual = { zh: '依法自动发生', en: 'by operation of law' }
const SYSTEM: Bilingual = { zh: '系统', en: 'the system' }

interface Places extends Omit<Names, 'by'> {
  /** Somebody without an account here is called by the post that he holds. */
  holder(account: string): Bilingual | undefined
}

function placesIn(directory: Directory): Places {
  const unit = (id: string) => directory.unit(id) ?? { zh: id, en: id }
  const post = (desk: Desk) => {
    const found = directory.post(desk)
    return found ? { zh: found.title, en: found.titleEn } : { zh: desk.post, en: desk.post }
  }
  const holder = (account: string) => {
    const held = directory.posts.find((one) => one.holder === account)
    if (!held) return undefined
    const { zh, en } = unit(held.unit)
    return { zh: `${zh} ${held.title}`, en: `${held.titleEn}, ${en}` }
  }
  return { unit, post, holder, said: (refusal) => saidWith(refusal, { unit, post }) }
}

function saidWith({ code, text, details }: Refusal, { unit, post }: Pick<Names, 'unit' | 'post'>): Bilingual {
  const of = details['unit']
  if (typeof of !== 'string' || !code.startsWith('case.')) return text
  const desk = post({ unit: of, post: String(details['post'] ?? '') })
  const say = (language: keyof Bilingual) =>
    refuse(code as Parameters<typeof refuse>[0], {
      ...details,
      unit: unit(of)[language],
      post: desk[language],
    }).text[language]
  return { zh: say('zh'), en: say('en') }
}

/** What was refused, with names in place of ids; anything else as it is. Throw what it gives. */
export async function withNames(db: Db, error: unknown): Promise<unknown> {
  if (!isRefusal(error)) return error
  const { unit, post } = error.details
  if (typeof unit !== 'string') return error
  const desks = typeof post === 'string' ? [{ unit, post }] : []
  const names = placesIn(await directoryOf(db, { desks, accounts: [], units: [unit] }))
  return new Refusal(error.code, error.status, names.said(error), error.details)
}
