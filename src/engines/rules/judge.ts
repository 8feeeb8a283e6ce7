import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type Calendar, chinaCalendar, makeCalendar } from '#engines/calendar/index.ts'
import { type CaseHistory, type Histories, historiesBuilder } from '#engines/histories/index.ts'
import { RULES } from './catalogue.ts'
import type { Evidence, Finding, Hit } from './finding.ts'
import { knownAt } from './known-at.ts'
import { checkedNumbers, type Editions, editionsOf, refuseRule, valuesAt } from './numbers.ts'
import type { LogProfile } from './profile.ts'
import { type PathToLay, type Reading, readWith } from './reading.ts'
import type { Rule } from './rule.ts'
import { isFinished, isOpen, watch, type Watched, watcher } from './watched.ts'
import { type WorkingTime, workingTime } from './working-time.ts'

export interface JudgeOptions {
  /** The instant of supervision: nothing later is known, and open cases are judged at it. */
  readonly at: EpochMs
  /** Codes; all enabled rules unless given. */
  readonly rules?: readonly string[] | undefined
  /** Numbers changed for this replay: `{ 'SV-13.idleWorkingDays': 30 }`, or the bare name. */
  readonly set?: Readonly<Record<string, number>> | undefined
  /** The calendar, where the profile's name is not enough (`cn` and `weekdays` are known here). */
  readonly calendar?: Calendar | undefined
  /** The published path already compiled (a diagram, or a file the profile names); overrules the profile's steps. */
  readonly path?: PathToLay | undefined
}

/** How many of the cases that a rule can speak about it speaks against. */
export interface Tally {
  readonly judged: number
  readonly found: number
}

export interface RuleJudgement {
  readonly rule: Rule
  readonly hits: readonly Hit[]
  readonly concluded: Tally
  readonly open: Tally
}

export interface Judgement {
  readonly at: EpochMs
  readonly histories: Histories
  readonly time: WorkingTime
  readonly rules: readonly RuleJudgement[]
  /** Rules that know too little of this log, and what they lack. */
  readonly notJudged: readonly { readonly rule: Rule; readonly because: Bilingual }[]
}

/**
 * Judges every case of a log by all rules in one pass over its events. Pure: the same log, profile and instant always
 * give the same hits, whether they are judged one by one as they arrive or all together years later.
 */
export function judge(histories: Histories, profile: LogProfile, options: JudgeOptions): Judgement {
  const time = timeOf(profile, options.calendar)
  const known = knownAt(histories, options.at, profile.lifecycles)
  const reading = readWith(profile, known, time, options.path)
  const chosen = rulesChosen(options.rules)
  const set = checkedNumbers(RULES, { ...profile.numbers, ...options.set })
  const notJudged = chosen.flatMap((rule) => {
    const because = rule.lacks(reading)
    return because ? [{ rule, because }] : []
  })
  const lacking = new Set(notJudged.map(({ rule }) => rule))
  const runs = chosen
    .filter((rule) => !lacking.has(rule))
    .map((rule) => runOf(rule, editionsOf(rule, set, time)))
  judgeCases(reading, options.at, runs)
  return { at: options.at, histories: known, time, rules: runs.map(resultOf), notJudged }
}

/** One case, live: the same rules over a log of one. */
export function judgeCase(history: CaseHistory, profile: LogProfile, options: JudgeOptions): Finding[] {
  const builder = historiesBuilder()
  builder.addCase(history)
  return findingsOf(judge(builder.finish('arrival'), profile, options))
}

/** Hits as people read them, in the order of the rules and then of the cases. */
export const findingsOf = (judgement: Judgement): Finding[] =>
  judgement.rules.flatMap(({ hits }) => hits.map((hit) => describe(judgement, hit)))

export function describe({ histories, time }: Pick<Judgement, 'histories' | 'time'>, hit: Hit): Finding {
  const { rule, level, caseIndex, at } = hit
  return {
    rule,
    level,
    caseId: histories.caseIds[caseIndex] ?? '',
    at,
    because: hit.because(time),
    evidence: hit.events.map((event) => evidenceAt(histories, caseIndex, event)),
  }
}

function evidenceAt(histories: Histories, caseIndex: number, event: number): Evidence {
  return {
    place: event - (histories.firstEvent[caseIndex] ?? 0),
    activity: histories.activities[histories.activity[event] ?? -1] ?? '',
    at: histories.at[event] ?? Number.NaN,
    resource: histories.resources[histories.resource[event] ?? -1],
  }
}

export function ruleByCode(code: string): Rule {
  const rule = RULES.find((one) => one.code === code.toUpperCase())
  if (!rule)
    throw refuseRule('rule.no-such-rule', { rule: code, known: RULES.map((one) => one.code).join(', ') })
  return rule
}

const rulesChosen = (codes: readonly string[] | undefined): readonly Rule[] =>
  codes ? codes.map(ruleByCode) : RULES.filter(({ enabled }) => enabled)

interface Run {
  readonly rule: Rule
  readonly editions: Editions
  readonly hits: Hit[]
  readonly concluded: { judged: number; found: number }
  readonly open: { judged: number; found: number }
  /** What is known of the cases of a shape, finished or not; only for rules that look at nothing else. */
  cleared: Uint8Array | undefined
}

const UNKNOWN = 0
const NOT_APPLYING = 1
const CLEAR = 2
const TO_BE_CHECKED = 3

const runOf = (rule: Rule, editions: Editions): Run => ({
  rule,
  editions,
  hits: [],
  concluded: { judged: 0, found: 0 },
  open: { judged: 0, found: 0 },
  cleared: rule.looksAt === 'sequence' && editions.values.length === 1 ? new Uint8Array(256) : undefined,
})

const resultOf = ({ rule, hits, concluded, open }: Run): RuleJudgement => ({ rule, hits, concluded, open })

function judgeCases(reading: Reading, at: EpochMs, runs: readonly Run[]): void {
  const watched = watcher(reading, at)
  const remembering = runs.filter(({ cleared }) => cleared)
  const others = runs.filter(({ cleared }) => !cleared)
  for (let caseIndex = 0; caseIndex < reading.histories.caseCount; caseIndex++) {
    watch(watched, caseIndex)
    if (watched.from === watched.to && !(watched.openedAt <= at)) continue
    const open = isOpen(watched)
    const mark = watched.shape.number < 0 ? -1 : watched.shape.number * 2 + (isFinished(watched) ? 1 : 0)
    for (let place = 0; place < remembering.length; place++) {
      const run = remembering[place] as Run
      const known = mark < 0 ? UNKNOWN : ((run.cleared as Uint8Array)[mark] ?? UNKNOWN)
      if (known === CLEAR) (open ? run.open : run.concluded).judged++
      else if (known !== NOT_APPLYING) remember(run, mark, judgeOne(watched, run, open))
    }
    for (let place = 0; place < others.length; place++) judgeOne(watched, others[place] as Run, open)
  }
}

function remember(run: Run, mark: number, verdict: number): void {
  if (mark < 0 || !run.cleared) return
  if (mark >= run.cleared.length) run.cleared = longer(run.cleared, mark)
  run.cleared[mark] = verdict
}

function longer(given: Uint8Array, place: number): Uint8Array {
  const grown = new Uint8Array(2 * place)
  grown.set(given)
  return grown
}

function judgeOne(watched: Watched, run: Run, open: boolean): number {
  const { rule, editions } = run
  const values = editions.values.length === 1 ? editions.values[0] : undefined
  const hits = rule.check(watched, values ?? valuesAt(editions, watched.acceptedAt))
  if (!hits) return NOT_APPLYING
  const tally = open ? run.open : run.concluded
  tally.judged++
  if (hits.length === 0) return CLEAR
  tally.found++
  for (const hit of hits) run.hits.push(hit)
  return TO_BE_CHECKED
}

/** Monday to Friday without any holiday: for logs of offices whose calendar nobody gave. */
const WEEKDAYS = {
  id: 'weekdays',
  title: { zh: '周一至周五（无节假日）', en: 'Monday to Friday, no holidays' },
  first: -36_525,
  announcedThrough: 109_572,
  last: 109_572,
  rulings: new Map(),
}
let weekdays: Calendar | undefined

export const calendarOf = (name: string): Calendar => {
  if (name === 'weekdays') return (weekdays ??= makeCalendar(WEEKDAYS))
  if (name === 'cn') return chinaCalendar()
  throw refuseRule('rule.calendar-unknown', { calendar: name })
}

/** How a log counts time: by the calendar and in the zone that its profile states. */
export const timeOf = (profile: LogProfile, calendar: Calendar = calendarOf(profile.calendar)): WorkingTime =>
  workingTime(calendar, profile.zone)
