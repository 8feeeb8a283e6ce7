import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { dayOfNumber } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { browserPath, inspecting, LOOKINGS, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const title = { zh: '演示', en: 'demo' }
const people = [
  { account: 'qian.market', name: '钱市（演示）', unit: 'market', role: 'unitHead', title },
  { account: 'zhao.market', name: '赵市（演示）', unit: 'market', role: 'officer', title },
] as const
const applicant = {
  ...{ kind: 'natural', name: '王小明', documentKind: 'residentId' },
  ...{ documentNumber: '11010519491231002X', phone: '13800138009' },
}

describe.skipIf(!browserPath)(
  `Responsibility in a browser${withoutBrowser}`,
  { timeout: WAIT_MS },
  async () => {
    if (!browserPath) return
    const office = await desksInBrowser({ people })
    const { act, desk, picture, send } = office
    const dialog = (page: Page) => page.getByRole('dialog')

    test('whoever is asked first refers with a slip, which is printed, opened on a phone and confirmed', async () => {
      const first = await desk('zhao.market', '/enquiries')
      await first.getByRole('button', { name: '登记首问' }).click()
      await dialog(first)
        .getByLabel(/^问的是什么/)
        .fill('门头招牌怎么办')
      await dialog(first).getByRole('button', { name: '登记', exact: true }).click()
      await first.getByRole('heading', { name: /^首问 Q/ }).waitFor()
      await act(first, '出具转办单', async (form) => {
        await form.getByLabel('转到哪个单位').selectOption({ label: '规划局' })
        await form.getByLabel(/^地点/).fill('规划局二楼 3 号')
        await form.getByLabel(/^联系电话/).fill('0990-1234567')
        await form.getByLabel(/^为什么归该单位/).fill('招牌设置归规划局审批')
      })
      await first.getByText('规划局 规划局二楼 3 号').waitFor()
      await first.locator('.slip-code svg').waitFor()
      await picture(first, 'slip')

      const code = /确认码 (\w{6})/.exec(await first.locator('.slip-code').innerText())?.[1] ?? ''
      const slip = /转办单 (\S+)/.exec(await first.locator('.slip h3').innerText())?.[1] ?? ''
      const phone = await office.people.stranger({ width: 390 })
      await phone.goto(`/slip/${slip}?code=${code}`)
      await phone.getByRole('button', { name: '我到了' }).click()
      await phone.getByText('已确认到达').waitFor()
      await picture(phone, 'portal-slip')

      const there = await desk('li.wei', '/enquiries')
      await there.getByLabel(/^转办单编号/).fill(`https://example.test/slip/${slip}?code=${code}`)
      await there.getByRole('button', { name: '确认转来的群众已到' }).click()
      await there.getByRole('heading', { name: /^首问 Q/ }).waitFor()
      await act(there, '答复办结', async (form) => {
        await form.getByLabel(/^答复了什么/).fill('已给办事指南和样表')
      })
      await there.getByText('已有结果：已给办事指南和样表').waitFor()
      for (const each of [first, phone, there]) await each.context().close()
    })

    test('the third transfer stops; the coordinator finds it and rules; every page is accessible on a desk and on a phone', async () => {
      const clerk = await desk('li.wei', '/work')
      const { file } = await send(clerk, '/api/files', {
        ...{ item: 'shop-sign', channel: 'counter', applicant, acceptIfComplete: true },
        materials: [{ code: 'application', form: 'original', copies: 1, files: [] }],
      })
      const { caseNo, steps } = file as { caseNo: string; steps: { code: string }[] }
      const pass = (unit: string) => ({
        ...{ step: steps[0]?.code, to: { unit, post: unit === 'market' ? 'desk' : undefined } },
        ...{ reason: '此环节按三定方案属于对方职责', basis: '三定方案第五条' },
      })
      const system = await desk('sun.yi', '/password')
      const post = { id: 'desk', title: '综合岗', titleEn: 'general post' }
      await send(system, '/api/units/market/posts', post)
      await send(
        system,
        '/api/units/market/posts/desk/holder',
        { holder: 'zhao.market', backup: 'qian.market' },
        'PUT',
      )
      const [head, other] = [await desk('wang.fang', '/password'), await desk('qian.market', '/password')]
      await send(head, `/api/files/${caseNo}/transfers`, pass('market'))
      await send(other, `/api/files/${caseNo}/transfers`, pass('planning'))
      await send(head, `/api/files/${caseNo}/transfers`, pass('market'))
      const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, Date.now()))
      const window = { unit: 'planning', post: 'reception' }
      const powers = { accept: [window], review: [], decide: [], seal: [window] }
      await send(
        head,
        '/api/delegations/food-business',
        { full: true, windowHead: window, ...powers, document: '规授〔2026〕1号', from: today },
        'PUT',
      )

      const leader = await desk('chen.jie', '/responsibility')
      await leader.getByText(/等裁定，应在/).waitFor()
      await picture(leader, 'rulings')
      await leader.getByRole('link', { name: caseNo }).click()
      await act(leader, '裁定由谁办理', async (form) => {
        await form.getByLabel('由哪个单位办理').selectOption({ label: '市场监管局' })
        await form.getByLabel(/^理由/).fill('事中监管归市场监管局')
        await form.getByLabel(/^依据/).fill('三定方案')
      })
      await leader
        .getByText(/协调机构裁定由/)
        .first()
        .waitFor()
      await picture(leader, 'file-responsibility')
      for (const each of [clerk, system, head, other, leader]) await each.context().close()

      for (const { axe, ...looking } of LOOKINGS) {
        const page = await office.people.person('wang.fang', looking)
        const { faults, look } = inspecting(page, { axe })
        for (const path of [
          '/enquiries',
          '/responsibility',
          '/responsibility?tab=involved',
          `/files/${caseNo}`,
        ]) {
          await page.goto(`/desk${path}`)
          await look(path)
        }
        await page.goto('/slip')
        await settled(page)
        await look('slip')
        expect(faults).toEqual([])
        await picture(page, `enquiries-${looking.width}-${looking.theme}`)
        await page.context().close()
      }
    })
  },
)
