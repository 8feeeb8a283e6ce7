import { z } from 'zod'
import { BilingualText, DayText, endpoint, InstantText } from '#kernel/endpoint.ts'
import { HallParams } from './ticket-shape.ts'
import { PRIORITY_REASONS, TICKET_CHANNELS, VISIT_REPORTS } from './terms.ts'

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
