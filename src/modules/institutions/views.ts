import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { findClocksOf } from '#engines/clocks/stored/index.ts'
import {
  type Actor,
  definitionAt,
  type Entry,
  entryOfClock,
  entryStream,
  type Institution,
  isReference,
  offered,
  openingStep,
  type Raised,
  type RegisterFigure,
  stateOf,
  standingOf,
  surroundings,
  type Taken,
} from '#engines/registers/index.ts'
import { type Called, calledIn } from './called.ts'
import type { EntryRow, EntryView, FigureView, FlagView } from './institution-shapes.ts'
import type { InstitutionServices } from './services.ts'

export const instant = (at: EpochMs): string => formatInstant(at, DEFAULT_ZONE)

export const flagView = (called: Called, { flag, title, level, answer }: Raised): FlagView => ({
  flag,
  title,
  level,
  answer: answer && { by: called('account', answer.by), at: instant(answer.at), text: answer.text },
})

export interface Noted {
  readonly entry: Entry
  readonly definition: Institution
  readonly raised: readonly Raised[]
}

const isMine = (definition: Institution, entry: Entry, actor: Actor): boolean =>
  stateOf(definition, entry).over !== true &&
  offered(definition, entry, actor).some(({ whyNot }) => whyNot === null)

/** Rows of a list: one question for all names, none for limits, which each entry's page tells. */
export async function entryRows(
  db: Db,
  services: InstitutionServices,
  definition: Institution,
  noted: readonly Noted[],
  actor: Actor,
): Promise<EntryRow[]> {
  const called = await calledIn(
    db,
    services,
    definition,
    noted.map(({ entry }) => entry),
  )
  return noted.map((one) => rowOf(called, one, actor))
}

function rowOf(
  called: Called,
  { entry, definition, raised }: Noted,
  actor: Actor,
): Omit<EntryRow, 'dueAt'> & { dueAt: null } {
  return {
    entry: entry.id,
    named: namedOf(definition, entry, called),
    state: entry.state,
    unit: called('unit', entry.unit),
    openedOn: entry.taken[0]?.on ?? '',
    flags: raised.map((one) => flagView(called, one)),
    dueAt: null,
    mine: isMine(definition, entry, actor),
  }
}

/** What an entry is called in lists: the value of its naming field, in words. */
export function namedOf({ fields, named }: Institution, entry: Entry, called: Called): string {
  const field = fields.find(({ code }) => code === named)
  const value = entry.values[named]
  if (value === undefined || !field) return entry.id
  if (typeof value === 'string' && (field.kind === 'person' || isReference(field.kind)))
    return called(field.kind, value).zh
  if (field.kind === 'choice')
    return field.choices?.find(({ code }) => code === value)?.title.zh ?? String(value)
  return String(value)
}

export async function entryView(
  db: Db,
  services: InstitutionServices,
  entry: Entry,
  { actor, now }: { readonly actor: Actor; readonly now: EpochMs },
): Promise<EntryView> {
  const { registers } = services
  const definition = await definitionAt(db, registers, entry.institution, entry.version)
  const raised = await standingOf(definition, entry, await surroundings(db, registers, now))
  const called = await calledIn(db, services, definition, [entry])
  const limits = await limitsOf(db, entry)
  const steps = offered(definition, entry, actor).map(({ step, whyNot }) => ({ step: step.code, whyNot }))
  const over = stateOf(definition, entry).over === true
  const running = limits.flatMap(({ status, dueAt }) => (status === 'open' && dueAt !== null ? [dueAt] : []))
  return {
    ...rowOf(called, { entry, definition, raised }, actor),
    dueAt: running.sort()[0] ?? null,
    institution: entry.institution,
    definition,
    version: entry.version,
    values: masked(definition, entry.values, called),
    called: namesOf(definition, entry, called),
    taken: entry.taken.map((one) => takenView(definition, one, called)),
    corrections: entry.corrections.map(({ by, at, reason, before }) => ({
      by: called('account', by),
      at: instant(at),
      reason,
      before: masked(definition, before, called),
    })),
    limits,
    steps,
    mayCorrect: !over && mayOpen(definition, entry, actor),
    mayAnswer: actor.unit === entry.unit,
  }
}

/** Whoever may open such an entry for this unit may correct it. */
function mayOpen(definition: Institution, entry: Entry, actor: Actor): boolean {
  const opening = { ...openingStep(definition), from: [entry.state] }
  return offered({ ...definition, steps: [opening] }, entry, actor).some(({ whyNot }) => whyNot === null)
}

const takenView = (definition: Institution, { step, by, at, values }: Taken, called: Called) => ({
  step,
  by: called('account', by),
  at: instant(at),
  values: masked(definition, values, called),
})

/** Of persons only what may be seen by everybody who sees the entry. */
function masked({ fields }: Institution, values: Entry['values'], called: Called): EntryView['values'] {
  const persons = new Set(fields.filter(({ kind }) => kind === 'person').map(({ code }) => code))
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => [
      code,
      persons.has(code) ? called('person', String(value)).zh : value,
    ]),
  )
}

const namesOf = ({ fields }: Institution, { values }: Entry, called: Called): Record<string, Bilingual> =>
  Object.fromEntries(
    fields.flatMap(({ code, kind }) => {
      const value = values[code]
      return isReference(kind) && typeof value === 'string' ? [[code, called(kind, value)]] : []
    }),
  )

async function limitsOf(db: Db, { institution, id }: Entry): Promise<EntryView['limits']> {
  const clocks = await findClocksOf(db, entryStream(institution, id))
  return clocks.map((one) => ({
    clock: entryOfClock(one.id)?.clock ?? one.id,
    dueAt: one.dueAt === null ? null : instant(one.dueAt),
    status: one.status,
    provisional: one.provisional,
  }))
}

export const figureView = (
  { fields, measures }: Institution,
  called: Called,
  { group, ...figure }: RegisterFigure,
): FigureView => {
  const per = measures.find(({ code }) => code === figure.code)?.per
  const field = fields.find(({ code }) => code === per)
  return {
    ...figure,
    hits: [...figure.hits],
    subjects: [...figure.subjects],
    group: group === null ? null : groupName(field, group, called),
  }
}

function groupName(
  field: Institution['fields'][number] | undefined,
  group: string,
  called: Called,
): Bilingual {
  if (field && isReference(field.kind)) return called(field.kind, group)
  return field?.choices?.find(({ code }) => code === group)?.title ?? { zh: group, en: group }
}
