import { Page, Waiting } from '#ui/index.ts'

export function AuditPage() {
  return (
    <Page title="审计">
      <Waiting />
    </Page>
  )
}
