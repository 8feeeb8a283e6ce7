import {
  type Comparison,
  type Hits,
  quantile,
  shareDifference,
  slowerChance,
  stratifiedDifference,
} from '#engines/measures/index.ts'
import type { Measures } from '../shelf.ts'
import type { Signal } from '../../signal-shapes.ts'
import { casesBy, type Days, numberAt, saidAt, within } from './cases.ts'
import { hitsOf } from './figure.ts'
import { usualDays } from './pace-signals.ts'
import { SIDE_NAMES, type SideName } from '../../side-shapes.ts'

/** 四个不一样: on which side of each question a case stands. */
export const SIDES = {
  word: {
    field: 'interventions',
    zh: '有领导过问与没有',
    en: 'With and without a leader’s word',
    one: { zh: '有过问', en: 'with a word' },
    other: { zh: '没有', en: 'without' },
  },
  known: {
    field: 'isConnected',
    zh: '自述找了关系与没有',
    en: 'Those who say they used connections, and the others',
    one: { zh: '找了关系', en: 'used connections' },
    other: { zh: '没有', en: 'did not' },
  },
  local: {
    field: 'isLocal',
    zh: '本地人与外地人',
    en: 'Local and outside applicants',
    one: { zh: '本地', en: 'local' },
    other: { zh: '外地', en: 'outside' },
  },
} as const

export interface Side {
  readonly cases: readonly number[]
  readonly granted: Hits
  /** Median of how long a case took by its item's usual time: 1 is as usual. */
  readonly pace: number | null
}

export interface SideComparison {
  readonly side: SideName
  readonly one: Side
  readonly other: Side
  /** Chance that a case of the first side took longer, each measured by its item's usual time. */
  readonly slower: Comparison
  /** Difference of the shares granted, item by item and put together; and without regard to items. */
  readonly granted: Comparison
  readonly grantedCrude: Comparison
  readonly isSmall: boolean
}

/** Cases decided in a span, side by side. Only like is compared with like: by item, or by the item's usual time. */
export function sidesOf(measures: Measures, span: Days): SideComparison[] {
  const { columns, by } = measures
  const usual = usualDays(columns)
  const paceOf = (index: number) =>
    numberAt(columns, 'totalDays', index) / Math.max(1, usual.get(saidAt(columns, 'item', index)) ?? 1)
  return SIDE_NAMES.map((side) => {
    const groups = casesBy(columns, (index) => {
      const value = numberAt(columns, SIDES[side].field, index)
      const counts = within(numberAt(columns, 'decidedDay', index), span) && !Number.isNaN(value)
      return counts ? (value > 0 ? 'one' : 'other') : undefined
    })
    const [one, other] = [groups.get('one') ?? [], groups.get('other') ?? []]
    const paces = (cases: readonly number[]) => Float64Array.from(cases.map(paceOf)).sort()
    const [a, b] = [paces(one), paces(other)]
    const sideOf = (cases: readonly number[], values: Float64Array): Side => ({
      ...{ cases, granted: hitsOf(columns, cases, 'isGranted'), pace: quantile(values, 0.5) },
    })
    return {
      side,
      one: sideOf(one, a),
      other: sideOf(other, b),
      slower: slowerChance(a, b),
      granted: stratifiedDifference(strataOf(measures, one, other)),
      grantedCrude: shareDifference(hitsOf(columns, one, 'isGranted'), hitsOf(columns, other, 'isGranted')),
      isSmall: Math.min(one.length, other.length) < by.settings.number('minimumCell'),
    }
  })
}

function strataOf({ columns }: Measures, one: readonly number[], other: readonly number[]) {
  const byItem = (cases: readonly number[]) => {
    const groups = new Map<string, number[]>()
    for (const index of cases) {
      const item = saidAt(columns, 'item', index)
      groups.set(item, [...(groups.get(item) ?? []), index])
    }
    return groups
  }
  const [a, b] = [byItem(one), byItem(other)]
  return [...a.keys()].map(
    (item) =>
      [
        hitsOf(columns, a.get(item) ?? [], 'isGranted'),
        hitsOf(columns, b.get(item) ?? [], 'isGranted'),
      ] as const,
  )
}

export function sideSignals(measures: Measures, span: Days): Signal[] {
  const marked = sidesOf(measures, span).filter(
    ({ isSmall, slower, granted }) => !isSmall && (slower.isMarked || granted.isMarked),
  )
  const unequal = marked.map(({ side, one, slower, granted }): Signal => ({
    code: 'unequal',
    unit: '',
    subject: side,
    because: {
      zh: `${SIDES[side].zh}：${slower.isMarked ? '用时' : ''}${slower.isMarked && granted.isMarked ? '和' : ''}${granted.isMarked ? '结果' : ''}有明显差别（95% 区间不含无差别）`,
      en: `${SIDES[side].en}: a marked gap in ${[slower.isMarked && 'time', granted.isMarked && 'outcome'].filter(Boolean).join(' and ')} (the 95 % interval leaves out "no difference")`,
    },
    cases: one.cases,
  }))
  return [...unequal, ...unlogged(measures, span)]
}

/** So many cases of the same item that came before were decided after it. */
const OVERTAKEN = 5

/**
 * 过问没有登记: the applicant says that it took connections, or the case went past others of its kind, and neither an
 * urgent flag nor anybody's word stands in its record.
 */
function unlogged({ columns }: Measures, span: Days): Signal[] {
  const suspects = overtakers({ columns }, span)
  for (let index = 0; index < columns.count; index++)
    if (within(numberAt(columns, 'decidedDay', index), span) && numberAt(columns, 'isConnected', index) === 1)
      suspects.add(index)
  const open = [...suspects].filter(
    (index) => numberAt(columns, 'interventions', index) === 0 && numberAt(columns, 'isUrgent', index) === 0,
  )
  const units = new Map<string, number[]>()
  for (const index of open.sort((a, b) => a - b)) {
    const unit = saidAt(columns, 'unit', index)
    units.set(unit, [...(units.get(unit) ?? []), index])
  }
  return [...units].map(([unit, cases]) => ({
    code: 'unlogged' as const,
    unit,
    subject: '',
    because: {
      zh: `${cases.length} 件越过同一事项的先到件办结，或者申请人自述找了关系，但没有急件批准，也没有过问登记`,
      en: `${cases.length} cases went past earlier ones of their item, or took connections by the applicant's word, without an urgent flag or a logged word`,
    },
    cases,
  }))
}

/** Cases that were decided before at least so many of their item that had come on an earlier day and waited for nobody. */
function overtakers({ columns }: Pick<Measures, 'columns'>, span: Days): Set<number> {
  const found = new Set<number>()
  const items = casesBy(columns, (index) =>
    numberAt(columns, 'isOnTheSpot', index) === 1 || numberAt(columns, 'awaitedDays', index) > 0
      ? undefined
      : saidAt(columns, 'item', index),
  )
  for (const cases of items.values()) {
    const byArrival = cases.toSorted(
      (a, b) => numberAt(columns, 'receivedDay', a) - numberAt(columns, 'receivedDay', b),
    )
    // Earlier arrivals still undecided when this one was decided; items have few open at once, so the walk back is short.
    byArrival.forEach((index, place) => {
      const decided = numberAt(columns, 'decidedDay', index)
      if (!within(decided, span)) return
      let overtaken = 0
      for (
        let before = place - 1;
        before >= Math.max(0, place - LOOK_BACK) && overtaken < OVERTAKEN;
        before--
      ) {
        const other = byArrival[before] as number
        const later = numberAt(columns, 'decidedDay', other)
        const earlier = numberAt(columns, 'receivedDay', other) < numberAt(columns, 'receivedDay', index)
        const stillOpen = later > decided || (Number.isNaN(later) && numberAt(columns, 'isOpen', other) === 1)
        if (earlier && stillOpen) overtaken++
      }
      if (overtaken >= OVERTAKEN) found.add(index)
    })
  }
  return found
}

const LOOK_BACK = 200
