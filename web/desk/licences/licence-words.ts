import type { LicenceRow } from '#modules/licences/contract.ts'
import { STANDING_WORDS } from '#modules/licences/terms.ts'
import { sayDay, useLanguage, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** How a licence stands and how long, in words. */
export function useLicenceWords() {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  return {
    state: (state: LicenceRow['state']): string => said(STANDING_WORDS[state]),
    until: ({ validUntil }: Pick<LicenceRow, 'validUntil'>): string =>
      validUntil === null ? t('长期有效') : t('有效期至 {{day}}', { day: sayDay(validUntil, language) }),
    left: (days: number): string =>
      days === 0
        ? t('今天到期')
        : days > 0
          ? t('还有 {{days}} 天', { days })
          : t('已过 {{days}} 天', { days: -days }),
  }
}
