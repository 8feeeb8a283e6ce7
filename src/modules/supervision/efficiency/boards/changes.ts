import { dayNumber } from '#kernel/day.ts'
import { slowerChance, type Summary } from '#engines/measures/index.ts'
import type { VersionFigures } from '#modules/catalogue/index.ts'
import type { Measures } from '../shelf.ts'
import type { Signal } from '../../signal-shapes.ts'
import { casesBy, numberAt, saidAt, valuesOf } from './cases.ts'
import { hitsOf, spreadFigure } from './figure.ts'

/** One version of an item with what its cases really took. */
export interface Period {
  readonly version: VersionFigures
  readonly cases: readonly number[]
  readonly days: Summary
  readonly awaited: Summary
  readonly seals: Summary
  readonly visits: Summary
  /** Share of cases handed in through an agent or a village. */
  readonly agents: number | null
}

export type ChangeFlag = 'mergedOnPaper' | 'movedOut' | 'pushedOn' | 'limitOnPaper'

/** 改革前后: two versions that follow each other, side by side (ITEM-19, ITEM-20, ITEM-28). */
export interface Change {
  readonly before: Period
  readonly after: Period
  /** The chance that a case after the change took longer than one before; 0.5: no difference. */
  readonly slower: ReturnType<typeof slowerChance>
  readonly flags: readonly ChangeFlag[]
}

/** Every change of version of which both sides have decided cases. */
export function changesOf(measures: Measures, versions: readonly VersionFigures[]): Change[] {
  const { columns } = measures
  const decided = casesBy(columns, (index) =>
    Number.isNaN(numberAt(columns, 'totalDays', index)) ? undefined : saidAt(columns, 'version', index),
  )
  return versions.flatMap((after, place) => {
    const before = versions[place - 1]
    if (before?.item !== after.item) return []
    const [was, is] = [before, after].map((version) => periodOf(measures, version, decided)) as [
      Period,
      Period,
    ]
    if (was.cases.length === 0 || is.cases.length === 0) return []
    const times = [is, was].map(({ cases }) => valuesOf(columns, cases, 'totalDays')) as [
      Float32Array,
      Float32Array,
    ]
    const slower = slowerChance(...times)
    return [{ before: was, after: is, slower, flags: flagsOf(was, is, slower) }]
  })
}

function periodOf(
  { columns, by }: Measures,
  version: VersionFigures,
  decided: ReadonlyMap<string, readonly number[]>,
): Period {
  const cases = decided.get(`${version.item}@${version.version}`) ?? []
  const figure = (field: 'totalDays' | 'awaitedDays' | 'seals' | 'visits') =>
    spreadFigure(columns, cases, field, by.settings.number('minimumCell'))
  const { hits, of } = hitsOf(columns, cases, 'isAgent')
  return {
    ...{ version, cases, days: figure('totalDays'), awaited: figure('awaitedDays') },
    ...{ seals: figure('seals'), visits: figure('visits'), agents: of === 0 ? null : hits / of },
  }
}

/** Only where both periods have cases enough: a handful proves nothing in either direction. */
function flagsOf(before: Period, after: Period, slower: Change['slower']): ChangeFlag[] {
  if (before.days.isSmall || after.days.isSmall) return []
  const [was, is] = [before.version, after.version]
  const isFaster = slower.isMarked && (slower.value ?? 0.5) < 0.5
  const fewerSteps = is.steps < was.steps
  const fewerFormalities = is.forms < was.forms || is.materials < was.materials || is.visits < was.visits
  const toOthers = is.foreignMaterials > was.foreignMaterials
  const flags: ChangeFlag[] = []
  if (fewerSteps && !isFaster) flags.push('mergedOnPaper')
  if (fewerSteps && (toOthers || is.specialSteps > was.specialSteps || waitsLonger(before, after)))
    flags.push('movedOut')
  if (fewerFormalities && (toOthers || (after.agents ?? 0) > (before.agents ?? 0) + 0.2))
    flags.push('pushedOn')
  if (limitCut(was, is) && !isFaster) flags.push('limitOnPaper')
  return flags
}

const waitsLonger = (before: Period, after: Period): boolean =>
  (after.awaited.value ?? 0) > (before.awaited.value ?? 0)

const limitCut = ({ committed: was }: VersionFigures, { committed: is }: VersionFigures): boolean =>
  was !== null && is !== null && was.unit === is.unit && is.length < was.length

/** What each flag says to whoever opens it. */
export const changeSignals = (changes: readonly Change[]): Signal[] =>
  changes.flatMap(({ before, after, flags }) =>
    flags.map((code) => ({
      code,
      unit: after.version.unit,
      subject: after.version.item,
      because: becauseOf(code, before, after),
      cases: after.cases,
    })),
  )

function becauseOf(code: ChangeFlag, before: Period, after: Period) {
  const days = `${before.days.value ?? '–'} → ${after.days.value ?? '–'}`
  const [was, is] = [before.version, after.version]
  switch (code) {
    case 'mergedOnPaper':
      return {
        zh: `环节 ${was.steps} → ${is.steps}，实际用时中位数 ${days} 个工作日，没有明显变快`,
        en: `Steps ${was.steps} → ${is.steps}, median ${days} working days: not clearly faster`,
      }
    case 'movedOut':
      return {
        zh: `环节 ${was.steps} → ${is.steps}，但其他机构出具的材料 ${was.foreignMaterials} → ${is.foreignMaterials}、特别程序 ${was.specialSteps} → ${is.specialSteps}，或者等待外部的时间变长`,
        en: `Steps ${was.steps} → ${is.steps}, but papers of others ${was.foreignMaterials} → ${is.foreignMaterials}, special procedures ${was.specialSteps} → ${is.specialSteps}, or more waiting for outsiders`,
      }
    case 'pushedOn':
      return {
        zh: `表格 ${was.forms} → ${is.forms}、材料 ${was.materials} → ${is.materials}，但转由其他机构或村级代办承担`,
        en: `Forms ${was.forms} → ${is.forms}, papers ${was.materials} → ${is.materials}, but others or the villages carry them now`,
      }
    case 'limitOnPaper':
      return {
        zh: `承诺时限 ${was.committed?.length} → ${is.committed?.length}，实际用时中位数 ${days} 个工作日`,
        en: `Promised ${was.committed?.length} → ${is.committed?.length}, median ${days} working days`,
      }
  }
}

/** The version of an item that was in force on a day. */
export const versionOn = (versions: readonly VersionFigures[], item: string, day: number) =>
  versions.find(
    (one) =>
      one.item === item && dayNumber(one.from) <= day && (one.until === null || dayNumber(one.until) > day),
  )
