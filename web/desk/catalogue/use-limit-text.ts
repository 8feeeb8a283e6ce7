import type { LimitShape } from '#modules/catalogue/contract.ts'
import { useSaid } from '#ui/index.ts'
import { LIMIT_UNITS } from './limit-units.ts'

/** A limit as one reads it in a table: 8 工作日. */
export function useLimitText(): (limit: LimitShape | null) => string {
  const said = useSaid()
  return (limit) => {
    if (!limit) return '–'
    const unit = LIMIT_UNITS.find((one) => one.unit === limit.unit)
    return `${limit.length} ${unit ? said(unit) : limit.unit}`
  }
}
