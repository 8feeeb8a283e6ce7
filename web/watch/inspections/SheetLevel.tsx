import type { VisitRow } from '#modules/inspections/contract.ts'
import { useText } from './messages.ts'

/** 情况单: asked for, overdue, or handed in late, in a word and never by colour alone. */
export function SheetLevel({
  of: { status, late, reminded },
}: {
  readonly of: Pick<VisitRow, 'status' | 'late' | 'reminded'>
}) {
  const t = useText()
  if (late)
    return <span className="level level-red"> {status === 'submitted' ? t('迟交') : t('逾期未交')}</span>
  return reminded && status === 'ended' ? <span className="level level-yellow"> {t('快到期')}</span> : null
}
