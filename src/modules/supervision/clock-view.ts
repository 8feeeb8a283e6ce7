import type { EpochMs } from '#kernel/day.ts'
import { dayNumber } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { type Calendar, citeNotice, isWeekend } from '#engines/calendar/index.ts'
import { chainOf, type DayStep, due, type DueQuestion, limitInWords } from '#engines/clocks/index.ts'
import { type StandingClock, standingsOf } from '#engines/rules/index.ts'
import type { StoredCase } from './case-events.ts'
import { smallLog } from './case-facts.ts'
import type { ClockView, ExplanationView, RibbonDay } from './contract.ts'
import { instantOrNull, instantText } from './moments.ts'
import type { WatchedLog } from './watched-log.ts'

export interface ClockMoment {
  readonly at: EpochMs
  readonly calendar: Calendar
}

/** The clocks of one case as they stand at an instant, each with the name it has in addresses. */
export interface NamedClock {
  readonly clock: string
  readonly standing: StandingClock
}

export function clocksOf(
  log: WatchedLog,
  { history }: StoredCase,
  { at, calendar }: ClockMoment,
): NamedClock[] {
  const [standing] = standingsOf(smallLog([history], log.profile), log.profile, { at, calendar })
  const seen = new Map<string, number>()
  return (standing?.clocks ?? []).map((one) => {
    const number = seen.get(one.kind) ?? 0
    seen.set(one.kind, number + 1)
    return {
      clock: clockName({ log: log.log, kind: one.kind, number, caseId: history.caseId }),
      standing: one,
    }
  })
}

export interface ClockPlace {
  readonly log: string
  readonly kind: string
  readonly number: number
  readonly caseId: string
}

/** `demo.statutory0.QH-2026-00012`: names of logs and kinds hold no dot, so the rest is the case. */
const clockName = ({ log, kind, number, caseId }: ClockPlace): string => `${log}.${kind}${number}.${caseId}`

export function readClockName(text: string): ClockPlace | undefined {
  const [, log, kind, number, caseId] = /^([^.]+)\.([a-z]+)(\d+)\.(.+)$/s.exec(text) ?? []
  return log === undefined || kind === undefined || caseId === undefined
    ? undefined
    : { log, kind, number: Number(number), caseId }
}

export const clockViews = (
  log: WatchedLog,
  _stored: StoredCase,
  clocks: readonly NamedClock[],
  moment: ClockMoment,
): ClockView[] => clocks.map((one) => clockView(log, one, moment))

function clockView(log: WatchedLog, { clock, standing }: NamedClock, moment: ClockMoment): ClockView {
  const question = questionOf(log, standing, moment)
  const dueAt = dueOf(standing, question)
  const stopped = !Number.isNaN(standing.stoppedAt)
  const suspended = !stopped && !Number.isFinite(standing.dueAt)
  return {
    clock,
    kind: standing.counted ? standing.kind : 'stated',
    title: titleOf(standing),
    basis: BASIS[standing.kind],
    limit: standing.counted?.limit ?? '',
    status: stopped ? 'stopped' : suspended ? 'suspended' : moment.at > dueAt ? 'expired' : 'open',
    startedAt: instantText(Number.isNaN(standing.startedAt) ? dueAt : standing.startedAt, log.zone),
    stoppedAt: instantOrNull(standing.stoppedAt, log.zone),
    dueAt: instantText(dueAt, log.zone),
    provisional: standing.provisional || suspended,
    ribbon: question ? chainOf(question).map((step) => ribbonDay(step)) : [],
  }
}

const TITLES: Record<StandingClock['kind'], Bilingual> = {
  committed: { zh: '承诺时限', en: 'Committed limit' },
  statutory: { zh: '法定时限', en: 'Statutory limit' },
  step: { zh: '环节时限', en: 'Limit of a step' },
}

const BASIS: Record<StandingClock['kind'], Bilingual> = {
  committed: {
    zh: '本机关公布的承诺；《优化营商环境条例》第三十六条',
    en: "the office's published promise; Regulation on Optimising the Business Environment Art. 36",
  },
  statutory: {
    zh: '《行政许可法》第四十二条、第四十五条',
    en: 'Administrative Licensing Law Art. 42 and 45',
  },
  step: { zh: '公布的流程', en: 'the published procedure' },
}

const titleOf = ({ kind, name, counted }: StandingClock): Bilingual => {
  const { zh, en } = TITLES[kind]
  if (!counted) return { zh: `${zh}（日志载明）`, en: `${en} (stated by the log)` }
  return name === '' || name === zh ? { zh, en } : { zh: name, en: `${en} (${name})` }
}

/**
 * What the clock was asked. A suspension that is still open is shown as if it ended now: the true end is not known, and
 * the view says that it is provisional.
 */
function questionOf(
  log: WatchedLog,
  { counted, startedAt, dueAt }: StandingClock,
  { at, calendar }: ClockMoment,
): DueQuestion | undefined {
  if (!counted) return undefined
  const { terms, suspensions, extensions } = counted
  const open = !Number.isFinite(dueAt)
  return {
    from: startedAt,
    limit: terms.limit,
    calendar,
    zone: log.profile.zone,
    suspensions: open
      ? suspensions.map((one) => ({ ...one, to: one.to ?? Math.max(at, Number(one.from)) }))
      : suspensions,
    extensions,
    ...(terms.hours ? { hours: terms.hours } : {}),
    ...(terms.roll ? { roll: terms.roll } : {}),
  }
}

const dueOf = ({ dueAt, startedAt }: StandingClock, question: DueQuestion | undefined): EpochMs =>
  Number.isFinite(dueAt) ? dueAt : ((question && due(question).at) ?? startedAt)

function ribbonDay(step: DayStep): RibbonDay {
  const unannounced = step.provisional
  return {
    day: step.day,
    kind:
      step.kind === 'trigger'
        ? 'trigger'
        : unannounced
          ? 'unannounced'
          : step.working
            ? 'working'
            : 'resting',
    counts: step.kind === 'counted',
    suspended: step.kind === 'suspended',
    extended: step.extension,
    madeUp: step.working && isWeekend(dayNumber(step.day)),
    why: step.because,
    source: step.notice ? citeNotice(step.notice) : null,
  }
}

export type DueChange = ExplanationView['changes'][number]

/** Why this date: the way from the trigger to the due instant, day by day. */
export function explanationOf(
  log: WatchedLog,
  { clock, standing }: NamedClock,
  { moment, asOf, changes }: { moment: ClockMoment; asOf: EpochMs; changes: readonly DueChange[] },
): ExplanationView {
  const question = questionOf(log, standing, moment)
  const dueAt = dueOf(standing, question)
  const view = {
    clock,
    asOf: instantText(asOf, log.zone),
    dueAt: instantText(dueAt, log.zone),
    changes: [...changes],
  }
  if (!question) {
    const text = {
      zh: `到期时间 ${instantText(dueAt, log.zone)} 由日志本身载明，不是本系统计算`,
      en: `the log itself states the due instant ${instantText(dueAt, log.zone)}; this system did not compute it`,
    }
    return {
      ...view,
      provisional: false,
      summary: text,
      steps: [{ day: null, kind: 'stated', count: null, text, source: null }],
    }
  }
  const answer = due(question)
  const { zh, en } = limitInWords(question.limit)
  const head = {
    zh: `${titleOf(standing).zh} ${zh}，自 ${instantText(standing.startedAt, log.zone)} 起`,
    en: `${titleOf(standing).en}: ${en} from ${instantText(standing.startedAt, log.zone)}`,
  }
  return {
    ...view,
    provisional: answer.provisional || !Number.isFinite(standing.dueAt),
    summary: {
      zh: [head.zh, ...answer.reasons.map((reason) => reason.zh)].join('；'),
      en: [head.en, ...answer.reasons.map((reason) => reason.en)].join('; '),
    },
    steps: chainOf(question).map((step) => ({
      day: step.day,
      kind: step.kind,
      count: step.number ?? null,
      text: step.because,
      source: step.notice ? citeNotice(step.notice) : (step.document ?? null),
    })),
  }
}
