import { z } from 'zod'
import { DayText, endpoint } from '#kernel/endpoint.ts'
import {
  BadgeView,
  Code,
  CounterContent,
  CounterView,
  DepartmentWall,
  DutyCalendar,
  HallBoard,
  HallPlace,
  HallView,
  SeatView,
  StaffingRow,
} from './hall-shapes.ts'
import { COUNTER_STATES, HALVES } from './terms.ts'

export * from './admission-contract.ts'
export * from './appointment-contract.ts'
export * from './arrangement-contract.ts'
export * from './delegation-contract.ts'
export * from './enquiry-contract.ts'
export * from './hall-shapes.ts'
export * from './queue-contract.ts'

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
    /** 借用: the last day on which a stand-in serves with it. */
    lentUntil: DayText.nullable().default(null),
  }),
  answer: BadgeView,
})

export const withdrawBadge = endpoint({
  name: 'withdrawBadge',
  method: 'POST',
  path: '/api/hall/badges/{badge}/withdrawal',
  summary: { zh: '收回工作牌或挂失', en: 'Take a badge back, or report it lost' },
  guard: 'hall.arrange',
  params: BadgeParams,
  body: z.object({
    reason: z.string().min(2).max(200),
    how: z.enum(['returned', 'lost']).default('returned'),
  }),
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

/** In place of a unit: all of them, for those who see the whole jurisdiction. */
export const ALL_UNITS = 'all'

export const getDepartmentWall = endpoint({
  name: 'getDepartmentWall',
  method: 'GET',
  path: '/api/hall/walls/{unit}',
  summary: {
    zh: '部门屏：在办件和未了结的牌；领导和监察可看全部单位（all）',
    en: "A department's wall: open cases and cards; leaders and supervision may ask for `all`",
  },
  guard: 'cases.read',
  params: z.object({ unit: z.string().max(80) }),
  answer: DepartmentWall,
})
