import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { parseLimit, statutoryTerms } from '#engines/clocks/index.ts'
import { findClock, stopClocks, storedClocks } from '#engines/clocks/stored/index.ts'
import {
  type Followed,
  readStream,
  record,
  type StoredEvent,
  type Subscription,
} from '#engines/ledger/index.ts'
import { THE_LAW } from '../actor.ts'
import type { LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import { settingOn } from '../kinds/settings.ts'
import { findStates } from '../store.ts'
import { type DepartmentLiable, liabilityStream } from './liability.ts'
import { liabilityLists } from './lists.ts'
import { findLiabilitiesOfCard } from './store.ts'

interface Entered {
  readonly actor: string
  readonly now: EpochMs
  readonly occurredAt: EpochMs
}

/** What silence granted, the department answers for: entered in the same transaction, so that nobody can forget it. */
export async function followLiability(
  db: Db,
  after: LivingCase,
  events: readonly CaseEvent[],
  entered: Entered,
): Promise<void> {
  const deemed = events.some(({ type, data }) => type === 'CaseDecided' && 'deemed' in data && data.deemed)
  if (!deemed) return
  const consequence = '时限届满未作决定，视为准予；由此产生的后果由承办部门负责，不得归责于申请人'
  await enter(
    db,
    after,
    { liability: after.caseNo, because: 'deemedGranted', consequence, card: null },
    entered,
  )
}

type Because = Pick<DepartmentLiable, 'liability' | 'because' | 'consequence' | 'card'>

async function enter(db: Db, state: LivingCase, because: Because, entered: Entered): Promise<void> {
  const { caseNo, plan, steps } = state
  const stream = liabilityStream(because.liability)
  const open = steps.filter(({ status }) => status === 'open')
  const desks = (open.length > 0 ? open : [plan.decidedBy]).map(({ unit, post }) => `${unit}/${post}`)
  const data: DepartmentLiable = {
    ...{ caseNo, item: plan.item, itemName: plan.name, unit: plan.unit, ...because, desks },
    dueAt: await startInquiry(db, because.liability, plan.unit, entered),
  }
  await record(db, [liabilityLists], {
    stream,
    expectedVersion: 0,
    recordedAt: entered.now,
    events: [
      {
        type: 'DepartmentLiable',
        payload: { ...data },
        actor: entered.actor,
        occurredAt: entered.occurredAt,
      },
    ],
  })
}

/** What the inquiry rests on; no law sets its days (†). */
const BASIS = '行政许可法 74；限时办结、超时默认的地方规定'

async function startInquiry(db: Db, liability: string, unit: string, entered: Entered): Promise<EpochMs> {
  const id = `${liability}/liability-inquiry`
  const terms = statutoryTerms('XK-16', {
    from: entered.now,
    handlingUnit: unit,
    limit: parseLimit(settingOn('inquiryWithin', entered.now)),
  })
  const clocks = storedClocks(db)
  await clocks.start(
    [{ id, subject: liabilityStream(liability), terms: { ...terms, kind: 'other', citation: BASIS } }],
    entered,
  )
  await clocks.keep(entered.now)
  return (await findClock(db, id))?.dueAt ?? entered.now
}

/** A card about a limit that ran out, upheld by supervision: the delay had no just cause (CASE-11). */
interface UpheldDelay {
  readonly card: string
  readonly caseNo: string
  readonly at: EpochMs
}

/** How to tell from the ledger that a delay was found unjust; supervision, which stands above, hands it in. */
interface Judgements {
  readonly follows: readonly Followed[]
  among(db: Db, events: readonly StoredEvent[]): Promise<UpheldDelay[]>
  withdrawnAmong(
    events: readonly StoredEvent[],
  ): readonly { readonly card: string; readonly reason: string; readonly at: EpochMs }[]
}

/**
 * 无正当理由超时 (CASE-11): supervision stands above cases, which learn from the ledger that a delay was found unjust. What was
 * entered once is not entered again, however often it is told; with the card that it rests on it is lifted.
 */
export const followJudgements = (now: () => EpochMs, upheldDelays: Judgements): Subscription => ({
  name: 'cases/liability',
  follows: upheldDelays.follows,
  async handle(db, events) {
    for (const { card, caseNo, at } of await upheldDelays.among(db, events)) {
      const [stored] = await findStates(db, [caseNo])
      const liability = `${caseNo}-overdue`
      if (!stored || (await readStream(db, liabilityStream(liability))).length > 0) continue
      const consequence = '超过时限没有正当理由，由承办部门负责，并追究有关责任人'
      const because = { liability, because: 'overdue', consequence, card } as const
      await enter(db, stored.state, because, { actor: THE_LAW.account, now: now(), occurredAt: at })
    }
    for (const { at, ...withdrawn } of upheldDelays.withdrawnAmong(events))
      await lift(db, withdrawn, { actor: THE_LAW.account, now: now(), occurredAt: at })
  },
})

/** 牌撤责消: whatever was found about a person meanwhile rested on a fault that was none. */
async function lift(
  db: Db,
  withdrawn: { readonly card: string; readonly reason: string },
  entered: Entered,
): Promise<void> {
  for (const { liability, version } of await findLiabilitiesOfCard(db, withdrawn.card)) {
    const stream = liabilityStream(liability)
    await record(db, [liabilityLists], {
      ...{ stream, expectedVersion: version, recordedAt: entered.now },
      events: [
        {
          type: 'LiabilityLifted',
          payload: withdrawn,
          actor: entered.actor,
          occurredAt: entered.occurredAt,
        },
      ],
    })
    await stopClocks(db, stream, 'lifted', entered)
  }
}
