import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { statutoryTerms } from '#engines/clocks/index.ts'
import { type Entered, findClock, type MatterClocks } from '#engines/clocks/stored/index.ts'
import { caseStream } from '../case-events.ts'
import type { LivingCase } from '../case.ts'
import type { AskingTimes } from '../decisions/index.ts'
import type { HearingEvent } from './events.ts'

const REQUEST = 'hearing-request'
const HEARING = 'hearing'
const idOf = ({ caseNo }: Pick<LivingCase, 'caseNo'>, clock: string) => `${caseNo}/${clock}`

/** XK-08: five working days to ask; XK-09: twenty from the request to the hearing. Neither is the office's to stop. */
export async function runHearingClocks(
  clocks: MatterClocks,
  { after, event, entered }: { after: LivingCase; event: HearingEvent; entered: Entered },
): Promise<void> {
  const subject = caseStream(after.caseNo)
  const start = async (clock: string, rule: string) => {
    const terms = statutoryTerms(rule, { from: entered.now, handlingUnit: after.plan.unit })
    await clocks.start([{ id: idOf(after, clock), subject, terms: { ...terms, kind: 'other' } }], entered)
  }
  const stop = (clock: string, outcome: string) => clocks.stop(subject, idOf(after, clock), outcome, entered)
  switch (event.type) {
    case 'HearingOffered':
      return start(REQUEST, 'XK-08')
    case 'HearingAsked':
      await stop(REQUEST, '已申请听证 asked for')
      return start(HEARING, 'XK-09')
    case 'HearingRightLapsed':
      return stop(REQUEST, '期满未申请 lapsed')
    case 'HearingHeld':
      await stop(HEARING, '已举行听证 held')
      return
    case 'HearingGivenUp':
      await stop(HEARING, '放弃听证 given up')
  }
}

/** What a request for a hearing is judged by. */
export const askingTimes = async (db: Db, caseNo: string): Promise<Omit<AskingTimes, 'now'>> => ({
  until: await endOfRequest(db, caseNo),
  limitEndsAt: (await findClock(db, idOf({ caseNo }, 'statutory')))?.dueAt ?? null,
})

/** When the right to ask runs out, or ran out; 0 where nobody was told of it. */
export async function endOfRequest(db: Db, caseNo: string): Promise<EpochMs> {
  const clock = await findClock(db, idOf({ caseNo }, REQUEST))
  return clock?.dueAt ?? clock?.expiredAt ?? 0
}
