import { day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { type Route, route } from '#platform/http/index.ts'
import { billOf, findFaults, noteFault, tellReceipt } from '#modules/catalogue/index.ts'
import { type CaseActor, serves } from '../actor.ts'
import { isOver, type LivingCase } from '../case.ts'
import { caseStream } from '../case-events.ts'
import * as contract from '../charge-contract.ts'
import { type DeskServices, type FileCall, looking, REACH, refuseUnseen } from '../desk-acts.ts'
import type { Prover } from '../proof.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { findStates } from '../store.ts'
import { instantText } from '../views.ts'
import { chargeCase, chargesOf, dayAt, feesOfItem, sayBilling, WrongCharge } from './charging.ts'
import type { Charge } from './charges.ts'

/** 收费 at the desk: the bill, what it is reckoned by, and the charge with its receipt. */
export function chargeRoutes({ database, papers }: DeskServices): Route[] {
  const changing = async (
    call: FileCall<unknown>,
    work: (db: Db, state: LivingCase, on: { actor: CaseActor; now: number }) => Promise<void>,
  ) => {
    await refuseUnseen(call)
    return call.transaction(async (db) => {
      const { actor, now } = await looking(db, call)
      const state = await caseOf(db, call.params.caseNo)
      await work(db, state, { actor, now })
      return chargesView(db, state, { actor, now })
    }, REACH)
  }
  return [
    route(contract.fileCharges, async (call) => {
      await refuseUnseen(call)
      return database.read({ ...call.scope, ...REACH }, async (db) =>
        chargesView(db, await caseOf(db, call.params.caseNo), await looking(db, call)),
      )
    }),
    route(contract.billFile, (call) =>
      changing(call, (db, state, on) => sayBilling(db, state, call.body, { ...on, papers })),
    ),
    route(contract.chargeFile, (call) =>
      changing(call, (db, state, on) => chargeCase(db, state, call.body, { ...on, papers })).catch(
        async (error: unknown) => {
          // What was refused is rolled back; that it was tried is recorded by itself.
          if (error instanceof WrongCharge)
            await database.transaction({ ...call.scope, ...REACH }, (db) =>
              noteFault(db, error.noted, { actor: call.caller.account, now: call.now }),
            )
          throw error
        },
      ),
    ),
  ]
}

/** 申请人 by number and code: what he was charged, and a word about what he was asked for. */
export const trackedChargeRoutes = (proof: Prover): Route[] => [
  route(contract.trackCharges, ({ params, query, now, address }) =>
    proof.read({ ...params, ...query }, { address, now }, async (db) => {
      const { charges } = await chargesOf(db, await caseOf(db, params.caseNo))
      return { charges: charges.map(trackedCharge), found: null }
    }),
  ),
  route(contract.tellChargeTracked, ({ params, body, now, address }) =>
    proof.write({ ...params, ...body }, { address, now }, async (db, person) => {
      const state = await caseOf(db, params.caseNo)
      const { charges } = await chargesOf(db, state)
      const found = await examineTold(db, state, body, { actor: `resident/${person}`, now })
      return { charges: charges.map(trackedCharge), found }
    }),
  ),
]

type Told = Pick<
  (typeof contract.tellChargeTracked)['body']['_output'],
  'fee' | 'title' | 'cents' | 'on' | 'voluntary' | 'by'
>

/** 全程代办不收费 (HALL-27): whatever an agent of the office took is wrong, whichever code he names. */
async function examineTold(
  db: Db,
  state: LivingCase,
  { on, by, ...said }: Told,
  entered: { readonly actor: string; readonly now: number },
) {
  const { caseNo, plan } = state
  const { chargedFor } = await chargesOf(db, state)
  const payment = { ...said, unit: plan.unit, item: plan.item, on: day(on), charged: chargedFor }
  if (by === 'office') {
    const number = `told-${caseNo}-${dayAt(entered.now)}-${said.fee ?? said.title}`.slice(0, 120)
    const { fault, because } = await tellReceipt(db, number, { payment, caseNo }, entered)
    return fault && because ? { fault, because } : null
  }
  const found =
    by === 'agent'
      ? {
          fault: 'byAgent' as const,
          because: {
            zh: `代办不收费，申请人反映代办人员收取“${said.title}”`,
            en: `Agents take nothing; the applicant says that one took money for "${said.title}"`,
          },
        }
      : said.voluntary
        ? undefined
        : {
            fault: 'forced' as const,
            because: {
              zh: `申请人反映被要求购买中介服务“${said.title}”`,
              en: `The applicant was made to pay for the service "${said.title}"`,
            },
          }
  if (found) await noteFault(db, { subject: caseStream(caseNo), unit: plan.unit, ...found }, entered)
  return found ?? null
}

async function caseOf(db: Db, caseNo: string): Promise<LivingCase> {
  const [stored] = await findStates(db, [caseNo])
  if (!stored) throw refuseCase('case.not-found', { caseNo })
  return stored.state
}

const trackedCharge = ({ at, by: _, because, ...charge }: Charge) => ({
  ...charge,
  because: [...because],
  at: instantText(at),
})

async function chargesView(
  db: Db,
  state: LivingCase,
  { actor, now }: { readonly actor: CaseActor; readonly now: number },
): Promise<contract.FileCharges> {
  const { chargedFor, charges } = await chargesOf(db, state)
  const on = dayAt(now)
  const { lines, open, ...sums } = billOf(await feesOfItem(db, state.plan.item), { on, charged: chargedFor })
  return {
    bill: {
      on,
      ...sums,
      open: [...open],
      lines: lines.map((line) => ({ ...line, because: [...line.because] })),
    },
    chargedFor: { ...chargedFor, quantities: { ...chargedFor.quantities } },
    charges: charges.map((charge) => ({ ...trackedCharge(charge), by: charge.by })),
    faults: (await findFaults(db, caseStream(state.caseNo))).map(
      ({ fault, notedAt, state: { because } }) => ({
        at: instantText(notedAt.getTime()),
        fault,
        because,
      }),
    ),
    mayCharge: serves(actor, state.plan.unit) && (!isOver(state) || state.status === 'decided'),
  }
}
