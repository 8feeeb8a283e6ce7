import type { Overview } from '#modules/supervision/contract.ts'
import { Empty, Histogram, sayNumber } from '#ui/index.ts'
import { useText } from './messages.ts'
import { quantile } from './quantile.ts'

type Bars = Overview['durations']

/** A distribution and two of its marks, never an average: one slow case would move that, and nobody would see it. */
export function Durations({ bars }: { readonly bars: Bars }) {
  const t = useText()
  const half = quantile(bars, 0.5)
  const most = quantile(bars, 0.9)
  if (half === undefined || most === undefined)
    return <Empty>{t('还没有办结的办件，没有用时可以分布。')}</Empty>
  return (
    <div className="sheet stack">
      <Histogram caption={t('已办结办件按所用工作日（每柱的右端含当日）')} bars={bars} unit={t('个工作日')} />
      <p>
        {t('一半的办件在 {{half}} 个工作日内办结，九成在 {{most}} 个工作日内。', {
          half: sayNumber(half),
          most: sayNumber(most),
        })}
      </p>
    </div>
  )
}
