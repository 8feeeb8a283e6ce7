import { Page, Waiting } from '#ui/index.ts'

export function CasePage() {
  return (
    <Page title="办件">
      <Waiting />
    </Page>
  )
}
