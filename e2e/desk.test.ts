import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { accessibilityFaults, browserPath, inspecting, LOOKINGS, settled, withoutBrowser } from './browser.ts'
import { soundItem } from '../src/modules/catalogue/gate/sound-item.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const APPLICANT = ['11010519491231002X', '王小明', '13800138000'] as const

describe.skipIf(!browserPath)(`The desk in a browser${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const office = await desksInBrowser()
  const { act, desk, picture, write } = office

  /** The items in the finder's list; the seats of the hall stand in a list of their own. */
  const itemsFound = (page: Page) => page.getByRole('listbox').getByRole('option')

  /** Types the applicant and counts every other key. */
  async function fillIn(page: Page, item: string, ticks: string): Promise<number> {
    let keys = 0
    const press = async (key: string) => (keys++, await page.keyboard.press(key))
    await itemsFound(page).first().waitFor()
    for (const letter of item) await press(letter)
    if (item) await page.waitForTimeout(300)
    await itemsFound(page).first().waitFor()
    await press('Enter')
    await page.locator('input[name=documentNumber]:focus').waitFor()
    for (const text of APPLICANT) {
      await page.keyboard.type(text)
      await press('Enter')
    }
    for (const tick of ticks) await press(tick)
    return keys
  }

  async function accepted(): Promise<string> {
    const page = await desk('li.wei', '/counter')
    await fillIn(page, 'zp', '0')
    await page.keyboard.press('Enter')
    const number = await page.locator('.receipt.is-given .receipt-number').first().innerText()
    await page.context().close()
    return number
  }

  test('a complete file is accepted by keyboard in at most ten keys beyond the applicant’s data, receipt included, on one screen', async () => {
    const page = await desk('li.wei', '/counter')
    let keys = await fillIn(page, 'zp', '0')
    await picture(page, 'counter-filled')
    await page.keyboard.press('Enter')
    keys++
    await page.locator('.receipt.is-given').waitFor()
    await page.evaluate(() =>
      Object.assign(window, { print: () => Object.assign(window, { printed: true }) }),
    )
    await page.keyboard.press('p')
    keys++
    expect(keys).toBeLessThanOrEqual(10)
    expect(await page.evaluate(() => 'printed' in window)).toBe(true)
    const receipt = await page.locator('.receipt').innerText()
    expect(receipt).toMatch(/\d{6}-\d{6}-\d/)
    expect(receipt).toMatch(/\d{4}年\d+月\d+日 \(周.\) 24:00/)
    expect(receipt).toMatch(/[2-9A-HJ-NP-Z]{8}/)
    expect(receipt).not.toContain('王小明')
    await page.getByRole('img', { name: /扫码/ }).waitFor()
    await picture(page, 'counter-accepted')
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0)

    await page.keyboard.press('Enter')
    await page.getByRole('combobox').waitFor()
    expect(await page.locator('main').innerText()).not.toContain('11010519491231002X')
    await page.context().close()
  })

  test('[CASE-04] what is missing becomes the one notice, asked once before it goes; materials come, and the file is accepted', async () => {
    const page = await desk('li.wei', '/counter')
    await fillIn(page, 'xzf', '12')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: '发出一次性补正告知？' })
    await dialog.getByText('经营者身份证明').waitFor()
    expect(await dialog.innerText()).not.toContain('授权委托书')
    await page.keyboard.press('Enter')
    await page.getByText('已收件并告知补正').waitFor()
    await page.getByRole('link', { name: '打开办件' }).click()
    await page.locator('.timeline').getByText('一次性告知补正').waitFor()
    await settled(page)
    expect(await page.getByRole('button', { name: '受理', exact: true }).count()).toBe(0)
    await act(page, '登记补交材料', async () => undefined)
    await page.locator('.timeline').getByText('补交材料 1 份').waitFor()
    await act(page, '受理', async () => undefined)
    await page.locator('.facts').getByText('办理中').waitFor()
    await page.getByText('为什么其他的不能办').click()
    await page.getByText('已经受理，不得再要求补送材料或退回').first().waitFor()
    await page.context().close()
  })

  test('a wrong number is said before anything is sent, and the cursor stands on it', async () => {
    const page = await desk('li.wei', '/counter')
    await itemsFound(page).first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator('input[name=documentNumber]:focus').waitFor()
    for (const text of ['110105194912310021', '王小明', '13800138000']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }
    await page.keyboard.press('0')
    await page.keyboard.press('Enter')
    await page.getByText('号码有误，请对照证件').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('documentNumber')
    await page.context().close()
  })

  test('a file goes its way over the desks: officer, head, leader, head, clerk; each sees what is theirs', async () => {
    const caseNo = await accepted()
    const officer = await desk('li.wei', '/work')
    await officer.locator('tr', { hasText: caseNo }).locator('[data-row-link]').focus()
    await officer.keyboard.press(' ')
    await officer.locator('.work-preview h2', { hasText: caseNo }).waitFor()
    expect(officer.url()).toContain(`beside=${caseNo}`)
    await picture(officer, 'work')
    await act(officer, '环节办结', (form) => form.getByLabel('意见').last().fill('现场核查符合条件'))
    await officer.locator('tr', { hasText: caseNo }).waitFor({ state: 'detached' })

    const head = await desk('wang.fang', `/files/${caseNo}`)
    await act(head, '申请延期', (form) => form.getByLabel('理由').fill('需要专家论证'))
    await head.getByText('已申请延期').waitFor()

    const leader = await desk('chen.jie', '/work?kind=extension')
    await leader.locator('tr', { hasText: caseNo }).locator('[data-row-link]').click()
    await settled(leader)
    expect(await leader.getByRole('button', { name: '作出决定' }).count()).toBe(0)
    await act(leader, '批准延期', async () => undefined)
    await leader.getByText('已批准延期').waitFor()

    await head.reload()
    await settled(head)
    await act(head, '作出决定', (form) => form.getByLabel('结果名称或证照编号').fill('许可证 2026-0001'))
    await head.locator('.facts').getByText('准予').waitFor()

    await officer.goto(`/desk/files/${caseNo}`)
    await settled(officer)
    await act(officer, '送达', (form) => form.getByLabel(/凭证/).fill('本人签收'))
    await officer.locator('.facts').getByText('已送达').waitFor()
    const papers = await officer
      .locator('.timeline a[href$="/pdf"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    expect(papers.length).toBeGreaterThanOrEqual(3)
    const pdf = await officer.request.get(papers[0] ?? '')
    expect([pdf.status(), (await pdf.body()).subarray(0, 4).toString()]).toEqual([200, '%PDF'])
    await officer.getByText('已停止的时限').waitFor()
    await picture(officer, 'file-delivered')
    for (const page of [officer, head, leader]) await page.context().close()
  })

  test('[CASE-03] the dates are explained day by day, at an address that can be sent', async () => {
    const caseNo = await accepted()
    const page = await desk('wang.fang', `/files/${caseNo}`)
    await page.getByText('为什么是这一天').first().click()
    await page.locator('.why table').waitFor()
    expect(await page.locator('.why tbody tr').count()).toBeGreaterThan(8)
    expect(page.url()).toContain('clock=')
    await picture(page, 'file-why')
    await page.context().close()
  })

  test('who looks at the applicant says what for; the values are gone with the dialog', async () => {
    const caseNo = await accepted()
    const page = await desk('li.wei', `/files/${caseNo}`)
    expect(await page.locator('main').innerText()).not.toContain('王小明')
    await page.getByRole('button', { name: '查看申请人信息' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '查看', exact: true }).click()
    expect(await dialog.locator('input:invalid').count()).toBe(1)
    await dialog.getByLabel(/查看目的/).fill('电话通知领证')
    await dialog.getByRole('button', { name: '查看', exact: true }).click()
    await dialog.getByText('13800138000').waitFor()
    await dialog.getByRole('button', { name: '收起' }).click()
    expect(await page.locator('main').innerText()).not.toContain('13800138000')
    await page.context().close()
  })

  test('two clerks at once: the second is told, keeps the form and sees what is true now', async () => {
    const page = await desk('li.wei', '/counter')
    await fillIn(page, 'zp', '0')
    await page.getByRole('button', { name: '只收件' }).click()
    const caseNo = await page.locator('.receipt.is-given .receipt-number').first().innerText()
    const [one, other] = [
      await desk('li.wei', `/files/${caseNo}`),
      await desk('wang.fang', `/files/${caseNo}`),
    ]
    for (const each of [one, other])
      await each.getByRole('button', { name: '受理', exact: true }).first().click()
    await one.getByRole('dialog').getByRole('button', { name: '受理', exact: true }).click()
    await one.locator('.facts').getByText('办理中').waitFor()
    await other.getByRole('dialog').getByRole('button', { name: '受理', exact: true }).click()
    await other.getByRole('dialog').getByRole('alert').waitFor()
    await other.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    await other.locator('.facts').getByText('办理中').waitFor()
    for (const each of [page, one, other]) await each.context().close()
  })

  test('the session ends in mid-form: after signing in again the same file is received, once, nothing typed anew', async () => {
    const page = await desk('li.wei', '/counter')
    await fillIn(page, 'zp', '0')
    await page.context().clearCookies()
    await page.keyboard.press('Enter')
    const again = page.getByRole('dialog', { name: '请重新登录' })
    await again.locator('input[name=password]').fill(office.server.password)
    await again.locator('input[name=password]').press('Enter')
    const caseNo = await page.locator('.receipt.is-given .receipt-number').first().innerText()
    office.people.forget('li.wei')
    const list = await desk('wang.fang', `/files?search=${caseNo}`)
    expect(await list.locator('tbody tr').count()).toBe(1)
    for (const each of [page, list]) await each.context().close()
  })

  test('a clerk with a badge signs on at a counter of the hall, and the files received there say so', async () => {
    await write('sun.yi', '/api/hall/halls/e2e', {
      name: { zh: '青禾县政务服务中心', en: 'Qinghe Service Hall' },
      ...{ level: 'county', address: '青禾路 1 号', phone: '12345', unit: 'planning', channels: ['counter'] },
    })
    await write('wang.fang', '/api/hall/counters/E01', {
      ...{ hall: 'e2e', name: { zh: '规划许可 1', en: 'Planning 1' }, place: '一楼', units: ['planning'] },
      ...{ workingHours: '00:00-24:00', restHours: '00:00-24:00' },
    })
    await write('wang.fang', '/api/hall/counters/E01/state', { state: 'open' })
    await write('wang.fang', '/api/hall/badges/E001', {
      ...{ account: 'li.wei', name: '李蔚', unit: 'planning', duties: { zh: '受理', en: 'acceptance' } },
    })
    const page = await desk('li.wei', '/counter')
    await page.getByRole('button', { name: '上岗' }).click()
    await page.getByRole('button', { name: '离岗' }).waitFor()
    await page.reload()
    await page.getByText('E001').waitFor()
    await picture(page, 'counter-seat')
    await fillIn(page, 'zp', '0')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '打开办件' }).click()
    await page.locator('.facts').getByText('E01').waitFor()
    await page.goto('/desk/counter')
    await page.getByRole('button', { name: '离岗' }).click()
    await page.getByRole('button', { name: '上岗' }).waitFor()
    await page.context().close()
  })

  test('a draft is read with what the checks found, and published from a day on by somebody other than its author', async () => {
    const content = {
      ...soundItem,
      name: { zh: '摊位登记', en: 'Registration of a stall' },
      codes: { ...soundItem.codes, basic: 'L-009' },
    }
    await write('wang.fang', '/api/catalogue/drafts/stall', { content })
    const author = await desk('wang.fang', '/catalogue/stall')
    expect(await author.getByRole('button', { name: '公布' }).count()).toBe(0)
    const page = await desk('zhang.min', '/catalogue')
    await page.getByRole('link', { name: '摊位登记' }).click()
    await page.getByRole('heading', { name: '校验结果' }).waitFor()
    await picture(page, 'draft-findings')
    expect(await page.locator('.is-blocking').allInnerTexts()).toEqual([])
    expect(await accessibilityFaults(page)).toEqual([])
    const tomorrow = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10)
    await page.getByLabel(/自哪一天起生效/).fill(tomorrow)
    await page.getByRole('button', { name: '公布' }).click()
    await picture(page, 'draft')
    await page.getByRole('dialog').getByRole('button', { name: '公布' }).click()
    await page.getByText('已公布第 1 版').waitFor()
    for (const each of [author, page]) await each.context().close()
  })

  test('while the holder is away the backup finds the work, marked as borrowed', async () => {
    const caseNo = await accepted()
    const holder = await desk('li.wei', '/work')
    const csrf = await holder.evaluate(async () => {
      const answer = await fetch('/api/session')
      return ((await answer.json()) as { csrfToken: string }).csrfToken
    })
    const away = (from: string, until: string) =>
      holder.request.put('/api/units/planning/posts/review/away', {
        headers: { 'x-csrf-token': csrf, origin: office.server.address },
        data: { from, until },
      })
    const [from, until] = [new Date(Date.now() + 1500), new Date(Date.now() + 3_600_000)]
    const marked = await away(from.toISOString(), until.toISOString())
    expect([marked.status(), await marked.text()]).toEqual([200, expect.any(String)])
    await holder.waitForTimeout(1800)
    const backup = await desk('wang.fang', '/work')
    await backup.locator('tr', { hasText: caseNo }).getByText('B岗代办').waitFor()
    await picture(backup, 'work-borrowed')
    for (const each of [holder, backup]) await each.context().close()
  })

  test.each(LOOKINGS)(
    'the pages are accessible and fit at $width px, $theme, $language',
    { timeout: 240_000 },
    async (looking) => {
      const page = await office.people.person('wang.fang', looking)
      const { faults, look } = inspecting(page, looking)
      const check = async (name: string) => {
        await look(name)
        await picture(page, `${name}-${looking.width}-${looking.theme}`)
      }
      for (const path of ['/work', '/files', '/catalogue', '/nowhere']) {
        await page.goto(`/desk${path}`)
        await check(path.slice(1))
      }
      await page.goto('/desk/files')
      await settled(page)
      await page.locator('[data-row-link]').first().click()
      await page.locator('.timeline').waitFor()
      await page.getByText(/为什么其他的不能办|Why the others/).click()
      await check('file')
      await page.goto('/desk/counter')
      await itemsFound(page).first().waitFor()
      await check('counter-empty')
      await itemsFound(page).first().click()
      await page.locator('.checklist').waitFor()
      await check('counter')
      expect(faults).toEqual([])
      await page.context().close()
    },
  )
})
