import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type NewEvent, record } from '#engines/ledger/index.ts'
import { type Ban, type BanEvent, banStream, type BanSet, evolveBan, lift } from './ban.ts'
import { lockBan } from './ban-store.ts'
import {
  checkedNumber,
  type Deciding,
  evolve,
  type Licence,
  type LicenceEvent,
  type LicenceGranted,
  licenceStream,
} from './licence.ts'
import { findLicence, lockLicence } from './licence-store.ts'
import { licenceLists } from './lists.ts'
import { refuse } from './refusals.ts'

export interface Entered {
  readonly actor: string
  readonly now: EpochMs
  /** What the law lets follow happens at the legal instant, however late it was noticed. */
  readonly occurredAt?: EpochMs
}

/** The event of a licence, or of a ban, as the ledger takes it. */
export const newEvent = (
  { type, ...payload }: LicenceEvent | BanEvent,
  { actor, now, occurredAt = now }: Entered,
): NewEvent => ({ type, payload, actor, occurredAt })

/** 发证: under a number that nobody in the jurisdiction has had. */
export async function grantLicence(
  db: Db,
  given: string,
  granted: LicenceGranted,
  entered: Entered,
): Promise<void> {
  const number = checkedNumber(given)
  if (await findLicence(db, number)) throw refuse('licence.number-taken', { number })
  await record(db, [licenceLists], {
    stream: licenceStream(number),
    expectedVersion: 0,
    recordedAt: entered.now,
    events: [newEvent({ type: 'LicenceGranted', ...granted }, entered)],
  })
}

/** Decides on a licence as it stands, held meanwhile, and records what follows. Nothing is recorded for no event. */
export async function changeLicence(
  db: Db,
  number: string,
  decide: (licence: Licence) => readonly LicenceEvent[],
  entered: Entered,
): Promise<Licence> {
  const stored = await lockLicence(db, number)
  if (!stored) throw refuse('licence.not-found', { number: number.slice(0, 80) })
  const events = decide(stored.licence)
  if (events.length > 0)
    await record(db, [licenceLists], {
      stream: licenceStream(number),
      expectedVersion: stored.version,
      recordedAt: entered.now,
      events: events.map((event) => newEvent(event, entered)),
    })
  return events.reduce((licence, event) => evolve(licence, number, event) ?? licence, stored.licence)
}

/** Sets a ban under a name that follows from its cause, so that one cause sets one. */
export async function setBan(db: Db, ban: string, set: BanSet, entered: Entered): Promise<void> {
  await record(db, [licenceLists], {
    stream: banStream(ban),
    expectedVersion: 0,
    recordedAt: entered.now,
    events: [newEvent({ type: 'BanSet', ...set }, entered)],
  })
}

export async function liftBan(
  db: Db,
  ban: string,
  given: { readonly reason: string },
  { by, now }: { readonly by: Deciding; readonly now: EpochMs },
): Promise<Ban> {
  const stored = await lockBan(db, ban)
  if (!stored) throw refuse('ban.not-found')
  const events = lift(stored.content, given, by)
  await record(db, [licenceLists], {
    stream: banStream(ban),
    expectedVersion: stored.version,
    recordedAt: now,
    events: events.map((event) => newEvent(event, { actor: by.account, now })),
  })
  return events.reduce((one, event) => evolveBan(one, ban, event, by.account) ?? one, stored.content)
}
