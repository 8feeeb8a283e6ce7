import { type Day, dayNumber } from '#kernel/day.ts'
import { lastDayAfter } from '#engines/clocks/index.ts'
import type { Told } from '#engines/ledger/index.ts'
import { refuseOffice } from './office-refusals.ts'
import { type SettingName, settingTerm } from './setting-shapes.ts'
import type { Triage } from './terms.ts'

export const SETTINGS_RECORD = 'settings'

export interface Setting {
  readonly name: SettingName
  readonly from: Day
  readonly value: number | string
  readonly reason: string
}
export type SettingEvent = { readonly type: 'SettingMade' } & Setting
export interface SettingsState {
  readonly made: readonly (Setting & { readonly by: string })[]
}

export const evolveSettings = (
  before: SettingsState | undefined,
  { type: _, ...setting }: SettingEvent,
  { by }: Told,
): SettingsState => ({ made: [...(before?.made ?? []), { ...setting, by }] })

/** Refuses what makes no sense, and what would judge the past by a number it did not know. */
export function makeSetting(given: Setting, today: Day): SettingEvent[] {
  const { usual, least = 0, most = 0 } = settingTerm(given.name)
  if (given.from < today) throw refuseOffice('setting.backdated', { from: given.from })
  const fits =
    typeof usual === 'string'
      ? typeof given.value === 'string' && given.value.trim() !== ''
      : typeof given.value === 'number' && given.value >= least && given.value <= most
  if (!fits) throw refuseOffice('setting.out-of-bounds', { least, most })
  return [{ type: 'SettingMade', ...given }]
}

/** The numbers in force on a day. */
export interface Settings {
  number(name: SettingName): number
  list(name: SettingName): readonly string[]
}

export function settingsOn({ made }: SettingsState, today: Day): Settings {
  const inForce = [...made].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const valueOf = (name: SettingName) =>
    inForce.findLast((one) => one.name === name && one.from <= today)?.value ?? settingTerm(name).usual
  return {
    number: (name) => Number(valueOf(name)),
    list: (name) =>
      String(valueOf(name))
        .split(/[,，、]/)
        .map((word) => word.trim())
        .filter(Boolean),
  }
}

const CLASS_DAYS = {
  acute: 'acuteDays',
  grave: 'graveDays',
  stubborn: 'stubbornDays',
  hard: 'hardDays',
  ordinary: 'ordinaryDays',
} as const satisfies Readonly<Record<Triage, SettingName>>

/** Calendar days later, as the office counts its own dates: no rest day moves them. */
export const daysAfter = (from: Day, length: number): Day =>
  lastDayAfter(from, { length, unit: 'calendarDays' })
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** The last day by which a problem of a class is mended. */
export const classLimit = (settings: Settings, triage: Triage, from: Day): Day =>
  daysAfter(from, settings.number(CLASS_DAYS[triage]))

/** The last day of so many months after a day. */
export const monthsAfter = (from: Day, length: number): Day => lastDayAfter(from, { length, unit: 'months' })
