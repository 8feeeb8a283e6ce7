import { Page, Waiting } from '#ui/index.ts'

export function CasesPage() {
  return (
    <Page title="办件">
      <Waiting />
    </Page>
  )
}
