import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { accessibilityFaults, browserPath, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const APPLICANT = ['11010519491231002X', '王小明', '13800138000'] as const
const ITEM = 'food-business'
const applicant = {
  kind: 'natural',
  name: '王小明',
  documentKind: 'residentId',
  documentNumber: '11010519491231002X',
  phone: '13800138000',
}
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n')

describe.skipIf(!browserPath)(`A file at the desk${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const office = await desksInBrowser()
  const { desk, picture, send } = office

  /** What the applicant does from home, by number and code. */
  async function fromHome(path: string, body: Buffer | object) {
    const raw = Buffer.isBuffer(body)
    const answer = await fetch(`${office.server.address}/api/track/${path}`, {
      method: 'POST',
      headers: { 'content-type': raw ? 'application/octet-stream' : 'application/json' },
      body: raw ? new Uint8Array(body) : JSON.stringify(body),
    })
    expect(answer.status).toBe(200)
    return (await answer.json()) as { file: string }
  }

  /** Received with nothing, told once, and both materials sent from home as files. */
  async function sentFromHome(page: Page): Promise<string> {
    const { file, trackingCode: code } = await send(page, '/api/files', {
      ...{ item: ITEM, channel: 'counter', counter: '3', applicant, materials: [] },
    })
    const { caseNo } = file as { caseNo: string }
    await send(page, `/api/files/${caseNo}/supplement-notice`, { missing: ['application', 'layout'] })
    const upload = (name: string, bytes: Buffer) =>
      fromHome(`${caseNo}/uploads?code=${code}&name=${encodeURIComponent(name)}`, bytes)
    const [form, photo] = [await upload('申请书.pdf', PDF), await upload('布局图.png', PNG)]
    const electronic = (material: string, { file }: { file: string }) => ({
      ...{ code: material, form: 'electronic', files: [file] },
    })
    await fromHome(`${caseNo}/materials`, {
      code,
      materials: [electronic('application', form), electronic('layout', photo)],
    })
    return caseNo
  }

  test('what the applicant sent is read inside the page, for a purpose asked once, by keyboard from one file to the next', async () => {
    const page = await desk('li.wei', '/work')
    const caseNo = await sentFromHome(page)
    const purposes: string[] = []
    page.on('request', (request) => {
      const asked = new URL(request.url()).searchParams.get('purpose')
      if (asked) purposes.push(asked)
    })
    const broken: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) broken.push(message.text())
    })
    await page.goto(`/desk/files/${caseNo}`)
    await page.getByRole('button', { name: '布局图.png' }).click()
    await page
      .getByRole('dialog')
      .getByLabel(/查看目的/)
      .fill('核对布局')
    await page.keyboard.press('Enter')
    const viewer = page.getByRole('dialog', { name: '布局图.png' })
    await viewer.getByRole('img', { name: '布局图.png' }).waitFor()
    await picture(page, 'upload-picture')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('+')
    expect(await viewer.getByRole('img').getAttribute('width')).toBe('1')
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('dialog', { name: '申请书.pdf' }).locator('iframe').waitFor()
    await picture(page, 'upload-document')
    await page.keyboard.press('ArrowRight')
    await viewer.getByRole('img').waitFor()
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '申请书.pdf' }).click()
    await page.getByRole('dialog', { name: '申请书.pdf' }).locator('iframe').waitFor()
    // Two files, two readings, however often they are turned to.
    expect(purposes).toEqual(['核对布局', '核对布局'])
    expect(broken).toEqual([])
    await page.context().close()
  })

  test('an agent is one key away: F2, who it is and by which mandate; a wrong one is said before sending, the receipt is masked', async () => {
    const page = await desk('li.wei', '/counter')
    const options = page.getByRole('listbox').getByRole('option')
    await page.keyboard.type('spj')
    await options.first().waitFor()
    await page.waitForTimeout(300)
    await page.keyboard.press('Enter')
    await page.locator('input[name=documentNumber]:focus').waitFor()
    await page.keyboard.type('91350100M000100Y43')
    await page.keyboard.press('F2')
    await page.locator('input[name=agent-documentNumber]:focus').waitFor()
    await page.keyboard.press('F2')
    expect(await page.locator('input[name=agent-documentNumber]').count()).toBe(0)
    await page.locator('input[name=name]').fill('青禾餐饮有限公司')
    await page.locator('input[name=phone]').fill('13800138001')
    await page.keyboard.press('F2')
    for (const text of [...APPLICANT, '授权委托书 2026-11-20']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }
    await page.locator('input[name=agent-mandateUntil]').fill('2020-01-01')
    await page.keyboard.press('Enter')
    await page.keyboard.press('0')
    await page.keyboard.press('Enter')
    await page.getByText('委托书已过期').waitFor()
    await page.locator('input[name=agent-mandateUntil]:focus').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await picture(page, 'counter-agent')
    await page.locator('input[name=agent-mandateUntil]').fill('')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.locator('.receipt.is-given').waitFor()
    const receipt = await page.locator('.receipt').innerText()
    expect(receipt).toContain('王**')
    expect(receipt).not.toContain('王小明')
    await picture(page, 'counter-agent-receipt')
    await page.getByRole('link', { name: '打开办件' }).click()
    await page.locator('.facts').getByText('授权委托书 2026-11-20').waitFor()
    await page.context().close()
  })
})
