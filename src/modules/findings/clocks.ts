import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { parseLimit, statutoryTerms } from '#engines/clocks/index.ts'
import { findClock, storedClocks } from '#engines/clocks/stored/index.ts'
import { findingStream } from './finding.ts'
import { dayAt } from './moments.ts'
import { settingOn } from './settings.ts'

/** Whose time it is: those who supervise are one office here, which is no unit under supervision. */
export const SUPERVISION = 'supervision'

interface Entered {
  readonly actor: string
  readonly now: EpochMs
}

type FindingClock = 'reply' | 'disposition' | 'review-ask' | 'review'

const RULES: Readonly<Record<FindingClock, 'XK-16' | 'DC-01' | 'DC-02'>> = {
  reply: 'XK-16',
  disposition: 'XK-16',
  'review-ask': 'DC-01',
  review: 'DC-02',
}
/** † No law sets the first two. */
const LOCAL = '督查、效能监察的地方规定'

/** Starts a clock of a finding and says when it runs out. */
export async function startClock(
  db: Db,
  finding: string,
  { clock, unit }: { readonly clock: FindingClock; readonly unit: string },
  entered: Entered,
): Promise<EpochMs> {
  const today = dayAt(entered.now)
  const local = { reply: 'replyWithin', disposition: 'disposeWithin' } as const
  const limit =
    clock === 'reply' || clock === 'disposition' ? { limit: parseLimit(settingOn(local[clock], today)) } : {}
  const terms = statutoryTerms(RULES[clock], { from: entered.now, handlingUnit: unit, ...limit })
  const citation = 'limit' in limit ? LOCAL : terms.citation
  const id = `${finding}/${clock}`
  const clocks = storedClocks(db)
  await clocks.start(
    [
      {
        id,
        subject: findingStream(finding),
        terms: { ...terms, kind: 'other', onExpiry: 'event', citation },
      },
    ],
    entered,
  )
  await clocks.keep(entered.now)
  return (await findClock(db, id))?.dueAt ?? entered.now
}

/** What was waited for has come. */
export async function stopClock(
  db: Db,
  finding: string,
  { clock, outcome }: { readonly clock: FindingClock; readonly outcome: string },
  entered: Entered,
): Promise<void> {
  const id = `${finding}/${clock}`
  const found = await findClock(db, id)
  if (!found || found.status === 'stopped') return
  const clocks = storedClocks(db)
  await clocks.stop(findingStream(finding), id, outcome, entered)
  await clocks.keep(entered.now)
}

export async function stopAllClocks(
  db: Db,
  finding: string,
  outcome: string,
  entered: Entered,
): Promise<void> {
  const clocks = storedClocks(db)
  await clocks.stopAll(findingStream(finding), outcome, entered)
  await clocks.keep(entered.now)
}
