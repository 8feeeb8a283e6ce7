import { z } from 'zod'
import { endpoint, InstantText } from '#kernel/endpoint.ts'
import { HallParams, Item, Priority } from './ticket-shape.ts'
import {
  DatedSettings,
  QueueBoard,
  QueueSettings,
  TicketNumber,
  TicketParams,
  TicketView,
} from './queue-shapes.ts'
import { GUIDED_TO, TICKET_CHANNELS, VISIT_REPORTS } from './terms.ts'

export * from './figure-contract.ts'
export * from './offline-contract.ts'
export * from './queue-shapes.ts'

const Where = z.object({ jurisdiction: z.string().max(40).optional() })
const Here = z.object({ number: TicketNumber })

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
