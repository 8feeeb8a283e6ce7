import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { accessibilityFaults, browserPath, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const HOURS = { workingHours: '00:00-24:00', restHours: '00:00-24:00' }

describe.skipIf(!browserPath)(`The queue in a browser${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  const desks = await desksInBrowser()
  let clerk: Page
  let screen: Page

  const widerThanScreen = (page: Page) =>
    page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
  /** What is wrong with a page for eyes, hands and readers of screens. */
  const faults = async (page: Page) => [await widerThanScreen(page), ...(await accessibilityFaults(page))]
  const served = (page: Page) => page.locator('.ticket-number').innerText()

  test('a greeter finds the item by everyday words and hands over number and papers with two keys', async () => {
    await desks.write('sun.yi', '/api/hall/halls/main', {
      name: { zh: '政务服务中心', en: 'Service Hall' },
      ...{ level: 'county', address: '', phone: '12345', unit: 'planning', channels: ['counter'] },
    })
    await desks.write('sun.yi', '/api/hall/counters/P01', {
      ...{
        hall: 'main',
        name: { zh: '规划窗口', en: 'Planning' },
        place: '一楼',
        units: ['planning'],
        ...HOURS,
      },
    })
    await desks.write('sun.yi', '/api/hall/badges/001', {
      ...{ account: 'li.wei', name: '李', unit: 'planning', duties: { zh: '受理', en: 'Intake' } },
    })
    await desks.write('wang.fang', '/api/hall/counters/P01/state', { state: 'open' })
    await desks.write('li.wei', '/api/hall/counters/P01/seat', { badge: '001' }, 'POST')
    const greeter = await desks.desk('wang.fang', '/greeter')
    for (const [words, number] of [
      ['挂招牌', 'A001'],
      ['做豆腐', 'A002'],
      ['挂招牌', 'A003'],
    ] as const) {
      await greeter.getByRole('combobox').fill(words)
      await greeter.getByText('↑ ↓ 选择，回车确定').waitFor()
      await greeter.getByRole('option').first().waitFor()
      await greeter.waitForTimeout(400)
      await greeter.keyboard.press('Enter')
      await greeter.getByRole('button', { name: '给号并打印' }).click()
      await greeter.locator('.slip-number', { hasText: number }).waitFor()
      await greeter.getByText('要带的材料').waitFor()
      expect(await faults(greeter)).toEqual([0])
      await greeter.getByRole('button', { name: '下一位' }).click()
    }
    await desks.picture(greeter, 'greeter')
    await greeter.context().close()
  })

  test('one key calls the next, the screen shows it at once, and the number brings its item', async () => {
    screen = await desks.people.stranger()
    await screen.setViewportSize({ width: 1920, height: 1080 })
    await screen.goto('/screen/queue?hall=main')
    await screen.locator('.wall').waitFor()
    clerk = await desks.desk('li.wei', '/counter')
    await clerk.getByText('等候 3 人').waitFor()
    await clerk.keyboard.press('F8')
    await screen.locator('.called-number', { hasText: 'A001' }).waitFor()
    await clerk.getByText('户外招牌设置许可').first().waitFor()
    expect(await served(clerk)).toBe('A001')
    expect(await faults(clerk)).toEqual([0])
    expect(await accessibilityFaults(screen)).toEqual([])
    await desks.picture(screen, 'queue-screen')
    await desks.picture(clerk, 'counter-queue')
  })

  test('the counter goes on while the server is away, tells it afterwards, and no number is called twice', async () => {
    await clerk.waitForFunction(() => localStorage.getItem('xiaoneng.desk.queue')?.includes('"next"'))
    await clerk.context().setOffline(true)
    await clerk.keyboard.press('F8')
    await clerk.getByText('连不上服务器，按本机领取的号段继续').waitFor()
    await clerk.waitForFunction(() => document.querySelector('.ticket-number')?.textContent !== 'A001')
    expect(await served(clerk)).toBe('A002')
    await clerk.keyboard.press('F8')
    await clerk.waitForFunction(() => document.querySelector('.ticket-number')?.textContent === 'A003')
    await clerk.context().setOffline(false)
    await screen.locator('.called-number', { hasText: 'A003' }).waitFor({ timeout: 60_000 })
    await clerk.getByText('等候 0 人').waitFor()
    expect(await served(clerk)).toBe('A003')
    await clerk.getByText('连不上服务器').waitFor({ state: 'detached' })
  })

  test('a resident sees on the phone where a number stands, books a time, and the manager’s page holds together', async () => {
    const manager = await desks.desk('wang.fang', '/hall?tab=queue')
    await manager.getByText('预计准不准').waitFor()
    await settled(manager)
    expect(await faults(manager)).toEqual([0])
    await desks.picture(manager, 'manager')
    const phone = await desks.people.stranger({ width: 390 })
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now())
    await phone.goto(`/ticket/main/${day}/A003`)
    await phone.getByText('请到 P01 窗口').waitFor()
    expect(await faults(phone)).toEqual([0])
    await phone.goto('/book/shop-sign')
    await phone.getByText('现在没有可预约的时段').waitFor()
    expect(await faults(phone)).toEqual([0])
    await phone.goto('/visit/ABCDEFGH')
    await phone.getByRole('button', { name: '提交' }).click()
    await phone.getByText('没有这次导办记录').waitFor()
    expect(await faults(phone)).toEqual([0])
    await phone.context().close()
    await manager.context().close()
    await clerk.context().close()
    await screen.context().close()
  })
})
