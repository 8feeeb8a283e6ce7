import { describe, expect, test } from 'vitest'
import { accessibilityFaults, browserPath, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const HALL = {
  name: { zh: '青禾县政务服务中心', en: 'Qinghe Service Hall' },
  ...{ level: 'county', address: '青禾路 1 号', phone: '12345', unit: 'planning', channels: ['counter'] },
}

describe.skipIf(!browserPath)(`The hall in a browser${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const office = await desksInBrowser()
  const { desk, write } = office

  const hall = (account: string, query = '', width = 1280) => desk(account, `/hall${query}`, width)

  test('without a hall the page says who can make one', async () => {
    const page = await hall('wang.fang')
    await page.getByText('还没有登记大厅').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.context().close()
    await write('sun.yi', '/api/hall/halls/main', HALL)
  })

  test('the head of the hall registers a counter, opens it, and is told that nobody sits there', async () => {
    const page = await hall('wang.fang')
    await page.getByText('还没有窗口').waitFor()
    await page.getByRole('button', { name: '登记新窗口' }).click()
    const form = page.getByRole('dialog', { name: '登记新窗口' })
    await form.getByLabel('窗口编号').fill('A01')
    await form.getByLabel('名称', { exact: false }).first().fill('规划窗口')
    await form.getByLabel('楼层和区域').fill('一楼东区')
    await form.getByLabel('工作日时间').fill('12:00-09:00')
    await form.getByLabel(/办理哪些部门/).selectOption('planning')
    await form.getByRole('button', { name: '登记' }).click()
    // Hours that end before they begin: the form stays with what was typed.
    await form.getByRole('alert').waitFor()
    await form.getByLabel('工作日时间').fill('00:00－12:00，12:00-24:00'.replace('－', '—'))
    await form.getByLabel('365窗口：休息日也开放').check()
    await form.getByLabel('休息日时间').fill('00:00-12:00,12:00-24:00')
    await form.getByRole('button', { name: '登记' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '开放 A01 规划窗口' }).click()
    await page.getByText('开放而无人：A01 规划窗口').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])

    await page.getByRole('button', { name: '暂停 A01 规划窗口' }).click()
    const why = page.getByRole('dialog', { name: /暂停窗口/ })
    await why.getByLabel(/原因/).fill('系统检修')
    await why.getByRole('button', { name: '暂停窗口' }).click()
    await page.getByRole('rowheader', { name: /A01/ }).waitFor()
    await page.getByText('系统检修').first().waitFor()
    await page.locator('.toasts').getByRole('button', { name: '撤消' }).last().click()
    await page.getByText('开放而无人：A01 规划窗口').waitFor()
    await page.context().close()
  })

  test('a badge is issued, found by the public, reported lost and then told to the public as such', async () => {
    const page = await hall('wang.fang', '?tab=badges')
    for (const [number, account, name] of [
      ['001', 'li.wei', '李工'],
      ['002', 'wang.fang', '王工'],
    ] as const) {
      await page.getByRole('button', { name: '发牌或借牌' }).click()
      const form = page.getByRole('dialog', { name: '发牌或借牌' })
      await form.getByLabel('号码').fill(number)
      await form.getByLabel('发给谁').selectOption(account)
      await form.getByLabel('牌上姓名').fill(name)
      await form.getByLabel('职责', { exact: false }).first().fill('综合受理')
      await form.getByRole('button', { name: '保存' }).click()
      await form.waitFor({ state: 'detached' })
    }
    const citizen = await office.people.stranger({ width: 390 })
    await citizen.goto('/badge/002')
    await citizen.getByText('王工').waitFor()
    expect(await accessibilityFaults(citizen)).toEqual([])

    await page.getByRole('button', { name: '收回或挂失 002' }).click()
    const end = page.getByRole('dialog', { name: /收回或挂失/ })
    await end.getByLabel('遗失').check()
    await end.getByLabel('说明').fill('地铁上遗失')
    await end.getByRole('button', { name: '收回或挂失' }).click()
    await page.getByText('已挂失').first().waitFor()
    await citizen.reload()
    await citizen.getByText('已经挂失').waitFor()
    expect(await citizen.locator('main').innerText()).not.toContain('王工')
    for (const each of [page, citizen]) await each.context().close()
  })

  test('gaps of the month are red until somebody is named, one by one or for all that is free; undo takes it back', async () => {
    const page = await hall('wang.fang', '?tab=duty')
    await page.locator('.month-day[aria-current=date]').click()
    const before = await page.locator('.week-cell .gap').count()
    expect(before).toBeGreaterThan(0)
    const cell = page.locator('.week .is-chosen .week-cell').first()
    await cell.click()
    const form = page.getByRole('dialog', { name: /A01/ })
    await form.getByLabel('上午').selectOption('li.wei')
    await form.getByRole('button', { name: '保存' }).click()
    await form.waitFor({ state: 'detached' })
    await page.locator('.week .is-chosen .week-cell').getByText('李工').waitFor()
    await page.locator('.toasts').getByRole('button', { name: '撤消' }).click()
    await page.locator('.week .is-chosen .week-cell').getByText('李工').waitFor({ state: 'detached' })

    await cell.click()
    await page.getByRole('dialog').getByRole('button', { name: '排满空班' }).click()
    await page.getByText(/排了 \d+ 个半天/).waitFor()
    await page.locator('.week-cell .gap').first().waitFor({ state: 'detached' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.duty-sheet').innerText()).toContain('李工')
    await page.context().close()
  })

  test('a department is registered with its claims; without cases the hall and the department are flagged', async () => {
    const page = await hall('wang.fang', '?tab=counters')
    await page.getByRole('button', { name: '修改 A01 规划窗口' }).click()
    const form = page.getByRole('dialog', { name: /修改窗口/ })
    await form.getByLabel(/办理哪些部门/).selectOption(['planning', 'market'])
    await form.getByRole('button', { name: '保存' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: '进驻部门' }).click()
    await page.getByText('大厅不能是摆设').waitFor()
    await page.getByRole('button', { name: '登记进驻 市场监管局' }).click()
    const claim = page.getByRole('dialog', { name: /登记进驻/ })
    await claim.getByLabel('对外承诺：全部集中办理').check()
    await claim.getByRole('button', { name: '保存' }).click()
    await page.getByText('称集中办理').waitFor()
    await page.getByText('进驻而没有办件').first().waitFor()
    await page.context().close()
  })

  test.each([
    { width: 1280, account: 'wang.fang' },
    { width: 390, account: 'wang.fang' },
    { width: 390, account: 'li.wei' },
  ])(
    'every tab fits $width px for $account and has no fault of accessibility',
    async ({ width, account }) => {
      for (const tab of ['counters', 'duty', 'badges', 'departments', 'staffing', 'delegations']) {
        const page = await hall(account, `?tab=${tab}`, width)
        expect([tab, await accessibilityFaults(page)]).toEqual([tab, []])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        await page.context().close()
      }
    },
  )
})
