import { randomInt } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { asSystem } from '#platform/database/index.ts'
import { followBadge } from './badges/follow.ts'
import { startClock, SUPERVISION } from './clocks.ts'
import { conductOf } from './conducts.ts'
import { type Evidence, factKey, type FactSource, type FindingState, type FindingSubject } from './finding.ts'
import { dayAt } from './moments.ts'
import { type FindingDoing, record } from './recording.ts'
import { refuse } from './refusals.ts'
import { findOfFact, findStored, holdFact } from './store.ts'
import type { FindingKind, FindingSource, Severity } from './terms.ts'

export interface NewFinding {
  readonly source: FindingSource
  /** The stream of what it came from, such as `card/…` or `visit/…`. */
  readonly sourceId: string
  readonly unit: string
  readonly account?: string | null | undefined
  readonly post?: string | null | undefined
  readonly badge?: string | null | undefined
  /** Item or case. */
  readonly matter?: string | null | undefined
  /** Code of the taxonomy (`conducts`). */
  readonly conduct: string
  /** As the taxonomy says unless given. */
  readonly kind?: FindingKind | undefined
  readonly severity?: Severity | undefined
  readonly fact: string
  readonly happenedOn: Day
  readonly evidence?: readonly Evidence[] | undefined
  /** A covert round or a protected report: the unit does not see it until it is released. */
  readonly sealed?: boolean | undefined
}

/**
 * Opens a finding, or joins the source to the one of the same fact (unit, account, matter, conduct and day): it counts once.
 * The scope must reach the jurisdiction. Refuses an unknown conduct, a day to come, and a fact without words.
 */
export async function openFinding(
  db: Db,
  given: NewFinding,
  doing: FindingDoing,
): Promise<{ finding: string; sameFactAs: string | null }> {
  const today = dayAt(doing.now)
  if (given.happenedOn > today) throw refuse('finding.future', { on: given.happenedOn })
  if ([...given.fact.trim()].length < 5) throw refuse('finding.fact-missing')
  const conduct = conductOf(given.conduct, given.happenedOn)
  const subject = subjectOf(given, given.kind ?? conduct.kind)
  const from = sourceOf(given, given.severity ?? conduct.severity)
  await holdFact(db, factKey({ ...subject, account: null }))
  // The same fact may be on record where the one who enters it does not see it: it is joined all the same, and counts once.
  const joined = await asSystem(db, async () => {
    const same = await findOfFact(db, subject)
    return same && (await joinTo(db, same.state, from, doing))
  })
  if (joined) return joined
  const finding = await freeNumber(db, today)
  const replyBy = from.sealed ? null : await startReply(db, finding, subject.unit, doing)
  const disposeBy = await startClock(db, finding, { clock: 'disposition', unit: SUPERVISION }, doing)
  const opened = await record(db, finding, doing, () => [
    { type: 'FindingOpened', ...subject, from, disposeBy, replyBy },
  ])
  if (opened) await followBadge(db, opened, doing)
  return { finding, sameFactAs: null }
}

/** The time to answer begins once the unit may know of it. */
export const startReply = (db: Db, finding: string, unit: string, doing: FindingDoing) =>
  startClock(db, finding, { clock: 'reply', unit }, doing)

async function joinTo(db: Db, state: FindingState, from: FactSource, doing: FindingDoing) {
  const { finding, unit } = state
  const known = state.sources.some(({ sourceId, withdrawn }) => sourceId === from.sourceId && !withdrawn)
  if (!known) {
    const begins = !from.sealed && state.replyBy === null
    const replyBy = begins ? await startReply(db, finding, unit, doing) : null
    const joined = await record(db, finding, doing, () => [{ type: 'FindingJoined', from, replyBy }])
    if (joined) await followBadge(db, joined, doing)
  }
  return { finding, sameFactAs: finding }
}

const subjectOf = (given: NewFinding, kind: FindingKind): FindingSubject => ({
  unit: given.unit,
  account: given.account ?? null,
  post: given.post ?? null,
  badge: given.badge ?? null,
  matter: given.matter ?? null,
  conduct: given.conduct,
  kind,
  happenedOn: given.happenedOn,
})

const sourceOf = (given: NewFinding, severity: Severity): FactSource => ({
  ...{ source: given.source, sourceId: given.sourceId, severity },
  ...{ fact: given.fact.trim(), evidence: given.evidence ?? [], sealed: given.sealed ?? false },
})

/** In the order of days, and by chance within one, so that no number tells the next: `F261122-048091`. */
async function freeNumber(db: Db, today: Day): Promise<string> {
  for (;;) {
    const chance = String(randomInt(1_000_000)).padStart(6, '0')
    const finding = `F${today.slice(2).replaceAll('-', '')}-${chance}`
    if (!(await findStored(db, finding))) return finding
  }
}
