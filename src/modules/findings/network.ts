import type { Day } from '#kernel/day.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import { type Route, route } from '#platform/http/index.ts'
import * as contract from './contract.ts'
import { standing } from './finding.ts'
import { refuse } from './refusals.ts'
import { findStoredFindings, type StoredFinding } from './store.ts'
import { shownTo } from './shown.ts'
import { findingRows } from './views.ts'

/** Whom or what one asks about; at least one of them. */
export interface NetworkSubject {
  readonly unit?: string | undefined
  readonly account?: string | undefined
  /** Codes of posts are the unit's own, so its unit stands beside it. */
  readonly post?: string | undefined
  readonly badge?: string | undefined
  readonly matter?: string | undefined
}

/** What a source knows about somebody, as far as the reader sees it. */
export interface KnownElsewhere {
  readonly source: string
  readonly sourceName: Bilingual
  /** Its stream: a finding that names it as its source already counts it. */
  readonly id: string
  readonly on: Day
  readonly text: string
  readonly state: Bilingual
}

/** Areas above and beside findings hand in what they know: cards, visits, ratings, complaints. */
export type NetworkSource = (db: Db, subject: NetworkSubject) => Promise<readonly KnownElsewhere[]>

/** 全方位监督网络 (ESUP-23): one view of a unit, a person, a badge or a matter, each fact counted once. */
export const networkRoutes = (sources: readonly NetworkSource[]): Route[] => [
  route(contract.getNetwork, ({ query, caller, read, now }) =>
    read(async (db) => {
      const { purpose: _, ...subject } = query
      if (Object.values(subject).every((one) => one === undefined)) throw refuse('finding.whom')
      const reader = { unitOnly: caller.reach === 'unit', account: caller.account }
      const found = (await findStoredFindings(db, subject)).flatMap((one) => shownTo(one, reader) ?? [])
      const known = (await Promise.all(sources.map((source) => source(db, subject)))).flat()
      const items = joined(found, known)
      const counted = found.filter(({ state }) => state.status !== 'withdrawn')
      const alone = items.filter(({ finding }) => finding === null)
      return {
        facts: counted.length + alone.length,
        told: counted.reduce((sum, { state }) => sum + standing(state).length, 0) + alone.length,
        findings: await findingRows(db, found, now),
        items,
      }
    }),
  ),
]

/** Each thing known elsewhere with the finding that it is part of, the newest first. */
function joined(found: readonly StoredFinding[], known: readonly KnownElsewhere[]): contract.NetworkItem[] {
  const findingOf = new Map(
    found.flatMap(({ state }) => standing(state).map(({ sourceId }) => [sourceId, state.finding] as const)),
  )
  return known
    .map((one) => ({ ...one, finding: findingOf.get(one.id) ?? null }))
    .sort((a, b) => (a.on < b.on ? 1 : -1))
}
