import type { EpochMs } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { dueInstant, parseLimit } from '#engines/clocks/index.ts'
import { readCalendars } from '#engines/clocks/stored/index.ts'
import { record } from '#engines/ledger/index.ts'
import { issueNotice, withdrawNotice } from '#modules/notices/index.ts'
import { findUnitKinds } from '#modules/organisation/index.ts'
import {
  type Circular,
  type CircularEvent,
  type Drafted,
  levelNow,
  mayIssue,
  standingFacts,
  withdraw,
} from './circular.ts'
import { circularSettings, dayAt } from './levels.ts'
import { CIRCULAR, circularLists } from './lists.ts'
import { paperOf } from './paper.ts'
import { refuse } from './refusals.ts'
import { findCircular } from './store.ts'

export interface Doing {
  readonly by: string
  readonly at: EpochMs
}

/** 起草: everything that was found goes in; what is not to stand there is taken out one by one, with a reason. */
export async function draftCircular(db: Db, drafted: Drafted, doing: Doing): Promise<string> {
  if (drafted.facts.length === 0) throw refuse('circular.no-facts')
  const circular = newId(doing.at)
  await append(db, { circular, version: 0, events: [{ type: 'CircularDrafted', ...drafted }] }, doing)
  return circular
}

/** Decides on a circular as it stands, and records what follows. */
export async function changeCircular(
  db: Db,
  circular: string,
  doing: Doing,
  decide: (state: Circular) => CircularEvent[] | Promise<CircularEvent[]>,
): Promise<void> {
  const { state, version } = await getCircular(db, circular)
  await append(db, { circular, version, events: await decide(state) }, doing)
}

/** 审批印发: numbered and set as a paper, and told as far as its level says. */
export const issueCircular = (db: Db, circular: string, doing: Doing): Promise<void> =>
  changeCircular(db, circular, doing, async (state) => {
    mayIssue(state, doing.by)
    const level = levelNow(state)
    const units = await findUnitKinds(db)
    const concerned = new Set(standingFacts(state).map(({ unit }) => unit))
    const reach = units
      .map(({ id }) => id)
      .filter((id) => (level === 'unit' ? concerned.has(id) : id !== state.unit))
    const { notice, number } = await issueNotice(
      db,
      { kind: 'circular', unit: state.unit, subject: CIRCULAR + circular, data: paperOf(state, units) },
      { actor: doing.by, now: doing.at },
    )
    return [{ type: 'CircularIssued', notice, number, level, reach, readBy: await readByOf(db, doing.at) }]
  })

export const withdrawCircular = (db: Db, circular: string, reason: string, doing: Doing): Promise<void> =>
  changeCircular(db, circular, doing, async (state) => {
    const events = withdraw(state, reason)
    const entry = { actor: doing.by, now: doing.at }
    if (state.issued) await withdrawNotice(db, state.issued.notice, { reason }, entry)
    return events
  })

export async function getCircular(db: Db, circular: string) {
  const found = await findCircular(db, circular)
  if (!found) throw refuse('circular.not-found')
  return found
}

async function readByOf(db: Db, at: EpochMs): Promise<EpochMs> {
  const calendar = (await readCalendars(db)).current('cn')
  const from = dayAt(at)
  const limit = parseLimit(circularSettings(from).readWithin)
  return dueInstant({ from, limit, calendar, suspensions: [], extensions: [], zone: DEFAULT_ZONE })?.at ?? at
}

interface Appending {
  readonly circular: string
  readonly version: number
  readonly events: readonly CircularEvent[]
}

const append = (db: Db, { circular, version, events }: Appending, { by, at }: Doing) =>
  record(db, [circularLists], {
    stream: CIRCULAR + circular,
    expectedVersion: version,
    recordedAt: at,
    events: events.map(({ type, ...payload }) => ({ type, payload, actor: by, occurredAt: at })),
  })
