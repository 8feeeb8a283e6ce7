import { Button } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { useText } from './messages.ts'
import { lastMonth, nextMonth } from './month.ts'
import { SaidMonth } from './SaidMonth.tsx'

/** One month back, one forward; the month stands in the address. */
export function MonthChoice({ month }: { readonly month: string }) {
  const t = useText()
  const [, change] = useAddress()
  const move = (to: string) => change({ month: to, day: undefined })
  return (
    <div className="row month-choice">
      <Button look="quiet" onClick={() => move(lastMonth(month))}>
        ← {t('上个月')}
      </Button>
      <h2>
        <SaidMonth month={month} />
      </h2>
      <Button look="quiet" onClick={() => move(nextMonth(month))}>
        {t('下个月')} →
      </Button>
    </div>
  )
}
