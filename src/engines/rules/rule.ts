import type { Bilingual } from '#kernel/refusal.ts'
import type { Hit, Level } from './finding.ts'
import type { Meaning } from './meanings.ts'
import type { LogProfileInput } from './profile.ts'
import type { Reading } from './reading.ts'
import type { Watched } from './watched.ts'

/** C: the article was read · L: likely, or local practice · U: unsure, shipped switched off. */
export type Confidence = 'C' | 'L' | 'U'

/** The four kinds of fault that rules of electronic supervision tell apart: 时限、程序、内容、收费. */
export const RULE_KINDS = ['time', 'process', 'content', 'fee'] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** What a rule looks at. */
export const RULE_SUBJECTS = ['case', 'complaint', 'task', 'hall', 'charge', 'enforcement'] as const
export type RuleSubject = (typeof RULE_SUBJECTS)[number]

/** One number of a rule through time. A case is judged by the value in force when it was accepted. */
export interface DatedNumber {
  readonly title: Bilingual
  readonly unit: 'workingDays' | 'calendarDays' | 'hours' | 'minutes' | 'seconds' | 'times'
  readonly values: readonly { readonly from: string; readonly value: number }[]
}

/**
 * A rule that officials may be judged by: one file, one code, its basis, its numbers and its examples.
 * Pure and never throwing; `check` says what is wrong.
 */
export interface Rule {
  readonly code: string
  readonly kind: RuleKind
  readonly subject: RuleSubject
  readonly title: Bilingual
  readonly level: Level
  readonly basis: Bilingual
  readonly explanation: Bilingual
  readonly confidence: Confidence
  readonly enabled: boolean
  readonly numbers: Readonly<Record<string, DatedNumber>>
  /** What the profile of a log lacks for this rule to judge it; undefined when nothing does. */
  readonly lacks: (reading: Reading) => Bilingual | undefined
  /** `undefined`: the case has nothing this rule speaks about; an empty list: it has, and it was kept. */
  readonly check: (watched: Watched, numbers: Readonly<Record<string, number>>) => readonly Hit[] | undefined
  /** What `check` comes to, where that is known without making what it finds: a replay asks this of every case. */
  readonly verdict?: (watched: Watched, numbers: Readonly<Record<string, number>>) => Verdict
  /** The rule speaks only of cases in which something of this meaning happened; all others are passed over unasked. */
  readonly about?: Meaning
  /**
   * `sequence`: whether the rule applies and finds nothing depends only on the order of the activities and on whether
   * the case is finished. Cases that ran alike are then cleared together. A function: whether that is so of this log.
   */
  readonly looksAt?: 'sequence' | ((reading: Reading) => boolean)
  /** Who is asked, where it is not the officer on whose desk the case lies. */
  readonly addressee?: 'head'
  /** Working days to reply to its cards; absent: as for all rules. */
  readonly replyDays?: number
  readonly examples: readonly Example[]
}

export const NOT_APPLYING = 1
export const CLEAR = 2
export const FOUND = 3
/** What a rule comes to in one case. */
export type Verdict = typeof NOT_APPLYING | typeof CLEAR | typeof FOUND

/** A small history and whether the rule must speak. Times are Asia/Shanghai; activities are named by their meanings. */
export interface Example {
  readonly text: Bilingual
  readonly fires: boolean
  readonly at: string
  readonly profile?: LogProfileInput
  readonly attributes?: Readonly<Record<string, string>>
  readonly events: readonly ExampleEvent[]
}

export type ExampleEvent = readonly [
  at: string,
  activity: string,
  more?: Readonly<Record<string, string>> & { readonly by?: string },
]

type Values<Numbers> = { readonly [Name in keyof Numbers]: number }

/** Types the numbers a rule's check receives by the numbers it declares. */
export function defineRule<const Numbers extends Readonly<Record<string, DatedNumber>>>(
  rule: Omit<Rule, 'numbers' | 'check'> & {
    readonly numbers: Numbers
    readonly check: (watched: Watched, numbers: Values<Numbers>) => readonly Hit[] | undefined
  },
): Rule {
  return rule as Rule
}

export const NOTHING_FOUND: readonly Hit[] = []

export const NOT_CONCERNED = undefined as readonly Hit[] | undefined

/** In force as long as anybody remembers: practice without a dated document. */
export const ALWAYS = '1949-10-01'
