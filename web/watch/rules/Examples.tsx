import type { RuleView } from '#modules/supervision/contract.ts'
import { useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** What must fire it and what must not; the same examples are its tests. */
export function Examples({ of }: { readonly of: RuleView['examples'] }) {
  const t = useText()
  return (
    <div className="examples">
      <ExampleList title={t('会发牌')} rows={of.filter(({ fires }) => fires)} />
      <ExampleList title={t('不会发牌')} rows={of.filter(({ fires }) => !fires)} />
    </div>
  )
}

interface ExampleListProps {
  readonly title: string
  readonly rows: RuleView['examples']
}

function ExampleList({ title, rows }: ExampleListProps) {
  const t = useText()
  const said = useSaid()
  return (
    <div className="sheet stack">
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="soft">{t('没有这样的例子。')}</p>
      ) : (
        <ul className="example-list">
          {rows.map(({ text }, index) => (
            <li key={index}>{said(text)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
