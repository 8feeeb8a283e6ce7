import type { Finding } from '#modules/catalogue/contract.ts'
import { useSaid } from '#ui/index.ts'
import { useDraft } from './editing.ts'
import { useText } from './messages.ts'

/** What the checks say about one place, beside it. */
export function Found({ at }: { readonly at: string }) {
  const { found } = useDraft()
  return <FoundList of={found.get(at) ?? []} />
}

export function FoundList({ of: findings }: { readonly of: readonly Finding[] }) {
  const t = useText()
  const said = useSaid()
  if (findings.length === 0) return null
  return (
    <ul className="found">
      {findings.map(({ check, level, place, text, todo }) => (
        <li key={check + place + text.zh} className={level === 'blocking' ? 'is-blocking' : 'is-warning'}>
          <strong>{level === 'blocking' ? `■ ${t('必须改')}` : `▲ ${t('请核对')}`}</strong> {said(text)}
          <span className="soft"> {said(todo)}</span> <span className="small soft">{check}</span>
        </li>
      ))}
    </ul>
  )
}
