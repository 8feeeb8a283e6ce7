import { dayNumber, dayOfNumber, type Day, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Calendar, dayNumberAt, DEFAULT_ZONE, workingDaysWithin } from '../calendar/index.ts'
import { calendarsFor } from '../clocks/stored/index.ts'
import { type NewEvent, record } from '../ledger/index.ts'
import { runClocks } from './clocks.ts'
import { type Actor, correct, type Doing, open, take } from './decide.ts'
import type { Institution } from './definition.ts'
import { currentDefinition, definitionAt, type Registers } from './definitions.ts'
import { type Entry, type EntryEvent, evolve } from './entry.ts'
import type { Surroundings } from './evaluate.ts'
import type { Value } from './expression.ts'
import { fallsTo } from './limits.ts'
import { registerLists } from './lists.ts'
import { refuse } from './refusals.ts'
import { standingOf } from './standing.ts'
import { findEntries, findEntry, lockEntry, lockNumbers, publishedAt, type StoredEntry } from './store.ts'
import { entryStream } from './streams.ts'
import { isReference, type Reference } from './values.ts'

export interface Acting {
  readonly actor: Actor
  readonly now: EpochMs
}

type Given = Readonly<Record<string, unknown>>

export const todayOf = (now: EpochMs): Day => dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))

/** What conditions see in the office: all entries of the jurisdiction, and the figures that the modules hand in. */
export async function surroundings(db: Db, registers: Registers, now: EpochMs): Promise<Surroundings> {
  const calendar = await calendarOf(db)
  const today = todayOf(now)
  const read = new Map<string, Promise<Entry[]>>()
  const asked = new Map<string, Promise<Value | null>>()
  const askFact = async (name: string, given: Readonly<Record<string, Value | null>>) =>
    (await registers.facts[name]?.(db, given, { today, now })) ?? null
  return {
    today,
    entries: (institution) => {
      const entries = read.get(institution) ?? findEntries(db, institution)
      read.set(institution, entries)
      return entries
    },
    fact: (name, given) => {
      // Many entries ask the same of the same item: it is looked up once for all of them.
      const question = JSON.stringify([name, given])
      const answer = asked.get(question) ?? askFact(name, given)
      asked.set(question, answer)
      return answer
    },
    workingDays: (from, to) => workingDaysWithin(calendar, dayNumber(from), dayNumber(to)),
  }
}

export const calendarOf = async (db: Db): Promise<Calendar> => (await calendarsFor(db)).current('cn')

async function doingOf(db: Db, registers: Registers, { actor, now }: Acting): Promise<Doing> {
  return { actor, now, today: todayOf(now), around: await surroundings(db, registers, now) }
}

/** 登记: opens an entry under the version of its institution that is in force. */
export async function openEntry(
  db: Db,
  registers: Registers,
  { institution: code, given }: { readonly institution: string; readonly given: Given },
  acting: Acting,
): Promise<Entry> {
  const { definition, version } = await currentDefinition(db, registers, code, acting.now)
  await mustExist(db, registers, definition, given)
  const doing = await doingOf(db, registers, acting)
  const year = Number(doing.today.slice(0, 4))
  const number = (await lockNumbers(db, code, year)) + 1
  const id = `${year}-${String(number).padStart(4, '0')}`
  const events = await open(definition, { id, version, given }, doing)
  return store(db, { definition, id, events, acting }, undefined)
}

/** Decides on an entry as it stands, held meanwhile, and records what follows. */
async function change(
  db: Db,
  registers: Registers,
  of: EntryName,
  decide: (definition: Institution, entry: Entry) => Promise<EntryEvent[]> | EntryEvent[],
  acting: Acting,
): Promise<Entry> {
  const stored = await lockEntry(db, of.institution, of.entry)
  if (!stored) throw refuse('register.no-such-entry')
  const definition = await definitionAt(db, registers, of.institution, stored.content.version)
  const events = await decide(definition, stored.content)
  return store(db, { definition, id: of.entry, events, acting }, stored)
}

export interface EntryName {
  readonly institution: string
  readonly entry: string
}

export const takeStep = (
  db: Db,
  registers: Registers,
  { step, given, ...of }: EntryName & { readonly step: string; readonly given: Given },
  acting: Acting,
): Promise<Entry> =>
  change(
    db,
    registers,
    of,
    async (definition, entry) => {
      await mustExist(db, registers, definition, given)
      return take(definition, entry, { step, given }, await doingOf(db, registers, acting))
    },
    acting,
  )

export const correctEntry = (
  db: Db,
  registers: Registers,
  { given, reason, ...of }: EntryName & { readonly given: Given; readonly reason: string },
  acting: Acting,
): Promise<Entry> =>
  change(
    db,
    registers,
    of,
    async (definition, entry) => {
      await mustExist(db, registers, definition, given)
      return correct(definition, entry, { given, reason }, await doingOf(db, registers, acting))
    },
    acting,
  )

/** The unit says what it has to say to something noticed. It takes nothing away. */
export const answerFlag = (
  db: Db,
  registers: Registers,
  { flag, text, ...of }: EntryName & { readonly flag: string; readonly text: string },
  acting: Acting,
): Promise<Entry> =>
  change(
    db,
    registers,
    of,
    async (definition, entry) => {
      const { actor, now } = acting
      if (actor.unit !== entry.unit) {
        const mine = {
          step: '说明',
          stepEn: 'answering',
          who: '负责单位',
          whoEn: 'the unit that answers for it',
        }
        throw refuse('register.not-yours', mine)
      }
      const raised = await standingOf(definition, entry, await surroundings(db, registers, now))
      if (!raised.some((one) => one.flag === flag))
        throw refuse('register.no-such-flag', { flag: flag.slice(0, 60) })
      return [{ type: 'FlagAnswered', answer: { flag, by: actor.account, at: now, text } }]
    },
    acting,
  )

/** What a clock that ran out leaves in its entry, with the legal instant, however late it was noticed. */
export async function passLimit(
  db: Db,
  { clock, ...of }: EntryName & { readonly clock: string },
  { at, now }: { readonly at: EpochMs; readonly now: EpochMs },
): Promise<void> {
  const stored = await findEntry(db, of.institution, of.entry)
  if (!stored) return
  const definition = await publishedAt(db, of.institution, stored.content.version)
  const state = definition && fallsTo(definition, stored.content, clock)
  const payload = { passed: { clock, at }, ...(state === undefined ? {} : { state }) }
  await record(db, [registerLists], {
    stream: entryStream(of.institution, of.entry),
    expectedVersion: stored.version,
    recordedAt: now,
    events: [{ type: 'LimitPassed', payload, actor: 'system/clocks', occurredAt: at }],
  })
}

interface Storing {
  readonly definition: Institution
  readonly id: string
  readonly events: readonly EntryEvent[]
  readonly acting: Acting
}

async function store(
  db: Db,
  { definition, id, events, acting: { actor, now } }: Storing,
  before: StoredEntry | undefined,
): Promise<Entry> {
  const entry = events.reduce((one, event) => evolve(one, id, event), before?.content)
  if (!entry) throw new Error(`Nothing opened the entry ${definition.code}/${id}`)
  await record(db, [registerLists], {
    stream: entryStream(definition.code, id),
    expectedVersion: before?.version ?? 0,
    recordedAt: now,
    events: events.map(({ type, ...payload }): NewEvent => ({
      type,
      payload,
      actor: actor.account,
      occurredAt: now,
    })),
  })
  for (const event of events)
    if (event.type === 'EntryOpened' || event.type === 'StepTaken')
      await runClocks(db, definition, { entry, taken: event.taken }, { actor: actor.account, now })
  return entry
}

/** What fields point to exists: a unit, an item, an entry of another register. */
async function mustExist(db: Db, registers: Registers, { fields }: Institution, given: Given): Promise<void> {
  for (const field of fields) {
    const value = given[field.code]
    if (!isReference(field.kind) || typeof value !== 'string' || value === '') continue
    if (await exists(db, registers, field.kind, { of: field.of, value })) continue
    throw refuse('register.reference-unknown', {
      field: field.title.zh,
      fieldEn: field.title.en,
      value: value.slice(0, 80),
    })
  }
}

interface Pointing {
  readonly of: string | undefined
  readonly value: string
}

async function exists(
  db: Db,
  registers: Registers,
  kind: Reference,
  { of, value }: Pointing,
): Promise<boolean> {
  if (kind === 'entry') return of !== undefined && (await findEntry(db, of, value)) !== undefined
  return (await registers.exists[kind]?.(db, value)) ?? true
}
