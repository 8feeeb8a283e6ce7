import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import type { QueueSettings } from '../queue-shapes.ts'
import type { VisitEvent } from './greeting.ts'
import { listTicket, putBlock, putSettings } from './store.ts'
import type { TicketEvent } from './ticket.ts'
import { listVisit } from './visit-store.ts'

export const QUEUE = 'hall/queue/'
const TICKET = 'hall/ticket/'
export const NUMBERS = 'hall/numbers/'
export const VISIT = 'hall/visit/'

export interface QueueArranged {
  readonly type: 'QueueArranged'
  readonly from: string
  readonly settings: QueueSettings
}

export interface BlockLeased {
  readonly type: 'BlockLeased'
  readonly group: string
  readonly first: number
  readonly last: number
  readonly device: string
}

export const ticketStream = (hall: string, day: string, number: string): string =>
  `${TICKET}${hall}/${day}/${number}`

const said = <Event>({ type, payload }: Pick<StoredEvent, 'type' | 'payload'>): Event =>
  ({ type, ...payload }) as unknown as Event

export const queueLists: Projection = {
  name: 'hall-queue',
  tables: [
    'hall_queue_setting',
    'hall_ticket',
    'hall_queue_jump',
    'hall_wrong_window',
    'hall_number_block',
    'hall_visit',
  ],
  async apply(db, events) {
    for (const event of events) if (event.stream.startsWith('hall/')) await listed(db, event)
  },
}

async function listed(db: Db, event: StoredEvent): Promise<void> {
  const { stream, version, occurredAt: at, actor } = event
  const parts = (prefix: string) => stream.slice(prefix.length).split('/')
  if (stream.startsWith(TICKET)) {
    const [hall = '', day = '', number = ''] = parts(TICKET)
    await listTicket(db, { hall, day, number }, { ...said<TicketEvent>(event), version, at, actor })
  }
  if (stream.startsWith(QUEUE)) {
    const { from, settings } = said<QueueArranged>(event)
    await putSettings(db, stream.slice(QUEUE.length), from, settings)
  }
  if (stream.startsWith(NUMBERS)) {
    const [hall = '', day = ''] = parts(NUMBERS)
    await putBlock(db, { hall, day }, { ...said<BlockLeased>(event), account: actor })
  }
  if (stream.startsWith(VISIT))
    await listVisit(db, stream.slice(VISIT.length), said<VisitEvent>(event), { at, actor })
}
