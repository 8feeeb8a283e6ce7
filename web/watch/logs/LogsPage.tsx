import { Page, Waiting } from '#ui/index.ts'

export function LogsPage() {
  return (
    <Page title="日志">
      <Waiting />
    </Page>
  )
}
