import type { EpochMs } from '#kernel/day.ts'
import type { AttributeColumn, Histories } from '#engines/histories/index.ts'
import { officeHours } from '#engines/calendar/index.ts'
import { parseLimit } from '#engines/clocks/index.ts'
import { flatColumn } from './flat-column.ts'
import { isMeaning, meaning, MEANINGS, NO_MEANING, type Meaning } from './meanings.ts'
import { type Automaton, compilePath, layPath, type PathProgram, type PublishedPath } from './path/index.ts'
import { namePattern, refuseProfile, type LogProfile, type ProfileLimit } from './profile.ts'
import { type DatedGuide, guidesOf, oneOf, powersOf, registered, worksAt } from './published.ts'
import { leastMs, type LimitTerms, type WorkingTime } from './working-time.ts'

/**
 * A profile laid over one log: names became codes, texts became instants, limits became terms the clocks can count.
 * Made once per log, so that the pass over its cases touches numbers only.
 */
export interface Reading {
  readonly histories: Histories
  readonly profile: LogProfile
  readonly time: WorkingTime
  /** Activity code → place of its meaning. */
  readonly meaningOf: Uint8Array
  readonly means: (meaning: Meaning) => boolean
  readonly path: PathProgram | undefined
  readonly limits: readonly ReadLimit[]
  /** The limits of a kind under which a case as a whole stands. */
  readonly caseLimits: Readonly<Record<'statutory' | 'committed', readonly ReadLimit[]>>
  readonly precedence: readonly ReadPair[]
  readonly separations: readonly (ReadPair & { readonly occurrence: 'first' | 'any' })[]
  /** Activity code → who may do it; undefined: anybody. */
  readonly powers: readonly (ReadonlySet<string> | undefined)[]
  /** Whether the log itself states when a case was opened or concluded. */
  readonly statesEdges: boolean
  readonly openedAt: InstantColumn
  readonly concludedAt: InstantColumn
  readonly statutoryDueAt: InstantColumn
  readonly committedDueAt: InstantColumn
  readonly taskDueAt: InstantColumn
  /** Whether the case came in by a channel on the register; true where nothing is known. */
  readonly byRegisteredChannel: (caseIndex: number) => boolean
  readonly channel: AttributeColumn | undefined
  readonly caseColumn: (name: keyof LogProfile['case']) => AttributeColumn | undefined
  readonly eventColumn: (name: keyof LogProfile['event']) => AttributeColumn | undefined
  /** Whether the office works at an instant; undefined where nobody stated its hours. */
  readonly worksAt: (at: EpochMs) => boolean | undefined
  /** The guides ever published for the item of a case, in their order. */
  readonly guidesOf: (caseIndex: number) => readonly DatedGuide[]
  /** Whether anything in this log says that a case has ended; if not, silence at its end means nothing. */
  readonly knowsEnds: boolean
}

export interface PathToLay {
  readonly automaton: Automaton
  readonly others: 'allowed' | 'refused'
}

/** `at(caseIndex)`, NaN where nothing or nothing readable was given. */
export interface InstantColumn {
  /** The profile names an attribute for it. */
  readonly given: boolean
  readonly at: (index: number) => EpochMs
}

export interface ReadPair {
  readonly first: readonly number[]
  readonly then: readonly number[]
  readonly names: readonly [string, string]
}

export interface ReadLimit {
  /** Its place among the limits of the profile. */
  readonly number: number
  readonly published: ProfileLimit
  readonly terms: LimitTerms
  readonly leastMs: number
  readonly starts: Selected
  readonly ends: Selected | undefined
  readonly concerns: (caseIndex: number) => boolean
}

/** Events of some meanings or activities. */
export interface Selected {
  readonly meanings: readonly number[]
  readonly activities: readonly number[]
}

export function readWith(
  profile: LogProfile,
  histories: Histories,
  time: WorkingTime,
  path?: PathToLay,
): Reading {
  const { activities } = histories
  const meaningOf = meaningsOf(profile, activities)
  // What the profile declares, not what happened to occur: in one live case most things have not happened yet.
  const declared = new Set(Object.values(profile.meanings))
  const caseColumn = remembered((name: keyof LogProfile['case']) =>
    caseColumnNamed(histories, profile.case[name]),
  )
  const eventColumn = remembered((name: keyof LogProfile['event']) =>
    columnNamed(histories.eventAttributes, profile.event[name]),
  )
  const instantColumn = (name: keyof LogProfile['case'], end?: 'end') =>
    instants(profile.case[name] !== undefined, caseColumn(name), time, end)
  const openedAt = instantColumn('openedAt')
  const concludedAt = instantColumn('concludedAt')
  const limits = profile.limits.map((limit, number) => readLimit(limit, number, histories))
  return {
    histories,
    profile,
    time,
    meaningOf,
    means: (name) => declared.has(name),
    path: pathOf(profile, activities, path),
    limits,
    caseLimits: {
      statutory: limitsOfKind(limits, 'statutory'),
      committed: limitsOfKind(limits, 'committed'),
    },
    precedence: profile.precedence.map(({ first, then }) => pairOf(first, then, activities)),
    separations: profile.separations.map(({ between: [a, b], occurrence }) => {
      const { first, then, names } = pairOf(a, b, activities)
      return { first, then, names, occurrence }
    }),
    powers: powersOf(profile, activities),
    statesEdges: openedAt.given || concludedAt.given,
    openedAt,
    concludedAt,
    statutoryDueAt: instantColumn('statutoryDueAt', 'end'),
    committedDueAt: instantColumn('committedDueAt', 'end'),
    taskDueAt: instantColumn('taskDueAt', 'end'),
    channel: caseColumn('channel'),
    byRegisteredChannel: registered(profile, caseColumn('channel')),
    caseColumn,
    eventColumn,
    worksAt: worksAt(profile, time),
    guidesOf: guidesOf(profile, caseColumn('item'), time),
    knowsEnds: concludedAt.given || ENDINGS.some((name) => declared.has(name)),
  }
}

/** What ends a case, other than an attribute that says so. */
export const ENDINGS = [
  'decided',
  'concluded',
  'withdrawn',
  'declined',
  'returned',
  'ownMatterRefused',
  'complaintDeclined',
  'complaintClosed',
  'petitionDecided',
  'disclosureAnswered',
  'taskClosed',
  'ticketServed',
  'penaltyDecided',
] as const

function meaningsOf(profile: LogProfile, activities: readonly string[]): Uint8Array {
  const patterns = Object.entries(profile.meanings).map(([name, meant]) => ({
    matches: namePattern(name),
    place: meaning[meant],
  }))
  return Uint8Array.from(
    activities,
    (name) => patterns.find(({ matches }) => matches(name))?.place ?? NO_MEANING,
  )
}

const codesNamed = (pattern: string, activities: readonly string[]): number[] => {
  const matches = namePattern(pattern)
  return activities.flatMap((name, code) => (matches(name) ? [code] : []))
}

const pairOf = (first: string, then: string, activities: readonly string[]): ReadPair => ({
  first: codesNamed(first, activities),
  then: codesNamed(then, activities),
  names: [nameMeant(first, activities), nameMeant(then, activities)],
})

/** The activity itself where a pattern means only one: people read names, not patterns. */
function nameMeant(pattern: string, activities: readonly string[]): string {
  const [only, ...others] = codesNamed(pattern, activities)
  return only === undefined || others.length > 0 ? pattern : (activities[only] ?? pattern)
}

/** Live, a profile is laid over a small log for every batch of events; its path is compiled once. */
const compiled = new WeakMap<object, Automaton>()

function pathOf(
  profile: LogProfile,
  activities: readonly string[],
  given?: PathToLay,
): PathProgram | undefined {
  if (given) return layPath(given.automaton, activities, given.others)
  if (profile.path === undefined) return undefined
  if (typeof profile.path === 'string') throw refuseProfile('profile.path-is-a-file', { file: profile.path })
  return layPath(automatonOf(profile.path), activities, profile.others)
}

function automatonOf(path: PublishedPath | Automaton): Automaton {
  if ('alphabet' in path) return path
  const automaton = compiled.get(path) ?? compilePath(path)
  compiled.set(path, automaton)
  return automaton
}

function readLimit(published: ProfileLimit, number: number, histories: Histories): ReadLimit {
  const { length, hours, roll, from, until, when = {} } = published
  const tests = Object.entries(when).map(([name, values]) =>
    oneOf(histories.caseAttributes.get(name), values),
  )
  const limit = parseLimit(length)
  return {
    number,
    published,
    leastMs: leastMs(limit),
    terms: { limit, hours: hours === undefined ? undefined : officeHours(hours), roll },
    starts: selected(from, histories.activities),
    ends: until && selected(until, histories.activities),
    concerns: tests.length === 0 ? () => true : (caseIndex) => tests.every((test) => test(caseIndex)),
  }
}

const limitsOfKind = (limits: readonly ReadLimit[], kind: ProfileLimit['kind']) =>
  limits.filter(({ published, ends }) => published.kind === kind && !ends)

function selected(names: readonly string[], activities: readonly string[]): Selected {
  return {
    meanings: names.filter(isMeaning).map((name) => MEANINGS.indexOf(name)),
    activities: names.filter((name) => !isMeaning(name)).flatMap((name) => codesNamed(name, activities)),
  }
}

function caseColumnNamed(histories: Histories, name: string | undefined): AttributeColumn | undefined {
  const own = columnNamed(histories.caseAttributes, name)
  const ofEvents = own ? undefined : columnNamed(histories.eventAttributes, name)
  return ofEvents ? flatColumn(histories, ofEvents) : own
}

const columnNamed = (columns: ReadonlyMap<string, AttributeColumn>, name: string | undefined) =>
  name === undefined ? undefined : columns.get(name)

/** Rules ask for a column at every case; one that lies flat on the events is gathered only once. */
function remembered<Name extends string>(column: (name: Name) => AttributeColumn | undefined): typeof column {
  const known = new Map<Name, AttributeColumn | undefined>()
  return (name) => {
    if (!known.has(name)) known.set(name, column(name))
    return known.get(name)
  }
}

/** Every distinct text is read once; a million cases share a few thousand of them. */
function instants(
  given: boolean,
  column: AttributeColumn | undefined,
  time: WorkingTime,
  end?: 'end',
): InstantColumn {
  if (!column) return { given, at: () => Number.NaN }
  const values = new Float64Array(column.values.length).fill(-Infinity)
  const at = (index: number): EpochMs => {
    const code = column.codes[index] ?? -1
    if (code < 0) return Number.NaN
    const known = values[code] as number
    return known === -Infinity ? (values[code] = time.read(column.values[code] ?? '', end)) : known
  }
  return { given, at }
}
