import type { Bilingual } from '#kernel/refusal.ts'
import { formatInstant, officeHours } from '#engines/calendar/index.ts'
import type { Histories } from '#engines/histories/index.ts'
import { concludedCases, type DeviationKind, sentenceOf, timeOf } from '#engines/rules/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import { calendarFor, changeProfile } from '#modules/supervision/index.ts'
import * as contract from './contract.ts'
import type { ConformanceView } from './contract.ts'
import { drawLog } from './drawing.ts'
import { casesHandedOver } from './hand-overs.ts'
import { mine, USUAL_HOURS } from './mine.ts'
import { type OpenedLog, openLog } from './opened-log.ts'
import { casesBehind } from './process-map.ts'
import { briefly } from './constraints.ts'
import { type CompiledPath, compilePublishedPath, profileWithPath } from './published-path.ts'
import { conformToPublished, type PublishedConformance } from './published.ts'
import { refuse } from './refusals.ts'

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

  route(contract.getProcessMap, ({ params, query, read }) =>
    read((db) =>
      drawLog(db, { log: params.log, item: query.item, variants: query.variants ?? SHOWN_VARIANTS }),
    ),
  ),

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
