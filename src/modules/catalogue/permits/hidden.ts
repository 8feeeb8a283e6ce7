import type { EpochMs } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { Db } from '#kernel/sql.ts'
import type { ItemContent } from '../item-contract.ts'
import { readGuide } from '../reading.ts'
import { findKnownItems } from '../store.ts'
import { todayOf } from '../today.ts'
import type { Permit } from '../permit-shape.ts'

interface Hidden {
  readonly permit: string
  readonly for: string
  readonly unit: string
}

/**
 * 藏在材料清单里的手续: a paper that a government agency issues, that the applicant is to bring, and that no permit of the map
 * yields. Names are compared as they are written; what is found is looked at by people.
 */
export async function hiddenDemands(db: Db, permits: readonly Permit[], now: EpochMs): Promise<Hidden[]> {
  const contents = await contentsOf(db, permits, now)
  const yielded = [
    ...permits.map(({ name }) => name.zh),
    ...[...contents.values()].flatMap(({ results }) => results.map(({ name }) => name.zh)),
  ]
  const isYielded = (paper: string) => yielded.some((name) => name.includes(paper) || paper.includes(name))
  return permits.flatMap(({ code, item, unit }) =>
    (contents.get(item ?? '')?.materials ?? [])
      .filter(({ source, askedFromApplicant }) => source === 'government' && askedFromApplicant)
      .filter(({ name }) => !isYielded(name.zh))
      .map(({ name }) => ({ permit: name.zh, for: code, unit })),
  )
}

/** What the items of the map say today; those that were only drafted or have ended say nothing. */
async function contentsOf(
  db: Db,
  permits: readonly Permit[],
  now: EpochMs,
): Promise<ReadonlyMap<string, ItemContent>> {
  const items = [...new Set(permits.flatMap(({ item }) => item ?? []))]
  const known = await findKnownItems(db, items)
  const contents = new Map<string, ItemContent>()
  for (const item of items.filter((one) => known.has(one))) {
    const guide = await readGuide(db, item, todayOf(now)).catch(notPublished)
    if (guide) contents.set(item, guide.guide.content)
  }
  return contents
}

function notPublished(error: unknown): undefined {
  if (isRefusal(error)) return undefined
  throw error
}
