import { describe, expect, test } from 'vitest'
import { DAY_MS } from '#kernel/day.ts'
import { itemUnder, withVisit } from '../test/scenarios/statutory-items.ts'
import { accessibilityFaults, browserPath, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const applicant = {
  kind: 'natural',
  name: '王小明',
  documentKind: 'residentId',
  documentNumber: '11010519491231002X',
  phone: '13800138000',
}
const materials = ['application', 'layout'].map((code) => ({ code, form: 'original', copies: 1 }))
const officer = (account: string, name: string) =>
  ({ account, name, unit: 'planning', role: 'officer', title: { zh: '承办人', en: 'officer' } }) as const

describe.skipIf(!browserPath)(`A hearing from the desk${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  let ahead = 0
  const office = await desksInBrowser({
    now: () => Date.now() + ahead,
    people: [
      officer('gao.shan', '高山（演示）'),
      officer('liu.shui', '柳水（演示）'),
      officer('yuan.mu', '袁木（演示）'),
    ],
    items: { visited: withVisit(itemUnder('XK-04', '20W'), '5W') },
  })
  const { act, desk, picture, send } = office

  async function received(): Promise<{ caseNo: string; code: string }> {
    const page = await desk('li.wei', '/work')
    const body = { item: 'visited', channel: 'counter', applicant, materials, acceptIfComplete: true }
    const { file, trackingCode: code } = await send(page, '/api/files', body)
    await page.context().close()
    return { caseNo: file.caseNo, code }
  }

  test('two go to the place, the applicant asks on his phone, the hearing is announced, held, and what was heard is answered', async () => {
    const { caseNo, code } = await received()
    const head = await desk('wang.fang', `/files/${caseNo}`)
    await head.getByText('核查人员还没有指派').waitFor()
    await act(head, '指派核查人员', async (form) => {
      for (const name of ['高山（演示）', '柳水（演示）']) await form.getByLabel(name).check()
    })
    await head.getByText('已指派：高山（演示）、柳水（演示）').waitFor()

    const visitor = await desk('gao.shan', `/files/${caseNo}`)
    await act(visitor, '登记现场核查', async (form) => {
      const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
      await form.getByLabel('核查日期').fill(today)
      await form.getByLabel('核查情况').fill('操作间与图纸一致')
    })
    await visitor.locator('.timeline').getByText('操作间与图纸一致').waitFor()
    await visitor.context().close()

    await head.reload()
    await settled(head)
    for (const opinion of ['现场符合', '材料属实'])
      await act(head, '环节办结', (form) => form.getByLabel('意见').last().fill(opinion))
    await act(head, '告知听证权利', (form) =>
      form.getByLabel('涉及哪些重大利益关系').fill('影响北侧住宅采光'),
    )
    await head.locator('#hearing').getByText('已告知听证权利').waitFor()
    await head.getByText('为什么其他的不能办').click()
    await head.getByText('五个工作日内还可以提出听证申请').first().waitFor()

    const phone = await office.people.stranger({ width: 390 })
    await phone.goto(`/track/${caseNo}?code=${code}`)
    await settled(phone)
    await phone.getByText('影响北侧住宅采光').first().waitFor()
    expect(await accessibilityFaults(phone)).toEqual([])
    await picture(phone, 'track-hearing')
    await phone.getByRole('button', { name: '我要求听证' }).click()
    await phone.getByText('已经要求听证').waitFor()

    await head.reload()
    await settled(head)
    await head.getByText('中止中', { exact: true }).waitFor()
    await act(head, '通知听证', async (form) => {
      const chairs = form.getByLabel(/主持人/).locator('option')
      await chairs.first().waitFor({ state: 'attached' })
      expect(await chairs.allInnerTexts()).toEqual(['袁木（演示）'])
      await form.getByLabel('地点').fill('三楼会议室')
    })
    await head.locator('#hearing').getByText('三楼会议室').waitFor()
    expect(await accessibilityFaults(head)).toEqual([])
    await picture(head, 'file-hearing')
    await phone.reload()
    await settled(phone)
    await phone.locator('#hearing').getByText('三楼会议室').waitFor()
    expect(await phone.getByRole('button', { name: '我要求听证' }).count()).toBe(0)
    for (const page of [head, phone]) await page.context().close()

    ahead = 40 * DAY_MS
    office.people.forget('wang.fang')
    const later = await desk('wang.fang', `/files/${caseNo}`)
    // What ran out meanwhile is entered by the sweep; an act sent before that would be told that the file has moved.
    const ranOut = async () => {
      await later.reload()
      await settled(later)
      return later.getByText('组织听证时限届满').count()
    }
    await expect.poll(ranOut, { timeout: 60_000 }).toBeGreaterThan(0)
    await act(later, '登记听证笔录', async (form) => {
      await form.getByLabel('到场情况').fill('申请人、利害关系人代表 2 名')
      await form.getByLabel('陈述、申辩和质证').fill('住户要求退让，申请人同意')
    })
    await later.getByText('办理中', { exact: true }).waitFor()
    await act(later, '作出决定', async (form) => {
      await form.getByLabel('结果名称或证照编号').fill('许可证 2026-0001')
      await form.getByLabel(/听证意见采纳情况/).fill('采纳退让一米的意见')
    })
    await later.locator('.facts').first().getByText('准予').waitFor()
    await later.context().close()
  })
})
