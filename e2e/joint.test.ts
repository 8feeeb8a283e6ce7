import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { addUnit } from '#modules/organisation/index.ts'
import { jointItem } from '#test/scenarios/joint-items.ts'
import { accessibilityFaults, browserPath, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const title = { zh: '演示', en: 'demo' }
const people = [
  { account: 'qian.market', name: '钱市（演示）', unit: 'market', role: 'unitHead', title },
] as const
const applicant = {
  ...{ kind: 'natural', name: '王小明', documentKind: 'residentId' },
  ...{ documentNumber: '11010519491231002X', phone: '13800138007' },
}
const paper = (code: string) => ({ code, form: 'original', copies: 1 })

describe.skipIf(!browserPath)(
  `Joint approval in a browser${withoutBrowser}`,
  { timeout: WAIT_MS },
  async () => {
    if (!browserPath) return
    const office = await desksInBrowser({ people, items: { joint: jointItem } })
    const { desk, picture, send } = office

    beforeAll(async () => {
      const doing = { by: 'demo', at: Date.now() }
      const unit = (id: string, name: string, nameEn: string) => ({
        ...{ id, name, nameEn, kind: 'department' as const, parent: null },
      })
      await office.database.transaction({ jurisdiction: DEMO_JURISDICTION }, async (db) => {
        await addUnit(db, unit('fire', '消防救援大队', 'Fire and Rescue'), doing)
        await addUnit(db, unit('water', '水务局', 'Water'), doing)
      })
    }, WAIT_MS)

    const looked = async (page: Page, name: string) => {
      await settled(page)
      await picture(page, name)
      expect(await accessibilityFaults(page)).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
    }

    test('the way of an item is drawn: branches by keyboard, checks beside, out and in again as BPMN', async () => {
      const page = await desk('wang.fang', '/catalogue/food-business')
      await page.getByRole('button', { name: '在现行版本上修改' }).click()
      await page
        .getByRole('navigation', { name: '内容' })
        .getByRole('button', { name: /流程图/ })
        .click()
      await page.getByText(/最长 \d+ 个工作日/).waitFor()
      await page.getByRole('button', { name: '在画布上修改' }).click()
      const canvas = page.getByRole('group', { name: '流程图画布' })
      await canvas.getByRole('button', { name: /^审查/ }).press('Enter')
      await page.getByRole('button', { name: '在所选之后加并行' }).press('Enter')
      // Two branches without post, power or clock: each is said, and leads to its place.
      await page
        .locator('.draft-section')
        .getByText(/“新环节 \d”没有岗位/)
        .first()
        .waitFor()
      await page.getByRole('button', { name: '去看' }).first().click()
      await page.getByLabel('岗位').fill('会办岗')
      await page.getByLabel('岗位').blur()
      const before = await canvas.getByRole('button').count()
      await canvas
        .getByRole('button', { name: /^新环节/ })
        .first()
        .press('ArrowRight')
      await looked(page, 'canvas')
      await canvas
        .getByRole('button', { name: /^新环节/ })
        .first()
        .press('Delete')
      expect(await canvas.getByRole('button').count()).toBe(before - 1)
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出 BPMN' }).click(),
      ])
      expect(file.suggestedFilename()).toMatch(/\.bpmn$/)
      await page.locator('input[type=file]').setInputFiles(await file.path())
      await page.getByText(/已读入/).waitFor()
      expect(await canvas.getByRole('button').count()).toBe(before - 1)
      const choice =
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p"><startEvent id="s"/><exclusiveGateway id="x" name="齐全吗"/><endEvent id="e"/></process></definitions>'
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'choice.bpmn', mimeType: 'text/xml', buffer: Buffer.from(choice) })
      await page.getByText(/“齐全吗”（ExclusiveGateway）不在支持范围内/).waitFor()
      await page.context().close()
      const small = await desk('wang.fang', '/catalogue/food-business?section=path', 390)
      await looked(small, 'canvas-390')
      await small.context().close()
    })

    test('a department finds its part among its work and answers; the lead sees all and assembles; the applicant follows each', async () => {
      const clerk = await desk('li.wei', '/work')
      const received = await send(clerk, '/api/files', {
        ...{ item: 'joint', channel: 'counter', counter: '3', applicant, acceptIfComplete: true },
        materials: [paper('application'), paper('layout')],
      })
      const { caseNo } = (received as { file: { caseNo: string } }).file
      await send(clerk, `/api/files/${caseNo}/steps`, { step: 'review', outcome: 'agreed', opinion: '' })
      await clerk.context().close()

      const department = await desk('qian.market', '/work')
      await department.getByRole('link', { name: '市场监管意见' }).press('Enter')
      await department.getByRole('heading', { name: /^联合办理/ }).waitFor()
      await looked(department, 'branch')
      await department.getByRole('button', { name: '出具意见' }).click()
      const form = department.getByRole('dialog')
      await form.getByLabel('意见').selectOption('conditions')
      await form.getByLabel('条件').fill('开业前复查')
      await form.getByLabel(/^理由/).fill('布局有改动')
      await form.getByRole('button', { name: '登记' }).click()
      await department.getByText('附条件同意').waitFor()
      await department.setViewportSize({ width: 390, height: 844 })
      await looked(department, 'branch-390')
      await department.context().close()

      const lead = await desk('wang.fang', `/files/${caseNo}`)
      await lead.getByText('开业前复查', { exact: true }).waitFor()
      await lead.getByText(/^消防救援大队 · /).waitFor()
      await looked(lead, 'joint')
      await lead.context().close()

      const { trackingCode } = received as { trackingCode: string }
      const phone = await office.people.stranger({ width: 390 })
      await phone.goto(`/track/${caseNo}?code=${trackingCode}`)
      await phone.getByRole('heading', { name: '各部门同时办' }).waitFor()
      await looked(phone, 'track-branches')
      await phone.context().close()
    })

    test('the map of formalities is drawn at the desk and read on a phone; a circle is refused by its names', async () => {
      const page = await desk('wang.fang', '/permits')
      const permit = (code: string, zh: string, unit: string, days: number, needs: string[] = []) => ({
        ...{ code, name: { zh, en: code }, item: null, unit, days, needs },
      })
      const permits = [
        permit('approval', '项目备案', 'planning', 3),
        permit('land', '用地规划许可', 'planning', 10, ['approval']),
        permit('fire', '消防设计审查', 'fire', 8, ['approval']),
        permit('build', '施工许可', 'market', 5, ['land', 'fire']),
      ]
      const name = { zh: '工业项目', en: 'Industry' }
      await send(page, '/api/permit-maps/industry', { name, permits, reason: '梳理' }, 'PUT')
      await page.reload()
      await page.getByRole('button', { name: '工业项目' }).click()
      await page
        .getByText(/最长 18 个工作日/)
        .last()
        .waitFor()
      await looked(page, 'permits')
      await page.getByRole('button', { name: '修改' }).click()
      await page.getByLabel('前置（编码，空格分开）').first().fill('build')
      await page.getByLabel('为什么改').fill('试试')
      await page.getByRole('button', { name: '画好' }).click()
      await page.getByText(/互为前置，谁也不能先办/).waitFor()
      await page.context().close()
      const phone = await office.people.stranger({ width: 390 })
      await phone.goto('/permits/industry')
      await phone.getByText(/最长 18 个工作日：/).waitFor()
      await looked(phone, 'permits-390')
      await phone.context().close()
    })
  },
)
