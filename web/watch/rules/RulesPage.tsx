import { Page, Waiting } from '#ui/index.ts'

export function RulesPage() {
  return (
    <Page title="规则">
      <Waiting />
    </Page>
  )
}
