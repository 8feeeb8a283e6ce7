import type { Bilingual } from '#kernel/refusal.ts'
import type { LogFormat } from '../formats/recognise.ts'
import type { ColumnMapping } from './log-mapping.ts'
import { preset, presetNames } from './read-mapping.ts'

export interface FittingPreset {
  readonly name: string
  readonly title: Bilingual
  readonly fits: boolean
}

/** Every preset, and whether this file looks like the log it was made for. */
export const fittingPresets = (
  format: LogFormat,
  header: readonly string[],
  activities: ReadonlySet<string>,
): FittingPreset[] =>
  presetNames().map((name) => {
    const { title = { zh: name, en: name }, columns, profile } = preset(name)
    const fits =
      name === 'xes-default'
        ? format === 'xes'
        : name === 'csv-default'
          ? format === 'csv'
          : isMadeFor(columns, profile)
    return { name, title, fits }

    function isMadeFor(given: ColumnMapping, meanings: unknown): boolean {
      const named = columnsNamed(given)
      const known = named.filter((column) => header.includes(column)).length
      if (known < named.length) return false
      return known >= ENOUGH || activitiesKnown(meanings, activities) >= ENOUGH
    }
  })

/** One name in common is chance, three are not. */
const ENOUGH = 3

const columnsNamed = ({
  case: ofCase,
  activity,
  at,
  resource,
  caseAttributes,
  milestones,
}: ColumnMapping): string[] =>
  [ofCase, activity, at, resource, caseAttributes, Object.values(milestones ?? {})]
    .flat()
    .filter((name) => name !== undefined)

/** How many of the activities a profile gives a meaning to stand in the file; `*` stands for anything. */
function activitiesKnown(profile: unknown, activities: ReadonlySet<string>): number {
  if (typeof profile !== 'object' || profile === null || !('meanings' in profile)) return 0
  const patterns = Object.keys(profile.meanings as object).map((name) => {
    const parts = name.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${parts.join('.*')}$`)
  })
  return patterns.filter((pattern) => [...activities].some((activity) => pattern.test(activity))).length
}
