import { dayNumber } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'
import { type Rule, type RuleEdition, RULES, rulesWith } from '#engines/rules/index.ts'
import type { Edition } from './edition.ts'
import { editionMark, findEditions } from './store.ts'

interface Kept {
  readonly mark: string
  readonly rules: readonly Rule[]
}

const kept = new Map<string, Kept>()

/** The rules by which a jurisdiction judges: compiled once, until something is approved or withdrawn. */
export async function rulesInForce(db: Db): Promise<readonly Rule[]> {
  const mark = await editionMark(db)
  if (mark === '') return RULES
  const { jurisdiction } = db.scope
  const known = kept.get(jurisdiction)
  if (known?.mark === mark) return known.rules
  const editions = (await findEditions(db)).flatMap(({ state }) => {
    const edition = inForce(state)
    return edition ? [edition] : []
  })
  const rules = rulesWith(editions)
  kept.set(jurisdiction, { mark, rules })
  return rules
}

/** What was approved holds from the first instant of its day until the first of the day on which it ends. */
export function inForce({ code, number, content, approval, withdrawal }: Edition): RuleEdition | undefined {
  if (!approval) return undefined
  const until = withdrawal?.until ?? null
  return {
    ...{
      code,
      version: number,
      content,
      from: approval.from,
      fromAt: instantOf(DEFAULT_ZONE, dayNumber(approval.from)),
    },
    ...{ until, untilAt: until === null ? Infinity : instantOf(DEFAULT_ZONE, dayNumber(until)) },
  }
}
