import { Button, Page } from '../index.ts'
import { useText } from './messages.ts'

/** A fault of ours in drawing a page: said plainly, with what to report, and the shell stays. */
export function Broken({ error }: { readonly error: unknown }) {
  const t = useText()
  return (
    <Page title={t('页面出错了')} lead={t('请刷新；仍不行请把下面的文字告诉管理员。')}>
      <p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
      <div>
        <Button onClick={() => window.location.reload()}>{t('刷新页面')}</Button>
      </div>
    </Page>
  )
}
