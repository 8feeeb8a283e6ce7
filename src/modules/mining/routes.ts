import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { formatInstant, officeHours } from '#engines/calendar/index.ts'
import type { Histories } from '#engines/histories/index.ts'
import {
  concludedCases,
  type DeviationKind,
  type LogProfile,
  sentenceOf,
  timeOf,
} from '#engines/rules/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import { findPeople } from '#modules/access/index.ts'
import {
  calendarFor,
  changeProfile,
  getLog,
  idleLimitSeconds,
  publishedStepsOf,
  storedHistories,
} from '#modules/supervision/index.ts'
import * as contract from './contract.ts'
import type { ConformanceView } from './contract.ts'
import { casesHandedOver, handOversOf } from './hand-overs.ts'
import { mine, USUAL_HOURS } from './mine.ts'
import { casesBehind, processMap } from './process-map.ts'
import { briefly } from './constraints.ts'
import {
  type CompiledPath,
  compilePublishedPath,
  pathOfProfile,
  pathOfSteps,
  profileWithPath,
} from './published-path.ts'
import { conformToPublished, type PublishedConformance } from './published.ts'
import { refuse } from './refusals.ts'
import { casesWhere, type Counted, type Holders, holdersOf, valuesOf } from './selection.ts'

/** A stored log as columns, or the cases of one item of it, with the profile and the path by which they are read. */
interface OpenedLog {
  readonly histories: Histories
  readonly profile: LogProfile
  readonly title: string
  readonly path: CompiledPath | undefined
  readonly items: readonly Counted[]
  readonly holders: Holders
}

async function openLog(db: Db, name: string, item?: string): Promise<OpenedLog> {
  const { profile, title, ...log } = await getLog(db, name)
  const whole = await storedHistories(db, { profile, title, ...log })
  const histories = casesWhere(whole, profile.case.item, item)
  return {
    ...{ histories, profile, title },
    path: pathOfProfile(profile) ?? (item === undefined ? undefined : await pathOfItem(db, name, histories)),
    items: valuesOf(whole, profile.case.item),
    holders: await holdersIn(db, histories, profile),
  }
}

/** What the item publishes, as the newest of its cases took it over. */
async function pathOfItem(db: Db, log: string, { caseIds }: Histories): Promise<CompiledPath | undefined> {
  const newest = caseIds.reduce((last, caseId) => (caseId > last ? caseId : last), '')
  const steps = newest === '' ? undefined : await publishedStepsOf(db, log, newest)
  return steps && pathOfSteps(steps)
}

async function holdersIn(db: Db, histories: Histories, profile: LogProfile): Promise<Holders> {
  const people = await findPeople(db, histories.resources.slice(0, MOST_PEOPLE))
  const unitOf = new Map(
    people.flatMap(({ account, unit }) => (unit === null ? [] : [[account, unit] as const])),
  )
  return holdersOf(histories, profile.event.unit, unitOf)
}

/** A log that names more people than an office has is not of this office. */
const MOST_PEOPLE = 5000
const SHOWN_ITEMS = 300
const SHOWN_HAND_OVERS = 50

const PAGE = 50
const SHOWN_VARIANTS = 12
const SHOWN_TOP = 20

export const miningRoutes: readonly Route[] = [
  route(contract.mineLog, ({ params, read }) =>
    read(async (db) => {
      const { histories, profile } = await openLog(db, params.log)
      return mine(histories, SHOWN_TOP, { time: timeOf(profile), hours: officeHours(USUAL_HOURS) })
    }),
  ),

  route(contract.getProcessMap, async ({ params, query, read }) => {
    const opened = await read((db) => openLog(db, params.log, query.item))
    const { histories, profile, title, path, items, holders } = opened
    const drawn = processMap(histories, { shownVariants: query.variants ?? SHOWN_VARIANTS, path })
    return {
      ...drawn,
      log: params.log,
      waitLimitSeconds: idleLimitSeconds(profile),
      items: items.slice(0, SHOWN_ITEMS).map(({ value, cases }) => ({ item: value, cases })),
      item: query.item ?? null,
      handOvers: handOversOf(histories, holders).slice(0, SHOWN_HAND_OVERS),
      published: drawn.published && { ...drawn.published, title: pathTitle(query.item ?? title) },
    }
  }),

  route(contract.listMapCases, async ({ params, query, read }) => {
    const opened = await read((db) => openLog(db, params.log, query.item))
    const found = casesAsked(opened, query)
    const from = query.after === undefined ? 0 : Number(query.after)
    const to = from + (query.limit ?? PAGE)
    return {
      rows: found.slice(from, to).map((index) => reference(params.log, opened.histories, index)),
      next: to < found.length ? String(to) : null,
      total: found.length,
    }
  }),

  route(contract.getConformance, async ({ params, query, read }) => {
    const opened = await read((db) => openLog(db, params.log, query.item))
    return view(params.log, opened, opened.path)
  }),

  route(contract.setPublishedPath, async ({ params, body, caller, now, transaction }) => {
    const path = await compilePublishedPath(body.text)
    return transaction(async (db) => {
      const opened = await openLog(db, params.log)
      const profile = profileWithPath(opened.profile, path)
      await changeProfile(db, params.log, profile, {
        actor: caller.account,
        now,
        calendar: await calendarFor(db),
      })
      return view(params.log, { ...opened, profile }, path)
    })
  }),
]

const pathTitle = (title: string): Bilingual => ({ zh: `${title}：公布流程`, en: `${title}: published path` })

interface MapQuery {
  readonly activity?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly deviation?: string | undefined
  readonly fromUnit?: string | undefined
  readonly toUnit?: string | undefined
}

/** The cases behind a node, an arrow, a hand-over, or a kind of deviation (at one activity, where one is named). */
function casesAsked(
  opened: OpenedLog,
  { activity, from, to, deviation, fromUnit, toUnit }: MapQuery,
): number[] {
  if (fromUnit !== undefined && toUnit !== undefined)
    return casesHandedOver(opened.histories, opened.holders, { from: fromUnit, to: toUnit })
  if (deviation !== undefined) return deviating(opened, deviation, activity)
  if (from !== undefined && to !== undefined) return casesBehind(opened.histories, { from, to })
  if (activity !== undefined) return casesBehind(opened.histories, { activity })
  throw refuse('mining.nothing-asked')
}

function deviating(opened: OpenedLog, kind: string, activity: string | undefined): number[] {
  const { path, program, constraints } = conformanceOf(opened, opened.path)
  if (kind === 'constraint') {
    const asked = program.statements.map(
      (statement) => activity === undefined || briefly(statement) === activity,
    )
    return [...constraints.verdicts.keys()].filter(
      (index) =>
        constraints.verdicts[index] === 2 &&
        constraints.breaksOf(index).some(({ constraint }) => asked[constraint] === true),
    )
  }
  return [...path.deviations]
    .filter(([, found]) =>
      found.some((one) => one.kind === kind && (activity === undefined || one.steps.includes(activity))),
    )
    .map(([index]) => index)
}

function conformanceOf(
  { histories, profile }: OpenedLog,
  path: CompiledPath | undefined,
): PublishedConformance {
  if (!path) throw refuse('mining.no-path')
  return conformToPublished(histories, path, concludedCases(histories, profile, timeOf(profile)))
}

function view(log: string, opened: OpenedLog, path: CompiledPath | undefined): ConformanceView {
  const conformance = conformanceOf(opened, path)
  const { fitting, fittingSoFar } = conformance
  const listed = [...fromPath(conformance), ...fromConstraints(conformance)].sort((a, b) => b.cases - a.cases)
  return { log, cases: opened.histories.caseCount, fitting, fittingSoFar, deviations: listed }
}

type ListedDeviation = ConformanceView['deviations'][number]

function fromPath({ path: { deviations } }: PublishedConformance): ListedDeviation[] {
  const counted = new Map<string, ListedDeviation>()
  for (const found of deviations.values()) {
    const places = new Map(
      found.flatMap(({ kind, steps }) => steps.map((step) => [`${kind} ${step}`, { kind, step }])),
    )
    for (const [place, { kind, step }] of places) {
      const entry = counted.get(place) ?? { kind, activity: step, cases: 0, text: WORDS[kind](step) }
      counted.set(place, { ...entry, cases: entry.cases + 1 })
    }
  }
  return [...counted.values()]
}

const fromConstraints = ({ program, constraints }: PublishedConformance): ListedDeviation[] =>
  program.statements.flatMap((statement, constraint) => {
    const cases = constraints.figures[constraint]?.broken ?? 0
    if (cases === 0) return []
    return [{ kind: 'constraint', activity: briefly(statement), cases, text: sentenceOf(statement) }]
  })

const WORDS: Record<DeviationKind, (step: string) => Bilingual> = {
  skipped: (step) => ({ zh: `跳过了“${step}”`, en: `"${step}" was skipped` }),
  outOfOrder: (step) => ({
    zh: `“${step}”不在公布的次序上`,
    en: `"${step}" stands out of the published order`,
  }),
  repeated: (step) => ({ zh: `“${step}”重复进行`, en: `"${step}" was done again` }),
  unknown: (step) => ({ zh: `“${step}”不在公布流程中`, en: `"${step}" is not part of the published path` }),
  unfinished: (step) => ({ zh: `办结时缺少“${step}”`, en: `"${step}" was still owed when the case ended` }),
}

function reference(log: string, histories: Histories, index: number) {
  const first = histories.firstEvent[index] as number
  const end = histories.firstEvent[index + 1] as number
  const [startedAt, endedAt] = [histories.at[first], histories.at[end - 1]]
  const known = startedAt !== undefined && endedAt !== undefined && end > first
  return {
    log,
    caseId: histories.caseIds[index] ?? '',
    startedAt: known ? formatInstant(startedAt, 'Asia/Shanghai') : null,
    seconds: known ? (endedAt - startedAt) / 1000 : null,
  }
}
