import { z } from 'zod'
import { Expression, Value } from './expression.ts'

export const Code = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,59}$/)
const Title = z.object({ zh: z.string().min(1).max(200), en: z.string().min(1).max(300) })
const Sentence = z.object({ zh: z.string().min(2).max(400), en: z.string().min(2).max(600) })

export const FIELD_KINDS = [
  'text',
  'longText',
  'number',
  'money',
  'yesNo',
  'day',
  'choice',
  'choices',
  'unit',
  'account',
  'item',
  'hall',
  'counter',
  'badge',
  'case',
  'entry',
  'person',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

export const Field = z.strictObject({
  code: Code,
  title: Title,
  kind: z.enum(FIELD_KINDS),
  hint: Sentence.optional(),
  /** Of `choice` and `choices`. */
  choices: z
    .array(z.strictObject({ code: Code, title: Title }))
    .max(60)
    .optional(),
  /** Of `entry`: the institution that it points to. */
  of: Code.optional(),
  /** Never corrected: what it said at the start it says for ever. */
  fixed: z.boolean().optional(),
})
export type Field = z.infer<typeof Field>

/**
 * Who may take a step: staff of the unit that owns the entry, its head, staff of any unit, a unit of a kind (the hall's),
 * supervision, leaders, applicants; whoever has a role; or whom a field of the entry names (a unit's staff, or one
 * account).
 */
export const Who = z.union([
  z.enum(['unit', 'head', 'anyUnit', 'anyHead', 'supervision', 'leader', 'resident']),
  z.strictObject({ unitKind: z.string().max(40) }),
  z.strictObject({ role: Code }),
  z.strictObject({ field: Code }),
])
export type Who = z.infer<typeof Who>

export const State = z.strictObject({
  code: Code,
  title: Title,
  /** Nothing more happens to an entry in it, unless a step says so. */
  over: z.boolean().optional(),
})
export type State = z.infer<typeof State>

/** A condition that must hold, and what is said to whoever is refused because it does not. */
export const Demand = z.strictObject({ code: Code, holds: Expression, sentence: Sentence })
export type Demand = z.infer<typeof Demand>

export const Step = z.strictObject({
  code: Code,
  title: Title,
  /** The states it leads out of; none for the step that opens an entry, which is the first. */
  from: z.array(Code).max(20),
  to: Code,
  by: z.array(Who).min(1).max(10),
  /** Steps whose taker may not take this one too: nobody checks himself. */
  notBy: z.array(Code).max(10).optional(),
  /** Units that own the entry may not take it: nobody judges in its own case. */
  notOwner: z.boolean().optional(),
  asks: z.array(z.strictObject({ field: Code, required: z.boolean() })).max(60),
  demands: z.array(Demand).max(20).optional(),
})
export type Step = z.infer<typeof Step>

const Limit = z.string().max(12)

export const Clock = z.strictObject({
  code: Code,
  title: Title,
  /** The step that starts it, again each time it is taken. */
  starts: Code,
  /** Whichever of these comes first ends it. */
  stops: z.array(Code).min(1).max(10),
  /** So long from the day of the step (`5W`, `30D`, `2WH`), or until the end of the day in a field. */
  limit: z.union([Limit, z.strictObject({ until: Code }), z.strictObject({ from: Code, limit: Limit })]),
  /** A legal or local source, quoted in Chinese. */
  basis: z.string().max(400),
  /** The state that an entry falls into when it runs out, such as `escalated`; left out, it only shows. */
  leadsTo: Code.optional(),
})
export type Clock = z.infer<typeof Clock>

/** What is to be noticed in an entry; people decide what follows. */
export const Flag = z.strictObject({
  code: Code,
  title: Sentence,
  when: Expression,
  level: z.enum(['notice', 'yellow', 'red']),
})
export type Flag = z.infer<typeof Flag>

/** A figure over the entries; each opens to them. */
export const Measure = z.strictObject({
  code: Code,
  title: Title,
  /** `share`: of those for which `of` holds, how many `value` is true for. Else over the values of those. */
  kind: z.enum(['share', 'sum', 'mean', 'median', 'count']),
  of: Expression,
  value: Expression,
  /** One figure for each value of this field. */
  per: Code.optional(),
  /** One figure for each month or quarter of this day: how it goes over time. */
  over: z.strictObject({ day: Expression, by: z.enum(['month', 'quarter']) }).optional(),
})
export type Measure = z.infer<typeof Measure>

/** A message to the person in a field when a step has been taken; `{field}` stands for what a field says. */
export const Notice = z.strictObject({ on: Code, to: Code, text: Sentence })
export type Notice = z.infer<typeof Notice>

/**
 * A finding that comes of an entry once a step is taken: whom it concerns and what happened stand in fields, and what is
 * made of it is not this engine's business.
 */
export const Found = z.strictObject({
  on: Code,
  when: Expression.optional(),
  /** Where it comes from, in the words of the module of findings. */
  source: Code,
  conduct: z.union([Code, z.strictObject({ field: Code })]),
  severity: z.union([z.enum(['light', 'ordinary', 'grave']), z.strictObject({ field: Code })]),
  /** Fields. */
  unit: Code,
  fact: Code,
  account: Code.optional(),
  badge: Code.optional(),
  matter: Code.optional(),
  /** Left out, the day of the step. */
  happenedOn: Code.optional(),
})
export type Found = z.infer<typeof Found>

const Values = z.record(Code, Value)

const Facts = z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()]))

/**
 * A life of an entry with its outcome: shown as help beside the form, run before a version is published and in the
 * tests. Its first act opens the entry; `others` are entries of the same or of other institutions that were there before.
 */
export const Example = z.strictObject({
  title: Sentence,
  facts: Facts.optional(),
  others: z
    .array(
      z.strictObject({
        of: Code.optional(),
        state: Code.optional(),
        /** The step that it was opened with, where it is of another institution. */
        step: Code.optional(),
        /** Who opened it, where that matters. */
        by: z.string().max(40).optional(),
        /** The day it was opened; left out, the day of the act that looks at it. */
        on: z.string().optional(),
        values: Values,
      }),
    )
    .max(40)
    .optional(),
  acts: z
    .array(
      z.strictObject({
        step: Code,
        /** Accounts are invented names; the same name is the same person. */
        by: z.string().max(40),
        unit: z.string().max(40).optional(),
        as: Who,
        on: z.string(),
        values: Values.optional(),
      }),
    )
    .min(1)
    .max(20),
  seenOn: z.string().optional(),
  /** Facts that have become others by then. */
  seenWith: Facts.optional(),
  /** The code of the demand that refuses the last act, the codes of what is flagged, or neither: all is well. */
  refused: z.string().optional(),
  flagged: z.array(z.string()).optional(),
})
export type Example = z.infer<typeof Example>

/** 制度: an institution as a definition. Whatever it cannot say wants code of its own, never an `if` in the engine. */
export const Institution = z.strictObject({
  code: Code,
  title: Title,
  purpose: Sentence,
  /** Quoted in Chinese; empty where it is a local system without a text. */
  basis: z.string().max(600),
  /** Rows of the mission that it answers, such as `HALL-10`. */
  answers: z.array(z.string().regex(/^[A-Z]{4}-\d{2}$/)).max(10),
  /** The area that it stands under in lists. */
  area: z.string().max(40),
  fields: z.array(Field).min(1).max(60),
  /** The field whose value stands for the entry in lists. */
  named: Code,
  /** The unit that answers for an entry: the opener's, or the one in a field. */
  owner: z.union([z.literal('opener'), z.strictObject({ field: Code })]),
  states: z.array(State).min(1).max(20),
  steps: z.array(Step).min(1).max(30),
  clocks: z.array(Clock).max(10),
  flags: z.array(Flag).max(20),
  measures: z.array(Measure).max(20),
  notices: z.array(Notice).max(10),
  findings: z.array(Found).max(5).optional(),
  visibility: z.strictObject({
    /** What everybody may read of entries in these states; null: nothing. */
    public: z.strictObject({ states: z.array(Code), fields: z.array(Code) }).nullable(),
    /** `own`: the owner and the units that an entry names; `all`: every unit. */
    units: z.enum(['own', 'all']),
    /** States in which no unit sees it, not even the one that it concerns: until it is told. */
    sealed: z.array(Code).optional(),
  }),
  examples: z.array(Example).max(30),
})
export type Institution = z.infer<typeof Institution>

/** A definition as a programmer writes it, checked by the compiler. */
export const institution = (given: z.input<typeof Institution>): Institution => Institution.parse(given)
