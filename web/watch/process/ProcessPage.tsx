import { Page, Waiting } from '#ui/index.ts'

export function ProcessPage() {
  return (
    <Page title="流程">
      <Waiting />
    </Page>
  )
}
