import { Page, Waiting } from '#ui/index.ts'

export function RulePage() {
  return (
    <Page title="规则">
      <Waiting />
    </Page>
  )
}
