import type { ReactNode } from 'react'
import type { Figure as FigureAnswer } from '#modules/supervision/contract.ts'
import { useSaid } from '../language/catalogue.ts'
import { sayCount, sayNumber, sayShare } from '../language/numbers.ts'
import { useText } from '../messages.ts'

interface FigureProps {
  readonly of: FigureAnswer
  /** Makes the link to the list that holds exactly the cases counted: `(to, text) => <Link to={to}>…`. */
  readonly link?: (opens: string, text: ReactNode) => ReactNode
}

/** A number that opens to its cases, with its interval; too few cases are greyed and say so. */
export function Figure({ of, link }: FigureProps) {
  const t = useText()
  const said = useSaid()
  const text = useFigureText()
  const { low, high, numerator, denominator, small, opens, value } = of
  const shown = <span className="figure-value">{text(of, value)}</span>

  return (
    <div className={small ? 'figure figure-small' : 'figure'}>
      <div className="figure-title">{said(of.title)}</div>
      <div>{link && opens && value !== null ? link(opens, shown) : shown}</div>
      <div className="soft small">
        {numerator !== null && denominator !== null && (
          <span className="nowrap">
            {sayCount(numerator)} / {sayCount(denominator)}
          </span>
        )}{' '}
        {low !== null && high !== null && (
          <span className="nowrap">
            {t('区间 {{low}} 至 {{high}}', { low: text(of, low), high: text(of, high) })}
          </span>
        )}
      </div>
      {small && (
        <div className="small">{t('样本太少（{{count}}），不宜比较', { count: denominator ?? 0 })}</div>
      )}
    </div>
  )
}

/** A figure's value in words of its unit; a dash where there is none. */
export function useFigureText(): (figure: Pick<FigureAnswer, 'unit'>, value: number | null) => string {
  const t = useText()
  return ({ unit }, value) => {
    if (value === null) return '–'
    if (unit === 'share') return sayShare(value)
    if (unit === 'workingDays')
      return t('{{count}} 个工作日', { count: Number(sayNumber(value).replaceAll(',', '')) })
    if (unit === 'hours') return t('{{count}} 小时', { count: Number(sayNumber(value).replaceAll(',', '')) })
    return sayCount(value)
  }
}
