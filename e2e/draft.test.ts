import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { accessibilityFaults, browserPath, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const ITEM = 'food-business'

describe.skipIf(!browserPath)(`A draft in a browser${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const office = await desksInBrowser()
  const { desk } = office

  const draft = (account: string, path = `/${ITEM}`, width = 1280) =>
    desk(account, `/catalogue${path}`, width)
  const section = (page: Page, name: RegExp) =>
    page.getByRole('navigation', { name: '内容' }).getByRole('button', { name }).click()
  const saved = (page: Page) => page.locator('.draft-state', { hasText: '已保存' }).waitFor()

  test('what is in force becomes a draft; the check answers beside the field while one types, and the text is saved by itself', async () => {
    const page = await draft('wang.fang')
    await page.getByRole('button', { name: '在现行版本上修改' }).click()
    await section(page, /提交的材料目录/)
    await page.locator('[data-row="materials.0"] summary').click()
    const name = page.locator('[data-place="materials.0.name"] input').first()
    await name.fill('其他相关材料')
    await page.locator('[data-place="materials.0.name"]').getByText('兜底条款').waitFor()
    await saved(page)
    await name.fill('申请书（新版）')
    await page.locator('[data-place="materials.0.name"] .found').waitFor({ state: 'detached' })
    await saved(page)
    await page.reload()
    await settled(page)
    await page.locator('[data-row="materials.0"] summary').click()
    expect(await name.inputValue()).toBe('申请书（新版）')
    expect(await page.locator('#differences').innerText()).toContain('申请书（新版）')
    expect(await page.locator('#impact').innerText()).toContain('第 1 版')
    await page.context().close()
  })

  test('rows are added, moved and taken away by keyboard, and undo brings them back', async () => {
    const page = await draft('wang.fang', `/${ITEM}?section=steps`)
    const names = () => page.locator('[data-list="steps"] .draft-row-name').allInnerTexts()
    const before = await names()
    await page.locator('[data-add="steps"]').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('现场核查')
    expect((await names()).at(-1)).toContain('现场核查')
    await page.keyboard.press('Alt+ArrowUp')
    expect((await names()).at(-2)).toContain('现场核查')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await page.getByRole('button', { name: /删去 现场核查/ }).press('Enter')
    expect(await names()).toEqual(before)
    await page.getByRole('button', { name: /↶ 撤消/ }).click()
    expect((await names()).join()).toContain('现场核查')
    await page.getByRole('button', { name: /↷ 重做/ }).click()
    expect(await names()).toEqual(before)
    await page.context().close()
  })

  test('somebody else saved meanwhile: nothing is lost, both are shown, and one is chosen', async () => {
    const mine = await draft('wang.fang', `/${ITEM}?section=duties`)
    const theirs = await draft('wang.fang', `/${ITEM}?section=duties`)
    const box = (page: Page) => page.locator('[data-place="duties"] textarea').first()
    await box(theirs).fill('对方写的职责')
    await saved(theirs)
    await box(mine).fill('我写的职责')
    const told = mine.getByRole('alert').filter({ hasText: '您写的没有丢' })
    await told.waitFor()
    expect(await told.innerText()).toContain('对方写的职责')
    await mine.getByRole('button', { name: '保存我的' }).click()
    await saved(mine)
    await theirs.reload()
    await settled(theirs)
    expect(await box(theirs).inputValue()).toBe('我写的职责')
    for (const page of [mine, theirs]) await page.context().close()
  })

  test('what cannot be stored yet stays on the page and in the tab, and says what is missing', async () => {
    const page = await draft('wang.fang', `/${ITEM}?section=basis`)
    await page.locator('[data-add="basis"]').click()
    await page.getByRole('button', { name: '现在保存' }).click()
    await page.getByText('还没保存，您写的留在本页').waitFor()
    await page.reload()
    await settled(page)
    expect(await page.locator('[data-list="basis"] > details').count()).toBe(2)
    await page.locator('[data-row="basis.1"] summary').click()
    await page.locator('[data-row="basis.1"]').getByRole('button', { name: /删去/ }).click()
    await saved(page)
    await page.context().close()
  })

  test('an item begins from scratch or from a copy; the draft is read as residents will read it', async () => {
    const page = await draft('wang.fang', '')
    await page.getByRole('button', { name: '新事项' }).click()
    const form = page.getByRole('dialog', { name: '新事项' })
    await form.getByLabel('事项编码').fill('stall')
    await form.getByLabel('事项名称').fill('摊位登记')
    await form.getByRole('button', { name: '开始起草' }).click()
    await page.getByRole('heading', { name: '摊位登记' }).waitFor()
    await page.getByRole('button', { name: '现在保存' }).waitFor()
    await section(page, /办事职责/)
    await page.locator('[data-place="duties"] textarea').first().fill('登记摊位')
    await saved(page)
    await page.getByText(/\d+ 处必须改/).waitFor()

    await page.goto('/desk/catalogue')
    await page.getByRole('button', { name: '新事项' }).click()
    await form.getByLabel('事项编码').fill('small-stall')
    await form.getByLabel('事项名称').fill('小摊位登记')
    await form.getByLabel(/照哪个事项/).fill('shop-sign')
    await form.getByRole('button', { name: '开始起草' }).click()
    await page.getByRole('heading', { name: '小摊位登记' }).waitFor()
    await section(page, /办事职责/)
    await page.locator('[data-place="duties"] textarea').first().fill('登记小摊位')
    await saved(page)
    await page.goto('/guide/small-stall?draft=1')
    await page.getByRole('heading', { name: '小摊位登记' }).waitFor()
    await page.getByText('没有公布的草稿').waitFor()
    await page.context().close()
  })

  test('others read the draft and change nothing; every section is free of faults at both widths', async () => {
    const reader = await draft('zhang.min', `/${ITEM}?section=duties`)
    expect(await reader.locator('[data-place="duties"] textarea').first().isDisabled()).toBe(true)
    await reader.context().close()
    for (const width of [1280, 390]) {
      const page = await draft('wang.fang', `/${ITEM}`, width)
      for (const name of [/基本信息/, /办事程序/, /提交的材料目录/, /办事纪律/, /申请表字段/]) {
        await section(page, name)
        expect([width, name, await accessibilityFaults(page)]).toEqual([width, name, []])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
      await page.context().close()
    }
  })
})
