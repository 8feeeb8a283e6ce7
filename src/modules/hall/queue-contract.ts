import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { Code } from './hall-shapes.ts'
import {
  DatedSettings,
  QueueBoard,
  QueueSettings,
  TicketNumber,
  TicketParams,
  TicketView,
} from './queue-shapes.ts'
import { GUIDED_TO, PRIORITY_REASONS, TICKET_CHANNELS, VISIT_REPORTS } from './terms.ts'

export * from './queue-shapes.ts'

const Where = z.object({ jurisdiction: z.string().max(40).optional() })
const HallParams = z.object({ hall: Code })
const Here = z.object({ number: TicketNumber })
const Item = z.string().min(1).max(80)
const Priority = z.enum(PRIORITY_REASONS).nullable().default(null)

export const getQueue = endpoint({
  name: 'getQueue',
  method: 'GET',
  path: '/api/hall/halls/{hall}/queue',
  summary: { zh: '排队叫号看板（公开）', en: 'Who is called, who waits and how long, public' },
  guard: 'public',
  params: HallParams,
  query: Where,
  answer: QueueBoard,
})

/** Server-sent events: `event: queue` with a QueueBoard at once and after every change; `event: alive` every 15 s. */
export const watchQueue = endpoint({
  name: 'watchQueue',
  method: 'GET',
  path: '/api/hall/halls/{hall}/queue/stream',
  summary: { zh: '实时叫号（公开）', en: 'The queue as it changes, public' },
  guard: 'public',
  kind: 'events',
  params: HallParams,
  query: Where,
})

export const getTicketPlace = endpoint({
  name: 'getTicketPlace',
  method: 'GET',
  path: '/api/hall/tickets/{hall}/{day}/{number}',
  summary: { zh: '我的号排到哪里（公开，不含个人信息）', en: 'Where a number stands, public' },
  guard: 'public',
  params: TicketParams,
  query: Where,
  answer: TicketView,
})

export const getQueueSettings = endpoint({
  name: 'getQueueSettings',
  method: 'GET',
  path: '/api/hall/halls/{hall}/queue-settings',
  summary: { zh: '取号和预约规则', en: 'Rules of the queue and of appointments' },
  guard: 'hall.read',
  params: HallParams,
  answer: z.object({ inForce: QueueSettings, all: z.array(DatedSettings) }),
})

export const putQueueSettings = endpoint({
  name: 'putQueueSettings',
  method: 'PUT',
  path: '/api/hall/halls/{hall}/queue-settings',
  summary: { zh: '定取号和预约规则（从某日起）', en: 'Set the rules of the queue, from a day on' },
  guard: 'hall.arrange',
  params: HallParams,
  body: DatedSettings,
  answer: z.object({ inForce: QueueSettings, all: z.array(DatedSettings) }),
})

/** What the clerk has in front of him: who waits for this counter, in order, and whom it serves. */
export const CounterQueue = z.object({
  at: InstantText,
  hall: z.string(),
  counter: z.string(),
  serving: TicketView.nullable(),
  waiting: z.array(TicketView),
  missed: z.array(TicketView),
  callsBeforeSkip: z.number().int(),
  /** The queue groups that this counter calls. */
  groups: z.array(z.string()),
})
export type CounterQueue = z.infer<typeof CounterQueue>

export const getCounterQueue = endpoint({
  name: 'getCounterQueue',
  method: 'GET',
  path: '/api/hall/counter-queue',
  summary: { zh: '本窗口的排队', en: 'The queue of the counter at which one sits' },
  guard: 'hall.serve',
  answer: CounterQueue,
})

export const issueTicket = endpoint({
  name: 'issueTicket',
  method: 'POST',
  path: '/api/hall/halls/{hall}/tickets',
  summary: { zh: '取号', en: 'Give out a number' },
  guard: 'hall.serve',
  params: HallParams,
  body: z.object({
    item: Item.optional(),
    group: z.string().max(2).optional(),
    channel: z.enum(TICKET_CHANNELS).extract(['greeter', 'kiosk']).default('greeter'),
    priority: Priority,
  }),
  answer: TicketView,
})

export const callNext = endpoint({
  name: 'callNext',
  method: 'POST',
  path: '/api/hall/counter-queue/call',
  summary: {
    zh: '叫下一个；指定号码即为插队，须写明理由',
    en: 'Call the next; a number out of turn needs a reason',
  },
  guard: 'hall.serve',
  body: z.object({ number: TicketNumber.optional(), reason: z.string().max(200).default('') }),
  answer: TicketView,
})

const actHere = (name: string, verb: string, summary: { zh: string; en: string }) =>
  endpoint({
    ...{ name, method: 'POST', path: `/api/hall/counter-queue/{number}/${verb}`, summary },
    ...{ guard: 'hall.serve', params: Here, answer: TicketView },
  })

export const recallTicket = actHere('recallTicket', 'recall', { zh: '重呼', en: 'Call again' })
export const skipTicket = actHere('skipTicket', 'skip', { zh: '过号', en: 'Pass over who did not come' })
export const serveTicket = actHere('serveTicket', 'served', { zh: '办毕', en: 'Served' })

export const transferTicket = endpoint({
  name: 'transferTicket',
  method: 'POST',
  path: '/api/hall/counter-queue/{number}/transfer',
  summary: { zh: '转到能办的窗口', en: 'Send on to a counter that takes the item' },
  guard: 'hall.serve',
  params: Here,
  body: z.object({ item: Item, further: z.boolean().default(false) }),
  answer: TicketView,
})

const atDoor = (name: string, verb: string, summary: { zh: string; en: string }) =>
  endpoint({
    ...{ name, method: 'POST', path: `/api/hall/halls/{hall}/tickets/{number}/${verb}`, summary },
    ...{ guard: 'hall.serve', params: HallParams.extend(Here.shape), answer: TicketView },
  })

export const returnTicket = atDoor('returnTicket', 'return', { zh: '过号重排', en: 'Back into the queue' })
export const abandonTicket = atDoor('abandonTicket', 'leaving', { zh: '放弃排队', en: 'Leave the queue' })

const Block = z.object({ group: z.string(), first: z.number().int(), last: z.number().int() })
const Device = z.string().regex(/^[A-Za-z0-9-]{4,40}$/)

export const leaseNumbers = endpoint({
  name: 'leaseNumbers',
  method: 'POST',
  path: '/api/hall/halls/{hall}/number-blocks',
  summary: { zh: '领取离线号段', en: 'Take a block of numbers for working without the server' },
  guard: 'hall.serve',
  params: HallParams,
  body: z.object({ group: z.string().max(2), device: Device }),
  answer: Block,
})

export const OfflineAct = z.object({
  /** Made on the device; the same act is taken in once. */
  key: z.string().min(8).max(80),
  at: InstantText,
  kind: z.enum(['issued', 'called', 'recalled', 'skipped', 'served']),
  number: TicketNumber,
  item: Item.nullable().default(null),
  priority: Priority,
  ahead: z.number().int().min(0).default(0),
  overtook: z.array(TicketNumber).max(500).default([]),
  reason: z.string().max(200).default(''),
})
export type OfflineAct = z.infer<typeof OfflineAct>

export const reconcileQueue = endpoint({
  name: 'reconcileQueue',
  method: 'POST',
  path: '/api/hall/halls/{hall}/offline-acts',
  summary: { zh: '补录离线期间的取号叫号', en: 'Bring in what was done without the server' },
  guard: 'hall.serve',
  params: HallParams,
  body: z.object({ device: Device, acts: z.array(OfflineAct).min(1).max(500) }),
  answer: z.object({
    results: z.array(
      z.object({
        key: z.string(),
        outcome: z.enum(['taken', 'again', 'refused']),
        code: z.string().nullable(),
      }),
    ),
  }),
})

export const guideVisitor = endpoint({
  name: 'guideVisitor',
  method: 'POST',
  path: '/api/hall/halls/{hall}/visits',
  summary: { zh: '导办：记录需求，给指南和号', en: 'Greet: write down the need, hand over guide and number' },
  guard: 'hall.serve',
  params: HallParams,
  body: z.object({
    need: z.string().min(1).max(200),
    item: Item.nullable().default(null),
    guidedTo: z.enum([...GUIDED_TO, 'paidAgent']),
    priority: Priority,
  }),
  answer: z.object({
    /** Printed on the slip; with it the visitor can report what went wrong. */
    visit: z.string(),
    ticket: TicketView.nullable(),
    guide: z.string().nullable(),
  }),
})

export const reportGreeter = endpoint({
  name: 'reportGreeter',
  method: 'POST',
  path: '/api/hall/visits/{visit}/report',
  summary: { zh: '群众反映导办问题', en: 'A visitor reports what a greeter did' },
  guard: 'public',
  params: z.object({ visit: z.string().regex(/^[A-Z0-9]{8,12}$/) }),
  query: Where,
  body: z.object({ kind: z.enum(VISIT_REPORTS), text: z.string().max(300).default('') }),
  answer: z.object({ visit: z.string() }),
})

const Minutes = z.number().nullable()

/** 排队情况: figures of a span for whoever runs the hall. */
export const QueueFigures = z.object({
  tickets: z.number().int(),
  served: z.number().int(),
  missed: z.number().int(),
  left: z.number().int(),
  /** From the number to the first call; the middle one, and what nine of ten stayed under. */
  waitMedian: Minutes,
  waitNinth: Minutes,
  servedMinutes: Minutes,
  /** What was said against what it was: minutes said minus minutes waited, in steps of five. */
  error: z.object({
    counted: z.number().int(),
    median: Minutes,
    /** Share whose wait was within five minutes of what was said. */
    within5: z.number().nullable(),
    steps: z.array(z.object({ from: z.number(), tickets: z.number().int() })),
  }),
  priorities: z.array(z.object({ reason: z.enum(PRIORITY_REASONS), tickets: z.number().int() })),
  wrongWindows: z.array(
    z.object({
      week: DayText,
      item: z.string().nullable(),
      itemName: BilingualText.nullable(),
      issuedBy: z.string(),
      channel: z.enum(TICKET_CHANNELS),
      visits: z.number().int(),
    }),
  ),
  jumps: z.array(
    z.object({
      day: DayText,
      number: z.string(),
      at: InstantText,
      counter: z.string(),
      officer: z.string(),
      overtook: z.array(z.string()),
      reason: z.string(),
    }),
  ),
  /** Calls out of turn by officer, with the share of all his calls; flagged where it stands out. */
  jumpers: z.array(
    z.object({
      officer: z.string(),
      jumps: z.number().int(),
      calls: z.number().int(),
      share: z.number(),
      overtaken: z.number().int(),
      sameReason: z.number().int(),
      flagged: z.boolean(),
    }),
  ),
  visits: z.array(z.object({ day: DayText, visits: z.number().int() })),
  reports: z.array(
    z.object({
      visit: z.string(),
      at: InstantText,
      greeter: z.string(),
      need: z.string(),
      item: z.string().nullable(),
      refused: z.boolean(),
      reported: z.enum(VISIT_REPORTS).nullable(),
      text: z.string(),
    }),
  ),
})
export type QueueFigures = z.infer<typeof QueueFigures>

const Span = z.object({ from: DayText, until: DayText })

export const getQueueFigures = endpoint({
  name: 'getQueueFigures',
  method: 'GET',
  path: '/api/hall/halls/{hall}/queue-figures',
  summary: { zh: '排队情况、走错窗口、插队', en: 'Waits, wrong counters and calls out of turn' },
  guard: 'hall.read',
  params: HallParams,
  query: Span,
  answer: QueueFigures,
})

const Expected = z.object({
  busy: z.number().nullable(),
  waits: z.number(),
  waitMinutes: Minutes,
  waiting: z.number().nullable(),
})

/** 场地容量 (HALL-06). */
export const HallCapacity = z.object({
  mostCounters: z.number().int().nullable(),
  seats: z.number().int().nullable(),
  counters: z.number().int(),
  /** The most who waited at one time. */
  mostWaiting: z.number().int(),
  perHour: z.number(),
  minutesEach: z.number(),
  now: Expected,
  whatIf: Expected,
  lacking: z.object({ counters: z.number().int(), seats: z.number().int().nullable(), fits: z.boolean() }),
  windows: z.array(
    z.object({
      counter: z.string(),
      name: BilingualText,
      visits: z.number().int(),
      staffedHours: z.number(),
      perHour: z.number().nullable(),
      waitMedian: Minutes,
    }),
  ),
})
export type HallCapacity = z.infer<typeof HallCapacity>

export const getHallCapacity = endpoint({
  name: 'getHallCapacity',
  method: 'GET',
  path: '/api/hall/halls/{hall}/capacity',
  summary: { zh: '窗口负荷、场地容量和试算', en: 'Load of counters, room of the hall, and what if' },
  guard: 'hall.read',
  params: HallParams,
  query: Span.extend({
    morePerHour: z.coerce.number().min(0).max(10_000).default(0),
    moreCounters: z.coerce.number().int().min(0).max(500).default(0),
  }),
  answer: HallCapacity,
})
