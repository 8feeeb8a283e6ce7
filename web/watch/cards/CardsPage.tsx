import { Page, Waiting } from '#ui/index.ts'

export function CardsPage() {
  return (
    <Page title="黄红牌">
      <Waiting />
    </Page>
  )
}
