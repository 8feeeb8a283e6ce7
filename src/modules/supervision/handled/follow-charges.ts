import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { BulkStream, StoredEvent, Subscription } from '#engines/ledger/index.ts'
import type { LogProfileInput } from '#engines/rules/index.ts'
import { CHARGE_FAULT, CHARGE_FAULT_WORDS, type ChargeFault } from '#modules/catalogue/index.ts'
import { calendarFor } from '../calendars.ts'
import { caseEvent, caseStream } from '../case-events.ts'
import { findLog } from '../log-store.ts'
import { recordLive, registerLog } from '../watching.ts'

/** The log of what is wrong with charges and paid services, whatever it is about. */
export const CHARGE_LOG = 'charges'
const CHARGE_TITLE = '收费监察'
const FOLLOWER = 'system/supervision'

const profile: LogProfileInput = {
  meanings: Object.fromEntries(
    Object.values(CHARGE_FAULT_WORDS).map(({ zh }) => [zh, 'chargeFault' as const]),
  ),
  case: { unit: 'unit' },
  others: 'allowed',
}

interface NotedPayload {
  readonly unit: string
  readonly fault: ChargeFault
  readonly because: Bilingual
}

/** 当日通报 (ITEM-32): what the register of fees finds becomes a card as soon as it is in the ledger. */
export const followCharges = (now: () => EpochMs): Subscription => ({
  name: 'supervision/charges',
  follows: [{ stream: CHARGE_FAULT }],
  async handle(db, events) {
    const noted = events.filter(({ stream }) => stream.startsWith(CHARGE_FAULT))
    if (noted.length === 0) return
    const raising = { now: now(), calendar: await calendarFor(db) }
    if (!(await findLog(db, CHARGE_LOG)))
      await registerLog(
        db,
        { log: CHARGE_LOG, title: CHARGE_TITLE, source: 'handled', order: 'time', live: true, profile },
        { ...raising, actor: FOLLOWER },
      )
    const streams = new Map<string, StoredEvent[]>()
    for (const event of noted) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event])
    await recordLive(db, [...streams].map(toldAs), raising)
  },
})

function toldAs([stream, events]: [string, readonly StoredEvent[]]): BulkStream {
  // A slash would end the name in an address.
  const subject = stream.slice(CHARGE_FAULT.length).replaceAll('/', ':')
  return {
    stream: caseStream(CHARGE_LOG, subject),
    events: events.map(({ payload, occurredAt, actor }) => {
      const { unit, fault, because } = payload as unknown as NotedPayload
      const activity = CHARGE_FAULT_WORDS[fault].zh
      const attributes = { because: because.zh }
      return caseEvent({ activity, at: occurredAt, resource: actor, attributes }, actor, { unit })
    }),
  }
}
