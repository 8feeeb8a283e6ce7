import type { Module } from '#kernel/module.ts'
import type { Db } from '#kernel/sql.ts'
import type { FindingState } from './finding.ts'
import { type FindingFilter, findStored, findStoredFindings } from './store.ts'

export {
  answerFinding,
  askReview,
  decideReview,
  disposeFinding,
  type FindingDoing,
  findingOfStream,
  getFinding,
  type NewFinding,
  openFinding,
  releaseFinding,
  remedyFinding,
  withdrawFinding,
} from './commands.ts'
export { type Conduct, conductOf, conducts, conductsOn, conductWords } from './conducts.ts'
export type { Disposing } from './decisions.ts'
export { type Exemption, exemptions } from './exemptions.ts'
export {
  type Disposed,
  type Evidence,
  type FactSource,
  type FindingEvent,
  type FindingState,
  type FindingSubject,
  findingStream,
  isSealed,
  openSide,
  severityOf,
  standing,
} from './finding.ts'
export { findingLists } from './lists.ts'
export { countFindings, type FindingFilter } from './store.ts'

/** A finding as far as the reader sees it, or undefined. */
export const findFinding = async (db: Db, finding: string): Promise<FindingState | undefined> =>
  (await findStored(db, finding))?.state

/** Findings that the reader sees, the newest first, at most 200 at a time. */
export const findFindings = async (db: Db, filter: FindingFilter): Promise<FindingState[]> =>
  (await findStoredFindings(db, filter)).map(({ state }) => state)

/** 问题发现: what was found wrong, from whatever source, counted once and ended by a disposition. */
export const findings: Module = {
  name: 'findings',
  title: { zh: '问题发现', en: 'Findings' },
  needs: ['ledger', 'calendar', 'clocks', 'organisation', 'access', 'recusal'],
}
