import { day, dayNumber, dayOfNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import { findClock } from '#engines/clocks/stored/index.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { findStaffOf } from '#modules/access/index.ts'
import { countSmallByUnit, findAllFindings, isSealed } from '#modules/findings/index.ts'
import { findUnit, findUnitKinds } from '#modules/organisation/index.ts'
import * as contract from '../casework-contract.ts'
import type { NoticedCase, OfficeRow, TalkRow } from '../casework-contract.ts'
import { balanceOf, spanOf } from './balance.ts'
import { answer } from './decide/index.ts'
import { changeInvestigation } from './entering.ts'
import { faultsOf } from './faults.ts'
import { caseworkNumbers, dayAt } from './numbers.ts'
import { officeFolding, officeLists, POWERS } from './office.ts'
import { findOffices } from './office-store.ts'
import { refuse } from './refusals.ts'
import type { CaseworkServices } from './routes.ts'
import { INVESTIGATION, type Investigation, stageOf } from './state.ts'
import { findInvestigation, findInvestigations } from './store.ts'
import { addingUp, holdTalk, spentIn, type Talk } from './talk.ts'
import { findTalk, findTalks } from './talk-store.ts'
import { calledIn, instantText } from './views.ts'

/** The balance, the unit's side, reminder talks and the offices of supervision. */
export const caseworkSideRoutes = ({ database }: Pick<CaseworkServices, 'database'>): Route[] => [
  route(contract.reconcileInvestigations, ({ query, now, read }) =>
    read((db) => balanceOf(db, spanOf(query, now), now)),
  ),
  ...unitRoutes(database),
  ...talkRoutes(),
  ...officeRoutes(),
]

const unitRoutes = (database: Database): Route[] => [
  route(contract.listNoticedCases, async ({ caller, read, scope }) => {
    const own = (await read((db) => findInvestigations(db, {}))).map(({ state }) => state)
    // The limits are supervision's; the unit learns its own day of them.
    return database.read({ ...scope, reach: 'jurisdiction' }, async (db) => {
      const rows: NoticedCase[] = []
      for (const state of own) if (concerns(state, caller.unit)) rows.push(await noticed(db, state))
      return { rows }
    })
  }),
  route(contract.answerNoticedCase, async ({ params: { number }, body, caller, now, read, transaction }) => {
    const found = await read((db) => findInvestigation(db, number))
    if (!found) throw refuse('investigation.not-found', { number })
    if (!concerns(found.state, caller.unit)) throw refuse('investigation.not-your-unit')
    return transaction(
      async (db) => {
        const entered = { actor: caller.account, now, expectedVersion: found.version }
        const state = await changeInvestigation(db, number, () => answer(found.state, body.text), entered)
        return noticed(db, state as Investigation)
      },
      { reach: 'jurisdiction' },
    )
  }),
]

const concerns = ({ notified, unit, nodes }: Investigation, own: string | null): boolean =>
  notified !== null && (unit === own || nodes.some((one) => one.kind === 'unit' && one.unit === own))

async function noticed(db: Db, state: Investigation): Promise<NoticedCase> {
  const { number, title, kind, notified, facts, answer, decision, nodes } = state
  const clock = await findClock(db, `${INVESTIGATION}${number}/answer`)
  const called = await calledIn(db, { units: [], accounts: answer ? [answer.by] : [] })
  return {
    ...{ number, title, kind, stage: stageOf(state), facts: facts?.text ?? '' },
    notifiedAt: instantText(notified ?? 0),
    answerBy: clock?.dueAt ? instantText(clock.dueAt) : null,
    answer: answer && { at: instantText(answer.at), by: called.person(answer.by), text: answer.text },
    measures: (decision?.measures ?? []).map(({ node, grade }) => ({
      name: nodes.find((one) => one.node === node)?.name ?? node,
      grade,
    })),
  }
}

const talkRoutes = (): Route[] => [
  route(contract.listReminderTalks, ({ caller, now, read }) =>
    read(async (db) => {
      const held = await findTalks(db)
      const { smallCount, smallWithinDays } = caseworkNumbers(now)
      const on = { spent: spentIn(held), today: dayAt(now), withinDays: smallWithinDays }
      const from = dayOfNumber(dayNumber(on.today) - smallWithinDays)
      const found = await findAllFindings(db, { from })
      const open = found.filter((one) => one.status !== 'withdrawn' && !isSealed(one))
      const people = [
        ...new Map(open.map(({ unit, account }) => [`${unit}/${account}`, { unit, account }])).values(),
      ]
      const adding = people
        .map((whom) => ({ ...whom, count: addingUp(whom, found, on).length }))
        .filter(({ count }) => count > 0)
      const silent = await silentUnits(db)
      const called = await calledIn(db, {
        units: [...held, ...adding, ...silent].map(({ unit }) => unit),
        accounts: [...held, ...adding].flatMap(({ account }) => (account === null ? [] : [account])),
      })
      const person = (account: string | null) => (account === null ? null : called.person(account))
      return {
        rows: await talkRows(db, held, now),
        adding: adding.map(({ unit, account, count }) => ({
          ...{ unit, unitName: called.unit(unit), person: person(account), count, of: smallCount },
        })),
        silent: silent.map((one) => ({ ...one, unitName: called.unit(one.unit) })),
        mayHold: caller.roles.some((role) => role === 'supervisor' || role === 'unitHead'),
      }
    }),
  ),
  route(contract.holdReminderTalk, ({ params: { talk }, body, caller, now, read, transaction }) =>
    read((db) => findTalk(db, talk)).then((seen) => {
      if (!seen) throw refuse('talk.not-found')
      if (seen.state.account === caller.account) throw refuse('talk.with-himself')
      return transaction(
        async (db) => {
          const heldOn = day(body.heldOn)
          const state = await holdTalk(db, talk, { heldOn, note: body.note }, { actor: caller.account, now })
          return (await talkRows(db, [state], now))[0] as TalkRow
        },
        { reach: 'jurisdiction' },
      )
    }),
  ),
]

/** Those who find and rule are not asked whether they enter small things of themselves. */
const WATCHING: readonly string[] = ['supervision', 'leadership']

/**
 * Units with people of which no small finding ever stood (ACCT-35), those with other findings first: where nothing small is
 * entered, no threshold is reached.
 */
async function silentUnits(db: Db): Promise<{ unit: string; others: number }[]> {
  const counts = new Map((await countSmallByUnit(db)).map((row) => [row.unit, row]))
  const asked = (await findUnitKinds(db)).filter(({ kind }) => !WATCHING.includes(kind)).map(({ id }) => id)
  const peopled = new Set((await findStaffOf(db, asked)).map(({ unit }) => unit))
  return asked
    .filter((unit) => peopled.has(unit) && (counts.get(unit)?.small ?? 0) === 0)
    .map((unit) => ({ unit, others: counts.get(unit)?.others ?? 0 }))
    .sort((a, b) => b.others - a.others)
}

async function talkRows(db: Db, talks: readonly Talk[], now: EpochMs): Promise<TalkRow[]> {
  const called = await calledIn(db, {
    units: talks.map(({ unit }) => unit),
    accounts: talks.flatMap(({ account, held }) => [account, held?.by ?? null].filter((one) => one !== null)),
  })
  return talks.map(({ talk, unit, account, findings, dueAt, held }) => ({
    ...{ talk, unit, unitName: called.unit(unit), findings: [...findings] },
    person: account === null ? null : called.person(account),
    dueAt: dueAt === null ? null : instantText(dueAt),
    late: dueAt !== null && (held?.at ?? now) > dueAt,
    held: held && {
      at: instantText(held.at),
      by: called.person(held.by),
      heldOn: held.heldOn,
      note: held.note,
    },
  }))
}

const officeRoutes = (): Route[] => [
  route(contract.listSupervisionOffices, ({ now, read }) =>
    read(async (db) => ({ rows: await officeRows(db, now) })),
  ),
  route(contract.setSupervisionOffice, ({ params: { office }, body, caller, now, transaction }) =>
    transaction(async (db) => {
      const unit = await findUnit(db, office)
      if (unit?.kind !== 'supervision') throw refuse('investigation.no-unit', { unit: office })
      await changeFolded(
        db,
        { ...officeFolding, lists: officeLists },
        office,
        () => [{ type: 'OfficeLevelSet' as const, ...body }],
        { actor: caller.account, now },
      )
      return (await officeRows(db, now)).find((row) => row.office === office) as OfficeRow
    }),
  ),
]

async function officeRows(db: Db, now: EpochMs): Promise<OfficeRow[]> {
  const levels = new Map((await findOffices(db)).map(({ office, level }) => [office, level]))
  const units = (await findUnitKinds(db)).filter(({ kind }) => kind === 'supervision')
  const staff = await findStaffOf(
    db,
    units.map(({ id }) => id),
  )
  const referred = (await findInvestigations(db, {})).filter(({ state }) => state.referral !== null)
  return units.map(({ id, name, nameEn }) => {
    const own = referred.filter(({ state }) => state.referral?.office === id)
    const level = levels.get(id) ?? 'county'
    return {
      ...{ office: id, name: { zh: name, en: nameEn }, level, powers: [...POWERS[level]] },
      people: staff
        .filter(({ unit }) => unit === id)
        .map(({ account, name: called }) => ({ account, name: called })),
      referred: own.length,
      resultsLate: own.filter(({ state }) => faultsOf(state, now).some(({ code }) => code === 'resultLate'))
        .length,
    }
  })
}
