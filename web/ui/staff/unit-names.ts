import { listUnits } from '#modules/organisation/contract.ts'
import { inScript, useAnswer, useLanguage } from '../index.ts'
import { usePermits } from './session.ts'

const ALL = { query: { limit: 200 } }

/** Units by name in the reader's language; a unit that only the log knows keeps the log's own name. */
export function useUnits(): Array<{ readonly value: string; readonly text: string }> {
  const permits = usePermits()
  const language = useLanguage()
  const units = useAnswer(listUnits, ALL, { enabled: permits('units.read') })
  return (units.data?.rows ?? []).map(({ id, name, nameEn }) => ({
    value: id,
    text: language === 'en' ? nameEn || name : inScript(name),
  }))
}

export function useUnitName(): (unit: string | null) => string | null {
  const names = new Map(useUnits().map(({ value, text }) => [value, text]))
  return (unit) => (unit === null ? null : (names.get(unit) ?? unit))
}
