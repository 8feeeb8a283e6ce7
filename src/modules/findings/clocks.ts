import type { EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { parseLimit, statutoryTerms } from '#engines/clocks/index.ts'
import { findClock, storedClocks } from '#engines/clocks/stored/index.ts'
import { findingStream } from './finding.ts'
import { dayAt } from './moments.ts'
import { type LimitSetting, settingOn } from './settings.ts'

/** Whose time it is: those who supervise are one office here, which is no unit under supervision. */
export const SUPERVISION = 'supervision'

export interface Entered {
  readonly actor: string
  readonly now: EpochMs
}

/** † No law sets limits of settings. */
const LOCAL = '督查、效能监察的地方规定'

interface Limited {
  readonly id: string
  /** The stream it is about. */
  readonly subject: string
  /** Whose time it is. */
  readonly unit: string
}

/** Starts a clock by the law's rule or by a setting, and says when it runs out. */
export async function startLimit(
  db: Db,
  {
    id,
    subject,
    unit,
    ...by
  }: Limited & ({ readonly setting: LimitSetting } | { readonly rule: 'DC-01' | 'DC-02' }),
  entered: Entered,
): Promise<EpochMs> {
  const start = { from: entered.now, handlingUnit: unit }
  const terms =
    'rule' in by
      ? statutoryTerms(by.rule, start)
      : {
          ...statutoryTerms('XK-16', {
            ...start,
            limit: parseLimit(settingOn(by.setting, dayAt(entered.now))),
          }),
          citation: LOCAL,
        }
  const clocks = storedClocks(db)
  await clocks.start([{ id, subject, terms: { ...terms, kind: 'other', onExpiry: 'event' } }], entered)
  await clocks.keep(entered.now)
  return (await findClock(db, id))?.dueAt ?? entered.now
}

/** What was waited for has come; a clock that was never started or has stopped stays as it is. */
export async function stopLimit(
  db: Db,
  { id, subject, outcome }: { readonly id: string; readonly subject: string; readonly outcome: string },
  entered: Entered,
): Promise<void> {
  const found = await findClock(db, id)
  if (!found || found.status === 'stopped') return
  const clocks = storedClocks(db)
  await clocks.stop(subject, id, outcome, entered)
  await clocks.keep(entered.now)
}

const BY = {
  reply: { setting: 'replyWithin' },
  disposition: { setting: 'disposeWithin' },
  'review-ask': { rule: 'DC-01' },
  review: { rule: 'DC-02' },
} as const
type FindingClock = keyof typeof BY

const placeOf = (finding: string, clock: FindingClock) => ({
  id: `${finding}/${clock}`,
  subject: findingStream(finding),
})

export const startClock = (
  db: Db,
  finding: string,
  { clock, unit }: { readonly clock: FindingClock; readonly unit: string },
  entered: Entered,
): Promise<EpochMs> => startLimit(db, { ...placeOf(finding, clock), unit, ...BY[clock] }, entered)

export const stopClock = (
  db: Db,
  finding: string,
  { clock, outcome }: { readonly clock: FindingClock; readonly outcome: string },
  entered: Entered,
): Promise<void> => stopLimit(db, { ...placeOf(finding, clock), outcome }, entered)

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
