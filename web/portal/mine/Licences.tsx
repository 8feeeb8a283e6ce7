import { type OwnLicence, ownLicences } from '#modules/licences/contract.ts'
import { STANDING_WORDS } from '#modules/licences/terms.ts'
import { sayDay, Section, useAnswer, useLanguage, useSaid } from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

/** 我的证照: until when each stands, and one tap to have it renewed. Nothing is shown to who has none. */
export function Licences() {
  const t = useText()
  const own = useAnswer(ownLicences, {})
  const rows = own.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={t('我的证照')} id="licences">
      <ul className="portal-results">
        {rows.map((licence) => (
          <li key={licence.number} className="sheet portal-result">
            <Licence of={licence} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Licence({ of: licence }: { readonly of: OwnLicence }) {
  const said = useSaid()
  return (
    <>
      <strong>{said(licence.name)}</strong>
      <span>
        {said(STANDING_WORDS[licence.state])} · <Until of={licence} />
      </span>
      <span className="small">
        {licence.number} · {said(licence.unitName)}
      </span>
      <Renewal of={licence} />
    </>
  )
}

function Until({ of: { validUntil, daysLeft, state } }: { readonly of: OwnLicence }) {
  const t = useText()
  const language = useLanguage()
  if (validUntil === null) return t('长期有效')
  const until = t('有效期至 {{day}}', { day: sayDay(validUntil, language) })
  const stands = state === 'valid' || state === 'renewed'
  if (!stands || daysLeft === null) return until
  return `${until} · ${daysLeft === 0 ? t('今天到期') : t('还有 {{days}} 天', { days: daysLeft })}`
}

/** In time, late or already asked for: the law's day is said before somebody misses it (行政许可法 50). */
function Renewal({
  of: { number, renewal, mayRenew, renewUntil, renewalItem, daysLeft },
}: {
  readonly of: OwnLicence
}) {
  const t = useText()
  const language = useLanguage()
  if (renewal)
    return <span className="small">{t('延续正在办理，编号 {{caseNo}}', { caseNo: renewal.caseNo })}</span>
  if (!mayRenew || renewUntil === null || daysLeft === null || daysLeft > SHOWN_DAYS) return null
  return (
    <>
      <span className="small">{t('最迟 {{day}} 提出延续', { day: sayDay(renewUntil, language) })}</span>
      <span>
        <GoTo to={pageAt('apply', renewalItem, { renews: number })} className="button button-main">
          {t('申请延续')}
        </GoTo>
      </span>
    </>
  )
}

/** Half a year before the end is soon enough; earlier the way to renew would only be in the way. */
const SHOWN_DAYS = 180
