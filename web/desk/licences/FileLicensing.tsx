import type { FileView } from '#modules/cases/contract.ts'
import { Notice, sayDay, useLanguage } from '#ui/index.ts'
import { Go } from '../shell/Go.tsx'
import { BanNotice } from './BanNotice.tsx'
import { useLicenceWords } from './licence-words.ts'
import { useText } from './messages.ts'

/** On the page of a case: the licence it renews or grants, and a ban with its reason. */
export function FileLicensing({ of: { licensing, decision } }: { readonly of: FileView }) {
  const t = useText()
  const words = useLicenceWords()
  const language = useLanguage()
  const { renews, licence, ban } = licensing
  return (
    <>
      {renews && !decision && (
        <Notice {...(renews.inTime ? {} : { tone: 'yellow' as const })}>
          <strong>{t('申请延续证照 {{licence}}', { licence: renews.licence })}</strong>{' '}
          {renews.inTime
            ? t('按时提出；{{until}} 24:00 前未作决定的，视为准予延续。', {
                until: sayDay(renews.validUntil, language),
              })
            : t('应在 {{day}} 前提出，已逾期；可以按新申请办理。', {
                day: sayDay(renews.renewUntil, language),
              })}
        </Notice>
      )}
      {licence && (
        <p className="sheet">
          <Go at={`/licences/${encodeURIComponent(licence.number)}`}>
            {t('证照 {{number}}：{{state}}，{{until}}', {
              number: licence.number,
              state: words.state(licence.state),
              until: words.until(licence),
            })}
          </Go>
        </p>
      )}
      {ban && <BanNotice of={ban} />}
    </>
  )
}
