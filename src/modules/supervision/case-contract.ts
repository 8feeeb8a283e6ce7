import { z } from 'zod'
import {
  BilingualText,
  DayText,
  endpoint,
  InstantText,
  pageOf,
  PageQuery,
  PurposeQuery,
} from '#kernel/endpoint.ts'
import { CardRow } from './card-contract.ts'

/** One line of the list of watched cases. `colour` is the worst standing of its clocks now. */
export const CaseRow = z.object({
  log: z.string(),
  caseId: z.string(),
  item: z.string().nullable(),
  unit: z.string().nullable(),
  channel: z.string().nullable(),
  state: z.enum(['open', 'suspended', 'concluded']),
  startedAt: InstantText.nullable(),
  concludedAt: InstantText.nullable(),
  lastActivity: z.string(),
  lastAt: InstantText,
  events: z.number().int(),
  committedDueAt: InstantText.nullable(),
  statutoryDueAt: InstantText.nullable(),
  provisional: z.boolean(),
  colour: z.enum(['quiet', 'soon', 'yellow', 'red']),
  /** Working days to the next due instant; negative once past; null without a clock or when concluded. */
  workingDaysLeft: z.number().int().nullable(),
  openCards: z.number().int(),
})
export type CaseRow = z.infer<typeof CaseRow>

/** One day of the day ribbon 时限带. */
export const RibbonDay = z.object({
  day: DayText,
  kind: z.enum(['trigger', 'working', 'resting', 'unannounced']),
  counts: z.boolean(),
  suspended: z.boolean(),
  extended: z.boolean(),
  madeUp: z.boolean(),
  why: BilingualText,
  source: z.string().nullable(),
})
export type RibbonDay = z.infer<typeof RibbonDay>

export const ClockView = z.object({
  clock: z.string(),
  kind: z.enum(['committed', 'statutory', 'step', 'stated']),
  title: BilingualText,
  basis: BilingualText,
  limit: z.string(),
  status: z.enum(['open', 'suspended', 'stopped', 'expired']),
  startedAt: InstantText,
  stoppedAt: InstantText.nullable(),
  dueAt: InstantText,
  provisional: z.boolean(),
  ribbon: z.array(RibbonDay),
})
export type ClockView = z.infer<typeof ClockView>

/** "Why this date": the chain from trigger to due instant, also as known at an earlier moment. */
export const ExplanationView = z.object({
  clock: z.string(),
  asOf: InstantText,
  dueAt: InstantText,
  provisional: z.boolean(),
  summary: BilingualText,
  steps: z.array(
    z.object({
      day: DayText.nullable(),
      kind: z.string(),
      count: z.number().int().nullable(),
      text: BilingualText,
      source: z.string().nullable(),
    }),
  ),
  changes: z.array(z.object({ at: InstantText, from: InstantText, to: InstantText, why: BilingualText })),
})
export type ExplanationView = z.infer<typeof ExplanationView>

export const CaseView = z.object({
  row: CaseRow,
  attributes: z.record(z.string(), z.string()),
  timeline: z.array(
    z.object({
      version: z.number().int(),
      activity: z.string(),
      meaning: z.string().nullable(),
      at: InstantText,
      resource: z.string().nullable(),
      /** On what it rests, where the log says so. */
      basis: z.string().nullable(),
      recordedAt: InstantText,
      /** Rules that name this event as evidence. */
      rules: z.array(z.string()),
    }),
  ),
  clocks: z.array(ClockView),
  cards: z.array(CardRow),
})
export type CaseView = z.infer<typeof CaseView>

export const listCases = endpoint({
  name: 'listCases',
  method: 'GET',
  path: '/api/cases',
  summary: { zh: '受监察办件', en: 'Watched cases' },
  guard: 'cases.read',
  recorded: 'listed',
  query: PageQuery.extend({
    ...PurposeQuery.shape,
    log: z.string().max(60).optional(),
    unit: z.string().max(80).optional(),
    /** `unfinished` is open or suspended: what a unit still has in hand. */
    state: z.enum(['open', 'suspended', 'concluded', 'unfinished']).optional(),
    colour: CaseRow.shape.colour.optional(),
    /** Concluded after the due instant, or open past it; `false`: has a due instant and kept it so far. */
    late: z.enum(['true', 'false']).optional(),
    /** Concluded before the last day. */
    early: z.enum(['true', 'false']).optional(),
    /** Newest first, or by due instant; open cases come by due instant unless asked otherwise. */
    sort: z.enum(['recent', 'due']).optional(),
    rule: z.string().max(20).optional(),
    /** Part of a case number. */
    search: z.string().max(100).optional(),
  }),
  answer: pageOf(CaseRow),
})

export const getCase = endpoint({
  name: 'getCase',
  method: 'GET',
  path: '/api/cases/{log}/{caseId}',
  summary: { zh: '一件办件：时间线、时限、牌', en: 'One case: timeline, clocks, cards' },
  guard: 'cases.read',
  recorded: 'opened',
  params: z.object({ log: z.string().max(60), caseId: z.string().max(200) }),
  query: PurposeQuery,
  answer: CaseView,
})

export const explainClock = endpoint({
  name: 'explainClock',
  method: 'GET',
  path: '/api/clocks/{clock}/explanation',
  summary: { zh: '为什么是这一天', en: 'Why this date' },
  guard: 'cases.read',
  recorded: 'opened',
  params: z.object({ clock: z.string().max(300) }),
  query: z.object({ asOf: InstantText.optional() }),
  answer: ExplanationView,
})
