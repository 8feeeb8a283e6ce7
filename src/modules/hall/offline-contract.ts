import { z } from 'zod'
import { endpoint, InstantText } from '#kernel/endpoint.ts'
import { HallParams, Item, Priority } from './ticket-shape.ts'
import { TicketNumber } from './queue-shapes.ts'

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
