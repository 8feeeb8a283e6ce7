import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type Calendar, chinaCalendar, makeCalendar } from '#engines/calendar/index.ts'
import { type CaseHistory, type Histories, historiesBuilder } from '#engines/histories/index.ts'
import { type Alike, alike, canJudgeAlike, judgeAlike, settle } from './alike.ts'
import { RULES } from './catalogue.ts'
import type { Evidence, Finding, Hit } from './finding.ts'
import { knownAt } from './known-at.ts'
import { checkedNumbers, refuseRule } from './numbers.ts'
import type { LogProfile } from './profile.ts'
import { type PathToLay, readWith } from './reading.ts'
import type { Rule } from './rule.ts'
import { judgeOne, resultOf, type Run, type RuleJudgement, runOf } from './run.ts'
import type { Shape } from './shape.ts'
import { isOpen, watch, type Watched, watcher } from './watched.ts'
import { type WorkingTime, workingTime } from './working-time.ts'

export interface JudgeOptions {
  /** The instant of supervision: nothing later is known, and open cases are judged at it. */
  readonly at: EpochMs
  /** The rules there are; those of the platform unless an office has its own. */
  readonly among?: readonly Rule[] | undefined
  /** Codes; all enabled rules unless given. */
  readonly rules?: readonly string[] | undefined
  /** Numbers changed for this replay: `{ 'SV-13.idleWorkingDays': 30 }`, or the bare name. */
  readonly set?: Readonly<Record<string, number>> | undefined
  /** The calendar, where the profile's name is not enough (`cn` and `weekdays` are known here). */
  readonly calendar?: Calendar | undefined
  /** The published path already compiled (a diagram, or a file the profile names); overrules the profile's steps. */
  readonly path?: PathToLay | undefined
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
  // Mostly nothing in a log is later than the instant asked about, and its own pass shows it.
  const asItIs = profile.lifecycles ? undefined : judged(histories, profile, options)
  return asItIs ?? (judged(knownAt(histories, options.at, profile.lifecycles), profile, options) as Judgement)
}

/** Undefined where an event is later than the instant at which is judged. */
function judged(histories: Histories, profile: LogProfile, options: JudgeOptions): Judgement | undefined {
  const time = timeOf(profile, options.calendar)
  const reading = readWith(profile, histories, time, options.path)
  const { among = RULES } = options
  const chosen = rulesChosen(among, options.rules)
  const set = checkedNumbers(among, { ...profile.numbers, ...options.set })
  const notJudged = chosen.flatMap((rule) => {
    const because = rule.lacks(reading)
    return because ? [{ rule, because }] : []
  })
  const lacking = new Set(notJudged.map(({ rule }) => rule))
  const runs = chosen.filter((rule) => !lacking.has(rule)).map((rule) => runOf(rule, set, time))
  const watched = watcher(reading, options.at)
  if (!judgeCases(watched, runs)) return undefined
  return { at: options.at, histories, time, rules: runs.map((run) => resultOf(run, watched)), notJudged }
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
  const { rule, level, caseIndex, at, edition } = hit
  return {
    rule,
    level,
    caseId: histories.caseIds[caseIndex] ?? '',
    at,
    because: hit.because(time),
    evidence: hit.events.map((event) => evidenceAt(histories, caseIndex, event)),
    edition,
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

export function ruleByCode(code: string, among: readonly Rule[] = RULES): Rule {
  const rule = among.find((one) => one.code === code.toUpperCase())
  if (!rule)
    throw refuseRule('rule.no-such-rule', { rule: code, known: among.map((one) => one.code).join(', ') })
  return rule
}

const rulesChosen = (among: readonly Rule[], codes: readonly string[] | undefined): readonly Rule[] =>
  codes ? codes.map((code) => ruleByCode(code, among)) : among.filter(({ enabled }) => enabled)

/** Judges case after case; false as soon as an event is met that is not yet known. */
function judgeCases(watched: Watched, runs: readonly Run[]): boolean {
  const { reading } = watched
  const occurring = new Set(reading.meaningOf)
  const together = runs.filter((run) => canJudgeAlike(run, reading))
  const pass: Pass = {
    watched,
    together: alike(together),
    others: runs.filter((run) => !together.includes(run) && (run.about < 0 || occurring.has(run.about))),
    asked: [],
  }
  const { caseCount } = reading.histories
  for (let caseIndex = 0; caseIndex < caseCount && !watched.metLater; caseIndex++) judgeAt(pass, caseIndex)
  settle(pass.together)
  return !watched.metLater
}

interface Pass {
  readonly watched: Watched
  readonly together: Alike
  /** The rest, without those that speak of things no activity of this log means. */
  readonly others: readonly Run[]
  /** Number of a shape → those of the rest that speak of something in it; filled as shapes are met. */
  readonly asked: (readonly Run[])[]
}

function judgeAt(pass: Pass, caseIndex: number): void {
  const { watched, together } = pass
  watch(watched, caseIndex)
  if (watched.from === watched.to && !(watched.openedAt <= watched.at)) return
  const open = isOpen(watched)
  judgeAlike(together, watched, open)
  const asked = askedOf(pass, watched.shape)
  for (let place = 0; place < asked.length; place++) judgeOne(watched, asked[place] as Run, open)
}

/** Most rules speak of things that most cases never meet: which they are is decided once for all cases that ran alike. */
function askedOf({ others, asked }: Pass, { number, firstOfMeaning }: Shape): readonly Run[] {
  const known = number < 0 ? undefined : asked[number]
  if (known) return known
  const concerned = others.filter(({ about }) => about < 0 || firstOfMeaning[about] !== -1)
  if (number >= 0) asked[number] = concerned
  return concerned
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
