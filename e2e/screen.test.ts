import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, browserPath, openBrowser, peopleAt, withoutBrowser } from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

const WAIT_MS = 150_000
/** More counters than a wall shows at once. */
const NUMBERS = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'))
const PICTURES = process.env.SCREEN_PICTURES

describe.skipIf(!browserPath)(`The walls in a browser${withoutBrowser}`, { timeout: WAIT_MS }, () => {
  let server: RunningServer
  let browser: Browser
  let people: ReturnType<typeof peopleAt>

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
    people = peopleAt(browser, server)
    await setUpHall()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** What an office would do on its first day, over the API and as the people who may. */
  async function setUpHall(): Promise<void> {
    const system = await signedIn('sun.yi')
    await system('PUT', '/api/hall/halls/e2e', {
      name: { zh: '青禾县政务服务中心', en: 'Qinghe Service Hall' },
      ...{ level: 'county', address: '青禾路 1 号', phone: '12345', unit: 'planning' },
      channels: ['counter', 'web'],
    })
    for (const number of NUMBERS) {
      await system('PUT', `/api/hall/counters/E${number}`, {
        ...{ hall: 'e2e', name: { zh: `规划许可 ${number}`, en: `Planning ${number}` }, place: '一楼' },
        ...{ units: ['planning'], workingHours: '00:00-24:00', restHours: '00:00-24:00' },
      })
    }
    await system('PUT', '/api/hall/badges/E001', {
      ...{ account: 'wang.fang', name: '王放', unit: 'planning' },
      duties: { zh: '规划许可受理', en: 'Planning permits' },
    })
    const head = await signedIn('wang.fang')
    for (const number of ['01', '02', '03'])
      await head('PUT', `/api/hall/counters/E${number}/state`, { state: 'open' })
    await head('PUT', '/api/hall/counters/E03/state', { state: 'paused', reason: '系统检修' })
    await head('POST', '/api/hall/counters/E01/seat', { badge: 'E001' })
  }

  async function signedIn(account: string) {
    const answer = await fetch(`${server.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password: server.password }),
    })
    const { csrfToken } = (await answer.json()) as { csrfToken: string }
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    return async (method: string, path: string, body: object) => {
      const headers = { 'content-type': 'application/json', cookie, 'x-csrf-token': csrfToken }
      const done = await fetch(`${server.address}${path}`, { method, headers, body: JSON.stringify(body) })
      if (!done.ok) throw new Error(`${path}: ${await done.text()}`)
    }
  }

  const tile = (page: Page, code: string) => page.locator('.tile').filter({ hasText: code })
  const onWall = async (page: Page) => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.locator('.wall').waitFor()
  }
  const picture = async (page: Page, name: string) => {
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` })
  }
  /** Parts of the wall that are cut off at its end: nobody can scroll there. */
  const cutOff = (page: Page) =>
    page.evaluate(() => {
      const end = document.querySelector('.wall-foot')?.getBoundingClientRect().top ?? 0
      return [...document.querySelectorAll('.big-figures, .tile, .wall-list li, .wall-cases li')]
        .filter((part) => part.getBoundingClientRect().bottom > end)
        .map(({ className, textContent }) => `${className}: ${textContent}`)
    })

  test('the hall wall is open to everybody, says who serves where, and that a counter is open with nobody there', async () => {
    const page = await people.stranger()
    await page.goto('/screen/hall?hall=e2e')
    await onWall(page)
    expect(await page.locator('h1').innerText()).toBe('青禾县政务服务中心')
    expect(await tile(page, 'E01').innerText()).toMatch(/开放[\s\S]*王放[\s\S]*E001/)
    expect(await tile(page, 'E02').innerText()).toContain('开放，无人在岗')
    expect(await tile(page, 'E03').innerText()).toMatch(/暂停[\s\S]*系统检修/)
    expect(await tile(page, 'E04').innerText()).toContain('关闭')
    expect(await cutOff(page)).toEqual([])
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'hall')
    await page.goto('/screen/hall?hall=e2e&language=en&theme=light')
    await onWall(page)
    await page.getByText('Qinghe Service Hall').waitFor()
    expect(await cutOff(page)).toEqual([])
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'hall-en')
    await page.context().close()
  })

  test('the hall wall shows by itself what changes', async () => {
    const page = await people.stranger()
    await page.goto('/screen/hall?hall=e2e')
    await onWall(page)
    const head = await signedIn('wang.fang')
    await head('PUT', '/api/hall/counters/E02/state', { state: 'paused', reason: '午间轮休' })
    await tile(page, 'E02').getByText('午间轮休').waitFor({ timeout: 40_000 })
    await page.context().close()
  })

  test("a department's wall asks who one is, shows the own unit, and refuses another's", async () => {
    const stranger = await people.stranger()
    await stranger.goto('/screen/department')
    await stranger.locator('input[name=account]').waitFor()
    await stranger.context().close()
    const page = await people.person('li.wei')
    await page.goto('/screen/department')
    await onWall(page)
    expect(await page.locator('h1').innerText()).toContain('规划')
    expect(await cutOff(page)).toEqual([])
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'department')
    await page.goto('/screen/department?unit=supervision')
    await page.getByText('只能看本单位的办件屏').waitFor()
    await page.context().close()
  })

  test('a wall keeps what it showed while the server restarts, says since when, and goes on by itself', async () => {
    const page = await people.stranger()
    const crashes: string[] = []
    page.on('pageerror', ({ message }) => crashes.push(message))
    await page.goto('/screen/hall?hall=e2e')
    await onWall(page)
    await server.restart(async () => {
      await page.getByRole('alert').waitFor({ timeout: 40_000 })
      expect(await page.getByRole('alert').innerText()).toMatch(/自 \d\d:\d\d:\d\d 起没有新数据/)
      expect(await tile(page, 'E01').innerText()).toContain('王放')
      await picture(page, 'hall-lost')
    })
    await page.getByRole('alert').waitFor({ state: 'detached', timeout: 40_000 })
    expect(await tile(page, 'E01').innerText()).toContain('王放')
    expect(crashes).toEqual([])
    await page.context().close()
  })
})
