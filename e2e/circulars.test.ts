import { describe, expect, test } from 'vitest'
import { dayOfNumber } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { accessibilityFaults, browserPath, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const yesterday = dayOfNumber(dayNumberAt(DEFAULT_ZONE, Date.now()) - 1)
const tooWide = () => document.documentElement.scrollWidth - window.innerWidth

describe.skipIf(!browserPath)(`Circulars in a browser${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const office = await desksInBrowser()
  const { desk, send, picture } = office

  test('a circular is drafted, approved by a leader and signed for on a phone', async () => {
    const watch = await office.people.person('zhang.min')
    await watch.goto('/watch/circulars')
    await settled(watch)
    const { finding } = await send(watch, '/api/findings', {
      ...{ source: 'inquiry', sourceId: 'inquiry/1', unit: 'planning', conduct: 'undisclosed' },
      ...{ fact: '公示栏收费标准已过期两个月', happenedOn: yesterday },
    })
    const head = await desk('wang.fang', '/circulars', 390)
    await send(head, `/api/findings/${finding}/answer`, { text: '已更换公示' })
    await send(watch, `/api/findings/${finding}/handler`, { relation: null, note: '无' })
    await send(watch, `/api/findings/${finding}/disposition`, {
      ...{ disposition: 'rectify', reason: '事实清楚，责令限期改正' },
    })

    await watch.getByRole('button', { name: '起草通报' }).click()
    const form = watch.getByRole('dialog')
    await form.getByLabel('标题').fill('明查情况通报')
    await form.getByLabel('问题发生日期起').fill(yesterday)
    await form.getByLabel('问题发生日期止').fill(yesterday)
    await form.getByRole('button', { name: '起草通报' }).click()
    await watch.getByText('公示栏收费标准已过期两个月').waitFor()
    expect(await accessibilityFaults(watch)).toEqual([])
    const address = new URL(watch.url()).pathname

    const leader = await office.people.person('chen.jie')
    await leader.goto(address)
    await leader.getByRole('button', { name: '审批并印发' }).click()
    await leader.getByRole('dialog').getByRole('button', { name: '审批并印发' }).click()
    await leader.getByText('签收情况').waitFor()
    await picture(leader, 'circular')

    await head.reload()
    await head.getByRole('link', { name: '明查情况通报' }).click()
    await head.getByRole('button', { name: '本单位签收' }).click()
    await head.getByText('已签收').first().waitFor()
    expect([await accessibilityFaults(head), await head.evaluate(tooWide)]).toEqual([[], 0])
  })

  test('an observer finds his reports on a phone', async () => {
    const observer = await desk('lin.guan', '/', 390)
    await observer.getByRole('button', { name: '监督员报告' }).click()
    await observer.getByRole('dialog').getByLabel('所见情况').waitFor()
    expect([await accessibilityFaults(observer), await observer.evaluate(tooWide)]).toEqual([[], 0])
  })
})
