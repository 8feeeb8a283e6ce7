import { type Balance, OUTCOME_NAMES, OUTCOMES } from '#modules/catalogue/contract.ts'
import { Notice, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** 清理须平衡: the outcomes side by side fill the bar, and what has none leaves a gap that must close. */
export function BalanceBar({ of: { reviewed, outcomes, missing, balanced } }: { readonly of: Balance }) {
  const t = useText()
  const said = useSaid()
  const parts = OUTCOMES.map((outcome) => ({ outcome, count: outcomes[outcome] ?? 0 })).filter(
    ({ count }) => count > 0,
  )
  const share = (count: number) => (reviewed === 0 ? 0 : (count / reviewed) * 100)
  let at = 0
  return (
    <figure className="balance">
      <figcaption>
        {t('清理 {{reviewed}} 项，{{done}} 项有结论，{{missing}} 项没有结论。', {
          ...{ reviewed, missing, done: reviewed - missing },
        })}
      </figcaption>
      <svg className="balance-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="balance-gap" x="0" y="0" width="100" height="8" />
        {parts.map(({ outcome, count }, index) => {
          const x = at
          at += share(count)
          return (
            <rect
              key={outcome}
              className={`balance-part balance-shade-${index % 4}`}
              {...{ x, y: 0, width: share(count), height: 8 }}
            />
          )
        })}
      </svg>
      <ul className="balance-legend">
        {parts.map(({ outcome, count }, index) => (
          <li key={outcome}>
            <svg width="12" height="12" aria-hidden="true">
              <rect className={`balance-part balance-shade-${index % 4}`} width="12" height="12" />
            </svg>
            {said(OUTCOME_NAMES[outcome])} <strong>{count}</strong>
          </li>
        ))}
        {missing > 0 && (
          <li className="gap">
            ■ {t('没有结论')} {missing}
          </li>
        )}
      </ul>
      {balanced && <Notice role="status">{t('平衡：各项结论之和等于清理总数。')}</Notice>}
    </figure>
  )
}
