import { z } from 'zod'
import { BilingualText, DayText, endpoint } from '#kernel/endpoint.ts'
import { decideFile, deskAct } from './act-contract.ts'
import { CaseOf } from './case-shape.ts'

export const finishAtOnce = deskAct(
  'finishAtOnce',
  'at-once',
  '当场办结（受理、决定、送达一次完成）',
  'Finish on the spot: accepted, decided and handed over in one breath',
  'files.handle',
  decideFile.body.omit({ heard: true, dated: true }).extend({
    /** Who signed for the result; may be empty where it is handed over later. */
    proof: z.string().max(200).default(''),
  }),
)

const Share = z.object({
  /** Finished on the spot, or on the same day. */
  done: z.number().int(),
  all: z.number().int(),
})

const AtOnceCase = CaseOf.extend({
  acceptedOn: DayText,
  decidedOn: DayText.nullable(),
  officer: BilingualText,
  counter: z.string().nullable(),
  /** Why it was not finished at once, as it was said then; empty: nobody said why. */
  reason: z.string(),
  /** Working days from acceptance to the decision, or until today. */
  days: z.number().int(),
})

/** 当场办结日报: the share of each counter, and every exception with its reason or without one. */
export const onTheSpotDay = endpoint({
  name: 'onTheSpotDay',
  method: 'GET',
  path: '/api/on-the-spot',
  summary: {
    zh: '当场办结日报：各窗口占比和例外',
    en: 'On-the-spot items by day: shares of counters, exceptions',
  },
  guard: 'kinds.read',
  recorded: 'listed',
  query: z.object({ day: DayText }),
  answer: z.object({
    total: Share,
    counters: z.array(Share.extend({ counter: z.string().nullable() })),
    exceptions: z.array(AtOnceCase),
  }),
})
export type AtOnceCase = z.infer<typeof AtOnceCase>

/** 当日办结率, officer by officer, and complete cases that were left to wait. */
export const sameDayShares = endpoint({
  name: 'sameDayShares',
  method: 'GET',
  path: '/api/same-day',
  summary: {
    zh: '当日办结率（按承办人）和留着没办的齐全件',
    en: 'Same-day share per officer, and complete cases left to wait',
  },
  guard: 'kinds.read',
  recorded: 'listed',
  query: z.object({ from: DayText, to: DayText }),
  answer: z.object({
    total: Share,
    officers: z.array(Share.extend({ officer: BilingualText })),
    left: z.array(AtOnceCase),
  }),
})
