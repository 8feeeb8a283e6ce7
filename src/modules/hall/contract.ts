import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { COUNTER_STATES, HALL_CHANNELS, HALL_LEVELS, HALVES } from './terms.ts'

const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,29}$/)
const Name = z.object({ zh: z.string().min(1).max(100), en: z.string().max(100) })
const UnitName = z.object({ unit: z.string(), name: BilingualText })
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
  rule: z.string(),
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

const Where = z.object({ jurisdiction: z.string().max(40).optional() })
const HallParams = z.object({ hall: Code })
const CounterParams = z.object({ counter: Code })
const BadgeParams = z.object({ badge: Code })
const Span = z.object({ hall: Code.optional(), from: DayText, until: DayText })

export const listHalls = endpoint({
  name: 'listHalls',
  method: 'GET',
  path: '/api/hall/halls',
  summary: { zh: '服务大厅', en: 'Service halls' },
  guard: 'public',
  query: Where,
  answer: z.object({ rows: z.array(HallView) }),
})

export const getHallBoard = endpoint({
  name: 'getHallBoard',
  method: 'GET',
  path: '/api/hall/board',
  summary: {
    zh: '大厅实时看板（公开，不含个人信息）',
    en: 'Live board of a hall, public, without personal data',
  },
  guard: 'public',
  query: Where.extend({ hall: Code.optional() }),
  answer: HallBoard,
})

export const getBadge = endpoint({
  name: 'getBadge',
  method: 'GET',
  path: '/api/hall/badges/{badge}',
  summary: { zh: '查工作牌（公开）', en: 'Look up a badge, public' },
  guard: 'public',
  params: BadgeParams,
  query: Where,
  answer: BadgeView,
})

export const putHall = endpoint({
  name: 'putHall',
  method: 'PUT',
  path: '/api/hall/halls/{hall}',
  summary: { zh: '登记大厅', en: 'Register a hall' },
  guard: 'hall.arrange',
  params: HallParams,
  body: HallPlace,
  answer: HallView,
})

export const putCounter = endpoint({
  name: 'putCounter',
  method: 'PUT',
  path: '/api/hall/counters/{counter}',
  summary: { zh: '登记窗口（新窗口为关闭）', en: 'Register a counter; a new one is closed' },
  guard: 'hall.arrange',
  params: CounterParams,
  body: CounterContent,
  answer: CounterView,
})

export const putBadge = endpoint({
  name: 'putBadge',
  method: 'PUT',
  path: '/api/hall/badges/{badge}',
  summary: { zh: '发放工作牌', en: 'Issue a badge' },
  guard: 'hall.arrange',
  params: BadgeParams,
  body: z.object({
    account: z.string().max(80),
    name: z.string().min(1).max(60),
    unit: z.string().max(80),
    duties: z.object({ zh: z.string().max(200), en: z.string().max(200) }),
  }),
  answer: BadgeView,
})

export const withdrawBadge = endpoint({
  name: 'withdrawBadge',
  method: 'POST',
  path: '/api/hall/badges/{badge}/withdrawal',
  summary: { zh: '收回工作牌', en: 'Withdraw a badge' },
  guard: 'hall.arrange',
  params: BadgeParams,
  body: z.object({ reason: z.string().min(2).max(200) }),
  answer: BadgeView,
})

export const setDuty = endpoint({
  name: 'setDuty',
  method: 'PUT',
  path: '/api/hall/duty/{day}',
  summary: { zh: '排班', en: 'Name who sits where on a half day' },
  guard: 'hall.arrange',
  params: z.object({ day: DayText }),
  body: z.object({ counter: Code, half: z.enum(HALVES), account: z.string().max(80).nullable() }),
  answer: DutyCalendar,
})

export const getDuty = endpoint({
  name: 'getDuty',
  method: 'GET',
  path: '/api/hall/duty',
  summary: { zh: '值班表与缺岗', en: 'Duty calendar, and where nobody is named' },
  guard: 'hall.read',
  query: Span,
  answer: DutyCalendar,
})

export const getStaffing = endpoint({
  name: 'getStaffing',
  method: 'GET',
  path: '/api/hall/staffing',
  summary: { zh: '窗口在岗时间，含休息日', en: 'How long counters were staffed, rest days apart' },
  guard: 'hall.read',
  query: Span,
  answer: z.object({ rows: z.array(StaffingRow) }),
})

export const getSeat = endpoint({
  name: 'getSeat',
  method: 'GET',
  path: '/api/hall/seat',
  summary: { zh: '我的窗口和工作牌', en: 'My counter and badge' },
  guard: 'hall.serve',
  answer: SeatView,
})

export const takeSeat = endpoint({
  name: 'takeSeat',
  method: 'POST',
  path: '/api/hall/counters/{counter}/seat',
  summary: { zh: '上岗（在别的窗口则先离岗）', en: 'Sign on at a counter; leaves the one before' },
  guard: 'hall.serve',
  params: CounterParams,
  body: z.object({ badge: Code }),
  answer: CounterView,
})

export const leaveSeat = endpoint({
  name: 'leaveSeat',
  method: 'DELETE',
  path: '/api/hall/counters/{counter}/seat',
  summary: { zh: '离岗', en: 'Sign off' },
  guard: 'hall.serve',
  params: CounterParams,
  answer: CounterView,
})

export const setCounterState = endpoint({
  name: 'setCounterState',
  method: 'PUT',
  path: '/api/hall/counters/{counter}/state',
  summary: { zh: '开放、暂停或关闭窗口', en: 'Open, pause or close a counter' },
  guard: 'hall.serve',
  params: CounterParams,
  body: z.object({ state: z.enum(COUNTER_STATES), reason: z.string().max(200).default('') }),
  answer: CounterView,
})

export const getDepartmentWall = endpoint({
  name: 'getDepartmentWall',
  method: 'GET',
  path: '/api/hall/walls/{unit}',
  summary: { zh: '部门屏：在办件和未了结的牌', en: "A department's wall: open cases and cards" },
  guard: 'cases.read',
  params: z.object({ unit: z.string().max(80) }),
  answer: DepartmentWall,
})
