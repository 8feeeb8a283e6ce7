import { Link } from '@tanstack/react-router'
import { Page } from '../index.ts'
import { useText } from './messages.ts'

export function NotFound() {
  const t = useText()
  return (
    <Page title={t('没有这个页面')} lead={t('地址可能写错了，或页面已经移走。')}>
      <p>
        <Link to="/">{t('回到首页')}</Link>
      </p>
    </Page>
  )
}
