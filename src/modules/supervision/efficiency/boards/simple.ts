import type { VersionFigures } from '#modules/catalogue/index.ts'
import type { Measures } from '../shelf.ts'
import type { Signal } from '../../signal-shapes.ts'
import { casesBy, type Days, numberAt, saidAt, within } from './cases.ts'
import { usualDays } from './pace-signals.ts'

/** An open case of a simple matter that is older than it should be (CASE-30). */
export interface Dragged {
  readonly index: number
  readonly days: number
  readonly usual: number
  /** Made complicated afterwards: a longer procedure was asked for. It excuses nothing. */
  readonly raised: number
}

/** The oldest first. Simple is what the version said under which the case was received. */
export function draggedOut({ columns, by: { settings } }: Measures): Dragged[] {
  const usual = usualDays(columns)
  const [steps, factor] = [settings.number('simpleSteps'), settings.number('usualFactor')]
  const found: Dragged[] = []
  for (let index = 0; index < columns.count; index++) {
    const days = numberAt(columns, 'openDays', index)
    if (Number.isNaN(days) || numberAt(columns, 'steps', index) > steps) continue
    const ordinary = usual.get(saidAt(columns, 'item', index))
    if (ordinary === undefined || days <= factor * Math.max(1, ordinary)) continue
    found.push({ index, days, usual: ordinary, raised: numberAt(columns, 'raised', index) })
  }
  return found.sort((a, b) => b.days - a.days)
}

export function simpleSignals(measures: Measures): Signal[] {
  const units = new Map<string, Dragged[]>()
  for (const one of draggedOut(measures)) {
    const unit = saidAt(measures.columns, 'unit', one.index)
    units.set(unit, [...(units.get(unit) ?? []), one])
  }
  return [...units].map(([unit, cases]) => {
    const raised = cases.filter((one) => one.raised > 0).length
    return {
      code: 'dragged' as const,
      unit,
      subject: '',
      because: {
        zh: `${cases.length} 件简单事项超过通常用时的 ${measures.by.settings.number('usualFactor')} 倍仍未办结，其中 ${raised} 件后来才说复杂`,
        en: `${cases.length} simple cases are open beyond ${measures.by.settings.number('usualFactor')} times the usual time; ${raised} were called complicated afterwards`,
      },
      cases: cases.map(({ index }) => index),
    }
  })
}

/** Words of types under which the public has no clock to count on. */
const hasLimit = ({ committed, statutory, onTheSpot }: VersionFigures): boolean =>
  onTheSpot || committed !== null || statutory !== null

/**
 * 面向社会的事务全部限时 (CASE-35): cases that were accepted without any date, items without a limit, and versions by which
 * an item left the public or lost its limit while people still come for it.
 */
export function limitSignals(
  { columns }: Measures,
  span: Days,
  versions: readonly VersionFigures[],
): Signal[] {
  const untimed = casesBy(columns, (index) =>
    within(numberAt(columns, 'receivedDay', index), span) && numberAt(columns, 'isTimed', index) === 0
      ? saidAt(columns, 'unit', index)
      : undefined,
  )
  const without = [...untimed].map(([unit, cases]): Signal => ({
    ...{ code: 'noClock', unit, subject: '', cases },
    because: {
      zh: `${cases.length} 件受理后没有任何时限`,
      en: `${cases.length} cases were accepted without any limit`,
    },
  }))
  return [...without, ...relabelled({ columns }, versions)]
}

function relabelled({ columns }: Pick<Measures, 'columns'>, versions: readonly VersionFigures[]): Signal[] {
  const byVersion = casesBy(columns, (index) => saidAt(columns, 'version', index))
  return versions.flatMap((after, place) => {
    const before = versions[place - 1]
    if (before?.item !== after.item) return []
    const lost = hasLimit(before) && !hasLimit(after)
    const hidden = before.isPublic && !after.isPublic
    if (!lost && !hidden) return []
    return [
      {
        code: 'relabelled' as const,
        unit: after.unit,
        subject: after.item,
        because: lost
          ? { zh: `第 ${after.version} 版起不再有时限`, en: `Since version ${after.version} it has no limit` }
          : {
              zh: `第 ${after.version} 版起不再面向社会（没有服务对象或申请渠道），此前的办件仍按原时限`,
              en: `Since version ${after.version} it is no longer for the public (no clients or no channel)`,
            },
        cases:
          byVersion.get(`${after.item}@${after.version}`) ??
          byVersion.get(`${after.item}@${before.version}`) ??
          [],
      },
    ]
  })
}
