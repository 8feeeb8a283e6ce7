import type { EpochMs } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { record } from '#engines/ledger/index.ts'
import type { ChargeFault } from '../fee-shape.ts'
import { feeLists } from './lists.ts'

/** Something wrong with money that was taken, or that somebody tried to take. Supervision learns of it from the ledger. */
export interface NotedFault {
  /** What it is about: `case/<number>`, `receipt/<unit>/<number>`, `intermediary/<id>`. */
  readonly subject: string
  readonly unit: string
  readonly fault: ChargeFault
  readonly because: Bilingual
}

export const CHARGE_FAULT = 'charge-fault/'

/** 监察当日得知: noted in the transaction that found it; where the act itself was refused, in one of its own. */
export const noteFault = (
  db: Db,
  { subject, ...fault }: NotedFault,
  { actor, now }: { readonly actor: string; readonly now: EpochMs },
) =>
  record(db, [feeLists], {
    stream: CHARGE_FAULT + subject,
    expectedVersion: 'any',
    recordedAt: now,
    events: [{ type: 'ChargeFaultNoted', payload: { ...fault }, actor, occurredAt: now }],
  })
