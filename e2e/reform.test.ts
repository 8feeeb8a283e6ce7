import { describe, expect, test } from 'vitest'
import { accessibilityFaults, browserPath, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

describe.skipIf(!browserPath)(`A review in a browser${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const { desk } = await desksInBrowser()

  test('a round cannot be closed until the bar is full, and what is kept stands on the list that residents read', async () => {
    const page = await desk('zhang.min', '/reform')
    await page.getByRole('button', { name: '开始一轮清理' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel(/^编号/).fill('e2e')
    await form.getByLabel(/^名称/).fill('事项清理')
    await form.getByLabel(/^文号/).fill('青禾政发〔2026〕1号')
    await form.getByLabel(/^完成期限/).fill('2030-12-31')
    await form.getByRole('button', { name: '开始', exact: true }).click()
    await page.getByRole('link', { name: '事项清理', exact: true }).first().click()
    await page.locator('.balance-legend .gap', { hasText: '没有结论' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])

    const close = async () => {
      await page.getByRole('button', { name: '结束清理' }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: '结束清理' }).click()
    }
    await close()
    await page.getByRole('alert').filter({ hasText: '没有结论' }).waitFor()

    await page.getByRole('button', { name: '全选本页所列' }).click()
    await page.getByRole('button', { name: '作出结论' }).click()
    await form.getByLabel(/^理由/).fill('确需保留')
    await form.getByLabel(/^批准文号/).fill('青禾政发〔2026〕2号')
    await form.getByLabel(/^决定日期/).fill('2026-03-02')
    await form.getByRole('button', { name: '记录' }).click()
    await page.getByRole('status').filter({ hasText: '平衡' }).waitFor()
    await close()
    await page.getByText('清理已结束。').waitFor()

    await page.goto('/review')
    await page.getByRole('cell', { name: '决定保留' }).first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
