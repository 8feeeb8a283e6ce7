import { Page, Waiting } from '#ui/index.ts'

export function UnitPage() {
  return (
    <Page title="单位">
      <Waiting />
    </Page>
  )
}
