import { Page, Waiting } from '#ui/index.ts'

export function CalendarPage() {
  return (
    <Page title="日历">
      <Waiting />
    </Page>
  )
}
