import { z } from 'zod'
import { BilingualText, DayText, InstantText } from '#kernel/endpoint.ts'
import { BADGE_STATES, COUNTER_STATES, HALL_CHANNELS, HALL_LEVELS, HALVES } from './terms.ts'

export const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,29}$/)
const Name = z.object({ zh: z.string().min(1).max(100), en: z.string().max(100) })
export const UnitName = z.object({ unit: z.string(), name: BilingualText })
const Hours = z.string().max(60)

export const HallPlace = z.object({
  name: Name,
  level: z.enum(HALL_LEVELS),
  address: z.string().max(200),
  phone: z.string().max(40),
  /** The unit that runs it. */
  unit: z.string().max(80),
  channels: z.array(z.enum(HALL_CHANNELS)).max(10),
})
export type HallPlace = z.infer<typeof HallPlace>

export const HallView = HallPlace.extend({ hall: z.string() })
export type HallView = z.infer<typeof HallView>

export const CounterContent = z.object({
  hall: Code,
  name: Name,
  /** Floor and area, as it is written on the wall. */
  place: z.string().max(60),
  units: z.array(z.string().max(80)).min(1).max(100),
  /** `09:00-12:00,13:30-17:00` on working days. */
  workingHours: Hours,
  /** On rest days; null: none. With such hours it is a 365-day window. */
  restHours: Hours.nullable(),
  /** 办事纪律 that hang at the window; left out: none do. */
  conduct: z.object({ zh: z.string().max(500), en: z.string().max(500) }).optional(),
  /** 投诉渠道: answered by a unit that is not served here. */
  complaint: z.object({ phone: z.string().min(3).max(40), unit: z.string().min(1).max(80) }).optional(),
})
export type CounterContent = z.infer<typeof CounterContent>

export const CounterView = z.object({
  counter: z.string(),
  hall: z.string(),
  name: BilingualText,
  place: z.string(),
  units: z.array(UnitName),
  state: z.enum(COUNTER_STATES),
  reason: z.string(),
  since: InstantText,
  /** It has hours on rest days. */
  everyDay: z.boolean(),
  /** Its declared hours of today, as written; null: none today. */
  hoursToday: z.string().nullable(),
  /** Now lies within them. */
  declaredNow: z.boolean(),
  /** As on the badge. */
  clerk: z.object({ badge: z.string(), name: z.string(), since: InstantText }).nullable(),
  /** Declared open, and nobody serves: it should not be so. */
  unstaffed: z.boolean(),
  /** What hangs beside it; empty or null: it is missing there. */
  conduct: BilingualText,
  complaint: z.object({ phone: z.string(), unit: UnitName }).nullable(),
})
export type CounterView = z.infer<typeof CounterView>

/** Figures of the hall as a whole; nothing in it belongs to a person. */
export const HallFigures = z.object({
  received: z.number().int(),
  accepted: z.number().int(),
  concluded: z.number().int(),
  /** From receipt to acceptance, of what was accepted today: the middle one, in minutes. */
  waitMinutes: z.number().nullable(),
  open: z.number().int(),
  overdue: z.array(UnitName.extend({ cases: z.number().int() })),
  /** Most often received in the last 30 days. */
  asked: z.array(z.object({ item: z.string(), name: BilingualText, cases: z.number().int() })),
})
export type HallFigures = z.infer<typeof HallFigures>

export const HallBoard = z.object({
  at: InstantText,
  today: DayText,
  worksToday: z.boolean(),
  hall: HallView,
  counters: z.array(CounterView),
  figures: HallFigures,
})
export type HallBoard = z.infer<typeof HallBoard>

export const BadgeView = z.object({
  badge: z.string(),
  /** False: withdrawn; whoever shows it now does not serve here. */
  valid: z.boolean(),
  standing: z.enum(BADGE_STATES),
  name: z.string().nullable(),
  unit: UnitName.nullable(),
  duties: BilingualText.nullable(),
  /** Where it serves now. */
  counter: z.object({ counter: z.string(), name: BilingualText, place: z.string() }).nullable(),
})
export type BadgeView = z.infer<typeof BadgeView>

export const DutyRow = z.object({
  day: DayText,
  half: z.enum(HALVES),
  counter: z.string(),
  counterName: BilingualText,
  account: z.string(),
  badge: z.string().nullable(),
  name: z.string().nullable(),
})
export type DutyRow = z.infer<typeof DutyRow>

export const DutyCalendar = z.object({
  /** Each day of the span and what it is, with the notice that says so. */
  days: z.array(
    z.object({ day: DayText, works: z.boolean(), announced: z.boolean(), because: BilingualText }),
  ),
  rows: z.array(DutyRow),
  /** Declared hours for which nobody is named. */
  gaps: z.array(z.object({ day: DayText, half: z.enum(HALVES), counter: z.string(), everyDay: z.boolean() })),
})
export type DutyCalendar = z.infer<typeof DutyCalendar>

const Staffed = z.object({ declaredMinutes: z.number(), staffedMinutes: z.number(), cases: z.number().int() })

export const StaffingRow = z.object({
  counter: z.string(),
  name: BilingualText,
  everyDay: z.boolean(),
  workingDays: Staffed,
  restDays: Staffed,
  /** Declared days on which nobody sat there at all. */
  shut: z.array(DayText),
})
export type StaffingRow = z.infer<typeof StaffingRow>

export const SeatView = z.object({
  badge: z.string().nullable(),
  counter: z.object({ counter: z.string(), name: BilingualText, since: InstantText }).nullable(),
  /** What the duty calendar says for today. */
  duty: z.array(z.object({ half: z.enum(HALVES), counter: z.string() })),
})
export type SeatView = z.infer<typeof SeatView>

/** One open case of a department, by number and item only: a wall hangs where visitors pass. */
export const WallCase = z.object({
  caseNo: z.string(),
  unit: BilingualText.nullable(),
  itemName: BilingualText,
  startedAt: InstantText,
  committedDueAt: InstantText.nullable(),
  statutoryDueAt: InstantText.nullable(),
  suspended: z.boolean(),
  daysLeft: z.number().int().nullable(),
  provisional: z.boolean(),
  colour: z.enum(['quiet', 'soon', 'yellow', 'red']),
})
export type WallCase = z.infer<typeof WallCase>

export const WallCard = z.object({
  card: z.string(),
  unit: BilingualText.nullable(),
  rule: z.string(),
  ruleTitle: BilingualText,
  level: z.enum(['yellow', 'red']),
  caseId: z.string(),
  raisedAt: InstantText,
  /** Calendar days since it was raised. */
  ageDays: z.number().int(),
  answered: z.boolean(),
})
export type WallCard = z.infer<typeof WallCard>

export const DepartmentWall = z.object({
  at: InstantText,
  unit: UnitName,
  open: z.number().int(),
  late: z.number().int(),
  cases: z.array(WallCase),
  yellowCards: z.number().int(),
  redCards: z.number().int(),
  cards: z.array(WallCard),
})
export type DepartmentWall = z.infer<typeof DepartmentWall>
