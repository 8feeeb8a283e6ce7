import { Page, Waiting } from '#ui/index.ts'

export function AccountsPage() {
  return (
    <Page title="账号">
      <Waiting />
    </Page>
  )
}
