import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import { officeHours } from '#engines/calendar/index.ts'
import type { StoredEvent } from '#engines/ledger/index.ts'
import { refuse } from './refusals.ts'
import { type SettingName, SETTING_NAMES, settingTerm } from '../setting-shapes.ts'

export const SETTINGS_STREAM = 'efficiency/settings'
export const SETTING_SET = 'EfficiencySettingSet'

export const SettingShape = z.object({
  name: z.enum(SETTING_NAMES),
  /** The item a target is for; empty for everything. */
  subject: z.string(),
  from: z.string(),
  value: z.union([z.number(), z.string()]),
  reason: z.string(),
  by: z.string(),
})
/** A number of this folder with the day from which it holds. */
export type Setting = z.infer<typeof SettingShape>

export function settingOf({ stream, type, payload, actor }: StoredEvent): Setting | undefined {
  if (stream !== SETTINGS_STREAM || type !== SETTING_SET) return undefined
  return SettingShape.parse({ ...payload, by: actor })
}

/** Refuses what makes no sense, and what would judge the past by numbers it did not know. */
export function checkedSetting(given: Omit<Setting, 'by'>, today: Day): Omit<Setting, 'by'> {
  const { usual, least = 0, most = 0, perItem } = settingTerm(given.name)
  if (given.from < today) throw refuse('efficiency.setting-retroactive', { from: given.from })
  if (given.subject !== '' && !perItem) throw refuse('efficiency.setting-not-per-item', { name: given.name })
  if (given.name === 'officeHours') officeHours(String(given.value))
  if (given.name === 'localRegions' && !/^(\d{2,4}(,\d{2,4})*)?$/.test(String(given.value)))
    throw refuse('efficiency.setting-regions')
  const fits =
    typeof usual === 'string'
      ? typeof given.value === 'string'
      : typeof given.value === 'number' && given.value >= least && given.value <= most
  if (!fits) throw refuse('efficiency.setting-out-of-bounds', { least, most })
  return given
}

/** The numbers in force on a day. */
export interface Settings {
  number(name: SettingName, subject?: string): number
  text(name: SettingName): string
  /** Another whenever a number is another. */
  readonly mark: string
}

export function settingsOn(made: readonly Setting[], day: Day): Settings {
  const values = new Map<string, number | string>()
  for (const { name, subject, from, value } of made) if (from <= day) values.set(`${name}/${subject}`, value)
  const valueOf = (name: SettingName, subject = '') =>
    values.get(`${name}/${subject}`) ?? values.get(`${name}/`) ?? settingTerm(name).usual
  return {
    number: (name, subject) => Number(valueOf(name, subject)),
    text: (name) => String(valueOf(name)),
    mark: JSON.stringify([...values]),
  }
}
