import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  browserPath,
  inspecting,
  LOOKINGS,
  openBrowser,
  peopleAt,
  settled,
  withoutBrowser,
} from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

const WAIT_MS = 90_000

describe.skipIf(!browserPath)(`Rules and risks in a browser${withoutBrowser}`, { timeout: WAIT_MS }, () => {
  let server: RunningServer
  let browser: Browser
  let people: ReturnType<typeof peopleAt>

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
    people = peopleAt(browser, server)
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('a supervisor drafts other numbers, tries them, and a leader approves them', async () => {
    const page = await people.person('zhang.min')
    await page.goto('/rules/SV-13?log=demo')
    await settled(page)
    const form = page.locator('form', { hasText: '起草新数值' })
    await form.locator('input[type=number]').fill('12')
    await form.getByLabel('理由（至少五个字）').fill('本县要求更严，缩短三天')
    await form.getByRole('button', { name: '存为草案' }).click()
    const draft = page.locator('article', { hasText: '第 2 版' })
    await draft.getByRole('button', { name: /试算/ }).click()
    await draft.getByText(/按这一版/).waitFor()
    await page.context().close()
    const leader = await people.person('chen.jie')
    await leader.goto('/rules/drafts')
    const waiting = leader.locator('article', { hasText: 'SV-13' })
    await waiting.getByRole('button', { name: '批准' }).click()
    await waiting.getByText('已批准').waitFor()
    await leader.context().close()
  })

  test.each(LOOKINGS)('pages at $width px, $theme, $language have nothing to mend', async (looking) => {
    const page = await people.person('zhang.min', looking)
    const { faults, look } = inspecting(page, looking)
    for (const path of [
      '/rules?log=demo',
      '/rules/SV-13?log=demo',
      '/rules/drafts?log=demo',
      '/risks',
      '/risks?tab=unusual',
      '/risks?tab=benefits',
    ]) {
      await page.goto(path)
      await look(path)
      const shots = process.env['XIAONENG_SHOTS']
      if (shots)
        await page.screenshot({
          path: `${shots}/${looking.width}-${path.replace(/\W+/g, '_')}.png`,
          fullPage: true,
        })
    }
    expect(faults).toEqual([])
    await page.context().close()
  })
})
