import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Limit } from '#engines/clocks/index.ts'
import type { Hit, Level } from './finding.ts'
import { type Meaning, meaning } from './meanings.ts'
import { lacksMeaning } from './needs.ts'
import { ALWAYS, type DatedNumber, NOT_CONCERNED, NOTHING_FOUND, type Rule } from './rule.ts'
import { firstAt, firstEventOf, instantOf, type Watched } from './watched.ts'
import { type LimitTerms, workingDayTerms } from './working-time.ts'

type Unit = 'workingDays' | 'calendarDays' | 'hours' | 'minutes'

/** One duty with its clock: what starts it, what fulfils it, how long it may take, and how loudly it is said how late. */
export interface Deadline extends Omit<
  Rule,
  'kind' | 'level' | 'enabled' | 'numbers' | 'lacks' | 'check' | 'about' | 'looksAt'
> {
  readonly from: Meaning
  /** Any of these fulfils the duty. */
  readonly until: readonly [Meaning, ...Meaning[]]
  /** A case that has ended owes nothing more, unless the duty comes after the end. */
  readonly outlives?: boolean
  /** What was owed, as it stands in the sentence. */
  readonly duty: Bilingual
  readonly unit: Unit
  readonly limit: DatedNumber['values']
  /** So many units before the end an open case gives notice; 0: it does not. */
  readonly warn?: number
  /** Red so many working days (or minutes, for limits in minutes) past the end; 0: it stays yellow. */
  readonly red?: number
  /** An act that makes the limit longer, by how much; done after the end it changes nothing (T-12). */
  readonly longer?: { readonly by: Meaning; readonly values: DatedNumber['values'] }
}

/**
 * 时限类: notice before the end while the duty is open, yellow past it, red some days later; each is complete at its own
 * instant (T-15), whoever looks when. Days are counted by the calendar: no limit is rounded.
 */
export function deadlineRule({ from, until, duty, unit, longer, ...given }: Deadline): Rule {
  const { limit, warn = 0, red = 0, outlives = false, ...rest } = given
  const numbers = numbersOf({ unit, limit, warn, red, longer })
  return {
    ...rest,
    kind: 'time',
    level: red > 0 ? 'red' : 'yellow',
    enabled: true,
    about: from,
    numbers,
    lacks: (reading) => lacksMeaning(reading, from, ...until.slice(0, 1)),
    check: (watched, values) => {
      const start = firstEventOf(watched, meaning[from])
      if (start < 0) return NOT_CONCERNED
      const done = fulfilment(watched, start, until)
      const began = instantOf(watched, start)
      const plain = rungsFrom(watched, began, { ...values, length: values['limit'] ?? 0, unit })
      const extended = longer !== undefined && firstAt(watched, meaning[longer.by]) <= plain.due
      const length = (values['limit'] ?? 0) + (values['longer'] ?? 0)
      const rungs = extended ? rungsFrom(watched, began, { ...values, length, unit }) : plain
      if (Number.isNaN(rungs.due)) return NOT_CONCERNED
      const ended = outlives ? Number.NaN : watched.endedAt
      const reached = done < 0 ? earlier(ended, watched.at) : instantOf(watched, done)
      const open = done < 0 && Number.isNaN(ended)
      const passed = levelsPassed(rungs, reached, open)
      if (passed.length === 0) return NOTHING_FOUND
      const told = { code: rest.code, duty, start, done, due: rungs.due }
      return passed.map(([level, at]) => hitOf(watched, told, level, at))
    },
  }
}

const earlier = (ended: EpochMs, at: EpochMs): EpochMs => (Number.isNaN(ended) ? at : ended)

const numbersOf = ({
  unit,
  limit,
  warn,
  red,
  longer,
}: Pick<Deadline, 'unit' | 'limit' | 'longer' | 'warn' | 'red'>) => ({
  limit: { title: { zh: '时限', en: 'Limit' }, unit, values: limit },
  ...(warn ? { warn: numberOf({ zh: '届满前几时预警', en: 'Notice before the end' }, unit, warn) } : {}),
  ...(red ? { red: numberOf({ zh: '超过几时亮红牌', en: 'Red past the end' }, lateUnit(unit), red) } : {}),
  ...(longer ? { longer: { title: { zh: '延期', en: 'Extension' }, unit, values: longer.values } } : {}),
})

const numberOf = (title: Bilingual, unit: Unit, value: number): DatedNumber => ({
  title,
  unit,
  values: [{ from: ALWAYS, value }],
})

const lateUnit = (unit: Unit): Unit => (unit === 'minutes' ? 'minutes' : 'workingDays')

function fulfilment(watched: Watched, start: number, until: readonly Meaning[]): number {
  const { meaningOf, histories } = watched.reading
  for (let event = start + 1; event < watched.to; event++) {
    const means = meaningOf[histories.activity[event] as number]
    if (until.some((name) => meaning[name] === means)) return event
  }
  return -1
}

interface Rungs {
  /** NaN where no notice is given. */
  readonly warn: EpochMs
  readonly due: EpochMs
  readonly red: EpochMs
}

function rungsFrom(
  watched: Watched,
  from: EpochMs,
  { length, warn = 0, red = 0, unit }: { length: number; warn?: number; red?: number; unit: Unit },
): Rungs {
  const { time } = watched.reading
  const due = time.dueAt(from, termsOf(length, unit))
  const days = lateUnit(unit) === 'workingDays'
  return {
    warn: warn > 0 && warn < length ? time.dueAt(from, termsOf(length - warn, unit)) : Number.NaN,
    due,
    red:
      red > 0
        ? days
          ? time.dueAt(due - 1, workingDayTerms(red))
          : time.dueAt(due, termsOf(red, unit))
        : Number.NaN,
  }
}

function levelsPassed({ warn, due, red }: Rungs, reached: EpochMs, open: boolean): [Level, EpochMs][] {
  const passed: [Level, EpochMs][] = []
  // The notice stays while the duty is open, also past the end: it was given, and it falls away when the duty is done.
  if (open && reached > warn) passed.push(['notice', warn])
  if (reached > due) passed.push(['yellow', due])
  if (reached > red) passed.push(['red', red])
  return passed
}

interface Told {
  readonly code: string
  readonly duty: Bilingual
  readonly start: number
  readonly done: number
  readonly due: EpochMs
}

function hitOf(watched: Watched, { code, duty, start, done, due }: Told, level: Level, at: EpochMs): Hit {
  const began = instantOf(watched, start)
  const ended = done < 0 ? Number.NaN : instantOf(watched, done)
  return {
    rule: code,
    level,
    caseIndex: watched.caseIndex,
    at,
    events: done < 0 ? [start] : [start, done],
    because: (say) => ({
      zh: `自 ${say.instant(began)} 起应${duty.zh}，时限于 ${say.expiry(due).zh} 届满，${done < 0 ? '至今没有' : `实际在 ${say.instant(ended)}`}`,
      en: `${duty.en} was owed from ${say.instant(began)}; the limit ends ${say.expiry(due).en}; ${done < 0 ? 'it has not been done' : `it was done at ${say.instant(ended)}`}`,
    }),
  }
}

const termsKept = new Map<string, LimitTerms>()

/** One object for each limit, so that the due days kept for it are found again. */
function termsOf(length: number, unit: Limit['unit']): LimitTerms {
  if (unit === 'workingDays') return workingDayTerms(length)
  const key = `${length} ${unit}`
  const known = termsKept.get(key) ?? { limit: { length, unit } }
  termsKept.set(key, known)
  return known
}
