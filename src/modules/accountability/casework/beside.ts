import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { findStates, type LivingCase } from '#modules/cases/index.ts'
import { findFees } from '#modules/catalogue/index.ts'
import { type Held, type Share, sharesOf } from './delay.ts'
import type { RegisteredFee } from './charges.ts'
import { type Beside, NOTHING_BESIDE } from './faults.ts'
import type { Investigation } from './state.ts'

/** What the record of the office says beside a case: orders received, who held it, who accepted it, what may be charged. */
export interface FoundBeside extends Beside {
  readonly shares: readonly Share[]
}

const NOTHING: FoundBeside = { ...NOTHING_BESIDE, shares: [] }

export async function besideOf(db: Db, { particulars }: Investigation, now: EpochMs): Promise<FoundBeside> {
  switch (particulars.kind) {
    case 'delayedWork':
    case 'overdue': {
      const file = await fileOf(db, particulars.caseNo)
      if (!file) return NOTHING
      return { ...NOTHING, instructions: instructionsIn(file), shares: sharesOf(heldIn(file, now)) }
    }
    case 'acceptingOfficer': {
      const file = await fileOf(db, particulars.caseNo)
      return { ...NOTHING, acceptor: file ? acceptorOf(file) : null }
    }
    case 'illegalCharges':
      return { ...NOTHING, fees: await registeredFees(db, particulars.item) }
    default:
      return NOTHING
  }
}

export const fileOf = async (db: Db, caseNo: string): Promise<LivingCase | undefined> =>
  (await findStates(db, [caseNo]))[0]?.state

/** Who took the papers as complete: by the acceptance itself, not by whoever is named today. */
export const acceptorOf = ({ accepted, receivedBy }: LivingCase): string =>
  accepted && !accepted.deemed && !accepted.by.startsWith('system/') ? accepted.by : receivedBy

/** 领导过问和批示: entered, or spoken of in an opinion. */
function instructionsIn({ interventions = [], cited = [] }: LivingCase) {
  const entered = interventions.map(({ heardAt, leader, matter }) => ({ at: heardAt, leader, matter }))
  const spoken = cited.map(({ at, words }) => ({ at, leader: words, matter: words }))
  return [...entered, ...spoken].toSorted((one, other) => one.at - other.at)
}

/** Receipt, each step, and the decision: every hour of a case was somebody's. */
function heldIn(
  { steps, accepted, receivedAt, receivedBy, plan, decision }: LivingCase,
  now: EpochMs,
): Held[] {
  const end = decision?.at ?? now
  const first = accepted?.at ?? end
  const stepsHeld = steps.flatMap(({ code, unit, post, since, doneAt, doneBy }): Held[] =>
    since === null
      ? []
      : [{ step: code, who: doneBy ?? `${unit}/${post}`, from: since, until: doneAt ?? end }],
  )
  const last = Math.max(first, ...stepsHeld.map(({ until }) => until))
  const { unit, post } = plan.decidedBy
  const deciding = { step: 'decision', who: decision?.by ?? `${unit}/${post}`, from: last, until: end }
  return [
    { step: 'receipt', who: receivedBy, from: receivedAt, until: first },
    ...stepsHeld,
    deciding,
  ].filter(({ from, until }) => until > from)
}

/** Fees of an item with their names; only those of a fixed amount can be told by it. */
async function registeredFees(db: Db, item: string | null): Promise<RegisteredFee[]> {
  const fees = await findFees(db)
  return fees
    .filter(({ items }) => item === null || items.includes(item))
    .map(({ name, terms }) => {
      const rate = terms.at(-1)?.rate
      return { title: name.zh, cents: rate && rate.kind !== 'share' ? rate.cents : null }
    })
}
