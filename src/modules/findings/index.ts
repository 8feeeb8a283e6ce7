import type { Module } from '#kernel/module.ts'
import type { Db } from '#kernel/sql.ts'
import type { FindingState } from './finding.ts'
import { readerOf, shownTo } from './shown.ts'
import { type FindingFilter, findStored, findStoredFindings } from './store.ts'

export { findingFile } from './bundle-file.ts'
export {
  answerFinding,
  askReview,
  decideReview,
  disposeFinding,
  findingOfStream,
  getFinding,
  releaseFinding,
  remedyFinding,
  takeFinding,
  withdrawFinding,
} from './commands.ts'
export { type NewFinding, openFinding } from './opening.ts'
export type { FindingDoing } from './recording.ts'
export { conductChoices, severityChoices } from './choices.ts'
export { type Conduct, conductOf, conducts, conductsOn, conductWords } from './conducts.ts'
export type { Disposing } from './decisions.ts'
export { type Exemption, exemptionOf, exemptions } from './exemptions.ts'
export {
  type Disposed,
  type Evidence,
  type FactSource,
  FINDING as FINDING_STREAM,
  type FindingEvent,
  type FindingState,
  type FindingSubject,
  findingStream,
  isSealed,
  openSide,
  severityOf,
  standing,
} from './finding.ts'
export { badgeTalkLists } from './badges/lists.ts'
export { badgeRoutes } from './badges/routes.ts'
export { guidanceLists } from './guidance/lists.ts'
export { guidanceRoutes } from './guidance/routes.ts'
export { findingLists } from './lists.ts'
export { type KnownElsewhere, networkRoutes, type NetworkSource, type NetworkSubject } from './network.ts'
export { followRatings, ratingsKnown } from './ratings.ts'
export { reportLists } from './reports/lists.ts'
export { reportRoutes, type ReportServices } from './reports/routes.ts'
export { findWithdrawn } from './withdrawn-store.ts'
export { findingRoutes } from './routes.ts'
export { countFindings, countFindingsByUnit, countSmallByUnit, type FindingFilter } from './store.ts'

/** A finding as far as the reader sees it, or undefined. */
export const findFinding = async (db: Db, finding: string): Promise<FindingState | undefined> => {
  const stored = await findStored(db, finding)
  return shownTo(stored, readerOf(db))?.state
}

/** Findings as far as the reader sees them, the newest first, at most 200 at a time. */
export const findFindings = async (db: Db, filter: FindingFilter): Promise<FindingState[]> =>
  (await findStoredFindings(db, filter)).flatMap((one) => shownTo(one, readerOf(db))?.state ?? [])

const PAGE = 200

/** The same, however many there are: for whatever counts them. */
export async function findAllFindings(
  db: Db,
  filter: Omit<FindingFilter, 'after' | 'limit'>,
): Promise<FindingState[]> {
  const found: FindingState[] = []
  for (let after: string | undefined; ;) {
    const page = await findStoredFindings(db, { ...filter, after, limit: PAGE })
    found.push(...page.flatMap((one) => shownTo(one, readerOf(db))?.state ?? []))
    after = page.at(-1)?.state.finding
    if (page.length < PAGE) return found
  }
}

/** 问题发现: what was found wrong, from whatever source, counted once and ended by a disposition. */
export const findings: Module = {
  name: 'findings',
  title: { zh: '问题发现', en: 'Findings' },
  needs: ['ledger', 'calendar', 'clocks', 'organisation', 'access', 'vault', 'cases', 'recusal'],
}
