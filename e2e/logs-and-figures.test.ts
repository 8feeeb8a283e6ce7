import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  browserPath,
  inspecting,
  LOOKINGS,
  openBrowser,
  peopleAt,
  settled,
  withoutBrowser,
} from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

const WAIT_MS = 90_000
const BYTE_ORDER_MARK = '\uFEFF'

describe.skipIf(!browserPath)(`Logs and figures in a browser${withoutBrowser}`, { timeout: WAIT_MS }, () => {
  let server: RunningServer
  let browser: Browser
  let people: ReturnType<typeof peopleAt>

  const at = async (path: string): Promise<Page> => {
    const page = await people.person('zhang.min')
    await page.goto(path)
    await settled(page)
    return page
  }

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
    people = peopleAt(browser, server)
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('every figure of the overview opens to exactly the cases or cards it counts', async () => {
    const page = await at('/overview?log=demo')
    const figures = await page.locator('.figure').evaluateAll((boxes) =>
      boxes.map((box) => ({
        title: box.querySelector('.figure-title')?.textContent ?? '',
        value: box.querySelector('.figure-value')?.textContent ?? '',
        href: box.querySelector('a')?.getAttribute('href') ?? '',
      })),
    )
    const counts = figures.filter(({ value, href }) => href && /^[\d,]+$/.test(value))
    expect(counts.length).toBeGreaterThan(2)
    for (const { title, value, href } of counts) {
      await page.goto(href)
      await settled(page)
      expect([title, await totalShown(page)]).toEqual([title, Number(value.replaceAll(',', ''))])
    }
    await page.context().close()
  })

  test('the unit table is sorted by the address and exported for spreadsheets with its intervals', async () => {
    const page = await at('/units?log=demo')
    await page.getByRole('button', { name: /^已超时/ }).click()
    await page.waitForURL(/sort=-overdue/)
    const shown = await page.locator('tbody tr:not(.unit-small) td[data-label="已超时"]').allInnerTexts()
    const numbers = shown.map((text) => Number(text.replaceAll(',', '')))
    expect(numbers.length).toBeGreaterThan(1)
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one))

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 CSV' }).click(),
    ])
    const csv = readFileSync(await download.path(), 'utf8')
    expect(csv.startsWith(BYTE_ORDER_MARK)).toBe(true)
    expect(csv.split('\r\n')[0]).toContain('按时办结率 下限')
    expect(csv.trim().split('\r\n')).toHaveLength((await page.locator('tbody tr').count()) + 1)
    await page.context().close()
  })

  test('the map goes from the main path to every variant by keyboard, and an arrow opens to its cases', async () => {
    const page = await at('/process?log=demo')
    const slider = page.getByRole('slider')
    await slider.focus()
    await page.keyboard.press('Home')
    await page.waitForURL(/variants=1(&|$)/)
    await page.locator('.variant').nth(1).waitFor({ state: 'detached' })
    const fewest = await page.locator('.map-edge[data-stop]').count()
    await slider.focus()
    await page.keyboard.press('End')
    await page.locator('.variant').nth(2).waitFor()
    const most = await page.locator('.map-edge[data-stop]').count()
    expect(most).toBeGreaterThan(fewest)

    await page.locator('[data-stop][tabindex="0"]').focus()
    await page.keyboard.press('ArrowDown')
    const said = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    expect(said).toMatch(/ 到 .+：[\d,]+ · /)
    await page.keyboard.press('Enter')
    await page.waitForURL(/from=.+to=/)
    await page.locator('.map-cases-section tbody tr').first().waitFor()
    const cases = Number(/：([\d,]+) · /.exec(said)?.[1]?.replaceAll(',', ''))
    expect(await totalShown(page, '.map-cases-section')).toBe(cases)

    await page.reload()
    await settled(page)
    expect(await page.locator('.map-cases-section tbody tr').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  test('all of the map also stands in tables, and a marked path steps forward', async () => {
    const page = await at('/process?log=demo&variants=100000')
    const arrows = await page.locator('.map-edge[data-stop]:not(.is-absent)').count()
    await page.locator('.map-tables summary').click()
    const rows = await page.locator('.map-tables table').nth(1).locator('tbody tr').count()
    expect(rows).toBeGreaterThanOrEqual(arrows)

    await page
      .getByRole('button', { name: /^在图上标出/ })
      .first()
      .click()
    await page.waitForURL(/variant=1/)
    expect(await page.locator('.map-node.is-marked').count()).toBeGreaterThan(2)
    await page.context().close()
  })

  test('a published path that cannot be read is refused with its place, and what was written stays', async () => {
    const page = await at('/process?log=demo')
    await page.getByRole('button', { name: '设定公布的流程' }).click()
    const dialog = page.getByRole('dialog')
    const steps = 'path:\n  - 收件\n  - [unclosed\n'
    await dialog.getByLabel('或在这里写步骤').fill(steps)
    await dialog.getByRole('button', { name: '设定', exact: true }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await dialog.getByLabel('或在这里写步骤').inputValue()).toBe(steps)
    await page.context().close()
  })

  test('a log is imported in three steps, its bad rows are told, and the same file changes nothing', async () => {
    const page = await at('/logs/import')
    await importFile(page, { name: 'permits.csv', text: PERMITS })
    await page.getByText('导入完成：2 件办件，4 个事件。').waitFor()
    await page.getByText('有 1 行没有导入，其余已导入。').waitFor()
    expect(await page.locator('tbody tr').first().innerText()).toContain('2026-02-30')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /下载被拒绝的行/ }).click(),
    ])
    expect(readFileSync(await download.path(), 'utf8')).toContain('2026-02-30')

    await page.goto('/logs/import')
    await importFile(page, { name: 'permits.csv', text: PERMITS })
    await page.getByText('日志没有变化').first().waitFor()

    await page.goto('/logs')
    await settled(page)
    expect(await page.locator('#imports tbody tr').count()).toBe(2)
    expect(
      await page
        .getByRole('row', { name: /permits/ })
        .first()
        .innerText(),
    ).toContain('2')
    await page.context().close()
  })

  test('a file that is no log is refused with a sentence and nothing is stored', async () => {
    const page = await at('/logs/import')
    await page.setInputFiles('input[type=file]', {
      name: 'broken.xes',
      mimeType: 'text/xml',
      buffer: Buffer.from('<?xml version="1.0"?><log><trace><event></log>'),
    })
    const refused = page.getByRole('alert')
    await refused.waitFor()
    expect((await refused.innerText()).length).toBeGreaterThan(10)
    await page.goto('/logs')
    await settled(page)
    expect(await page.locator('main').innerText()).not.toContain('broken')
    await page.context().close()
  })

  test('the wizard keeps its answers through a reload', async () => {
    const page = await at('/logs/import')
    await page.setInputFiles('input[type=file]', csvFile('kept.csv', PERMITS))
    await page.locator('.first-rows').waitFor()
    await page.getByLabel('自己指定每列是什么').check()
    await page.getByRole('combobox', { name: '经办人' }).selectOption('')
    await page.reload()
    await page.locator('.first-rows').waitFor()
    expect(await page.getByLabel('自己指定每列是什么').isChecked()).toBe(true)
    expect(await page.getByRole('combobox', { name: '经办人' }).inputValue()).toBe('')
    await page.context().close()
  })

  test('other numbers are tried over the whole log, and the address shows the same result again', async () => {
    const page = await at('/rules?log=demo')
    const codes = await page.locator('[data-row-link]').allInnerTexts()
    expect(codes.length).toBeGreaterThanOrEqual(12)
    await page.getByRole('link', { name: /^SV-13/ }).click()
    await page.waitForURL(/\/rules\/SV-13/)
    await settled(page)
    await page.locator('.what-if input').first().fill('1')
    await page.getByRole('button', { name: '试算' }).click()
    const result = page.getByText(/^现行数值：/)
    await result.waitFor()
    const said = await result.innerText()
    expect(await page.locator('.replay a').count()).toBeGreaterThan(0)

    await page.reload()
    await result.waitFor()
    expect(await result.innerText()).toBe(said)
    await page.context().close()
  })

  test.each(LOOKINGS)(
    'the pages are accessible and fit at $width px, $theme, $language',
    { timeout: 240_000 },
    async (looking) => {
      const page = await people.person('zhang.min', looking)
      const { faults, look } = inspecting(page, looking)
      for (const path of PATHS) {
        await page.goto(path)
        await look(path)
      }
      expect(faults).toEqual([])
      await page.context().close()
    },
  )
})

const PATHS = [
  '/overview?log=demo',
  '/units?log=demo',
  '/process?log=demo&variant=1',
  '/rules?log=demo',
  '/rules/SV-01?log=demo',
  '/logs',
  '/logs/import',
]

const PERMITS = `办件编号,环节,时间,经办人
A-1,收件,2026-03-02 09:00,甲
A-1,受理,2026-03-03 10:00,乙
A-2,收件,2026-03-02 11:00,甲
A-2,补正,2026-02-30 10:00,乙
A-2,受理,2026-03-05 10:00,乙
`

const csvFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

async function importFile(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  await page.setInputFiles('input[type=file]', csvFile(name, text))
  await page.locator('.first-rows').waitFor()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '开始导入' }).click()
  await page.waitForURL(/import=/)
}

/** The total that a list says: `共 1434 条`, `已显示 50 条，共 1,434 条`, `共 12 张`. */
async function totalShown(page: Page, within = 'main'): Promise<number> {
  const text = await page.locator(within).innerText()
  return Number(/共 ([\d,]+) [条张]/.exec(text)?.[1]?.replaceAll(',', '') ?? 0)
}
