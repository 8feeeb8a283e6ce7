import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { Code } from './hall-shapes.ts'
import { TicketView } from './queue-shapes.ts'
import { BOOKING_STATES } from './terms.ts'

const Where = z.object({ jurisdiction: z.string().max(40).optional() })
const HallParams = z.object({ hall: Code })
const Item = z.string().min(1).max(80)
const Time = z.string().regex(/^\d{2}:\d{2}$/)
const BookingParams = z.object({ booking: z.string().regex(/^Y[A-Z0-9]{8}$/) })

const Slot = z.object({
  day: DayText,
  starts: z.string(),
  ends: z.string(),
  free: z.number().int(),
  /** 错时、延时: outside the hours of the counters. */
  afterHours: z.boolean(),
})

export const listSlots = endpoint({
  name: 'listSlots',
  method: 'GET',
  path: '/api/hall/halls/{hall}/slots',
  summary: {
    zh: '可预约的时段和要带的材料（公开）',
    en: 'Times that can be booked, and what to bring; public',
  },
  guard: 'public',
  params: HallParams,
  query: Where.extend({ item: Item }),
  answer: z.object({
    group: z.string(),
    itemName: BilingualText,
    daysAhead: z.number().int(),
    slots: z.array(Slot),
    checklist: z.array(z.object({ name: BilingualText, copies: z.number().int() })),
  }),
})

export const openSlots = endpoint({
  name: 'openSlots',
  method: 'POST',
  path: '/api/hall/halls/{hall}/slots',
  summary: { zh: '开放预约时段', en: 'Open times for booking' },
  guard: 'hall.arrange',
  params: HallParams,
  body: z.object({
    group: z.string().max(2),
    from: DayText,
    until: DayText,
    /** `09:00-12:00,13:30-17:00` */
    hours: z.string().max(60),
    minutes: z.number().int().min(5).max(480),
    /** Zero closes the times again, where nobody has booked. */
    capacity: z.number().int().min(0).max(1000),
    restDays: z.boolean().default(false),
  }),
  answer: z.object({ opened: z.number().int() }),
})

export const BookingView = z.object({
  booking: z.string(),
  hall: z.string(),
  day: DayText,
  starts: z.string(),
  ends: z.string(),
  item: z.string(),
  itemName: BilingualText,
  state: z.enum(BOOKING_STATES),
  /** Until when one checks in. */
  checkInUntil: InstantText,
  number: z.string().nullable(),
  checklist: z.array(z.object({ name: BilingualText, copies: z.number().int() })),
})
export type BookingView = z.infer<typeof BookingView>

export const bookSlot = endpoint({
  name: 'bookSlot',
  method: 'POST',
  path: '/api/hall/own/bookings',
  summary: { zh: '预约', en: 'Book a time' },
  guard: 'own.apply',
  body: z.object({
    hall: Code,
    item: Item,
    day: DayText,
    starts: Time,
    /** The document of whoever books for another: agents have a limit of their own. */
    agentDocument: z.string().min(6).max(40).optional(),
  }),
  answer: BookingView,
})

const Bar = z.object({
  hall: z.string(),
  from: DayText,
  until: DayText,
  missed: z.number().int(),
  appeal: z.string().nullable(),
  lifted: z.boolean(),
  answer: z.string().nullable(),
})

export const listOwnBookings = endpoint({
  name: 'listOwnBookings',
  method: 'GET',
  path: '/api/hall/own/bookings',
  summary: { zh: '我的预约', en: 'My bookings' },
  guard: 'own.apply',
  answer: z.object({ rows: z.array(BookingView), bars: z.array(Bar) }),
})

export const cancelBooking = endpoint({
  name: 'cancelBooking',
  method: 'DELETE',
  path: '/api/hall/own/bookings/{booking}',
  summary: { zh: '取消预约', en: 'Cancel a booking' },
  guard: 'own.apply',
  params: BookingParams,
  answer: BookingView,
})

export const appealBar = endpoint({
  name: 'appealBar',
  method: 'POST',
  path: '/api/hall/own/bars/{hall}/appeal',
  summary: { zh: '对暂停预约提出申诉', en: 'Appeal against being barred from booking' },
  guard: 'own.apply',
  params: HallParams,
  body: z.object({ text: z.string().min(4).max(500) }),
  answer: Bar,
})

export const decideBar = endpoint({
  name: 'decideBar',
  method: 'POST',
  path: '/api/hall/halls/{hall}/bars/{person}/decision',
  summary: { zh: '答复申诉：恢复或维持', en: 'Answer an appeal: lift the bar or let it stand' },
  guard: 'hall.arrange',
  params: HallParams.extend({ person: z.string().max(60) }),
  body: z.object({ lift: z.boolean(), answer: z.string().min(4).max(500) }),
  answer: Bar,
})

export const checkInBooking = endpoint({
  name: 'checkInBooking',
  method: 'POST',
  path: '/api/hall/bookings/{booking}/check-in',
  summary: { zh: '预约签到取号', en: 'Check a booking in: it becomes a number' },
  guard: 'hall.serve',
  params: BookingParams,
  answer: TicketView,
})

export const listDayBookings = endpoint({
  name: 'listDayBookings',
  method: 'GET',
  path: '/api/hall/halls/{hall}/bookings',
  summary: { zh: '某日的预约', en: 'Bookings of a day' },
  guard: 'hall.serve',
  params: HallParams,
  query: z.object({ day: DayText }),
  answer: z.object({ rows: z.array(BookingView.omit({ checklist: true })) }),
})

const Share = z.number().nullable()

export const AppointmentFigures = z.object({
  booked: z.number().int(),
  cancelled: z.number().int(),
  checkedIn: z.number().int(),
  missed: z.number().int(),
  afterHours: z.number().int(),
  /** 群众守约率: of those whose time has come, who came. */
  peopleKept: Share,
  /** 大厅守约率: of those who came, who was called in time. */
  officeKept: Share,
  officeMissed: z.array(
    z.object({
      booking: z.string(),
      day: DayText,
      starts: z.string(),
      number: z.string(),
      counter: z.string().nullable(),
      /** Null: not called at all. */
      lateMinutes: z.number().nullable(),
    }),
  ),
  /** 囤号: whoever holds many times and does not use them, or was refused more of them. */
  hoarding: z.array(
    z.object({
      who: z.string(),
      kind: z.enum(['person', 'agent']),
      bookings: z.number().int(),
      unused: z.number().int(),
      refused: z.number().int(),
      flagged: z.boolean(),
    }),
  ),
  bars: z.array(Bar.extend({ person: z.string() })),
})
export type AppointmentFigures = z.infer<typeof AppointmentFigures>

export const getAppointmentFigures = endpoint({
  name: 'getAppointmentFigures',
  method: 'GET',
  path: '/api/hall/halls/{hall}/appointment-figures',
  summary: { zh: '预约守约率、囤号和暂停预约', en: 'Who keeps appointments, hoarding, and bars' },
  guard: 'hall.read',
  params: HallParams,
  query: z.object({ from: DayText, until: DayText }),
  answer: AppointmentFigures,
})
