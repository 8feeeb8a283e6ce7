import { type Day, dayNumber, type EpochMs } from '#kernel/day.ts'
import type { Projection } from '#engines/ledger/index.ts'
import type { Circular, CircularFact } from '#modules/inspections/index.ts'
import { GRADES, INVESTIGATION_KINDS } from '../casework-shapes.ts'
import { caseworkNumbers, dayAt } from './numbers.ts'
import { refuse } from './refusals.ts'
import { INVESTIGATION, type Investigation } from './state.ts'
import { putChange } from './typical-store.ts'

/** 典型个案 (ACCT-29): decided not long ago, never told before, with its unit by name. */
export function typicalFact(
  state: Investigation,
  { fact, unitName, told, now }: { fact: string; unitName: string; told: ReadonlySet<string>; now: EpochMs },
): CircularFact {
  const { number, decision, sealed, kind, unit, consequence, learnedOn } = state
  const { typicalWithinDays: days } = caseworkNumbers(now)
  if (!decision || sealed) throw refuse('typical.not-decided', { number })
  if (told.has(INVESTIGATION + number) || !isFresh(state, now))
    throw refuse('typical.old-case', { number, days })
  if (!fact.includes(unitName)) throw refuse('typical.no-unit-named', { number, unit: unitName })
  const measure = [...new Set(decision.measures.map(({ grade }) => GRADES[grade].zh))].join('、')
  const severity = ({ slight: 'light', ordinary: 'ordinary', grave: 'grave' } as const)[
    consequence?.level ?? 'slight'
  ]
  return {
    ...{ finding: INVESTIGATION + number, unit, personType: null, conduct: INVESTIGATION_KINDS[kind].zh },
    ...{ fact, measure: measure || '不予追究', severity, happenedOn: learnedOn },
  }
}

export function isFresh({ decision }: Investigation, now: EpochMs): boolean {
  const { typicalWithinDays } = caseworkNumbers(now)
  return decision !== null && dayNumber(dayAt(now)) - dayNumber(dayAt(decision.at)) <= typicalWithinDays
}

/** Cases that a circular on typical cases has told of, withdrawn ones included. */
export const toldIn = (circulars: readonly Circular[]): ReadonlySet<string> =>
  new Set(circulars.filter(isTypical).flatMap(({ facts }) => facts.map(({ finding }) => finding)))

export const isTypical = ({ kind }: Pick<Circular, 'kind'>): boolean => kind === 'typicalCase'

/** 6月底之前: how many were told by the day that was set for them. */
export function planOf(circulars: readonly Circular[], now: EpochMs) {
  const { typicalBy, typicalCount: wanted } = caseworkNumbers(now)
  const today = dayAt(now)
  const dueOn = `${today.slice(0, 4)}-${typicalBy}` as Day
  const published = circulars
    .filter((one) => isTypical(one) && one.issued && !one.withdrawn)
    .filter(
      ({ issued }) =>
        issued && dayAt(issued.at).slice(0, 4) === today.slice(0, 4) && dayAt(issued.at) <= dueOn,
    )
    .reduce((sum, { facts }) => sum + facts.filter(({ removed }) => !removed).length, 0)
  return { dueOn, wanted, published, short: today > dueOn && published < wanted }
}

export const TYPICAL = 'typical-change/'

/** 对照检查: what each unit changes. Stream `typical-change/<circular>`. */
export const typicalLists: Projection = {
  name: 'typical-changes',
  tables: ['typical_change'],
  async apply(db, events) {
    for (const { stream, actor, occurredAt, payload } of events)
      if (stream.startsWith(TYPICAL)) {
        const { unit, text } = payload as { unit: string; text: string }
        await putChange(db, { circular: stream.slice(TYPICAL.length), unit, by: actor, at: occurredAt, text })
      }
  },
}
