import type { Db } from '#kernel/sql.ts'
import type { ListedCard } from './card-store.ts'
import { getCaseRow, readCase } from './case-view.ts'
import { getLog } from './watching.ts'

/**
 * 不作为: nothing was done within a limit. Such a card is not put right by the case going away: whoever lets it rest must
 * show the applicant's own word.
 */
const INACTION: ReadonlySet<string> = new Set(['SV-01', 'SV-02', 'SV-12'])

/** 超时责任: who answers for the delay is decided elsewhere, from what supervision upheld. */
const OVERDUE: ReadonlySet<string> = new Set(['SV-01'])

export const isOverdueRule = (rule: string): boolean => OVERDUE.has(rule)

/** Whether a card about inaction stands in a case that was withdrawn or handed back before anything was decided. */
export async function closedWithoutResult(db: Db, card: ListedCard): Promise<boolean> {
  if (!INACTION.has(card.rule)) return false
  const log = await getLog(db, card.log)
  const { history } = await readCase(db, log, await getCaseRow(db, card.log, card.caseId))
  const meanings = new Set(history.events.map(({ activity }) => log.profile.meanings[activity]))
  return (meanings.has('withdrawn') || meanings.has('returned')) && !meanings.has('decided')
}
