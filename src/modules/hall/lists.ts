import type { Db } from '#kernel/sql.ts'
import type { Projection, StoredEvent } from '#engines/ledger/index.ts'
import type { BadgeEvent } from './badge.ts'
import type { CounterEvent } from './counter.ts'
import type { DepartmentEvent } from './department.ts'
import { listDepartment } from './department-store.ts'
import type { DutyEvent } from './duty.ts'
import type { PlaceEvent } from './place.ts'
import { endBadge, putBadge } from './badge-store.ts'
import { putCounter, seat, setCounterState, unseat } from './counter-store.ts'
import { putDuty } from './duty-store.ts'
import { putPlace } from './store.ts'

export const PLACE = 'hall/place/'
export const COUNTER = 'hall/counter/'
export const BADGE = 'hall/badge/'
export const DUTY = 'hall/duty/'
export const DEPARTMENT = 'hall/department/'

/** The ledger holds what the decisions of this folder said. */
export const said = <Event>({ type, payload }: Pick<StoredEvent, 'type' | 'payload'>): Event =>
  ({ type, ...payload }) as unknown as Event

export const hallLists: Projection = {
  name: 'hall',
  tables: ['hall_place', 'hall_counter', 'hall_badge', 'hall_duty', 'hall_sitting', 'hall_department'],
  async apply(db, events) {
    for (const event of events) if (event.stream.startsWith('hall/')) await listed(db, event)
  },
}

async function listed(db: Db, event: StoredEvent): Promise<void> {
  const { stream, occurredAt } = event
  const name = (prefix: string) => stream.slice(prefix.length)
  if (stream.startsWith(PLACE)) await putPlace(db, name(PLACE), said<PlaceEvent>(event))
  if (stream.startsWith(COUNTER)) await listCounter(db, name(COUNTER), said<CounterEvent>(event), occurredAt)
  if (stream.startsWith(BADGE)) {
    const badge = said<BadgeEvent>(event)
    if (badge.type === 'BadgeIssued')
      await putBadge(db, name(BADGE), { ...badge, lentUntil: badge.lentUntil ?? null }, occurredAt)
    else
      await endBadge(db, name(BADGE), { how: badge.how ?? 'returned', reason: badge.reason, at: occurredAt })
  }
  if (stream.startsWith(DEPARTMENT)) {
    const [hall = '', unit = ''] = splitOnce(name(DEPARTMENT))
    await listDepartment(db, { hall, unit }, said<DepartmentEvent>(event))
  }
  if (stream.startsWith(DUTY)) {
    const { half, counter, account } = said<DutyEvent>(event)
    await putDuty(db, name(DUTY), half, counter, account)
  }
}

/** The code of a hall holds no slash, the name of a unit may. */
const splitOnce = (text: string): readonly [string, string] => {
  const at = text.indexOf('/')
  return [text.slice(0, at), text.slice(at + 1)]
}

async function listCounter(db: Db, counter: string, event: CounterEvent, at: number): Promise<void> {
  switch (event.type) {
    case 'CounterRegistered':
      return void (await putCounter(db, counter, event, at))
    case 'CounterStateSet':
      return void (await setCounterState(db, counter, { ...event, at }))
    case 'SeatTaken':
      return seat(db, counter, { ...event, at })
    case 'SeatLeft':
      return unseat(db, counter, event.why === 'dayOver' ? null : at)
  }
}
