import type { Db } from '#kernel/sql.ts'
import { changeFolded } from '#engines/ledger/index.ts'
import { type Entered, startLimit } from '../clocks.ts'
import { type FindingState, isSealed } from '../finding.ts'
import { dayAt } from '../moments.ts'
import { settingOn } from '../settings.ts'
import { findStoredFindings } from '../store.ts'
import { badgeTalks } from './lists.ts'
import { findBadgeTalk } from './store.ts'
import { type BadgeTalk, type BadgeTalkEvent, daysOfQuarter, quarterOf } from './talk.ts'

/** What the manner of a badge is: service at the counter, and rudeness wherever it was met. */
const isManner = ({ kind, conduct }: FindingState) => kind === 'service' || conduct === 'crudeEnforcement'

/**
 * Ratings, complaints and notes of visits, joined by badge: with the second within a quarter a talk is owed, once. What is
 * sealed does not count before it is released, since the unit head sees all that the talk is about.
 */
export async function followBadge(db: Db, state: FindingState, entered: Entered): Promise<void> {
  const { badge, unit } = state
  if (badge === null || !isManner(state) || isSealed(state)) return
  const quarter = quarterOf(state.happenedOn)
  const talk = `${badge}@${quarter}`
  if (await findBadgeTalk(db, talk)) return
  const found = (await findStoredFindings(db, { badge, ...daysOfQuarter(quarter) }))
    .map((one) => one.state)
    .filter((one) => one.status !== 'withdrawn' && !isSealed(one) && isManner(one))
  if (found.length < settingOn('badgeFindings', dayAt(entered.now))) return
  const subject = badgeTalks.prefix + talk
  const dueAt = await startLimit(db, { id: `${subject}/talk`, subject, unit, setting: 'talkWithin' }, entered)
  const findings = found.map(({ finding }) => finding).sort()
  await changeFolded<BadgeTalk, BadgeTalkEvent>(
    db,
    badgeTalks,
    talk,
    () => [{ type: 'BadgeTalkDue', badge, quarter, unit, findings, dueAt }],
    { actor: entered.actor, now: entered.now },
  )
}
