import { getImpact } from '#modules/catalogue/contract.ts'
import { sayDay, Section, useAnswer, useLanguage } from '#ui/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'

/** The versions there were, who published each and why, and how many open cases still finish by it. */
export function Impact({ item }: { readonly item: string }) {
  const t = useText()
  const language = useLanguage()
  const impact = useAnswer(getImpact, { params: { item } })
  const rows = impact.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={t('影响')} id="impact">
      <p className="soft prose">{t('公布新版本不影响在办件：它们按受理时的版本办完。')}</p>
      <ul className="changes">
        {rows.map(({ version, from, openCases, publishedBy, draftedBy, reason }) => (
          <li key={version}>
            {t('第 {{version}} 版，{{from}} 起：', { version, from: sayDay(from, language) })}{' '}
            {openCases > 0 ? (
              <Go at="/files" search={{ item }}>
                {t('在办 {{open}} 件', { open: openCases })}
              </Go>
            ) : (
              t('在办 {{open}} 件', { open: 0 })
            )}
            <span className="small soft">
              {' '}
              {t('{{drafted}} 起草，{{published}} 公布', { drafted: draftedBy, published: publishedBy })}
              {reason && `：${reason}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
