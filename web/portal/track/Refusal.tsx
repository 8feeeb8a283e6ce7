import type { TrackedFile } from '#modules/cases/contract.ts'
import { Section, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** Why it was refused: the published condition that is not met, the clause as it was read, and what one can do instead. */
export function Refusal({ file: { refusal } }: { readonly file: TrackedFile }) {
  const t = useText()
  const said = useSaid()
  if (!refusal) return null
  const { reasons, basis, unmet, clause, alternative } = refusal
  return (
    <Section title={t('为什么没有通过')} id="why-not">
      {unmet.length > 0 && (
        <>
          <p>{t('没有满足的公布条件：')}</p>
          <ul className="guide-list">
            {unmet.map((text) => (
              <li key={text.zh}>
                <strong>{said(text)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {reasons && <p>{reasons}</p>}
      {basis && <p className="small">{t('依据：{{basis}}', { basis })}</p>}
      {clause && <p className="small">{t('对条款的解释：{{clause}}', { clause })}</p>}
      {alternative && (
        <p>
          <strong>{t('您还可以：')}</strong>
          {alternative}
        </p>
      )}
    </Section>
  )
}
