import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { browserPath, inspecting, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const HOURS = { workingHours: '00:00-24:00', restHours: '00:00-24:00' }
const PHONE = '13800138021'
const APPLICANT = ['11010519491231002X', '王小明', '13800138000'] as const

const dayFromNow = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + days * 86_400_000)

describe.skipIf(!browserPath)(`A day in the hall${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const office = await desksInBrowser()
  const { desk, picture, write, act } = office
  const looked = (page: Page, axe = true) => inspecting(page, { axe })
  let caseNo = ''

  test('in the morning the manager opens a counter, times to book and a number for whoever comes', async () => {
    await write('sun.yi', '/api/hall/halls/main', {
      name: { zh: '政务服务中心', en: 'Service Hall' },
      ...{ level: 'county', address: '', phone: '12345', unit: 'planning', channels: ['counter'] },
    })
    await write('sun.yi', '/api/hall/counters/P01', {
      ...{
        hall: 'main',
        name: { zh: '规划窗口', en: 'Planning' },
        place: '一楼',
        units: ['planning'],
        ...HOURS,
      },
    })
    await write('sun.yi', '/api/hall/badges/001', {
      ...{ account: 'li.wei', name: '李', unit: 'planning', duties: { zh: '受理', en: 'Intake' } },
    })
    await write('wang.fang', '/api/hall/counters/P01/state', { state: 'open' })
    await write('li.wei', '/api/hall/counters/P01/seat', { badge: '001' }, 'POST')
    const times = {
      group: 'A',
      from: dayFromNow(1),
      until: dayFromNow(6),
      hours: '10:00-12:00',
      minutes: 60,
      capacity: 1,
    }
    await write('wang.fang', '/api/hall/halls/main/slots', times, 'POST')
  })

  test('a resident books on the phone, proves the number, and the last place is gone for the next', async () => {
    const phone = await office.people.stranger({ width: 390 })
    const { faults, look } = looked(phone)
    await phone.goto('/book/shop-sign')
    const first = phone.getByRole('button', { name: /10:00–11:00/ })
    await first.click()
    await phone.getByLabel(/^手机号码/).fill(PHONE)
    await phone.getByRole('button', { name: '获取验证码' }).click()
    const shown = await phone.getByText(/演示：这里不发短信/).innerText()
    await phone.getByLabel(/^验证码/).fill(/\d{6}/.exec(shown)?.[0] ?? '')
    await phone.getByRole('button', { name: '登录' }).click()
    await phone.getByRole('button', { name: '约这个时段' }).click()
    await phone.getByText('已约好').waitFor()
    await look('booked')
    await picture(phone, 'day-booked')
    await phone.reload()
    await phone.getByRole('button', { name: /10:00–11:00 约满/ }).waitFor()
    expect(await first.isDisabled()).toBe(true)
    await phone.getByText('取消预约').waitFor()
    expect(faults).toEqual([])
    await phone.context().close()
  })

  test('an old man without a phone gets number and papers from the greeter, and is called, received and accepted', async () => {
    const greeter = await desk('wang.fang', '/greeter')
    await greeter.getByRole('combobox').fill('挂招牌')
    await greeter.getByRole('option').first().waitFor()
    await greeter.waitForTimeout(400)
    await greeter.keyboard.press('Enter')
    await greeter.locator('select', { hasText: '老年人' }).selectOption('elderly')
    await greeter.getByRole('button', { name: '给号并打印' }).click()
    await greeter.locator('.slip-number', { hasText: 'A001' }).waitFor()
    await greeter.context().close()

    const clerk = await desk('li.wei', '/counter')
    await clerk.getByText('等候 1 人').waitFor()
    await clerk.keyboard.press('F8')
    await clerk.locator('.ticket-number', { hasText: 'A001' }).waitFor()
    await clerk.locator('input[name=documentNumber]').waitFor()
    await clerk.locator('input[name=documentNumber]').focus()
    for (const text of APPLICANT) {
      await clerk.keyboard.type(text)
      await clerk.keyboard.press('Enter')
    }
    await clerk.keyboard.press('0')
    await clerk.keyboard.press('Enter')
    caseNo = await clerk.locator('.receipt.is-given .receipt-number').first().innerText()
    await picture(clerk, 'day-accepted')
    await clerk.context().close()
  })

  test('the reviewer is away, so the backup has the work at once and finishes it', async () => {
    const [from, until] = [new Date(Date.now() + 1000), new Date(Date.now() + 3_600_000)]
    const away = { from: from.toISOString(), until: until.toISOString() }
    await write('li.wei', '/api/units/planning/posts/review/away', away)
    const backup = await desk('wang.fang', '/work')
    await backup.waitForTimeout(1200)
    await backup.reload()
    const row = backup.locator('tr', { hasText: caseNo })
    await row.getByText('B岗代办').waitFor()
    await backup.goto(`/desk/files/${caseNo}`)
    await backup.getByRole('button', { name: '环节办结' }).waitFor()
    await act(backup, '环节办结', async () => undefined)
    await act(backup, '作出决定', async (form) => {
      await form.getByLabel(/理由/).first().fill('符合条件')
    })
    await backup.locator('.facts').getByText('已决定').waitFor()
    await picture(backup, 'day-decided')
    await backup.context().close()
  })

  test('in the evening the manager sees who waited how long, what was booked, and the resident what became of it', async () => {
    const manager = await desk('wang.fang', '/hall?tab=queue')
    const { faults, look } = looked(manager)
    await manager.getByText('预计准不准').waitFor()
    await settled(manager)
    await look('manager')
    await picture(manager, 'day-manager')
    expect(faults).toEqual([])
    await manager.context().close()
  })
})
