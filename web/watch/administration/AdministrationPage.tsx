import { Page, Waiting } from '#ui/index.ts'

export function AdministrationPage() {
  return (
    <Page title="管理">
      <Waiting />
    </Page>
  )
}
