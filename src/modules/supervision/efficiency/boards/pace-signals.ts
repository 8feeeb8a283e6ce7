import { quantile } from '#engines/measures/index.ts'
import type { CaseColumns } from '../columns.ts'
import type { Settings } from '../settings.ts'
import type { Measures } from '../shelf.ts'
import type { Signal } from '../../signal-shapes.ts'
import { casesBy, type Days, numberAt, saidAt, valuesOf, within } from './cases.ts'
import { hitsOf } from './figure.ts'

const percent = (share: number): string => `${Math.round(100 * share)}%`

/** Everything that has to do with how the time of a case is spent. */
export const paceSignals = (measures: Measures, span: Days): Signal[] => [
  ...lastMinute(measures, span),
  ...emptyActs(measures, span),
  ...idleAndBunching(measures, span),
  ...never(measures, span),
  ...sentRound(measures, span),
  ...atOnce(measures, span),
]

/** 到期日突击决定: one person, one after the other, on the last day, and delivered only days later (CASE-08). */
function lastMinute({ columns, by: { settings } }: Measures, span: Days): Signal[] {
  const least = settings.number('lastMinuteDecisions')
  const days = casesBy(columns, (index) => {
    const day = numberAt(columns, 'decidedDay', index)
    const counts = within(day, span) && numberAt(columns, 'isLastDay', index) === 1
    return counts ? `${saidAt(columns, 'decider', index)}\n${day}` : undefined
  })
  return [...days].flatMap(([name, cases]) => {
    const run = longestRun(columns, cases, settings.number('lastMinuteMinutes'))
    const slow = run.filter((index) => deliveredLate(columns, index, settings))
    if (run.length < least || slow.length < least) return []
    const [decider = ''] = name.split('\n')
    const unit = saidAt(columns, 'unit', run[0] as number)
    const because = {
      zh: `同一人在到期日接连作出 ${run.length} 件决定，其中 ${slow.length} 件过后几天才送达`,
      en: `One person took ${run.length} decisions in a row on their last day; ${slow.length} were delivered days later`,
    }
    return [{ code: 'lastMinute', unit, subject: decider, because, cases: slow } as const]
  })
}

/** The most decisions of which each follows the one before within so many minutes. */
function longestRun(columns: CaseColumns, cases: readonly number[], minutes: number): number[] {
  const minuteOf = (index: number) => numberAt(columns, 'decidedMinute', index)
  const runs: number[][] = []
  for (const index of cases.toSorted((a, b) => minuteOf(a) - minuteOf(b))) {
    const last = runs.at(-1)
    if (last && minuteOf(index) - minuteOf(last.at(-1) as number) <= minutes) last.push(index)
    else runs.push([index])
  }
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), [])
}

function deliveredLate(columns: CaseColumns, index: number, settings: Settings): boolean {
  const days = numberAt(columns, 'deliverDays', index)
  return Number.isNaN(days) || days >= settings.number('deliveryGapDays')
}

/** 空点一下: finishes that were sent back, by whoever finished (CASE-23). */
function emptyActs({ columns }: Measures, span: Days): Signal[] {
  const { stints } = columns
  const found = new Map<string, number[]>()
  for (let index = 0; index < stints.count; index++) {
    if (stints.kind[index] !== 'step' || !((stints.empty[index] as number) > 0)) continue
    if (!within(stints.toDay[index], span)) continue
    const by = stints.by.values[stints.by.codes[index] as number] ?? ''
    found.set(by, [...(found.get(by) ?? []), stints.caseIndex[index] as number])
  }
  return [...found].map(([subject, cases]) => ({
    code: 'emptyAct' as const,
    unit: saidAt(columns, 'unit', cases[0] as number),
    subject,
    because: {
      zh: `${cases.length} 件的环节办完又被退回重办；首次办理时间按最后站得住的那次计算`,
      en: `Steps of ${cases.length} cases were finished and sent back; the time runs to the finish that stood`,
    },
    cases,
  }))
}

/** 空转与扎堆: by department, where the shares go beyond what was set (CASE-24). */
function idleAndBunching({ columns, by: { settings } }: Measures, span: Days): Signal[] {
  const minimumCell = settings.number('minimumCell')
  const units = casesBy(columns, (index) =>
    within(numberAt(columns, 'decidedDay', index), span) ? saidAt(columns, 'unit', index) : undefined,
  )
  return [...units].flatMap(([unit, cases]) => {
    if (cases.length < minimumCell) return []
    const { hits, of } = hitsOf(columns, cases, 'isLastDay')
    const sum = (field: 'idleDays' | 'totalDays') =>
      cases.reduce((all, index) => all + (numberAt(columns, field, index) || 0), 0)
    const [idle, total] = [sum('idleDays'), sum('totalDays')]
    const signals: Signal[] = []
    if (of > 0 && hits / of > settings.number('bunchingShare') / 100) {
      const because = {
        zh: `${of} 件中有 ${hits} 件（${percent(hits / of)}）在时限最后一天才决定`,
        en: `${hits} of ${of} (${percent(hits / of)}) were decided on their very last day`,
      }
      const last = cases.filter((index) => numberAt(columns, 'isLastDay', index) === 1)
      signals.push({ code: 'bunching', unit, subject: '', because, cases: last })
    }
    if (total > 0 && idle / total > settings.number('idleShare') / 100) {
      const because = {
        zh: `用时 ${total} 个工作日里有 ${idle} 个（${percent(idle / total)}）没有等外部、也没有任何动作`,
        en: `On ${idle} of ${total} working days (${percent(idle / total)}) nothing was done although nobody outside was awaited`,
      }
      const worst = cases.toSorted(
        (a, b) => numberAt(columns, 'idleDays', b) - numberAt(columns, 'idleDays', a),
      )
      signals.push({ code: 'idle', unit, subject: '', because, cases: worst })
    }
    return signals
  })
}

/** 不办事 by department: never mixed into an average (CASE-25). */
const never = ({ columns, by: { settings } }: Measures, span: Days): Signal[] =>
  [
    ...casesBy(columns, (index) =>
      within(numberAt(columns, 'receivedDay', index), span) && numberAt(columns, 'isNever', index) === 1
        ? saidAt(columns, 'unit', index)
        : undefined,
    ),
  ].map(([unit, cases]) => ({
    code: 'never' as const,
    unit,
    subject: '',
    because: {
      zh: `${cases.length} 件超过 ${settings.number('neverDecidedDays')} 个工作日仍无决定，或者靠期限届满视为准予`,
      en: `${cases.length} cases without a decision after ${settings.number('neverDecidedDays')} working days, or granted only by silence`,
    },
    cases,
  }))

/** 材料齐备还转圈: a file that lacked only its decision was sent to a desk again (CASE-37). */
const sentRound = ({ columns }: Measures, span: Days): Signal[] =>
  [
    ...casesBy(columns, (index) => {
      const day = numberAt(columns, 'receivedDay', index)
      return within(day, span) && numberAt(columns, 'sentRound', index) > 0
        ? saidAt(columns, 'unit', index)
        : undefined
    }),
  ].map(([unit, cases]) => ({
    code: 'sentRound' as const,
    unit,
    subject: '',
    because: {
      zh: `${cases.length} 件材料已经齐备、只差决定，又被送去征求意见；决定时间从第一次齐备起算`,
      en: `${cases.length} files lacked only a decision and were sent round again; the time runs from when they were first ready`,
    },
    cases,
  }))

/** 环节事后补录 by department (ITEM-36): whoever looked up his case saw nothing. */
const atOnce = ({ columns }: Measures, span: Days): Signal[] =>
  [
    ...casesBy(columns, (index) => {
      const day = numberAt(columns, 'decidedDay', index)
      return within(day, span) && numberAt(columns, 'isAtOnce', index) === 1
        ? saidAt(columns, 'unit', index)
        : undefined
    }),
  ].map(([unit, cases]) => ({
    code: 'atOnce' as const,
    unit,
    subject: '',
    because: {
      zh: `${cases.length} 件的环节和决定在几分钟内一次录完，申请人此前看不到进度`,
      en: `Steps and decisions of ${cases.length} cases were entered within minutes; the applicants saw no progress before`,
    },
    cases,
  }))

/** The usual time of an item: the median of its decided cases. */
export function usualDays(columns: CaseColumns): ReadonlyMap<string, number> {
  const items = casesBy(columns, (index) =>
    Number.isNaN(numberAt(columns, 'totalDays', index)) ? undefined : saidAt(columns, 'item', index),
  )
  return new Map(
    [...items].map(([item, cases]) => [item, quantile(valuesOf(columns, cases, 'totalDays'), 0.5) ?? 0]),
  )
}
