import type { Field, Value } from '#engines/registers/contract.ts'
import { useSaid } from '#ui/index.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { useText } from './messages.ts'

/** A value as people read it; references by what they are called. */
export function useValueWords(): (
  field: Field | undefined,
  value: Value | undefined,
  called?: Bilingual | undefined,
) => string {
  const t = useText()
  const said = useSaid()
  return (field, value, called) => {
    if (value === undefined) return '–'
    if (called) return said(called)
    if (typeof value === 'boolean') return value ? t('是') : t('否')
    if (typeof value === 'number')
      return field?.kind === 'money' ? `${(value / 100).toFixed(2)} ${t('元')}` : String(value)
    const wordOf = (code: string) => {
      const choice = field?.choices?.find((one) => one.code === code)
      return choice ? said(choice.title) : code
    }
    return typeof value === 'string' ? wordOf(value) : value.map(wordOf).join('、')
  }
}
