import type { Bilingual } from '#kernel/refusal.ts'
import { attributeOf } from '#engines/histories/index.ts'
import type { Hit, Level } from './finding.ts'
import { type Meaning, meaning } from './meanings.ts'
import { allOf, lacksMeaning } from './needs.ts'
import type { LogProfile } from './profile.ts'
import type { Reading } from './reading.ts'
import {
  CLEAR,
  type DatedNumber,
  FOUND,
  NOT_APPLYING,
  NOT_CONCERNED,
  NOTHING_FOUND,
  type Rule,
} from './rule.ts'
import { eventsOf, firstEventOf, instantOf, lastEventOf, type Watched } from './watched.ts'
import type { Say } from './working-time.ts'

/** What is wrong with one event; `events` where others prove it too, `level` where it differs from the rule's. */
export interface Fault {
  readonly because: Bilingual | ((say: Say) => Bilingual)
  readonly events?: readonly number[]
  readonly level?: Level
}

interface Definition extends Omit<Rule, 'enabled' | 'numbers' | 'lacks' | 'check' | 'verdict' | 'about'> {
  readonly of: Meaning
  readonly numbers?: Readonly<Record<string, DatedNumber>>
  /** What else the profile must say, beside which activity has the meaning. */
  readonly needs?: (reading: Reading) => Bilingual | undefined
  readonly fault: (
    watched: Watched,
    event: number,
    numbers: Readonly<Record<string, number>>,
  ) => Fault | undefined
}

/** A rule that looks at every event of one meaning by itself, and at what lies around it. */
export function eventRule({ of, needs, fault, numbers = {}, ...rest }: Definition): Rule {
  const place = meaning[of]
  return {
    ...rest,
    enabled: true,
    about: of,
    numbers,
    lacks: (reading) => allOf(lacksMeaning(reading, of), needs?.(reading)),
    verdict: (watched, values) => {
      const first = firstEventOf(watched, place)
      if (first < 0) return NOT_APPLYING
      const { meaningOf, histories } = watched.reading
      const last = lastEventOf(watched, place)
      for (let event = first; event <= last; event++)
        if (meaningOf[histories.activity[event] as number] === place && fault(watched, event, values))
          return FOUND
      return CLEAR
    },
    check: (watched, values) => {
      const first = firstEventOf(watched, place)
      if (first < 0) return NOT_CONCERNED
      const { meaningOf, histories } = watched.reading
      const last = lastEventOf(watched, place)
      const hits: Hit[] = []
      for (let event = first; event <= last; event++) {
        if (meaningOf[histories.activity[event] as number] !== place) continue
        const found = fault(watched, event, values)
        if (found) hits.push(hitAt(watched, rest, event, found))
      }
      return hits.length > 0 ? hits : NOTHING_FOUND
    },
  }
}

const NO_OTHERS: readonly number[] = []

function hitAt(
  watched: Watched,
  { code, level }: Pick<Rule, 'code' | 'level'>,
  event: number,
  { because, events = NO_OTHERS, level: own = level }: Fault,
): Hit {
  return {
    rule: code,
    level: own,
    caseIndex: watched.caseIndex,
    at: instantOf(watched, event),
    events: events.length === 0 ? [event] : [...new Set([...events, event])].sort((a, b) => a - b),
    because: typeof because === 'function' ? because : () => because,
  }
}

/** What an attribute of an event says; undefined where it is missing or blank. */
export function textAt(watched: Watched, event: number, name: keyof LogProfile['event']): string | undefined {
  const text = attributeOf(watched.reading.eventColumn(name), event)?.trim()
  return text === '' ? undefined : text
}

/** NaN where it is no number. */
export const numberAt = (watched: Watched, event: number, name: keyof LogProfile['event']): number =>
  Number.parseFloat(textAt(watched, event, name) ?? '')

export const personAt = ({ reading: { histories } }: Watched, event: number): string | undefined =>
  histories.resources[histories.resource[event] ?? -1]

export const activityAt = ({ reading: { histories } }: Watched, event: number): string =>
  histories.activities[histories.activity[event] ?? -1] ?? ''

/** The first event of a meaning after another event, or −1. */
export const nextOf = (watched: Watched, name: Meaning, after: number): number =>
  eventsOf(watched, name).find((event) => event > after) ?? -1

export const lastBefore = (watched: Watched, name: Meaning, before: number): number =>
  eventsOf(watched, name).findLast((event) => event < before) ?? -1
