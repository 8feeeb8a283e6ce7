import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import {
  type Actor,
  BY_CODE,
  type Entry,
  figuresOf,
  findDefinitions,
  findDrafts,
  findEntries,
  definitionsInForce,
  type InForce,
  nameOf,
  type RegisterFigure,
  type Institution,
  offered,
  openingStep,
  standingOf,
  stateOf,
  surroundings,
  type Surroundings,
} from '#engines/registers/index.ts'
import type { z } from 'zod'
import { calledIn } from './called.ts'
import type * as contract from './contract.ts'
import type { InstitutionRow, InstitutionView } from './institution-shapes.ts'
import type { InstitutionServices } from './services.ts'
import { entryRows, figureView, instant, type Noted } from './views.ts'

interface Reading {
  readonly actor: Actor
  readonly now: number
  /** Names of the entries that the caller may see; conditions look at the others too, and lists never show them. */
  readonly visible: ReadonlySet<string>
}

const EMPTY = (code: string, state: string): Entry => ({
  ...{ institution: code, id: '', version: 0, unit: '', state, values: {} },
  ...{ taken: [], corrections: [], answers: [], passed: [] },
})

/** Whether somebody could open an entry, as far as that depends on who he is. */
export function mayOpen(definition: Institution, actor: Actor): boolean {
  const { code, owner } = definition
  const first = openingStep(definition)
  const open = { ...first, from: [first.to] }
  const entry = { ...EMPTY(code, first.to), unit: actor.unit ?? '' }
  const offer = offered({ ...definition, steps: [open] }, entry, actor)
  return offer.some(({ whyNot }) => whyNot === null) && (owner !== 'opener' || actor.unit !== null)
}

/** What a look at entries needs, gathered once for all that are looked at. */
interface Looking {
  readonly around: Surroundings
  /** By `institution/version`. */
  readonly versions: ReadonlyMap<string, Institution>
}

async function looking(
  db: Db,
  { registers }: InstitutionServices,
  now: number,
  institution?: string,
): Promise<Looking> {
  const published = await findDefinitions(db, institution)
  const versions = new Map(published.map((one) => [`${one.institution}/${one.version}`, one.definition]))
  return { versions, around: await surroundings(db, registers, now) }
}

/** Entries with what is to be noticed in each today. */
async function notedEntries(
  entries: readonly Entry[],
  { around, versions }: Looking,
  visible: ReadonlySet<string>,
): Promise<Noted[]> {
  const noted: Noted[] = []
  for (const entry of entries.filter(({ institution, id }) => visible.has(nameOf(institution, id)))) {
    const definition = versions.get(`${entry.institution}/${entry.version}`)
    if (definition) noted.push({ entry, definition, raised: await standingOf(definition, entry, around) })
  }
  return noted
}

const isOpen = ({ definition, entry }: Noted): boolean => stateOf(definition, entry).over !== true
const isMine = ({ definition, entry }: Noted, actor: Actor): boolean =>
  offered(definition, entry, actor).some(({ whyNot }) => whyNot === null)

export async function institutionRows(
  db: Db,
  services: InstitutionServices,
  reading: Reading,
): Promise<InstitutionRow[]> {
  const drafts = new Set((await findDrafts(db)).map(({ institution }) => institution))
  const look = await looking(db, services, reading.now)
  const rows: InstitutionRow[] = []
  for (const inForce of await definitionsInForce(db, services.registers))
    rows.push(
      await institutionRow(inForce, look, { ...reading, hasDraft: drafts.has(inForce.definition.code) }),
    )
  return rows
}

async function institutionRow(
  { definition, version }: InForce,
  look: Looking,
  { hasDraft, ...reading }: Reading & { readonly hasDraft: boolean },
): Promise<InstitutionRow> {
  const { code, title, purpose, area, answers } = definition
  const noted = await notedEntries(await look.around.entries(code), look, reading.visible)
  return {
    ...{ institution: code, title, purpose, area, answers, version, hasDraft },
    entries: noted.length,
    open: noted.filter(isOpen).length,
    flagged: noted.filter(({ raised }) => raised.length > 0).length,
    mine: noted.filter((one) => isOpen(one) && isMine(one, reading.actor)).length,
    mayOpen: mayOpen(definition, reading.actor),
  }
}

export async function institutionView(
  db: Db,
  services: InstitutionServices,
  inForce: InForce,
  reading: Reading,
): Promise<InstitutionView> {
  const { definition } = inForce
  const drafts = await findDrafts(db)
  const hasDraft = drafts.some(({ institution }) => institution === definition.code)
  const look = await looking(db, services, reading.now, definition.code)
  const { around } = look
  const entries = (await around.entries(definition.code)).filter(({ id }) =>
    reading.visible.has(nameOf(definition.code, id)),
  )
  const called = await calledIn(db, services, definition, entries)
  const versions = await findDefinitions(db, definition.code)
  const people = await peopleOf(db, services, versions)
  return {
    ...(await institutionRow(inForce, look, { ...reading, hasDraft })),
    definition,
    figures: (await figuresOf(definition, entries, around)).map((one) => figureView(definition, called, one)),
    versions: versions.map(({ version, publishedAt, publishedBy, draftedBy }) => ({
      version,
      publishedAt: instant(publishedAt.getTime()),
      publishedBy: people(publishedBy),
      draftedBy: people(draftedBy),
    })),
  }
}

const THE_PLATFORM: Bilingual = { zh: '平台自带', en: 'comes with the platform' }

/** Names of those who drafted and published. */
export async function peopleOf(
  db: Db,
  services: InstitutionServices,
  given: readonly { readonly draftedBy: string; readonly publishedBy?: string }[],
): Promise<(account: string) => Bilingual> {
  const accounts = given.flatMap(({ draftedBy, publishedBy }) => [
    draftedBy,
    ...(publishedBy ? [publishedBy] : []),
  ])
  const as = { ...EMPTY('', ''), answers: accounts.map((by) => ({ flag: '', by, at: 0, text: '' })) }
  const called = await calledIn(db, services, { fields: [] } as unknown as Institution, [as])
  return (account) => (account === BY_CODE ? THE_PLATFORM : called('account', account))
}

type Question = z.output<(typeof contract.listEntries)['query']>
const PAGE = 50

/** Lists are of hundreds or thousands of entries: what is flagged today is found by looking at each. */
export async function entryPage(
  db: Db,
  services: InstitutionServices,
  { definition }: InForce,
  { query, ...reading }: Reading & { readonly query: Question },
) {
  const ids = await idsBehind(db, services, definition, { query, ...reading })
  const look = await looking(db, services, reading.now, definition.code)
  const found = (await look.around.entries(definition.code)).filter((entry) => matches(entry, query, ids))
  const noted = await notedEntries(found, look, reading.visible)
  const wanted = noted.filter(
    (one) =>
      (query.only !== 'flagged' || one.raised.length > 0) &&
      (query.only !== 'mine' || (isOpen(one) && isMine(one, reading.actor))),
  )
  const inOrder = [...wanted].sort(
    (one, other) => Number(isOpen(other)) - Number(isOpen(one)) || (one.entry.id < other.entry.id ? 1 : -1),
  )
  const [limit, offset] = [query.limit ?? PAGE, Math.max(0, Number(query.after ?? 0) || 0)]
  const page = inOrder.slice(offset, offset + limit)
  return {
    rows: await entryRows(db, services, definition, page, reading.actor),
    next: inOrder.length > offset + limit ? String(offset + limit) : null,
    total: inOrder.length,
  }
}

function matches(
  entry: Entry,
  { state, unit, search }: Question,
  ids: ReadonlySet<string> | undefined,
): boolean {
  const words = search?.trim().toLowerCase()
  return (
    (state === undefined || entry.state === state) &&
    (unit === undefined || entry.unit === unit) &&
    (ids === undefined || ids.has(entry.id)) &&
    (!words || [entry.id, ...Object.values(entry.values).flat()].join('\n').toLowerCase().includes(words))
  )
}

async function idsBehind(
  db: Db,
  services: InstitutionServices,
  definition: Institution,
  { query: { figure, group, period, hits }, now, visible }: Reading & { readonly query: Question },
): Promise<ReadonlySet<string> | undefined> {
  if (figure === undefined) return undefined
  const entries = (await findEntries(db, definition.code)).filter(({ id }) =>
    visible.has(nameOf(definition.code, id)),
  )
  const called = await calledIn(db, services, definition, entries)
  const figures = await figuresOf(definition, entries, await surroundings(db, services.registers, now))
  const isGroup = (one: RegisterFigure) =>
    (period === undefined || one.period === period) &&
    (group === undefined || one.group === group || figureView(definition, called, one).group?.zh === group)
  const meant = figures.find((one) => one.code === figure && isGroup(one))
  return new Set(hits === 'true' ? meant?.hits : meant?.subjects)
}
