import { day, dayNumber, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'
import type { Database } from '#platform/database/index.ts'
import { type Call, limiter, type Route, route } from '#platform/http/index.ts'
import { findPeople } from '#modules/access/index.ts'
import { itemForDay } from '#modules/catalogue/index.ts'
import { findHeldPosts, getUnit, jurisdictionOf } from '#modules/organisation/index.ts'
import { cleanMobile, type Vault } from '#modules/vault/index.ts'
import { getCounter, getHall, todayOf } from '../commands.ts'
import * as contract from '../contract.ts'
import type { EnquiryView, HeldSlip } from '../contract.ts'
import { seatOf, unitNames } from '../views.ts'
import { ask, changeEnquiry } from './commands.ts'
import { confirmArrival, type Enquiry, type EnquiryActor, type Owner, refer, settle } from './enquiry.ts'
import { enquiryOfSlip, slipCode, slipNo } from './numbers.ts'
import { refuse } from './refusals.ts'
import { findEnquiries, findEnquiry, findEnquiryOfSlip } from './store.ts'
import { enquiryViews, slipView } from './views.ts'

export interface EnquiryServices {
  readonly database: Database
  readonly vault: Vault
  readonly publicUrl?: string
  /** Whether there is a case by that number: cases stand beside the hall. */
  knownCase?(db: Db, caseNo: string): Promise<boolean>
}

type Doer = Pick<Call, 'caller' | 'now'>
/** What is known of a slip reaches further than the unit that confirms it. */
const REACH = { reach: 'jurisdiction' } as const

/** 首问负责 and 转办: at any desk, and for whoever holds the paper. */
export const enquiryRoutes = (services: EnquiryServices): Route[] => [
  ...deskRoutes(services),
  ...slipRoutes(services),
]

function deskRoutes(services: EnquiryServices): Route[] {
  return [
    route(contract.listEnquiries, (call) => call.read((db) => listOf(db, call, services))),
    route(contract.getEnquiry, ({ params, ...call }) =>
      call.read((db) => viewOf(db, params.enquiry, call, services)),
    ),
    route(contract.askEnquiry, ({ body, ...call }) =>
      call.transaction(async (db) => {
        const seat = await seatOf(db, call.caller.account, call.now)
        const hall = seat && (await getHall(db, (await getCounter(db, seat.counter)).hall))
        const { matter, item, ticket } = body
        if (item !== null) await itemForDay(db, item, todayOf(call.now))
        const given = {
          ...{ matter, item, ticket, counter: seat?.counter ?? null },
          owner: await ownerOf(db, call),
          mark: body.phone
            ? services.vault.mark(db, 'enquiry', cleanMobile(body.phone)).toString('hex')
            : null,
          seenBy: hall ? [hall.unit] : [],
        }
        const enquiry = await ask(db, given, doing(call))
        return viewOf(db, enquiry, call, services)
      }, REACH),
    ),
    route(contract.settleEnquiry, ({ params: { enquiry }, body, ...call }) =>
      changing(services, { enquiry, ...call }, async (db, actor) => {
        const knownCase = body.caseNo !== null && ((await services.knownCase?.(db, body.caseNo)) ?? false)
        return (state) => settle(state, { ...body, knownCase }, actor)
      }),
    ),
    route(contract.referEnquiry, ({ params: { enquiry }, body, ...call }) =>
      changing(services, { enquiry, ...call }, async (db, actor) => {
        await getUnit(db, body.unit)
        const stored = await findEnquiry(db, enquiry)
        const item = stored?.state.item ?? null
        const itemUnit = item === null ? null : (await itemForDay(db, item, todayOf(call.now))).unit
        const where = await whereTo(db, body)
        const slip = slipNo(enquiry, (stored?.state.referrals.length ?? 0) + 1)
        const asked = { slip, to: body.unit, reason: body.reason, itemUnit, ...where }
        return (state) => refer(state, asked, actor)
      }),
    ),
  ]
}

/** What the caller may see is changed by what he may do; what follows may concern other units too. */
async function changing(
  services: EnquiryServices,
  call: Pick<Call, 'caller' | 'now' | 'read' | 'transaction'> & { readonly enquiry: string },
  deciding: (db: Db, actor: EnquiryActor) => Promise<(state: Enquiry) => ReturnType<typeof settle>>,
): Promise<EnquiryView> {
  const { enquiry, read, transaction } = call
  if (!(await read((db) => findEnquiry(db, enquiry)))) throw refuse('enquiry.not-found', { enquiry })
  return transaction(async (db) => {
    const decide = await deciding(db, await actorOf(db, call))
    await changeEnquiry(db, enquiry, doing(call), decide)
    return viewOf(db, enquiry, call, services)
  }, REACH)
}

/** Place and telephone of the counter; or what the officer wrote, where the department sits elsewhere. */
async function whereTo(
  db: Db,
  {
    counter,
    place,
    phone,
  }: { readonly counter: string | null; readonly place: string; readonly phone: string },
) {
  if (counter === null) return { counter, place: place.trim(), phone: phone.trim() }
  const row = await getCounter(db, counter)
  const hall = await getHall(db, row.hall)
  return {
    counter,
    place: place.trim() || `${hall.nameZh} ${row.nameZh} ${row.place}`,
    phone: phone.trim() || hall.phone,
  }
}

async function actorOf(db: Db, { caller, now }: Doer): Promise<EnquiryActor> {
  const held = await findHeldPosts(db, caller.account, now)
  return {
    account: caller.account,
    unit: caller.unit,
    headOfUnit: caller.roles.includes('unitHead'),
    desks: new Set(held.map(({ unit, post }) => `${unit}/${post}`)),
    standsInFor: new Set(held.flatMap(({ asBackup, holder }) => (asBackup ? (holder ?? []) : []))),
  }
}

/** The person with his own post: an absence hands on what was asked of him there. */
async function ownerOf(db: Db, { caller, now }: Doer): Promise<Owner> {
  const { account, unit } = caller
  if (unit === null) throw refuse('enquiry.own-unit')
  const own = (await findHeldPosts(db, account, now)).find((held) => held.unit === unit && !held.asBackup)
  return { account, unit, post: own?.post ?? null }
}

const doing = ({ caller, now }: Doer) => ({ by: caller.account, at: now })

async function viewOf(db: Db, enquiry: string, call: Doer, services: EnquiryServices): Promise<EnquiryView> {
  const stored = await findEnquiry(db, enquiry)
  if (!stored) throw refuse('enquiry.not-found', { enquiry })
  const [view] = await enquiryViews(db, [stored.state], await looking(db, call, services))
  return view as EnquiryView
}

const looking = async (db: Db, call: Doer, { vault, publicUrl = '' }: EnquiryServices) => ({
  ...{ actor: await actorOf(db, call), now: call.now },
  ...{ vault, publicUrl },
})

/** † The list goes back so far unless asked for another span, and holds so many. */
const USUAL_DAYS = 30
const MOST = 300

type ListCall = Doer & {
  readonly query: {
    readonly from?: string | undefined
    readonly until?: string | undefined
    readonly status?: EnquiryView['status'] | undefined
    readonly pingPong?: 'yes' | undefined
  }
}

async function listOf(db: Db, call: ListCall, services: EnquiryServices) {
  const { from, until, status, pingPong } = call.query
  const last = until === undefined ? dayNumberAt(DEFAULT_ZONE, call.now) : dayNumber(day(until))
  const first = from === undefined ? last - USUAL_DAYS : dayNumber(day(from))
  const span = { from: instantOf(DEFAULT_ZONE, first), until: instantOf(DEFAULT_ZONE, last + 1) }
  const found = await findEnquiries(db, { ...span, status, pingPong: pingPong === 'yes', limit: MOST })
  const rows = await enquiryViews(
    db,
    found.map(({ state }) => state),
    await looking(db, call, services),
  )
  return { rows, figures: figuresOf(rows) }
}

function figuresOf(rows: readonly EnquiryView[]) {
  const minutes = rows.flatMap(({ handOverMinutes }) => handOverMinutes ?? []).sort((a, b) => a - b)
  return {
    asked: rows.length,
    open: rows.filter(({ status }) => status === 'open' || status === 'handedOver').length,
    referred: rows.filter(({ status }) => status === 'referred').length,
    pingPong: rows.filter(({ slips }) => slips.some((slip) => slip.pingPong)).length,
    medianMinutes: minutes[Math.floor(minutes.length / 2)] ?? null,
  }
}

/** A code has 31^6 values; who tries many is stopped before he finds one. */
const GUESSES = { most: 20, windowMs: 10 * 60_000 }

function slipRoutes(services: EnquiryServices): Route[] {
  const { database, vault } = services
  const guesses = limiter(GUESSES)
  interface Shown {
    readonly slip: string
    readonly code: string
    readonly jurisdiction?: string | undefined
  }
  const proving =
    <T>(
      { slip, code }: Shown,
      { address, now }: { address: string; now: EpochMs },
      work: (db: Db) => Promise<T>,
    ) =>
    (db: Db): Promise<T> => {
      if (slipCode(db, vault, slip) === code.trim().toUpperCase()) return work(db)
      guesses.count(address, now)
      throw refuse('enquiry.no-such-slip', { slip })
    }
  const scopeFor = async (asked: string | undefined) => ({
    ...{ jurisdiction: await jurisdictionOf(database, asked), account: 'portal' },
    ...REACH,
  })
  return [
    route(contract.confirmSlip, ({ params: { slip }, ...call }) =>
      call.transaction(async (db) => {
        const enquiry = (await findEnquiryOfSlip(db, slip))?.enquiry
        if (enquiry === undefined) throw refuse('enquiry.no-such-slip', { slip })
        const owner = await ownerOf(db, call)
        await changeEnquiry(db, enquiry, doing(call), (state) => confirmArrival(state, { slip, owner }))
        return viewOf(db, enquiry, call, services)
      }, REACH),
    ),
    route(contract.getHeldSlip, async ({ params: { slip }, query, address, now }) => {
      guesses.check(address, now)
      const shown = { slip, ...query }
      return database.read(
        await scopeFor(query.jurisdiction),
        proving(shown, { address, now }, (db) => heldSlip(db, slip)),
      )
    }),
    route(contract.confirmHeldSlip, async ({ params: { slip }, body, address, now }) => {
      guesses.check(address, now)
      const shown = { slip, ...body }
      return database.transaction(
        await scopeFor(body.jurisdiction),
        proving(shown, { address, now }, async (db) => {
          await changeEnquiry(db, enquiryOfSlip(slip), { by: `holder/${slip}`, at: now }, (state) =>
            confirmArrival(state, { slip, owner: null }),
          )
          return heldSlip(db, slip)
        }),
      )
    }),
  ]
}

async function heldSlip(db: Db, slip: string): Promise<HeldSlip> {
  const state = (await findEnquiryOfSlip(db, slip))?.state
  const found = state?.referrals.find((one) => one.slip === slip)
  if (!state || !found) throw refuse('enquiry.no-such-slip', { slip })
  const [person] = await findPeople(db, [found.by])
  const { enquiry, matter } = state
  return {
    ...slipView(found, await unitNames(db, [found.from, found.to])),
    ...{ enquiry, matter, officer: person?.name ?? found.by },
  }
}
