import { type Day, day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, type Route, route } from '#platform/http/index.ts'
import { DEFAULT_ZONE, formatInstant } from '#engines/calendar/index.ts'
import { findUnitTitles, jurisdictionOf } from '#modules/organisation/index.ts'
import * as contract from '../fee-contract.ts'
import { QUANTITIES } from '../fee-shape.ts'
import { todayOf } from '../today.ts'
import { billOf } from './bill.ts'
import { changeFee, tellReceipt } from './commands.ts'
import { drop, type Fee, type FeeTerms, type Proposal, propose, publish, termsOn } from './fee.ts'
import type { Charged } from './rate.ts'
import { refuse } from './refusals.ts'
import {
  countReceipts,
  findFaults,
  findFees,
  listReceipts,
  reachOfReductions,
  savedBetween,
} from './store.ts'
import { feeDeskRow, feeRow, type UnitNames, yearlySaving } from './views.ts'

interface FeeServices {
  readonly database: Database
}

export const feeRoutes = (services: FeeServices): Route[] => [
  ...publishedRoutes(services),
  ...deskRoutes,
  ...receiptRoutes,
]

type PublicCall = Pick<Call, 'visitor'> & { readonly query: { readonly jurisdiction?: string | undefined } }

/** 收费公示: whoever asks sees the whole register; receipts are read for their sums only. */
function publishedRoutes({ database }: FeeServices): Route[] {
  const reading = async <T>({ query, visitor }: PublicCall, work: (db: Db) => Promise<T>) =>
    database.read(
      {
        jurisdiction:
          visitor && query.jurisdiction === undefined
            ? visitor.jurisdiction
            : await jurisdictionOf(database, query.jurisdiction),
        account: 'portal',
        reach: 'jurisdiction',
      },
      work,
    )
  return [
    route(contract.listFees, (call) =>
      reading(call, async (db) => {
        const on = todayOf(call.now)
        const fees = await findFees(db)
        const names = await namesOf(db, fees)
        const rows = fees.flatMap((fee) => feeRow(fee, on, names) ?? []).filter(wanted(call.query))
        return { on, rows, total: rows.length }
      }),
    ),
    route(contract.reckonFees, (call) =>
      reading(call, async (db) => {
        const { query, now } = call
        const on = query.on === undefined ? todayOf(now) : day(query.on)
        const { item, investment } = query
        // Whoever asks as an investor is shown what investors pay, not what it costs to renew a certificate.
        const fees = (await findFees(db)).filter(
          ({ items, payer }) =>
            (item === undefined || items.includes(item)) &&
            (investment === undefined || payer === 'enterprise'),
        )
        const { lines, open, ...sums } = billOf(fees, { on, charged: chargedFrom(query) })
        return {
          on,
          ...sums,
          open: [...open],
          lines: lines.map((line) => ({ ...line, because: [...line.because] })),
        }
      }),
    ),
    route(contract.feeSavings, (call) =>
      reading(call, (db) => savings(db, { on: todayOf(call.now), year: call.query.year })),
    ),
  ]
}

type Wanted = (typeof contract.listFees)['query']['_output']

const wanted =
  ({ search, status, payer, item, reduced }: Wanted) =>
  (row: contract.FeeRow): boolean => {
    const typed = search?.trim().toLowerCase() ?? ''
    const texts = [row.fee, row.name.zh, row.name.en, row.unitName.zh, row.basis]
    return (
      texts.some((text) => text.toLowerCase().includes(typed)) &&
      (status === undefined || row.status === status) &&
      (payer === undefined || row.payer === payer) &&
      (item === undefined || row.items.includes(item)) &&
      (reduced === undefined || row.reductions.some(({ inForce }) => inForce))
    )
  }

/** 万元 and counts with at most two decimals, as typed, into whole numbers. */
const hundredths = (text: string): number => {
  const [whole = '0', part = ''] = text.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

type Reckoned = (typeof contract.reckonFees)['query']['_output']

function chargedFrom(query: Reckoned): Charged {
  const quantities = Object.fromEntries(
    QUANTITIES.flatMap((code) => (query[code] === undefined ? [] : [[code, hundredths(query[code])]])),
  )
  const investment = query.investment === undefined ? null : hundredths(query.investment) * 10_000
  return { investment, project: query.project ?? null, quantities }
}

async function savings(db: Db, { on, year }: { readonly on: Day; readonly year: number | undefined }) {
  const asked = year ?? Number(on.slice(0, 4))
  const measured = new Map(
    (await savedBetween(db, day(`${asked}-01-01`), day(`${asked}-12-31`))).map((row) => [row.fee, row]),
  )
  const last = day(`${asked}-12-31`)
  const rows = (await findFees(db)).flatMap((fee) => {
    const terms = termsOn(fee, last < on ? last : on)
    if (!terms) return []
    const { saved = 0, receipts = 0 } = measured.get(fee.fee) ?? {}
    const yearly = yearlySaving(fee, terms)
    if (yearly === 0 && saved === 0) return []
    const { name, payer } = fee
    return [
      {
        fee: fee.fee,
        name,
        payer,
        status: terms.status,
        from: terms.from,
        yearly,
        measured: saved,
        receipts,
      },
    ]
  })
  // 企业减负: what everybody pays is shown, and the sum is of what enterprises save.
  const ofEnterprises = rows.filter(({ payer }) => payer === 'enterprise')
  const sum = (of: 'yearly' | 'measured') => ofEnterprises.reduce((total, row) => total + row[of], 0)
  return { year: asked, yearly: sum('yearly'), measured: sum('measured'), rows }
}

async function namesOf(db: Db, fees: readonly Fee[]): Promise<UnitNames> {
  const titles = await findUnitTitles(db, [...new Set(fees.map(({ unit }) => unit))])
  return new Map(titles.map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]))
}

type DeskCall = Pick<Call, 'caller' | 'now' | 'expectedVersion'>

async function rowsFor(db: Db, { caller, now }: DeskCall, fees: readonly Fee[]) {
  const names = await namesOf(db, fees)
  const reach = new Map((await reachOfReductions(db)).map((one) => [one.reduction, one]))
  return fees.map((fee) => feeDeskRow(fee, { on: todayOf(now), names, reach, caller }))
}

async function rowFor(db: Db, call: DeskCall, fee: Fee | undefined) {
  const [row] = await rowsFor(db, call, fee ? [fee] : [])
  if (!row) throw refuse('fee.not-found', { fee: '' })
  return row
}

const entered = ({ caller, now }: DeskCall) => ({ actor: caller.account, now })

const deskRoutes: Route[] = [
  route(contract.listFeeDesk, (call) =>
    call.read(async (db) => ({
      rows: await rowsFor(db, call, await findFees(db)),
      mayPropose: call.caller.roles.includes('unitHead') && call.caller.unit !== null,
    })),
  ),
  route(contract.proposeFee, ({ params, body, ...call }) =>
    call.transaction(async (db) => {
      const { unit } = call.caller
      const given = { fee: params.fee, unit, proposal: proposalOf(body.proposal, unit) }
      return rowFor(
        db,
        call,
        await changeFee(db, params.fee, (state) => propose(state, given), entered(call)),
      )
    }),
  ),
  route(contract.publishFee, ({ params, ...call }) =>
    call.transaction(async (db) => {
      const given = { fee: params.fee, by: call.caller.account, today: todayOf(call.now) }
      return rowFor(
        db,
        call,
        await changeFee(db, params.fee, (state) => publish(state, given), entered(call)),
      )
    }),
  ),
  route(contract.dropFee, ({ params, body, ...call }) =>
    call.transaction(async (db) => {
      const given = { fee: params.fee, reason: body.reason }
      return rowFor(db, call, await changeFee(db, params.fee, (state) => drop(state, given), entered(call)))
    }),
  ),
]

function proposalOf(given: contract.FeeProposal, unit: string | null): Proposal {
  const terms = (said: (typeof contract.FeeTerms)['_output']): FeeTerms => ({ ...said, from: day(said.from) })
  switch (given.kind) {
    case 'entry':
      return { ...given, unit: unit ?? '', terms: terms(given.terms) }
    case 'terms':
      return { kind: 'terms', terms: terms(given.terms) }
    case 'reduction': {
      const { from, until, ...said } = given.reduction
      const reduction = { ...said, from: day(from), until: until === null ? null : day(until) }
      return { kind: 'reduction', reduction }
    }
  }
}

const receiptRoutes: Route[] = [
  route(contract.tellReceipts, ({ body, ...call }) =>
    call.transaction(async (db) => {
      const { unit } = call.caller
      if (unit === null) throw refuse('fee.not-found', { fee: '' })
      const rows = []
      for (const { receipt, investment, project, quantities, on, ...said } of body.rows) {
        const payment = { ...said, unit, on: day(on), charged: { investment, project, quantities } }
        rows.push(await tellReceipt(db, receipt, { payment }, entered(call)))
      }
      return { rows }
    }),
  ),
  route(contract.listReceipts, ({ query, read }) =>
    read(async (db) => {
      const question = { faulty: query.faulty === 'true', fee: query.fee }
      return { rows: await listReceipts(db, question), total: await countReceipts(db, question) }
    }),
  ),
  route(contract.listChargeFaults, ({ read }) =>
    read(async (db) => ({
      rows: (await findFaults(db)).map(({ state, notedAt, ...row }) => ({
        ...row,
        at: formatInstant(notedAt.getTime(), DEFAULT_ZONE),
        because: state.because,
        by: state.by,
      })),
    })),
  ),
]
