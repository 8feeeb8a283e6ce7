import type { Example, Institution } from '#engines/registers/contract.ts'
import { useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** The definition's own examples, as help: what goes well, what is refused, what is flagged. */
export function Examples({ of: { examples } }: { readonly of: Institution }) {
  const t = useText()
  const said = useSaid()
  if (examples.length === 0) return null
  const outcome = ({ refused, flagged = [] }: Example) =>
    refused ? t('会被拒绝') : flagged.length > 0 ? t('会有提示') : t('正常')
  return (
    <details className="no-print">
      <summary>{t('如何填写（示例）')}</summary>
      <ul className="small">
        {examples.map((example) => (
          <li key={example.title.zh}>
            {said(example.title)} — {outcome(example)}
          </li>
        ))}
      </ul>
    </details>
  )
}
