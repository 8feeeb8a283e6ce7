import type { Db } from '#kernel/sql.ts'
import { type Bilingual, isRefusal, Refusal } from '#kernel/refusal.ts'
import { findPeople } from '#modules/access/index.ts'
import { findPostTitles, findUnitTitles } from '#modules/organisation/index.ts'
import { deskName, THE_LAW } from './actor.ts'
import type { LivingCase } from './case.ts'
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

/** The names that the page of one case needs: one question for people, one for posts, one for units. */
export async function namesFor(db: Db, state: LivingCase, actors: readonly string[]): Promise<Names> {
  const { plan, steps, transfers } = state
  const planned = [...plan.steps, ...(plan.joint?.branches ?? []), plan.decidedBy, plan.deliveredBy]
  const desks = [...planned, ...steps, ...desksSpokenOf(transfers)]
  const staff = [...new Set(actors)].filter((actor) => !/^(resident|system)\//.test(actor))
  const people = new Map((await findPeople(db, staff)).map((one) => [one.account, one]))
  const ofPeople = [...people.values()].flatMap(({ unit }) => unit ?? [])
  const named = await namesOf(db, desks, [plan.unit, ...(plan.joint ? [plan.joint.lead] : []), ...ofPeople])
  const by = (actor: string): Bilingual => {
    if (actor.startsWith('resident/')) return actor === `resident/${state.agent}` ? AGENT : APPLICANT
    if (actor.startsWith('system/')) return actor === THE_LAW.account ? LAW : SYSTEM
    const person = people.get(actor)
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

async function namesOf(db: Db, desks: readonly Desk[], units: readonly string[]): Promise<Places> {
  const titled = await findPostTitles(db, desks)
  const posts = new Map(titled.map((one) => [deskName(one), { zh: one.title, en: one.titleEn }]))
  const titles = new Map(
    (await findUnitTitles(db, [...new Set([...units, ...desks.map(({ unit }) => unit)])])).map((one) => [
      one.id,
      { zh: one.name, en: one.nameEn },
    ]),
  )
  const unit = (id: string) => titles.get(id) ?? { zh: id, en: id }
  const post = (desk: Desk) => posts.get(deskName(desk)) ?? { zh: desk.post, en: desk.post }
  const holder = (account: string) => {
    const held = titled.find((one) => one.holder === account)
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
  const names = await namesOf(db, typeof post === 'string' ? [{ unit, post }] : [], [unit])
  return new Refusal(error.code, error.status, names.said(error), error.details)
}
