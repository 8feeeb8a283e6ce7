import { Page } from '#ui/index.ts'
import { GoTo, pageAt } from './address.tsx'
import { useText } from './messages.ts'

export function NotFound() {
  const t = useText()
  return (
    <Page title={t('没有这个页面')} lead={t('地址可能写错了，或页面已经移走。')}>
      <p>
        <GoTo to={pageAt('')}>{t('回到首页')}</GoTo>
      </p>
    </Page>
  )
}
