import { type GuideView, listItemVersions, type VersionRow } from '#modules/catalogue/contract.ts'
import { codeSchemes, disclosedElements, gradeOutcomes } from '#modules/catalogue/terms.ts'
import { Loaded, sayDay, useAnswer, useLanguage, useSaid } from '#ui/index.ts'
import { useLimit } from '../shell/limits.ts'
import { Element } from './Elements.tsx'
import { useText } from './messages.ts'

/** Everything else the guide has to say, folded up: complete for whoever wants to check, out of the way for the rest. */
export function More({ view }: { readonly view: GuideView }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const { guide } = view
  const { content, version, from } = guide
  return (
    <div className="guide-more stack">
      <details>
        <summary>{t('公开的十项内容')}</summary>
        <div className="stack">
          {disclosedElements.map(({ element, zh, en }, index) => (
            <section key={element} className="stack guide-part">
              <h3>
                {index + 1}. {said({ zh, en })}
              </h3>
              <Element element={element} content={content} />
            </section>
          ))}
        </div>
      </details>
      {content.faq.length > 0 && (
        <details>
          <summary>{t('常见问题')}</summary>
          <dl className="stack">
            {content.faq.map(({ question, answer }) => (
              <div key={question.zh}>
                <dt>
                  <strong>{said(question)}</strong>
                </dt>
                <dd>{said(answer)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <Discretion view={view} />
      <Remedies view={view} />
      <Codes view={view} />
      <Versions item={guide.item} shown={version} />
      <p className="soft small">
        {t('本页是第 {{version}} 版，自 {{from}} 起生效。在办的申请按受理时的版本办完。', {
          version,
          from: sayDay(from, language),
        })}
      </p>
    </div>
  )
}

/** 裁量基准: who applies can see beforehand how it will be decided. */
function Discretion({ view: { guide } }: { readonly view: GuideView }) {
  const t = useText()
  const said = useSaid()
  const { discretion = [] } = guide.content
  if (discretion.length === 0) return null
  return (
    <details>
      <summary>{t('怎样裁量：各档次和适用情形')}</summary>
      <ul className="guide-list">
        {discretion.map(({ code, name, when, outcome }) => (
          <li key={code}>
            <strong>{said(name)}</strong>：{said(when)} · {said(gradeOutcomes[outcome])}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Remedies({ view: { guide } }: { readonly view: GuideView }) {
  const t = useText()
  const said = useSaid()
  const limit = useLimit()
  const { remedies } = guide.content
  if (!remedies) return null
  const { review, court } = remedies
  return (
    <details>
      <summary>{t('不服怎么办：复议和诉讼')}</summary>
      <ul className="guide-list">
        <li>
          {t('收到决定之日起 {{limit}} 内，向{{name}}申请行政复议', {
            limit: limit(review.within),
            name: said(review.name),
          })}
          <Contact {...review} />
        </li>
        <li>
          {t('收到决定之日起 {{limit}} 内，向{{name}}起诉', {
            limit: limit(court.within),
            name: said(court.name),
          })}
          <Contact {...court} />
        </li>
      </ul>
    </details>
  )
}

interface ContactProps {
  readonly address: { zh: string; en: string }
  readonly phone: string
}

function Contact({ address, phone }: ContactProps) {
  const said = useSaid()
  const text = [address.zh ? said(address) : '', phone].filter(Boolean).join(' · ')
  return text ? <div className="soft small">{text}</div> : null
}

function Codes({ view: { guide } }: { readonly view: GuideView }) {
  const t = useText()
  const said = useSaid()
  const { scheme, ...codes } = guide.content.codes
  const written = Object.values(codes).filter((code): code is string => code !== null)
  return (
    <details>
      <summary>{t('编码')}</summary>
      <p>
        <code>{guide.item}</code> · {said(codeSchemes[scheme])}
      </p>
      {written.map((code) => (
        <p key={code}>
          <code>{code}</code>
        </p>
      ))}
    </details>
  )
}

function Versions({ item, shown }: { readonly item: string; readonly shown: number }) {
  const t = useText()
  const versions = useAnswer(listItemVersions, { params: { item } })
  return (
    <details>
      <summary>{t('历次版本')}</summary>
      <Loaded of={versions}>
        {({ rows }) => (
          <ul className="guide-list">
            {rows.map((row) => (
              <li key={row.version}>
                <VersionText row={row} />
                {row.version === shown && ` · ${t('本页')}`}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </details>
  )
}

function VersionText({ row: { version, from, until } }: { readonly row: VersionRow }) {
  const t = useText()
  const language = useLanguage()
  const since = sayDay(from, language)
  return until
    ? t('第 {{version}} 版，{{from}} 至 {{until}} 前', {
        version,
        from: since,
        until: sayDay(until, language),
      })
    : t('第 {{version}} 版，自 {{from}} 起', { version, from: since })
}
