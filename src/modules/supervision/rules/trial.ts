import { day, type EpochMs } from '#kernel/day.ts'
import type { Db } from '#kernel/sql.ts'
import { judge, type Rule, RULES, runExample, rulesWith } from '#engines/rules/index.ts'
import { calendarNow } from '../calendars.ts'
import { instantText } from '../moments.ts'
import { storedHistories } from '../stored-histories.ts'
import { judgedAt } from '../watched-log.ts'
import { getLog } from '../watching.ts'
import type { Edition, Trial } from './edition.ts'
import { rulesInForce } from './in-force.ts'
import { findUnitsOf } from './store.ts'

/** As if the draft had held for ever: what it is tried as, and what its examples are run with. */
const asIfForEver = ({ code, number, content }: Pick<Edition, 'code' | 'number' | 'content'>): Rule => {
  const from = day('1949-10-01')
  const edition = { code, version: number, content, from, fromAt: -Infinity, until: null, untilAt: Infinity }
  return rulesWith([edition]).find((rule) => rule.code === code) as Rule
}

/** Examples of an office's own rule that come out otherwise; those of a coded rule speak of the numbers it came with. */
export function wrongExamples(edition: Pick<Edition, 'code' | 'number' | 'content'>): string[] {
  if (edition.content.form !== 'own') return []
  const rule = asIfForEver(edition)
  return rule.examples
    .filter((example) => runExample(rule, example).length > 0 !== example.fires)
    .map(({ text }) => text.zh)
}

const SAMPLES = 5

/** 试算: what it would have caught over the whole log as it is known, unit by unit, beside what the rule finds now. */
export async function tryOver(db: Db, edition: Edition, name: string, now: EpochMs): Promise<Trial> {
  const log = await getLog(db, name)
  const histories = await storedHistories(db, log)
  const at = judgedAt(log, now)
  const calendar = await calendarNow(db)
  const casesBy = (rules: readonly Rule[]): string[] => {
    if (!rules.some((rule) => rule.code === edition.code)) return []
    const { rules: judged } = judge(histories, log.profile, {
      at,
      calendar,
      among: rules,
      rules: [edition.code],
    })
    const found = new Set(judged.flatMap(({ hits }) => hits.map(({ caseIndex }) => caseIndex)))
    return [...found].map((index) => histories.caseIds[index] ?? '')
  }
  const others = RULES.filter(({ code }) => code !== edition.code)
  const after = casesBy([...others, asIfForEver(edition)])
  const units = new Map<string | null, string[]>()
  for (const { caseId, unit } of await findUnitsOf(db, name, after))
    units.set(unit, [...(units.get(unit) ?? []), caseId])
  return {
    ...{ log: name, at: instantText(at, log.zone) },
    ...{
      before: casesBy((await rulesInForce(db)).filter(({ enabled }) => enabled)).length,
      after: after.length,
    },
    units: [...units]
      .map(([unit, cases]) => ({ unit, cases: cases.length, samples: cases.slice(0, SAMPLES) }))
      .sort((a, b) => b.cases - a.cases),
  }
}
