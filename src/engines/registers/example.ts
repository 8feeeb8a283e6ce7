import { day, type Day, dayNumber, type EpochMs } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type Calendar, DEFAULT_ZONE, instantOf, workingDaysWithin } from '../calendar/index.ts'
import { type Actor, open, openingStep, take } from './decide.ts'
import type { Example, Institution, Who } from './definition.ts'
import { type Entry, evolve, type EntryEvent } from './entry.ts'
import type { Surroundings } from './evaluate.ts'
import { endOf, fallsTo } from './limits.ts'
import { standingOf } from './standing.ts'

/** What an example led to: a refusal's code, or the flags that stand at its end. */
export interface Outcome {
  readonly refused: string | null
  readonly flagged: readonly string[]
  readonly state: string | null
}

const ID = 'example'

/** Lives an example in memory: the same decisions, conditions and limits as in the office, and nothing stored. */
export async function tryExample(
  institution: Institution,
  example: Example,
  calendar: Calendar,
): Promise<Outcome> {
  let entry: Entry | undefined
  for (const act of example.acts) {
    const before = { end: nineOClock(act.on), calendar }
    if (entry) entry = withPassedLimits(institution, entry, before)
    const around = surroundingsOf(institution, example, entry, { today: day(act.on), calendar })
    const doing = { actor: actorOf(act), today: day(act.on), now: nineOClock(act.on), around }
    try {
      const given = act.values ?? {}
      const events: EntryEvent[] = entry
        ? await take(institution, entry, { step: act.step, given }, doing)
        : await open(institution, { id: ID, version: 1, given }, doing)
      entry = events.reduce((now, event) => evolve(now, ID, event), entry)
    } catch (error) {
      if (!isRefusal(error)) throw error
      const own = `register.${institution.code}.`
      const code = error.code.startsWith(own) ? error.code.slice(own.length) : error.code
      return { refused: code, flagged: [], state: entry?.state ?? null }
    }
  }
  if (!entry) return { refused: null, flagged: [], state: null }
  const today = day(example.seenOn ?? example.acts.at(-1)?.on ?? '')
  const end = instantOf(DEFAULT_ZONE, dayNumber(today) + 1, 0)
  const late = withPassedLimits(institution, entry, { end, calendar })
  const raised = await standingOf(
    institution,
    late,
    surroundingsOf(institution, seenLater(example), late, { today, calendar }),
  )
  return { refused: null, flagged: raised.map(({ flag }) => flag), state: late.state }
}

const seenLater = ({ facts, seenWith, ...rest }: Example): Example => ({
  ...rest,
  facts: { ...facts, ...seenWith },
})

/** Whether an example came out as it says it does. */
export const isAsSaid = ({ refused = undefined, flagged = [] }: Example, outcome: Outcome): boolean =>
  (refused ?? null) === outcome.refused &&
  (refused !== undefined || [...flagged].sort().join() === [...outcome.flagged].sort().join())

const nineOClock = (on: string): number => instantOf(DEFAULT_ZONE, dayNumber(day(on)), 9 * 3_600_000)

type Act = Example['acts'][number]

/** Somebody who may: the role that the act says, in the unit it says. */
function actorOf({ by, unit = 'unit-1', as }: Act): Actor {
  const roles: Readonly<Record<Extract<Who, string>, string>> = {
    unit: 'officer',
    head: 'unitHead',
    anyUnit: 'officer',
    anyHead: 'unitHead',
    supervision: 'supervisor',
    leader: 'leader',
    resident: 'resident',
  }
  const role = typeof as === 'string' ? roles[as] : 'role' in as ? as.role : 'officer'
  const unitKind = typeof as === 'object' && 'unitKind' in as ? as.unitKind : 'department'
  return { account: by, unit: OUTSIDE.has(role) ? null : unit, unitKind, roles: [role] }
}

/** They belong to no unit. */
const OUTSIDE: ReadonlySet<string> = new Set(['resident', 'observer'])

interface At {
  readonly today: Day
  readonly calendar: Calendar
}

function surroundingsOf(
  institution: Institution,
  { others = [], facts = {} }: Example,
  entry: Entry | undefined,
  { today, calendar }: At,
): Surroundings {
  const there = others.map((one, at) => otherEntry(institution, one, at, today))
  return {
    today,
    entries: (code) => {
      const own = entry && code === institution.code ? [entry] : []
      return Promise.resolve([...there.filter((one) => one.institution === code), ...own])
    },
    fact: (name) => Promise.resolve(facts[name] ?? null),
    workingDays: (from, to) => workingDaysWithin(calendar, dayNumber(from), dayNumber(to)),
  }
}

function otherEntry(
  institution: Institution,
  { of = institution.code, state, step, by = 'somebody', on, values }: NonNullable<Example['others']>[number],
  at: number,
  today: Day,
): Entry {
  const taken = {
    step: step ?? openingStep(institution).code,
    by,
    unit: 'unit-1',
    on: on === undefined ? today : day(on),
    at: 0,
    values,
  }
  return {
    institution: of,
    id: `other-${at + 1}`,
    version: 1,
    unit: 'unit-1',
    state: state ?? openingStep(institution).to,
    values,
    taken: [taken],
    ...{ corrections: [], answers: [], passed: [] },
  }
}

interface Until {
  readonly end: EpochMs
  readonly calendar: Calendar
}

/** The limits that have run out by an instant without the step that stops them, and the states they lead to. */
function withPassedLimits(institution: Institution, entry: Entry, { end, calendar }: Until): Entry {
  const passed = institution.clocks.flatMap((clock) =>
    entry.taken.flatMap((taken, at) => {
      if (taken.step !== clock.starts) return []
      const due = endOf(clock, entry, taken, calendar)
      const stopped = entry.taken.slice(at + 1).find(({ step }) => clock.stops.includes(step))
      const reached = stopped?.at ?? end
      return due !== undefined && due < reached ? [{ clock: clock.code, at: due }] : []
    }),
  )
  const fresh = passed.filter(
    (one) => !entry.passed.some(({ clock, at }) => clock === one.clock && at === one.at),
  )
  return fresh.reduce<Entry>(
    (now, { clock }) => ({ ...now, state: fallsTo(institution, now, clock) ?? now.state }),
    { ...entry, passed: [...entry.passed, ...fresh] },
  )
}
