import type { Bilingual } from '#kernel/refusal.ts'
import type { Histories } from '#engines/histories/index.ts'
import { judge, type LogProfile, RULES, type Rule } from '#engines/rules/index.ts'
import type { Calendar } from '#engines/calendar/index.ts'
import type { EpochMs } from '#kernel/day.ts'
import type { ReplayView, RuleRow, RuleView } from './contract.ts'
import type { CardCount } from './figure-store.ts'
import type { CardTotal } from './total-store.ts'
import { dayAt, instantText } from './moments.ts'
import { refuse } from './refusals.ts'
import type { WatchedLog } from './watched-log.ts'

/** Rules as the pages show them: basis, numbers, examples, and how often they spoke. */
export const ruleRows = (cards: readonly CardTotal[], rules: readonly Rule[]): RuleRow[] =>
  rules.map((rule) => ruleRow(rule, cards))

export function getRule(code: string, rules: readonly Rule[] = RULES): Rule {
  const rule = rules.find((one) => one.code === code.toUpperCase())
  if (!rule) throw refuse('rule.not-found', { rule: code })
  return rule
}

const DAY_SECONDS = 86_400

/** How long a case of a log may lie between two steps by the rule about idleness: its working days, as time that passes. */
export function idleLimitSeconds({ numbers }: LogProfile): number {
  const days = numbers['SV-13.idleWorkingDays'] ?? numbers['idleWorkingDays']
  return (days ?? getRule('SV-13').numbers['idleWorkingDays']?.values.at(-1)?.value ?? 0) * DAY_SECONDS
}

const firings = <Row extends CardTotal>(code: string, cards: readonly Row[]): Row[] =>
  cards.filter(({ rule, status }) => rule === code && status !== 'withdrawn')

function ruleRow(
  { code, kind, subject, title, level, basis, confidence, enabled }: Rule,
  cards: readonly CardTotal[],
): RuleRow {
  const own = firings(code, cards)
  return {
    code,
    kind,
    subject,
    title,
    level,
    basis,
    confidence,
    enabled,
    firings: own.reduce((sum, card) => sum + card.cards, 0),
  }
}

export function ruleView(rule: Rule, cards: readonly CardCount[], now: EpochMs): RuleView {
  const months = new Map<string, number>()
  for (const { month, cards: count } of firings(rule.code, cards))
    months.set(month, (months.get(month) ?? 0) + count)
  return {
    ...ruleRow(rule, cards),
    explanation: rule.explanation,
    numbers: Object.entries(rule.numbers).map(([name, number]) => ({
      name,
      title: number.title,
      unit: number.unit,
      values: number.values.map(({ from, value }) => ({ from, value })),
      current: (number.values.findLast(({ from }) => from <= dayAt(now)) ?? number.values[0])?.value ?? 0,
    })),
    examples: rule.examples.map(({ fires, text }): { fires: boolean; text: Bilingual } => ({ fires, text })),
    overTime: [...months]
      .map(([month, count]) => ({ month, count }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
  }
}

export interface Replay {
  readonly among: readonly Rule[]
  readonly rule: Rule
  readonly log: WatchedLog
  readonly histories: Histories
  readonly set: Readonly<Record<string, number>>
  readonly at: EpochMs
  readonly calendar: Calendar
}

const SHOWN = 500

/** 试算: what the rule would have found with other numbers, over the whole log as it is known. Changes nothing. */
export function replay({ among, rule, log, histories, set, at, calendar }: Replay): ReplayView {
  const names = Object.keys(rule.numbers)
  for (const name of Object.keys(set)) {
    if (!names.includes(name))
      throw refuse('rule.unknown-number', { rule: rule.code, name, known: names.join('、') || '—' })
  }
  const named = Object.fromEntries(
    Object.entries(set).map(([name, value]) => [`${rule.code}.${name}`, value]),
  )
  const found = (numbers: Readonly<Record<string, number>>): Set<number> => {
    const { rules } = judge(histories, log.profile, {
      ...{ at, calendar, among },
      ...{ rules: [rule.code], set: numbers },
    })
    return new Set(rules.flatMap(({ hits }) => hits.map(({ caseIndex }) => caseIndex)))
  }
  const before = found({})
  const after = found(named)
  const only = (of: ReadonlySet<number>, not: ReadonlySet<number>) =>
    [...of]
      .filter((index) => !not.has(index))
      .slice(0, SHOWN)
      .map((index) => histories.caseIds[index] ?? '')
  return {
    rule: rule.code,
    log: log.log,
    at: instantText(at, log.zone),
    numbers: { ...set },
    before: before.size,
    after: after.size,
    gained: only(after, before),
    lost: only(before, after),
  }
}
