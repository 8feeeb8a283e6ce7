import { describe, expect, test } from 'vitest'
import { dayOfNumber } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { accessibilityFaults, browserPath, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const yesterday = dayOfNumber(dayNumberAt(DEFAULT_ZONE, Date.now()) - 1)
/** Nothing on a page may make it scroll sideways. */
const tooWide = () => document.documentElement.scrollWidth - window.innerWidth

describe.skipIf(!browserPath)(`Findings in a browser${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const office = await desksInBrowser()
  const { desk, picture } = office

  test('a finding is opened, answered at the desk, declared and disposed of', async () => {
    const watch = await office.people.person('zhang.min')
    await watch.goto('/watch/findings')
    await settled(watch)
    await watch.getByText('登记问题').first().click()
    const form = watch.locator('details', { hasText: '登记问题' })
    await form.getByLabel('来源编号').fill('投诉 12 号')
    await form.getByLabel(/^单位/).selectOption({ label: '规划局' })
    await form.getByLabel('问题情形').selectOption({ label: '拖延' })
    await form.getByLabel('查到的事实').fill('踏勘以后二十天没有下一步')
    await form.getByLabel('发生日期').fill(yesterday)
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await watch.getByRole('link', { name: '拖延' }).click()
    await watch.getByRole('heading', { level: 1, name: '拖延' }).waitFor()
    const address = new URL(watch.url()).pathname.replace('/watch', '')
    await picture(watch, 'finding-watch')

    const head = await desk('wang.fang', address, 390)
    await head.getByLabel('说明或申辩').fill('承办人病休，已由B岗接办')
    await head.getByRole('button', { name: '提交说明' }).click()
    await head.getByText('承办人病休，已由B岗接办').first().waitFor()
    expect(await accessibilityFaults(head)).toEqual([])
    expect(await head.evaluate(tooWide)).toBeLessThanOrEqual(0)
    await picture(head, 'finding-desk')

    await watch.reload()
    await watch.getByRole('button', { name: '没有回避情形，由我承办' }).click()
    await watch.getByLabel('处置方式').selectOption({ label: '责令整改' })
    await watch.getByLabel('理由').first().fill('无正当理由拖延，责令整改')
    await watch.getByRole('button', { name: '作出处置' }).click()
    await watch.getByText('处置：责令整改').waitFor()
    expect(await accessibilityFaults(watch)).toEqual([])
    for (const tab of ['guidance', 'network', 'shares', 'recusals', 'reports', 'objections', 'talks']) {
      await watch.goto(`/watch/findings?tab=${tab}&by=unit&key=planning`)
      await settled(watch)
      expect([tab, await accessibilityFaults(watch), await watch.evaluate(tooWide)]).toEqual([tab, [], 0])
      await picture(watch, `finding-${tab}`)
    }
  })

  test('extortion is reported without signing in, and asked for by number and code', async () => {
    const visitor = await office.people.stranger({ width: 390 })
    await visitor.goto('/report')
    await settled(visitor)
    await visitor.getByLabel('哪个单位').selectOption({ label: '规划局' })
    await visitor.getByLabel('发生了什么').fill('窗口索要购物卡才肯受理')
    await visitor.getByRole('button', { name: '提交举报' }).click()
    await visitor.getByRole('link', { name: '看办理情况' }).click()
    await visitor.getByText('已收到，待移送').waitFor()
    expect(await accessibilityFaults(visitor)).toEqual([])
    expect(await visitor.evaluate(tooWide)).toBeLessThanOrEqual(0)
    await picture(visitor, 'report-portal')
  })
})
