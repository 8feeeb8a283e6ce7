import { type Day, day, dayOrNull, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Route, route } from '#platform/http/index.ts'
import { record } from '#engines/ledger/index.ts'
import { actorOf } from '../callers.ts'
import { act } from '../commands.ts'
import * as contract from '../contract.ts'
import type { PledgeRow } from '../contract.ts'
import { correct } from '../decisions/concluding.ts'
import { type DeskServices, REACH } from '../desk-acts.ts'
import { instantText, type ListNames, listNames } from '../kinds/people.ts'
import { barredUntil, checkPledge, type PledgeCheck } from './check.ts'
import { pledgeStream } from './events.ts'
import { pledgeLists } from './lists.ts'
import { refuse } from './refusals.ts'
import { findPledges, listPledges, lockPledge } from './store.ts'

/** 告知承诺的事后核查: what is to be checked until when, and what was found. */
export const pledgeRoutes = ({ papers }: DeskServices): Route[] => [
  route(contract.listPledges, (call) =>
    call.read(async (db) => {
      const rows = await listPledges(db, { limit: 500 })
      const names = await namesOf(
        db,
        rows.map(({ content }) => content),
      )
      return {
        rows: rows.map(({ content, dueAt }) => rowOf(content, dueAt.getTime(), { names, now: call.now })),
      }
    }),
  ),
  route(contract.checkPledge, async (call) => {
    const { params, body, caller, now } = call
    // Row-level security says whether the pledge exists for this caller; what follows may reach further.
    const seen = await call.read((db) => findPledges(db, [params.caseNo]))
    if (seen.length === 0) throw refuse('pledge.not-found', params)
    return call.transaction(async (db) => {
      const actor = await actorOf(db, caller, now)
      const stored = await lockPledge(db, params.caseNo)
      if (!stored) throw refuse('pledge.not-found', params)
      const asked = { ...body, checkedOn: day(body.checkedOn), mendBy: dayOrNull(body.mendBy) as Day | null }
      const events = checkPledge(stored.content, asked, actor, now)
      if (asked.result === 'broken' && asked.consequence === 'revoked')
        await act(db, params.caseNo, { actor, now, papers }, (state) =>
          correct(state, { subject: 'revoked', to: '', reason: `告知承诺不实：${asked.finding}` }, actor),
        )
      await record(db, [pledgeLists], {
        stream: pledgeStream(params.caseNo),
        expectedVersion: stored.version,
        recordedAt: now,
        events: events.map(({ type, data }) => ({
          type,
          payload: { ...data },
          actor: caller.account,
          occurredAt: now,
        })),
      })
      return oneRow(db, params.caseNo, now)
    }, REACH)
  }),
]

async function oneRow(db: Db, caseNo: string, now: EpochMs): Promise<PledgeRow> {
  const [found] = await findPledges(db, [caseNo])
  if (!found) throw refuse('pledge.not-found', { caseNo })
  const names = await namesOf(db, [found.content])
  return rowOf(found.content, found.content.dueAt, { names, now })
}

const namesOf = (db: Db, checks: readonly PledgeCheck[]): Promise<ListNames> =>
  listNames(db, {
    units: checks.map(({ unit }) => unit),
    accounts: checks.flatMap((one) => one.checks.map(({ by }) => by)),
  })

function rowOf(
  check: PledgeCheck,
  dueAt: EpochMs,
  { names, now }: { readonly names: ListNames; readonly now: EpochMs },
): PledgeRow {
  const { caseNo, item, itemName, unit, applicantMasked, signedAt, consequence, open, checks } = check
  return {
    ...{ caseNo, item, itemName, unit, unitName: names.unit(unit), applicant: applicantMasked },
    ...{ signedAt: instantText(signedAt), dueAt: instantText(dueAt), consequence, open },
    overdue: open && now >= dueAt,
    barredUntil: barredUntil(check),
    checks: checks.map(({ by, at: _, ...one }) => ({ ...one, by: names.by(by) })),
  }
}
