import type { BanRow } from '#modules/licences/contract.ts'
import { BAN_WORDS } from '#modules/licences/terms.ts'
import { Notice, sayDay, useLanguage, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** Until when somebody may not apply again, why, and by which article. */
export function BanNotice({ of: ban }: { readonly of: BanRow }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const item = said(ban.itemName)
  return (
    <Notice {...(ban.stands ? { tone: 'yellow' as const } : {})}>
      <p>
        <strong>
          {t('{{until}} 24:00 前不得再次申请“{{item}}”', { until: sayDay(ban.until, language), item })}
        </strong>{' '}
        {ban.lifted ? t('已解除') : ban.stands ? null : t('已到期自动解除')}
      </p>
      <p className="small">
        {said(BAN_WORDS[ban.ground])}（{ban.article}）
      </p>
      <p className="small">{t('认定：{{finding}}', { finding: ban.finding })}</p>
    </Notice>
  )
}
