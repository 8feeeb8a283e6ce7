import type { Day, EpochMs } from '#kernel/day.ts'
import { Refusal, type Bilingual } from '#kernel/refusal.ts'
import type { Demand, Institution, Step, Who } from './definition.ts'
import { type Entry, type EntryEvent, lastTaken, type Taken, type Values } from './entry.ts'
import { holdsFor, type Surroundings } from './evaluate.ts'
import type { Value } from './expression.ts'
import { refuse } from './refusals.ts'
import { fieldOf, isGiven, readAsked, readValue } from './values.ts'
import { mayBe, whoInWords } from './who.ts'

/** Who acts, as far as steps ask. */
export interface Actor {
  readonly account: string
  readonly unit: string | null
  readonly unitKind: string | null
  readonly roles: readonly string[]
}

export interface Doing {
  readonly actor: Actor
  readonly today: Day
  readonly now: EpochMs
  readonly around: Surroundings
}

type Given = Readonly<Record<string, unknown>>

interface Opening {
  readonly id: string
  readonly version: number
  readonly given: Given
}

/** The first step of an institution opens an entry; the others need one. */
export const openingStep = ({ steps }: Institution): Step => steps[0] as Step

export async function open(
  institution: Institution,
  { id, version, given }: Opening,
  doing: Doing,
): Promise<EntryEvent[]> {
  const step = openingStep(institution)
  const taken = takenOf(institution, step, given, doing)
  const unit = ownerOf(institution, taken.values, doing.actor)
  const event: EntryEvent = {
    type: 'EntryOpened',
    institution: institution.code,
    version,
    unit,
    state: step.to,
    taken,
  }
  const entry: Entry = {
    ...{ institution: institution.code, id, version, unit, state: step.to, values: taken.values },
    ...{ taken: [taken], corrections: [], answers: [], passed: [] },
  }
  mustBeTaker(step, entry, doing.actor)
  await mustHold(step, entry, doing)
  return [event]
}

/** Takes a step of an entry. Its demands see the entry as it would be afterwards. */
export async function take(
  institution: Institution,
  entry: Entry,
  { step: code, given }: { readonly step: string; readonly given: Given },
  doing: Doing,
): Promise<EntryEvent[]> {
  const step = stepOf(institution, code)
  if (!step.from.includes(entry.state)) throw notNow(institution, step, entry)
  mustBeTaker(step, entry, doing.actor)
  mustBeAnother(institution, step, entry, doing.actor)
  const taken = takenOf(institution, step, given, doing)
  mustStay(institution, entry, taken.values)
  const values = { ...entry.values, ...taken.values }
  const unit = ownerOf(institution, values, doing.actor, entry.unit)
  const after: Entry = { ...entry, state: step.to, unit, values, taken: [...entry.taken, taken] }
  await mustHold(step, after, doing)
  return [{ type: 'StepTaken', state: step.to, unit, taken }]
}

/** 更正: sets fields of an entry that is not over, with a reason; what stood there stays to be read. */
export function correct(
  institution: Institution,
  entry: Entry,
  { given, reason }: { readonly given: Given; readonly reason: string },
  doing: Doing,
): EntryEvent[] {
  const state = stateOf(institution, entry)
  if (state.over === true) throw refuse('register.over', { state: state.title.zh, stateEn: state.title.en })
  mustBeTaker(openingStep(institution), entry, doing.actor)
  const set: Record<string, Value> = {}
  const before: Record<string, Value> = {}
  for (const [code, value] of Object.entries(given)) {
    const field = fieldOf(institution, code)
    const read = readValue(field, value)
    const old = entry.values[code]
    if (JSON.stringify(read) === JSON.stringify(old)) continue
    if (field.fixed === true)
      throw refuse('register.fixed', { field: field.title.zh, fieldEn: field.title.en })
    set[code] = read
    if (old !== undefined) before[code] = old
  }
  if (Object.keys(set).length === 0) throw refuse('register.nothing-corrected')
  const unit = ownerOf(institution, { ...entry.values, ...set }, doing.actor, entry.unit)
  const correction = { by: doing.actor.account, at: doing.now, reason, before }
  return [{ type: 'EntryCorrected', unit, set, correction }]
}

/** What an actor may do with an entry now, and why not: pages offer the one and explain the other. */
export function offered(institution: Institution, entry: Entry, actor: Actor) {
  return institution.steps
    .filter(({ from }) => from.includes(entry.state))
    .map((step) => ({ step, whyNot: whyNot(() => mustTake(institution, step, entry, actor)) }))
}

function mustTake(institution: Institution, step: Step, entry: Entry, actor: Actor): void {
  mustBeTaker(step, entry, actor)
  mustBeAnother(institution, step, entry, actor)
}

function whyNot(tried: () => void): Bilingual | null {
  try {
    tried()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.text
    throw error
  }
}

export function stepOf({ steps, title }: Institution, code: string): Step {
  const found = steps.find((one) => one.code === code)
  if (!found || found.from.length === 0)
    throw refuse('register.no-such-step', { title: title.zh, step: code.slice(0, 60) })
  return found
}

export function stateOf({ states }: Institution, { state }: Entry) {
  return states.find(({ code }) => code === state) ?? { code: state, title: { zh: state, en: state } }
}

function takenOf(institution: Institution, step: Step, given: Given, { actor, today, now }: Doing): Taken {
  const values = readAsked(institution, step, given)
  return { step: step.code, by: actor.account, unit: actor.unit, on: today, at: now, values }
}

function ownerOf({ owner, fields }: Institution, values: Values, actor: Actor, before?: string): string {
  if (owner === 'opener') {
    const unit = before ?? actor.unit
    if (unit) return unit
    throw refuse('register.no-owner', { field: '—', fieldEn: '—' })
  }
  const unit = values[owner.field]
  if (typeof unit === 'string') return unit
  const title = fields.find(({ code }) => code === owner.field)?.title
  throw refuse('register.no-owner', { field: title?.zh ?? owner.field, fieldEn: title?.en ?? owner.field })
}

function mustBeTaker(step: Step, entry: Entry, actor: Actor): void {
  if (step.by.some((who: Who) => mayBe(who, entry, actor))) {
    if (step.notOwner === true && actor.unit === entry.unit)
      throw refuse('register.own-case', { step: step.title.zh, stepEn: step.title.en })
    return
  }
  const who = whoInWords(step.by)
  throw refuse('register.not-yours', {
    step: step.title.zh,
    stepEn: step.title.en,
    who: who.zh,
    whoEn: who.en,
  })
}

function mustBeAnother({ steps }: Institution, step: Step, entry: Entry, { account }: Actor): void {
  const mine = step.notBy?.find((code) => lastTaken(entry, code)?.by === account)
  if (mine === undefined) return
  const before = steps.find(({ code }) => code === mine)?.title
  throw refuse('register.checks-himself', {
    step: step.title.zh,
    stepEn: step.title.en,
    before: before?.zh ?? mine,
    beforeEn: before?.en ?? mine,
  })
}

/** A later step may fill a fixed field that was left empty, never change it. */
function mustStay(institution: Institution, entry: Entry, set: Values): void {
  for (const code of Object.keys(set)) {
    const field = fieldOf(institution, code)
    const old = entry.values[code]
    if (field.fixed === true && isGiven(old) && JSON.stringify(old) !== JSON.stringify(set[code]))
      throw refuse('register.fixed', { field: field.title.zh, fieldEn: field.title.en })
  }
}

async function mustHold(step: Step, entry: Entry, { actor, around }: Doing): Promise<void> {
  for (const demand of step.demands ?? [])
    if (!(await holdsFor(demand.holds, { entry, around, taker: actor }))) throw demanded(demand, entry)
}

/** The sentence is the definition's own; its code carries the institution's. */
const demanded = ({ code, sentence }: Demand, { institution }: Entry): Refusal =>
  new Refusal(`register.${institution}.${code}`, 409, sentence)

const notNow = (institution: Institution, step: Step, entry: Entry): Refusal => {
  const { title } = stateOf(institution, entry)
  return refuse('register.step-not-now', {
    state: title.zh,
    stateEn: title.en,
    step: step.title.zh,
    stepEn: step.title.en,
  })
}
