import { describe, expect, test } from 'vitest'
import { dayOfNumber } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { accessibilityFaults, browserPath, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n')
const inDays = (days: number) => dayOfNumber(dayNumberAt(DEFAULT_ZONE, Date.now()) + days)

describe.skipIf(!browserPath)(
  `Rectification in a browser${withoutBrowser}`,
  { timeout: WAIT_MS },
  async () => {
    if (!browserPath) return
    const office = await desksInBrowser()
    const { act, desk, picture } = office

    test('a problem is entered, planned, promised, proved and verified by somebody else, and a reader has his say', async () => {
      const watch = await office.people.person('zhang.min')
      await watch.goto('/watch/rectification')
      await settled(watch)
      await act(watch, '登记问题', async (form) => {
        await form.getByLabel('单位').selectOption({ label: '规划局' })
        await form.getByLabel(/^写明事实/).fill('3号窗口让同一申请人往返4次补交图纸')
        await form.getByLabel(/^发生日期/).fill(inDays(-2))
      })
      await watch.getByRole('heading', { name: /^问题 W/ }).waitFor()
      await watch.getByText('没有整改措施').waitFor()
      const problem = /问题 (\S+)/.exec(await watch.getByRole('heading', { level: 1 }).innerText())?.[1] ?? ''

      const head = await desk('wang.fang', '/rectification')
      await head.getByRole('button', { name: '签字确认本单位清单' }).click()
      await head.getByText(/已于 .* 签字确认/).waitFor()
      await head.getByRole('link', { name: /3号窗口/ }).click()
      await act(head, '制定措施', async (form) => {
        await form.getByLabel(/^做什么/).fill('全部窗口实行一次性告知')
        await form.getByLabel(/^看得见的成效/).fill('同一材料补正不超过1次')
        await form.getByLabel(/^负责领导/).fill('wang.fang')
        await form.getByLabel(/^经办人/).fill('li.wei')
        await form.getByLabel(/^完成日期/).fill(inDays(10))
      })
      await act(head, '公开承诺', async (form) => {
        await form.getByLabel(/^公开的问题表述/).fill('窗口反复要求补交图纸')
      })
      await head.getByText('已公开').waitFor()
      await head
        .getByLabel('交证明')
        .setInputFiles({ name: '告知单.pdf', mimeType: 'application/pdf', buffer: PDF })
      await head.getByRole('link', { name: '告知单.pdf' }).waitFor()
      await act(head, '报请验收', async () => undefined)
      await head.getByText('待验收').waitFor()
      expect(await accessibilityFaults(head)).toEqual([])
      await picture(head, 'rectification-desk')

      await watch.goto('/watch/rectification?tab=verify')
      await watch.getByRole('link', { name: '全部窗口实行一次性告知' }).click()
      await act(watch, '验收', async (form) => {
        await form.getByLabel(/^核对了什么/).fill('现场核对告知单，情况属实')
      })
      await watch.getByText('验收通过', { exact: false }).first().waitFor()
      expect(await accessibilityFaults(watch)).toEqual([])
      await picture(watch, 'rectification-problem')

      const phone = await office.people.stranger({ width: 390 })
      await phone.goto('/commitments')
      await phone.getByRole('link', { name: '窗口反复要求补交图纸' }).click()
      await phone.getByRole('button', { name: '没有解决' }).click()
      await phone.getByText('已收到，谢谢。').waitFor()
      expect(await accessibilityFaults(phone)).toEqual([])
      await picture(phone, 'rectification-portal')
      await watch.goto('/watch/rectification?tab=readers')
      await watch.getByText('▲ 没有解决').waitFor()
      await watch.goto('/watch/rectification')
      await watch.getByText('问题 1 个').waitFor()
      expect(await accessibilityFaults(watch)).toEqual([])
      await picture(watch, 'rectification-board')

      for (const path of [`/watch/rectification`, `/watch/rectification/problems/${problem}`]) {
        const narrow = await office.people.person('zhang.min', { width: 390 })
        await narrow.goto(path)
        await settled(narrow)
        const wide = await narrow.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
        expect([path, wide]).toEqual([path, false])
        await picture(narrow, `rectification-narrow-${path.split('/').length}`)
      }
    })
  },
)
