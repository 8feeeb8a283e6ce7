import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { parseLimit, statutoryTerms } from '#engines/clocks/index.ts'
import { findClock, storedClocks } from '#engines/clocks/stored/index.ts'
import { record } from '#engines/ledger/index.ts'
import type { LivingCase } from '../case.ts'
import type { CaseEvent } from '../case-events.ts'
import { pledgeStream, type PledgeToCheck } from './events.ts'
import { pledgeLists } from './lists.ts'

interface Entered {
  readonly actor: string
  readonly now: EpochMs
  readonly occurredAt: EpochMs
}

/** 事后核查 (XK-17): what was granted on a pledge is to be checked, under a clock that outlives the case. */
export async function followPledges(
  db: Db,
  after: LivingCase,
  events: readonly CaseEvent[],
  entered: Entered,
): Promise<void> {
  const granted = events.some(
    ({ type, data }) => type === 'CaseDecided' && 'atOnce' in data && data.atOnce === 'pledge',
  )
  const { pledge, plan } = after
  if (!granted || !pledge || !plan.pledge) return
  const toCheck = { ...checkOf(after), dueAt: await startCheck(db, after, entered) }
  await record(db, [pledgeLists], {
    stream: pledgeStream(after.caseNo),
    expectedVersion: 0,
    recordedAt: entered.now,
    events: [
      { type: 'PledgeToCheck', payload: toCheck, actor: entered.actor, occurredAt: entered.occurredAt },
    ],
  })
}

function checkOf({
  caseNo,
  plan,
  pledge,
  applicant,
  applicantMasked,
}: LivingCase): Omit<PledgeToCheck, 'dueAt'> {
  const { item, name: itemName, unit } = plan
  const consequence = plan.pledge?.consequence ?? { zh: '', en: '' }
  return {
    ...{ caseNo, item, itemName, unit, applicant, applicantMasked, consequence },
    signedAt: pledge?.at ?? 0,
  }
}

async function startCheck(db: Db, { caseNo, plan }: LivingCase, entered: Entered): Promise<EpochMs> {
  const id = `${caseNo}/pledge-check`
  const terms = statutoryTerms('XK-17', {
    from: entered.now,
    handlingUnit: plan.unit,
    limit: parseLimit(plan.pledge?.checkWithin ?? '2M'),
  })
  const clocks = storedClocks(db)
  await clocks.start([{ id, subject: pledgeStream(caseNo), terms: { ...terms, kind: 'other' } }], entered)
  await clocks.keep(entered.now)
  return (await findClock(db, id))?.dueAt ?? entered.now
}
