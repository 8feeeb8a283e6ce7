import { readPublicRegister } from '#modules/institutions/contract.ts'
import type { ItemContent } from '#modules/catalogue/contract.ts'
import { Section, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

type Values = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

/** The public entry of a register that is about this item; registers show items by name. */
function useEntry(institution: string, { name }: ItemContent): Values | undefined {
  const query = { search: name.zh }
  const found = useAnswer(readPublicRegister, { params: { institution }, query })
  return found.data?.rows.find(({ values }) => values['item']?.zh === name.zh)?.values
}

/** 服务承诺和办事细则: the same text that the brochure and the window show; nothing where the unit has published none. */
export function Promised({ content }: { readonly content: ItemContent }) {
  const t = useText()
  const said = useSaid()
  const pledge = useEntry('service-pledge', content)
  const rules = useEntry('service-rules', content)
  const text = (values: Values, code: string) => (values[code] ? said(values[code]) : '')
  if (!pledge && !rules) return null
  return (
    <Section title={t('单位的承诺和细则')} id="promised">
      {pledge && (
        <>
          <p>{text(pledge, 'standard')}</p>
          <p className="small">{t('做不到时：{{remedy}}', { remedy: text(pledge, 'remedy') })}</p>
        </>
      )}
      {rules && <p className="guide-rules">{text(rules, 'text')}</p>}
    </Section>
  )
}
