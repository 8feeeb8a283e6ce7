import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Route, route } from '#platform/http/index.ts'
import { record } from '#engines/ledger/index.ts'
import { type Circular, draftCircular, findCirculars, standingFacts } from '#modules/inspections/index.ts'
import * as contract from '../casework-contract.ts'
import type { TypicalCircular } from '../casework-contract.ts'
import { said } from './decide/index.ts'
import { dayAt } from './numbers.ts'
import { refuse } from './refusals.ts'
import { refuseUpper } from './routes.ts'
import { INVESTIGATION } from './state.ts'
import { findInvestigation, findInvestigations } from './store.ts'
import { isFresh, isTypical, planOf, toldIn, TYPICAL, typicalFact, typicalLists } from './typical.ts'
import { findChanges, type TypicalChange } from './typical-store.ts'
import { type Called, calledIn, instantText } from './views.ts'

interface Held {
  readonly circular: string
  readonly state: Circular
}

/** 典型个案通报: drafted from decided cases, approved and read as every circular, and each unit says what it changes. */
export const typicalRoutes = (): Route[] => [
  route(contract.listTypicalCases, ({ caller, now, read }) =>
    read(async (db) => {
      const found = await findCirculars(db)
      const states = found.map(({ state }) => state)
      await refuseUpper(db, { caller })
      const told = toldIn(states)
      const watching = caller.roles.some((role) => role === 'supervisor' || role === 'leader')
      const cases = watching ? (await findInvestigations(db, {})).map(({ state }) => state) : []
      const ready = cases.filter(
        (one) => !one.sealed && isFresh(one, now) && !told.has(INVESTIGATION + one.number),
      )
      const called = await namesOf(db, found, ready)
      const changes = await findChanges(db)
      return {
        plan: planOf(states, now),
        rows: found.filter(({ state }) => isTypical(state)).map((one) => viewOf(one, { changes, called })),
        ready: ready.map(({ number, title, unit, decision }) => ({
          ...{ number, title, unitName: called.unit(unit), decidedOn: dayAt(decision?.at ?? now) },
        })),
        own: caller.unit,
      }
    }),
  ),
  route(contract.draftTypicalCases, ({ body, caller, now, transaction }) =>
    transaction(async (db) => {
      const told = toldIn((await findCirculars(db)).map(({ state }) => state))
      const facts = []
      for (const { number, fact } of body.cases) facts.push(await factOf(db, { number, fact, told, now }))
      const drafted = {
        kind: 'typicalCase',
        unit: caller.unit ?? '',
        title: body.title,
        source: '个案查办',
      } as const
      return { circular: await draftCircular(db, { ...drafted, facts }, { by: caller.account, at: now }) }
    }),
  ),
  route(contract.sayTypicalChange, ({ params: { circular }, body, caller, now, read, transaction }) =>
    read(findCirculars).then((found) => {
      const held = found.find((one) => one.circular === circular && isTypical(one.state))
      const { unit } = caller
      if (!held?.state.issued || unit === null || !held.state.issued.reach.includes(unit))
        throw refuse('typical.not-addressed')
      const text = said(body.text, { zh: '本单位改什么', en: 'what the unit changes' })
      return transaction(async (db) => {
        await record(db, [typicalLists], {
          stream: TYPICAL + circular,
          expectedVersion: 'any',
          recordedAt: now,
          events: [
            { type: 'TypicalChangeSaid', payload: { unit, text }, actor: caller.account, occurredAt: now },
          ],
        })
        return viewOf(held, { changes: await findChanges(db), called: await namesOf(db, [held], []) })
      })
    }),
  ),
]

async function factOf(
  db: Db,
  asked: {
    readonly number: string
    readonly fact: string
    readonly told: ReadonlySet<string>
    readonly now: EpochMs
  },
) {
  const found = await findInvestigation(db, asked.number)
  if (!found) throw refuse('investigation.not-found', { number: asked.number })
  const called = await calledIn(db, { units: [found.state.unit], accounts: [] })
  return typicalFact(found.state, { ...asked, unitName: called.unit(found.state.unit).zh })
}

const namesOf = (db: Db, held: readonly Held[], ready: readonly { readonly unit: string }[]) =>
  calledIn(db, {
    units: [
      ...ready.map(({ unit }) => unit),
      ...held.flatMap(({ state }) => [
        ...state.facts.map(({ unit }) => unit),
        ...(state.issued?.reach ?? []),
      ]),
    ],
    accounts: [],
  })

function viewOf(
  { circular, state }: Held,
  { changes, called }: { readonly changes: readonly TypicalChange[]; readonly called: Called },
): TypicalCircular {
  const { title, issued, withdrawn, reads } = state
  const own = changes.filter((one) => one.circular === circular)
  return {
    ...{ circular, title, status: withdrawn ? 'withdrawn' : issued ? 'issued' : 'drafted' },
    number: issued?.number ?? null,
    issuedAt: issued && instantText(issued.at),
    readBy: issued && instantText(issued.readBy),
    cases: standingFacts(state).map(({ unit, conduct, fact, measure }) => ({
      ...{ unitName: called.unit(unit), conduct, fact, measure },
    })),
    units: (issued?.reach ?? []).map((unit) => {
      const read = reads.find((one) => one.unit === unit)
      const at = own.findIndex((one) => one.unit === unit)
      const change = own[at]
      return {
        ...{ unit, unitName: called.unit(unit), readAt: read ? instantText(read.at) : null },
        change: change?.text ?? null,
        copied: own.slice(0, Math.max(at, 0)).some(({ text }) => text === change?.text),
      }
    }),
  }
}
