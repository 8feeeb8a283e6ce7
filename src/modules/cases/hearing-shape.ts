import { z } from 'zod'
import { BilingualText, DayText, InstantText } from '#kernel/endpoint.ts'
import { CLOSED_FOR, HEARING_PARTIES, HEARING_STAGES } from './terms.ts'

const Session = z.object({
  at: InstantText,
  place: z.string(),
  chair: z.string(),
  closedFor: z.enum(CLOSED_FOR).nullable(),
})

/** 听证 as the desk sees it. */
export const HearingView = z.object({
  stage: z.enum(HEARING_STAGES),
  offeredAt: InstantText,
  matter: z.string(),
  asked: z.object({ at: InstantText, by: z.enum(HEARING_PARTIES), postedOn: DayText.nullable() }).nullable(),
  session: Session.nullable(),
  /** Number of the minutes. */
  minutes: z.string().nullable(),
  /** The first day for a hearing that is announced now; null when none is to be announced. */
  firstDay: DayText.nullable(),
})
export type HearingView = z.infer<typeof HearingView>

/** 听证 as the applicant sees it. */
export const TrackedHearing = z.object({
  stage: z.enum(HEARING_STAGES),
  matter: z.string(),
  /** The last day to ask for it is the one before this instant; null when it cannot be asked for any more. */
  until: InstantText.nullable(),
  session: Session.nullable(),
})
export type TrackedHearing = z.infer<typeof TrackedHearing>

/** 现场核查 of a step. */
export const VisitView = z.object({
  people: z.array(z.object({ account: z.string(), name: z.string() })),
  assignedAt: InstantText,
  found: z.object({ on: DayText, conforms: z.boolean(), finding: z.string() }).nullable(),
})
export type VisitView = z.infer<typeof VisitView>

export const UnitPerson = z.object({
  account: z.string(),
  name: z.string(),
  unit: z.string(),
  unitName: BilingualText,
  /** Has worked on this file, and so cannot chair its hearing. */
  handled: z.boolean(),
})
