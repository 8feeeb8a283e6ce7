import { Page, Waiting } from '#ui/index.ts'

export function ImportPage() {
  return (
    <Page title="导入">
      <Waiting />
    </Page>
  )
}
