import { describe, expect, test } from 'vitest'
import { browserPath, inspecting, LOOKINGS, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

describe.skipIf(!browserPath)(`Registers in a browser${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const office = await desksInBrowser()
  const { desk, picture } = office

  test('an office makes a register without a programmer, and its officer and head use it', async () => {
    const head = await desk('wang.fang', '/institutions/new')
    await head.getByLabel('代码').fill('lost-property')
    await head.getByLabel('名称', { exact: false }).first().fill('失物招领登记')
    await head.getByLabel('英文名称').fill('Lost property')
    await head.getByRole('button', { name: '开始设计' }).click()
    await head.waitForURL('**/institutions/lost-property')
    await settled(head)
    const fields = head.locator('#fields')
    await fields.getByText('事由').first().click()
    await fields.getByLabel('名称 (必填)').fill('物品')
    await head.getByRole('button', { name: '添加 提示' }).click()
    await head.locator('#flags').getByRole('button', { name: '添加条件' }).click()
    await head.getByRole('button', { name: '保存草稿' }).click()
    await head.getByText('没有问题').waitFor()
    expect(await head.getByText('起草人不能公布').count()).toBe(1)
    await picture(head, 'register-designer')

    const supervisor = await desk('zhang.min', '/institutions/lost-property')
    await supervisor.getByRole('button', { name: '试运行' }).click()
    await supervisor.getByText('试运行：0 条记录').waitFor()
    await supervisor.getByRole('button', { name: '公布' }).click()
    await supervisor.getByRole('dialog').getByRole('button', { name: '公布' }).click()
    await supervisor.getByText('已公布第 1 版').waitFor()

    const clerk = await desk('li.wei', '/registers')
    await clerk.getByRole('link', { name: '失物招领登记' }).click()
    await clerk.getByRole('button', { name: '登记' }).click()
    await clerk.getByRole('dialog').getByLabel('物品').fill('蓝色雨伞')
    await clerk.getByRole('dialog').getByRole('button', { name: '登记' }).click()
    await clerk.getByRole('heading', { name: /蓝色雨伞/ }).waitFor()
    expect(await clerk.getByText('办理过“登记”的人不能再办“核实”').count()).toBe(1)
    await picture(clerk, 'register-entry')

    await head.goto('/desk/registers?only=mine')
    await head.getByRole('link', { name: '1 条待我办' }).first().click()
    await head.getByRole('link', { name: /^\d{4}-0001$/ }).click()
    await head.getByRole('button', { name: '核实' }).click()
    await head.getByRole('dialog').getByRole('button', { name: '核实' }).click()
    await head.getByText('已核实').first().waitFor()
  })

  test.each(LOOKINGS)('the pages are accessible and fit at $width px, $theme, $language', async (looking) => {
    const page = await office.people.person('wang.fang', looking)
    const { faults, look } = inspecting(page, looking)
    const paths = [
      '/registers',
      '/registers/advice-log',
      '/registers/lost-property/2026-0001',
      '/institutions/advice-log',
    ]
    for (const path of paths) {
      await page.goto(`/desk${path.replace('2026', String(new Date().getFullYear()))}`)
      await look(path)
      await picture(page, `register${path.replaceAll('/', '-')}-${looking.width}-${looking.language}`)
    }
    expect(faults).toEqual([])
    await page.context().close()
  })
})
