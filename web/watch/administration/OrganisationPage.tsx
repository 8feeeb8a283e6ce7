import { Page, Waiting } from '#ui/index.ts'

export function OrganisationPage() {
  return (
    <Page title="单位">
      <Waiting />
    </Page>
  )
}
