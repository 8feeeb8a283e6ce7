import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  browserPath,
  inspecting,
  LOOKINGS,
  openBrowser,
  peopleAt,
  settled,
  signIn,
  withoutBrowser,
} from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

const WAIT_MS = 90_000

describe.skipIf(!browserPath)(`The watch in a browser${withoutBrowser}`, { timeout: WAIT_MS }, () => {
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

  test('the first visit loads at most 150 kB of compressed script and nothing from elsewhere', async () => {
    const page = await people.stranger()
    const bodies: Array<Promise<Buffer>> = []
    const foreign: string[] = []
    page.on('response', (response) => {
      if (!response.url().startsWith(server.address)) foreign.push(response.url())
      if (response.url().endsWith('.js')) bodies.push(response.body())
    })
    await page.goto('/watch')
    await page.locator('input[name=account]').waitFor()
    const compressed = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
    expect(compressed).toBeLessThanOrEqual(150_000)
    expect(foreign).toEqual([])
    await page.context().close()
  })

  test('a wrong password is refused with a sentence, and the address waits behind the sign-in', async () => {
    const page = await people.stranger()
    await page.goto('/cases?state=open')
    await page.locator('input[name=account]').fill('zhang.min')
    await page.locator('input[name=password]').fill('certainly-not-this')
    await page.locator('input[name=password]').press('Enter')
    await page.getByRole('alert').waitFor()
    expect((await page.getByRole('alert').innerText()).length).toBeGreaterThan(5)

    await signIn(page, 'zhang.min', server.password)
    await settled(page)
    expect(page.url()).toContain('/cases?state=open')
    people.forget('zhang.min')
    await page.context().close()
  })

  test('filters stand in the address: a sent link shows the same list', async () => {
    const page = await people.person('zhang.min')
    await page.goto('/cases')
    await settled(page)
    await page.getByLabel('状态').selectOption('concluded')
    await page.waitForURL(/state=concluded/)
    await settled(page)
    const shown = await page.locator('tbody tr').count()
    await page.reload()
    await settled(page)
    expect(await page.getByLabel('状态').inputValue()).toBe('concluded')
    expect(await page.locator('tbody tr').count()).toBe(shown)
    await page.context().close()
  })

  test('a case is found and opened with the keyboard alone', async () => {
    const page = await people.person('zhang.min')
    await page.goto('/cases')
    await settled(page)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const second = await page.locator('[data-row-link]').nth(1).innerText()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/cases\/[^/]+\/./)
    await settled(page)
    await page.locator('h1', { hasText: second }).waitFor()
    await page.context().close()
  })

  test('the ribbon tells each day and why, and the date is explained day by day', async () => {
    const page = await people.person('zhang.min')
    await openFirstCase(page)
    await page.locator('.ribbon-day[tabindex="0"]').first().focus()
    await page.keyboard.press('Home')
    const first = await page.locator('.ribbon-said').first().innerText()
    await page.keyboard.press('ArrowRight')
    const second = await page.locator('.ribbon-said').first().innerText()
    expect(first).toMatch(/\d{4}年\d+月\d+日/)
    expect(second).not.toBe(first)

    await page.getByText('为什么是这一天').first().click()
    await page.locator('.why table').waitFor()
    expect(await page.locator('.why tbody tr').count()).toBeGreaterThan(2)
    expect(page.url()).toContain('clock=')
    await page.context().close()
  })

  test('the language changes without a reload, and so do light and dark', async () => {
    const page = await people.person('zhang.min')
    await page.goto('/cases')
    await settled(page)
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    await page.locator('.account summary').click()
    await page.getByLabel('English').check()
    expect(await page.locator('h1').innerText()).toBe('Cases')
    await page.getByLabel('Dark', { exact: true }).check()
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
    await page.context().close()
  })

  test('繁體 is fetched only when chosen, and stays chosen', async () => {
    const page = await people.person('zhang.min')
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    await page.goto('/watch/cases')
    await settled(page)
    expect(fetched.filter((url) => url.includes('traditional'))).toEqual([])
    await page.locator('.account summary').click()
    // It turns when its dictionary has come, which `check()` would not wait for.
    await page.getByLabel('繁體').click()
    await page.locator('h1', { hasText: '辦件' }).waitFor()
    await page.reload()
    await settled(page)
    expect(await page.locator('h1').innerText()).toBe('辦件')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant')
    expect(page.url()).toContain('/watch/cases')
    await page.context().close()
  })

  test('the unit answers, supervision sees it at once without a reload, and the unit cannot judge', async () => {
    const supervisor = await people.person('zhang.min')
    const officer = await people.person('li.wei')
    await officer.goto('/cards?status=raised')
    await settled(officer)
    await officer.locator('.card-title').first().click()
    await officer.waitForURL(/\/cards\/./)
    await settled(officer)
    const card = officer.url().split('/cards/')[1] ?? ''
    expect(await officer.getByLabel('理由').count()).toBe(0)

    await supervisor.goto(`/cards?status=raised&unit=planning`)
    await settled(supervisor)
    const row = supervisor.locator('.card', { has: supervisor.locator(`a[href*="${card}"]`) })
    await row.waitFor()
    await supervisor.getByText('实时接收中').waitFor()

    await officer.getByLabel('说明或申辩').fill('材料已补齐，延误系系统停机所致。')
    await officer.getByRole('button', { name: '提交说明' }).click()
    await officer.getByRole('dialog').getByRole('button', { name: '提交说明' }).click()
    await officer.getByText('材料已补齐，延误系系统停机所致。').first().waitFor()
    await row.getByText('已说明，待认定').waitFor()
    await Promise.all([supervisor.context().close(), officer.context().close()])
  })

  test('what one typed survives the end of the session and is sent after signing in again', async () => {
    const page = await people.person('li.wei')
    await page.goto('/cards?status=raised')
    await settled(page)
    await page.locator('.card-title').first().click()
    await settled(page)
    const text = '现场勘验因暴雨推迟两日，已书面告知申请人。'
    await page.getByLabel('说明或申辩').fill(text)

    await page.context().clearCookies()
    await page.getByRole('button', { name: '提交说明' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '提交说明' }).click()
    const again = page.getByRole('dialog', { name: '请重新登录' })
    await again.waitFor()
    await again.locator('input[name=password]').fill(server.password)
    await again.locator('input[name=password]').press('Enter')
    await page.locator('.card-history').getByText(text).waitFor()
    people.forget('li.wei')
    await page.context().close()
  })

  test('the three administrators see their own pages and no case', async () => {
    const page = await people.person('sun.yi')
    await page.goto('/watch')
    await settled(page)
    expect(await page.locator('.shell-nav').innerText()).not.toContain('办件')
    await page.goto('/cases')
    await page.getByText('没有权限看这一页').waitFor()
    await page.goto('/administration/accounts')
    await settled(page)
    expect(await page.getByRole('button', { name: '新建账号' }).count()).toBe(1)
    expect(await page.getByRole('button', { name: /授予角色/ }).count()).toBe(0)
    await page.context().close()

    const auditor = await people.person('wu.san')
    await auditor.goto('/administration/audit')
    await settled(auditor)
    expect(await auditor.locator('tbody tr').count()).toBeGreaterThan(0)
    await auditor.goto('/administration/reads')
    await settled(auditor)
    expect(await auditor.locator('tbody tr').count()).toBeGreaterThan(0)
    await auditor.context().close()
  })

  test.each(LOOKINGS)(
    'the pages are accessible and fit at $width px, $theme, $language',
    { timeout: 240_000 },
    async (looking) => {
      const page = await people.person('zhang.min', looking)
      const { faults, look } = inspecting(page, looking)
      await openFirstCase(page)
      const paths = [new URL(page.url()).pathname, ...PATHS]
      for (const path of paths) {
        await page.goto(path)
        await look(path)
      }
      expect(faults).toEqual([])
      await page.context().close()
    },
  )
})

const PATHS = [
  '/cases',
  '/cards',
  '/calendar/2026',
  '/calendar/2027',
  '/administration/units',
  '/password',
  '/nowhere',
]

async function openFirstCase(page: Page): Promise<void> {
  await page.goto('/cases?state=open')
  await settled(page)
  await page.locator('[data-row-link]').first().click()
  await page.waitForURL(/\/cases\/[^/]+\/./)
  await settled(page)
}
