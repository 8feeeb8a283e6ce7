import { describe, expect, test } from 'vitest'
import { browserPath, inspecting, LOOKINGS, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const described = describe.skipIf(!browserPath)
described(`Conference and evidence in a browser${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const office = await desksInBrowser()

  test.each(LOOKINGS)('the pages fit at $width px, $theme, $language', async ({ axe, ...looking }) => {
    const page = await office.people.person('zhang.min', looking)
    const watching = inspecting(page, { axe })
    for (const path of ['/conferences', '/logs', '/process']) {
      await page.goto(`/watch${path}`)
      await watching.look(path)
      await office.picture(page, `evidence${path.replaceAll('/', '-')}-${looking.width}`)
    }
    expect(watching.faults).toEqual([])
    await page.context().close()
    const auditor = await office.people.person('wu.san', looking)
    const auditing = inspecting(auditor, { axe })
    await auditor.goto('/watch/administration/reads')
    await auditing.look('reads')
    await office.picture(auditor, `evidence-reads-${looking.width}`)
    expect(auditing.faults).toEqual([])
    await auditor.context().close()
  })
})
