import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { browserPath, inspecting, LOOKINGS, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const title = { zh: '演示', en: 'demo' }
const people = [
  { account: 'he.hui', name: '何会（演示）', unit: 'supervision', role: 'supervisor', title },
] as const

describe.skipIf(!browserPath)(`Casework in a browser${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const office = await desksInBrowser({ people })
  const watch = async (account: string, path: string): Promise<Page> => {
    const page = await office.people.person(account)
    await page.goto(`/watch${path}`)
    await settled(page)
    return page
  }
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now())
  const file = {
    ...{ name: 'letter.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from('%PDF-1.7\n% letter\n%%EOF\n'),
  }

  test('a lead becomes a case with plan, evidence and a chain, and the unit answers at its desk', async () => {
    const page = await watch('zhang.min', '/casework')
    await page.getByRole('button', { name: '登记线索' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^标题/).fill('窗口推诿的来信')
    await dialog.getByLabel(/^单位/).selectOption('planning')
    await dialog.getByLabel(/^何时知悉/).fill(today)
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('heading', { name: '窗口推诿的来信' }).waitFor()

    await office.act(page, '立案', async (form) => {
      await form.getByLabel(/^承办人/).fill('zhang.min')
      await form.getByLabel(/^其他承办人员/).fill('he.hui')
      await form.getByLabel(/^决定人/).fill('he.hui')
      await form.getByLabel(/^理由/).fill('来信具体有凭据')
    })
    await page.getByText('谁查的案，由另一人决定').waitFor()
    await page
      .getByRole('dialog')
      .getByLabel(/^决定人/)
      .fill('chen.jie')
    await page.getByRole('dialog').getByRole('button', { name: '立案', exact: true }).click()
    await office.act(page, '制定方案', async (form) => {
      await form.getByLabel(/^方案/).fill('先调阅资料再谈话')
      await form.getByLabel(/^节点 1/).fill('调阅资料')
      await form.getByLabel(/^完成日期/).fill(today)
    })
    await office.act(page, '登记证据', async (form) => {
      await form.getByLabel(/^说明/).fill('来信和退件单复印件')
      await form.getByLabel(/^文件/).setInputFiles(file)
      await form.getByText(/^[0-9a-f]{64}$/).waitFor()
    })
    // The original follows its fingerprint, and no other file takes its place.
    const another = { ...file, buffer: Buffer.from('%PDF-1.7\n% another\n%%EOF\n') }
    await page.getByLabel(/^原件，校验值/).setInputFiles(another)
    await page.getByText('本案没有登记过这份文件的校验值').waitFor()
    await page.getByLabel(/^原件，校验值/).setInputFiles(file)
    await page.getByRole('button', { name: '打开原件 letter.pdf' }).waitFor()
    await office.act(page, '加入责任链', async (form) => {
      await form.getByLabel(/^单位/).selectOption('planning')
      await form.getByLabel(/^人员/).fill('li.wei')
      await form.getByLabel(/^姓名或名称/).fill('李蔚')
      await form.getByLabel(/^理由/).fill('退件单由其签发')
    })
    await page.locator('.casework-chain').getByText('退件单由其签发').waitFor()
    await office.act(page, '告知被查单位', async () => undefined)
    await page.getByRole('button', { name: '告知被查单位' }).waitFor({ state: 'detached' })
    await office.picture(page, 'casework-case')

    const head = await office.desk('wang.fang', '/own-cases')
    await head.getByLabel(/^本单位的答复/).fill('已调阅当日退件单核查')
    await head.getByRole('button', { name: '答复', exact: true }).click()
    await head.getByText('已答复').waitFor()
    await office.picture(head, 'casework-own')
  })

  test.each(LOOKINGS)('the pages hold at $width in $theme and $language', async (looking) => {
    const page = await office.people.person('zhang.min', looking)
    const { faults, look } = inspecting(page, looking)
    for (const tab of ['cases', 'balance', 'talks', 'typical', 'offices']) {
      await page.goto(`/watch/casework?tab=${tab}`)
      await look(tab)
      await office.picture(page, `casework-${tab}-${looking.width}`)
    }
    await page.goto('/watch/casework')
    await settled(page)
    await page.locator('[data-row-link]').first().click()
    await page.locator('.casework-chain').waitFor()
    await look('case')
    await office.picture(page, `casework-case-${looking.width}`)
    const head = await office.people.person('wang.fang', looking)
    const desk = inspecting(head, looking)
    await head.goto('/desk/own-cases')
    await desk.look('own cases')
    expect([...faults, ...desk.faults]).toEqual([])
  })
})
