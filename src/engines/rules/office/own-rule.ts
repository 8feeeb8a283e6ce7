import { z } from 'zod'
import { DAY_MS } from '#engines/calendar/index.ts'
import { compileCondition, type Shape } from '../condition/index.ts'
import { LEVELS } from '../finding.ts'
import type { Hit } from '../finding.ts'
import { NOTHING_FOUND, NOT_CONCERNED, RULE_KINDS, type Example, type Rule } from '../rule.ts'
import { isOpen, instantOf, type Watched } from '../watched.ts'
import { CASE_SHAPE, thingOf } from './case-thing.ts'

const Said = z.strictObject({ zh: z.string().min(2).max(400), en: z.string().min(2).max(600) })
const Name = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)

/** A rule as an office writes it: what is to be found stands in `when`, as a condition over the fields of a case. */
export const OwnRule = z.strictObject({
  form: z.literal('own'),
  title: Said,
  kind: z.enum(RULE_KINDS),
  level: z.enum(LEVELS),
  basis: Said,
  explanation: Said,
  /** Working days to reply to its cards; absent: as for all. */
  replyDays: z.number().int().min(1).max(30).optional(),
  /** Names that the condition may compare with, so that what is a number is not buried in it. */
  numbers: z
    .record(
      Name,
      z.strictObject({
        title: Said,
        unit: z.enum(['workingDays', 'calendarDays', 'hours', 'times']),
        value: z.number().min(0),
      }),
    )
    .default({}),
  when: z.unknown(),
  /** 免责: a case of which one of these holds is let be. */
  unless: z
    .array(z.strictObject({ title: Said, when: z.unknown() }))
    .max(10)
    .default([]),
  examples: z
    .array(
      z.strictObject({
        text: Said,
        fires: z.boolean(),
        at: z.string(),
        attributes: z.record(z.string(), z.string()).optional(),
        events: z
          .array(z.strictObject({ at: z.string(), activity: z.string(), by: z.string().optional() }))
          .min(1)
          .max(40),
      }),
    )
    .min(2)
    .max(20),
})
export type OwnRule = z.infer<typeof OwnRule>

/** Compiles it once; a condition that names an unknown field is refused here, with its place. */
export function compileOwnRule(given: OwnRule, code: string): Rule {
  const shape = withNumbers(given)
  const holds = compileCondition(given.when, shape)
  const spared = given.unless.map(({ when }) => compileCondition(when, shape))
  const values = Object.fromEntries(Object.entries(given.numbers).map(([name, { value }]) => [name, value]))
  const found = (watched: Watched, at: number, events: number): boolean => {
    const thing = { ...thingOf(watched, at, events), ...values }
    return holds(thing) && !spared.some((test) => test(thing))
  }
  return {
    code,
    kind: given.kind,
    subject: 'case',
    title: given.title,
    level: given.level,
    basis: given.basis,
    explanation: given.explanation,
    confidence: 'L',
    enabled: true,
    numbers: {},
    lacks: () => undefined,
    check: (watched) => {
      if (watched.from === watched.to) return NOT_CONCERNED
      if (!found(watched, endOf(watched), watched.to)) return NOTHING_FOUND
      return [hitOf(watched, given, { code, at: firstInstant(watched, found) })]
    },
    examples: given.examples.map(exampleOf),
    ...(given.replyDays === undefined ? {} : { replyDays: given.replyDays }),
  }
}

const withNumbers = ({ numbers }: OwnRule): Shape => ({
  ...CASE_SHAPE,
  ...Object.fromEntries(Object.keys(numbers).map((name) => [name, 'number' as const])),
})

/** Of an open case what is known is what stood at the end of yesterday, or after its last act: so it does not matter who looks when. */
const endOf = (watched: Watched): number =>
  isOpen(watched)
    ? Math.max(lastAt(watched), endOfDay(watched, watched.at - DAY_MS) - 1)
    : Math.max(watched.endedAt, lastAt(watched))

/** The first instant after the day of an instant. */
const endOfDay = ({ reading: { time } }: Watched, at: number): number => time.dueAt(at - DAY_MS, ONE_DAY)

const lastAt = (watched: Watched): number => instantOf(watched, watched.to - 1)

type Found = (watched: Watched, at: number, events: number) => boolean

/** When it first held: after one of the events, else at the end of one of the days on which nothing happened. */
function firstInstant(watched: Watched, found: Found): number {
  for (let event = watched.from; event < watched.to; event++) {
    const at = instantOf(watched, event)
    if (found(watched, at, event + 1)) return at
  }
  const end = endOf(watched)
  let at = lastAt(watched)
  for (let day = 0; day < LONGEST_SILENCE; day++) {
    at = endOfDay(watched, at)
    if (!(at - 1 <= end)) break
    if (found(watched, at - 1, watched.to)) return at
  }
  return end
}

const ONE_DAY = { limit: { length: 1, unit: 'calendarDays' }, roll: 'none' } as const
const LONGEST_SILENCE = 500

const hitOf = (
  watched: Watched,
  { title, level }: OwnRule,
  { code, at }: { code: string; at: number },
): Hit => ({
  rule: code,
  level,
  caseIndex: watched.caseIndex,
  at,
  events: [watched.to - 1],
  because: (say) => ({
    zh: `${title.zh}：条件自 ${say.instant(at)} 起成立`,
    en: `${title.en}: the condition has held since ${say.instant(at)}`,
  }),
})

const exampleOf = ({ text, fires, at, attributes, events }: OwnRule['examples'][number]): Example => ({
  ...{ text, fires, at, profile: EXAMPLE_PROFILE },
  ...(attributes ? { attributes } : {}),
  events: events.map(({ at: when, activity, by }) =>
    by === undefined ? [when, activity] : [when, activity, { by }],
  ),
})

/** In an example of an office the columns of a case go by their own names. */
const EXAMPLE_PROFILE = {
  case: { item: 'item', unit: 'unit', channel: 'channel' },
  event: { outcome: 'outcome' },
} as const
