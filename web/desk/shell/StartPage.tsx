import { Navigate } from '@tanstack/react-router'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { PLACES } from './places.ts'
import { Page } from '#ui/index.ts'

/** `/` opens the first place its reader may see. */
export function StartPage() {
  const t = useText()
  const permits = usePermits()
  const place = PLACES.find(({ permissions }) => permissions.some(permits))
  if (place) return <Navigate to={place.to as '/'} replace />
  return (
    <Page title={t('工作台')} lead={t('工作台供窗口和承办人员使用，您的角色在这里没有要办的事。')}>
      <p>
        <a href="/watch">{t('到监察页面')}</a>
      </p>
    </Page>
  )
}
