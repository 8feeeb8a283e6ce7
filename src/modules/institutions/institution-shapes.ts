import { z } from 'zod'
import { BilingualText, DayText, InstantText } from '#kernel/endpoint.ts'

/** A definition as pages show it: the platform's own shape, checked where it is written. */
export const DefinitionView = z.record(z.string(), z.unknown())

const Level = z.enum(['notice', 'yellow', 'red'])

export const FlagView = z.object({
  flag: z.string(),
  title: BilingualText,
  level: Level,
  answer: z.object({ by: BilingualText, at: InstantText, text: z.string() }).nullable(),
})
export type FlagView = z.infer<typeof FlagView>

export const InstitutionRow = z.object({
  institution: z.string(),
  title: BilingualText,
  purpose: BilingualText,
  area: z.string(),
  answers: z.array(z.string()),
  /** 0: nothing has been entered under the platform's version yet. */
  version: z.number().int(),
  entries: z.number().int(),
  open: z.number().int(),
  /** Entries in which something is to be noticed today, as far as the reader sees. */
  flagged: z.number().int(),
  /** Open entries in which the reader may take the next step. */
  mine: z.number().int(),
  hasDraft: z.boolean(),
  mayOpen: z.boolean(),
})
export type InstitutionRow = z.infer<typeof InstitutionRow>

export const FigureView = z.object({
  code: z.string(),
  title: BilingualText,
  kind: z.enum(['share', 'sum', 'mean', 'median', 'count']),
  group: BilingualText.nullable(),
  /** `2026-03` or `2026Q1`, of a figure that is told over time. */
  period: z.string().nullable(),
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number().int(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  hits: z.array(z.string()),
  subjects: z.array(z.string()),
})
export type FigureView = z.infer<typeof FigureView>

export const InstitutionView = InstitutionRow.extend({
  definition: DefinitionView,
  figures: z.array(FigureView),
  versions: z.array(
    z.object({
      version: z.number().int(),
      publishedAt: InstantText,
      publishedBy: BilingualText,
      draftedBy: BilingualText,
    }),
  ),
})
export type InstitutionView = z.infer<typeof InstitutionView>

/** 制度运行: how often an institution was used in a term. */
export const UseRow = z.object({
  institution: z.string(),
  title: BilingualText,
  area: z.string(),
  /** Whether its entries can be opened; others live in a part of the platform of their own. */
  register: z.boolean(),
  uses: z.number().int(),
  lastOn: DayText.nullable(),
  dormant: z.boolean(),
})
export type UseRow = z.infer<typeof UseRow>

export const EntryRow = z.object({
  entry: z.string(),
  named: z.string(),
  state: z.string(),
  unit: BilingualText,
  openedOn: DayText,
  flags: z.array(FlagView),
  /** The nearest limit that runs. */
  dueAt: InstantText.nullable(),
  mine: z.boolean(),
})
export type EntryRow = z.infer<typeof EntryRow>

const ValueView = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])

export const TakenView = z.object({
  step: z.string(),
  by: BilingualText,
  at: InstantText,
  values: z.record(z.string(), ValueView),
})

export const EntryView = EntryRow.extend({
  institution: z.string(),
  definition: DefinitionView,
  version: z.number().int(),
  /** Of `person` fields the masked name and phone. */
  values: z.record(z.string(), ValueView),
  /** What references are called, by field. */
  called: z.record(z.string(), BilingualText),
  taken: z.array(TakenView),
  corrections: z.array(
    z.object({
      by: BilingualText,
      at: InstantText,
      reason: z.string(),
      before: z.record(z.string(), ValueView),
    }),
  ),
  limits: z.array(
    z.object({
      clock: z.string(),
      dueAt: InstantText.nullable(),
      status: z.enum(['open', 'suspended', 'stopped', 'expired']),
      provisional: z.boolean(),
    }),
  ),
  steps: z.array(z.object({ step: z.string(), whyNot: BilingualText.nullable() })),
  mayCorrect: z.boolean(),
  mayAnswer: z.boolean(),
})
export type EntryView = z.infer<typeof EntryView>

/** A person as a field of the kind `person` is given. */
export const PersonGiven = z.object({ name: z.string().min(1).max(60), phone: z.string().max(30).optional() })

export const GivenValues = z.record(
  z.string().max(60),
  z.union([
    z.string().max(4000),
    z.number(),
    z.boolean(),
    z.array(z.string().max(200)).max(200),
    PersonGiven,
    z.null(),
  ]),
)
