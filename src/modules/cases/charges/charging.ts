import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import {
  billOf,
  CHARGE_FAULT_WORDS,
  faultOf,
  findFees,
  type NotedFault,
  type Payment,
  refusePending,
  type RegisteredFee,
  tellReceipt,
} from '#modules/catalogue/index.ts'
import { type CaseActor, serves } from '../actor.ts'
import { agentOfCase } from '../agency/agency-store.ts'
import { isOver, type LivingCase } from '../case.ts'
import { caseStream } from '../case-events.ts'
import type { Papers } from '../papers.ts'
import { type Charges, NOTHING_SAID } from './charges.ts'
import { findCharges } from './charges-store.ts'
import { chargeLists, chargesFolding } from './lists.ts'
import { refuse } from './refusals.ts'

export interface Charging {
  readonly actor: CaseActor
  readonly now: EpochMs
  readonly papers: Papers
}

export interface ChargeAsked {
  readonly fee: string | null
  readonly title: string
  readonly cents: number
  readonly voluntary: boolean
}

const lists = { ...chargesFolding, lists: chargeLists }
export const dayAt = (at: EpochMs) => dayOfNumber(dayNumberAt(DEFAULT_ZONE, at))

export const chargesOf = async (db: Db, { caseNo, plan }: LivingCase): Promise<Charges> =>
  (await findCharges(db, caseNo))?.state ?? { caseNo, unit: plan.unit, chargedFor: NOTHING_SAID, charges: [] }

/** Fees that the register allows for the item of a case. */
export const feesOfItem = async (db: Db, item: string): Promise<RegisteredFee[]> =>
  (await findFees(db)).filter(({ items }) => items.includes(item))

/** Whoever serves at the front of the unit, while the case runs or its result waits to be handed over. */
function refuseNoCashier(state: LivingCase, actor: CaseActor): void {
  if (!serves(actor, state.plan.unit)) throw refuse('charge.not-yours')
  if (isOver(state) && state.status !== 'decided') throw refuse('charge.case-over')
}

export async function sayBilling(
  db: Db,
  state: LivingCase,
  chargedFor: Charges['chargedFor'],
  { actor, now }: Charging,
): Promise<void> {
  refuseNoCashier(state, actor)
  const event = { type: 'BillingSaid', unit: state.plan.unit, chargedFor } as const
  await changeFolded(db, lists, state.caseNo, () => [event], { actor: actor.account, now })
}

/** What is known of a project stands on the bill of its case; what a clerk said before stays. */
export async function billCaseOnce(
  db: Db,
  { caseNo, plan }: LivingCase,
  chargedFor: Charges['chargedFor'],
  entered: { readonly actor: string; readonly now: EpochMs },
): Promise<void> {
  if (await findCharges(db, caseNo)) return
  const event = { type: 'BillingSaid', unit: plan.unit, chargedFor } as const
  await changeFolded(db, lists, caseNo, () => [event], entered)
}

/** A refusal of a charge carries what supervision is told, since nothing of the refused transaction stays. */
export class WrongCharge extends Refusal {
  readonly noted: NotedFault

  constructor({ code, status, text, details }: Refusal, noted: NotedFault) {
    super(code, status, text, details)
    this.noted = noted
  }
}

/** 收费: exactly what the register says is due, with a numbered receipt that carries the code of the fee. */
export async function chargeCase(
  db: Db,
  state: LivingCase,
  asked: ChargeAsked,
  charging: Charging,
): Promise<void> {
  const { actor, now, papers } = charging
  refuseNoCashier(state, actor)
  await refuseAgent(db, state, actor)
  await refusePending(db, state.plan.item)
  const before = await chargesOf(db, state)
  const fees = await findFees(db)
  const payment = paymentOf(state, before, asked, now)
  refuseWrong(state, payment, fees)
  const [line] = billOf(
    fees.filter(({ fee }) => fee === asked.fee),
    { on: payment.on, charged: before.chargedFor },
  ).lines
  const name = asked.title || (asked.fee ?? '')
  if (!line) throw refuse('charge.not-reckoned', { name })
  const twice = before.charges.find(({ fee }) => fee === line.fee)
  if (twice) throw refuse('charge.twice', { name: line.name.zh, number: twice.receipt.number })
  if (line.due === 0) throw refuse('charge.nothing-due', { name: line.name.zh })
  const { fee, full, reduction, because } = line
  const said = { fee, name: line.name, cents: asked.cents, full, reduction, because }
  const { caseNo, plan, applicant } = state
  const entered = { actor: actor.account, now }
  const { notice, number } = await papers.issue(
    db,
    {
      ...{ kind: 'chargeReceipt', unit: plan.unit, subject: caseStream(caseNo) },
      data: { caseNo, item: plan.item, itemName: plan.name, applicant, charge: said },
    },
    entered,
  )
  const charge = { ...said, receipt: { notice, number } }
  await changeFolded(
    db,
    lists,
    caseNo,
    () => [{ type: 'FeeCharged' as const, unit: plan.unit, charge }],
    entered,
  )
  await tellReceipt(db, number, { payment: { ...payment, title: line.name.zh }, caseNo }, entered)
}

const paymentOf = (
  { plan }: LivingCase,
  { chargedFor }: Charges,
  { fee, title, cents, voluntary }: ChargeAsked,
  now: EpochMs,
): Payment => ({
  ...{ fee, title, cents, voluntary, unit: plan.unit, item: plan.item },
  on: dayAt(now),
  charged: chargedFor,
})

/** 代办不收费 (HALL-27): whoever acts for the resident in this case is not the one who takes his money. */
async function refuseAgent(db: Db, { caseNo, plan }: LivingCase, { account }: CaseActor): Promise<void> {
  if ((await agentOfCase(db, caseNo)) !== account) return
  const { zh, en } = CHARGE_FAULT_WORDS.byAgent
  const because = { zh: `${zh}：本件由您代办`, en: `${en}: you act for him in this case` }
  const refusal = refuse('charge.refused', { because: because.zh, becauseEn: because.en, fault: 'byAgent' })
  throw new WrongCharge(refusal, { subject: caseStream(caseNo), unit: plan.unit, fault: 'byAgent', because })
}

function refuseWrong({ caseNo, plan }: LivingCase, payment: Payment, fees: readonly RegisteredFee[]): void {
  const found = faultOf(payment, fees)
  if (!found) return
  const { because } = found
  const refusal = refuse('charge.refused', { because: because.zh, becauseEn: because.en, fault: found.fault })
  throw new WrongCharge(refusal, { subject: caseStream(caseNo), unit: plan.unit, ...found })
}
