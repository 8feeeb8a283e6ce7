import type { CaseRow } from '#modules/supervision/contract.ts'
import { MiniRibbon, WorkingDaysLeft } from '#ui/index.ts'
import { useText } from './messages.ts'

/** One glance down the list shows who is in trouble: the mini ribbon and the words that say the same. */
export function ClockCell({ of, now }: { readonly of: CaseRow; readonly now: number }) {
  const t = useText()
  return (
    <span className="clock-cell">
      <MiniRibbon of={of} now={now} />
      <span>
        <WorkingDaysLeft left={of.workingDaysLeft} state={of.state} />
        {of.provisional && <span className="soft small"> · {t('暂定')}</span>}
      </span>
    </span>
  )
}
