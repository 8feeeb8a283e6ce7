import { DAY_MS, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { readStream, record } from '#engines/ledger/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { type Doing, todayOf } from '../commands.ts'
import { type Asked, type Enquiry, type EnquiryEvent, evolveEnquiry } from './enquiry.ts'
import { ENQUIRY, enquiryEventOf, enquiryLists } from './lists.ts'
import { newEnquiryNo } from './numbers.ts'
import { refuse } from './refusals.ts'
import { findEnquiry, findUnsettled } from './store.ts'

/** Decides on an enquiry as the ledger holds it, appends what follows, and brings the list along. */
export async function changeEnquiry(
  db: Db,
  enquiry: string,
  { by, at }: Doing,
  decide: (state: Enquiry) => EnquiryEvent[],
): Promise<void> {
  const stored = await readStream(db, ENQUIRY + enquiry)
  const state = stored.reduce<Enquiry | undefined>(
    (before, event) =>
      evolveEnquiry(before, enquiryEventOf(event), { at: event.occurredAt, by: event.actor }),
    undefined,
  )
  if (!state) throw refuse('enquiry.not-found', { enquiry })
  await append(db, { enquiry, version: stored.length, events: decide(state) }, { by, at })
}

interface Appending {
  readonly enquiry: string
  readonly version: number
  readonly events: readonly EnquiryEvent[]
}

const append = (db: Db, { enquiry, version, events }: Appending, { by, at }: Doing) =>
  record(db, [enquiryLists], {
    stream: ENQUIRY + enquiry,
    expectedVersion: version,
    recordedAt: at,
    events: events.map(({ type, ...payload }) => ({ type, payload, actor: by, occurredAt: at })),
  })

/** † How long the same person asking again is the same question. */
const SAME_QUESTION_MS = 7 * DAY_MS

/**
 * 首问: entered by whoever was asked. Who asks a second officer while the first still answers for it is led back to the
 * first: a new entry would rename him.
 */
export async function ask(db: Db, given: Omit<Asked, 'enquiry'>, { by, at }: Doing): Promise<string> {
  const { mark, ticket, owner } = given
  const open = await findUnsettled(db, { mark, ticket, since: at - SAME_QUESTION_MS })
  const others = open.find(({ state }) => state.owner !== null && state.owner.account !== owner.account)
  if (others) throw refuse('enquiry.first-officer-stays', await firstOf(db, others.state))
  const enquiry = await freeNumber(db, at)
  await append(db, { enquiry, version: 0, events: [{ type: 'EnquiryAsked', ...given, enquiry }] }, { by, at })
  return enquiry
}

async function firstOf(db: Db, { enquiry, first }: Enquiry) {
  const [person] = await findPeople(db, [first.account])
  return { enquiry, person: person?.name ?? first.account }
}

async function freeNumber(db: Db, at: EpochMs): Promise<string> {
  for (;;) {
    const enquiry = newEnquiryNo(todayOf(at))
    if (!(await findEnquiry(db, enquiry))) return enquiry
  }
}
