import { Page, Waiting } from '#ui/index.ts'

export function CardPage() {
  return (
    <Page title="牌">
      <Waiting />
    </Page>
  )
}
