import type { Finding } from '#modules/catalogue/contract.ts'
import { Button, Section, useSaid } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { SECTIONS } from './fields.ts'
import { useText } from './messages.ts'

/** How far the draft is from being published; each line leads to its section. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useText()
  const said = useSaid()
  const [, go] = useAddress()
  const blocking = findings.filter(({ level }) => level === 'blocking').length
  const sectionOf = (place: string) =>
    SECTIONS.find(({ fields }) => fields.some(({ key }) => place === key || place.startsWith(`${key}.`)))
  return (
    <Section title={t('校验结果')} id="findings">
      <p role="status">
        {findings.length === 0
          ? t('没有发现问题，可以公布。')
          : t('{{blocking}} 处必须改，{{warning}} 处请核对。', {
              blocking,
              warning: findings.length - blocking,
            })}
      </p>
      {findings.length > 0 && (
        <details>
          <summary>{t('逐条看')}</summary>
          <ul className="findings">
            {findings.map(({ check, level, place, text }, index) => {
              const section = sectionOf(place)
              return (
                <li key={index} className="row">
                  <span>{level === 'blocking' ? '■' : '▲'}</span>
                  <span>{said(text)}</span>
                  <span className="small soft">{check}</span>
                  {section && (
                    <Button look="quiet" onClick={() => go({ section: section.key })}>
                      {t('到“{{section}}”', { section: said(section.title) })}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </Section>
  )
}
