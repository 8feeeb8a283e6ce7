import type { Day, EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { findUnit } from '#modules/organisation/index.ts'
import { dayAt } from '../moments.ts'
import { drawAgenda } from './agenda.ts'
import * as decide from './conference.ts'
import { conferenceStreams } from './lists.ts'
import { refuse } from './refusals.ts'
import { requiredBodies } from './settings.ts'
import { findConference, findConferences, findRuling, type StoredRuling } from './store.ts'

export interface Doing {
  readonly account: string
  readonly unit: string | null
  readonly now: EpochMs
  readonly expectedVersion?: number | undefined
}

const change = (
  db: Db,
  conference: string,
  { account, now, expectedVersion }: Doing,
  decision: (state: decide.Conference) => decide.ConferenceEvent[],
) =>
  changeFolded<decide.Conference, decide.ConferenceEvent>(
    db,
    conferenceStreams,
    conference,
    (state) => {
      if (!state) throw refuse('conference.not-found')
      return decision(state)
    },
    { actor: account, now, expectedVersion },
  )

/** Numbers run through a year: 2026-03. */
function nextNumber(known: readonly string[], today: Day): string {
  const year = today.slice(0, 4)
  const last = known.filter((one) => one.startsWith(`${year}-`)).map((one) => Number(one.slice(5)))
  return `${year}-${String(Math.max(0, ...last) + 1).padStart(2, '0')}`
}

/** Calls one and draws its agenda. The number of the new conference. */
export async function call(
  db: Db,
  given: Pick<decide.Called, 'members' | 'on'>,
  doing: Doing,
): Promise<string> {
  const { account, now } = doing
  const today = dayAt(now)
  await mustBePeople(
    db,
    given.members.map((member) => member.account),
  )
  const known = (await findConferences(db)).map(({ state }) => state)
  const conference = nextNumber(
    known.map((one) => one.conference),
    today,
  )
  const called = { ...given, convener: account, agenda: await drawAgenda(db, today) }
  await changeFolded<decide.Conference, decide.ConferenceEvent>(
    db,
    conferenceStreams,
    conference,
    () =>
      decide.callConference(called, {
        today,
        required: requiredBodies(today),
        open: known.some(({ status }) => status === 'called'),
      }),
    { actor: account, now, expectedVersion: 0 },
  )
  return conference
}

/** Records that it was held; what it said of earlier rulings goes to them. */
export async function hold(db: Db, conference: string, held: decide.Held, doing: Doing): Promise<void> {
  const today = dayAt(doing.now)
  await mustBePeople(db, [...held.present, ...held.rulings.map(({ owner }) => owner)])
  for (const { unit } of held.rulings)
    if (!(await findUnit(db, unit))) throw refuse('conference.no-such-unit', { unit })
  await change(db, conference, doing, (state) =>
    decide.holdConference(state, held, { today, required: requiredBodies(today) }),
  )
  for (const carried of held.carried)
    await change(db, carried.conference, { ...doing, expectedVersion: undefined }, (state) =>
      decide.takeUpRuling(state, carried, conference),
    )
}

export const cancel = (db: Db, conference: string, reason: string, doing: Doing) =>
  change(db, conference, doing, (state) => decide.cancelConference(state, reason))

/** The ruling as the reader sees it, or a refusal that does not say whether it exists. */
export async function getRuling(db: Db, conference: string, number: number): Promise<StoredRuling> {
  const found = await findRuling(db, conference, number)
  if (!found) throw refuse('conference.no-such-ruling', { number })
  return found
}

export const report = (db: Db, conference: string, number: number, text: string, doing: Doing) =>
  change(db, conference, doing, (state) => decide.reportRuling(state, number, text, doing))

export const judge = (
  db: Db,
  conference: string,
  number: number,
  said: { readonly carriedOut: boolean; readonly text: string },
  doing: Doing,
) => change(db, conference, doing, (state) => decide.judgeRuling(state, number, said, doing))

async function mustBePeople(db: Db, accounts: readonly string[]): Promise<void> {
  const known = new Set((await findPeople(db, [...new Set(accounts)])).map(({ account }) => account))
  const unknown = accounts.find((account) => !known.has(account))
  if (unknown !== undefined) throw refuse('conference.no-such-person', { account: unknown })
}

export async function getConference(db: Db, conference: string): Promise<decide.Conference> {
  const found = await findConference(db, conference)
  if (!found) throw refuse('conference.not-found')
  return found.state
}
