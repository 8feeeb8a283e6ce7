import { Page, Waiting } from '#ui/index.ts'

export function UnitsPage() {
  return (
    <Page title="单位">
      <Waiting />
    </Page>
  )
}
