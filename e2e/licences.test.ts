import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { dayNumber, dayOfNumber } from '#kernel/day.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import type { ItemContent } from '#modules/catalogue/index.ts'
import { dayAt, grantLicence } from '#modules/licences/index.ts'
import { soundItem } from '../src/modules/catalogue/gate/sound-item.ts'
import { browserPath, inspecting, LOOKINGS, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const PHONE = '13800138009'
const ENDING = '青规爆〔2026〕第001号'
const HOLDER = ['11010519491231002X', '王小明', PHONE] as const
const name = { zh: '爆破作业许可', en: 'Permit for blasting' }
const result = { zh: '爆破作业证', en: 'Blasting licence' }
const blasting: ItemContent = {
  ...soundItem,
  ...{ name, mainItem: '爆破作业许可', safety: true, phrases: ['爆破'], form: [] },
  materials: soundItem.materials.slice(0, 1),
  results: soundItem.results.map((one) => ({ ...one, name: result })),
}
const items = {
  blasting,
  'blasting-renewal': {
    ...blasting,
    name: { zh: '爆破作业许可（延续）', en: 'Renewal of a permit for blasting' },
    phrases: ['延续爆破证'],
    results: blasting.results.map((one) => ({ ...one, licence: 'renews' as const })),
  },
}

describe.skipIf(!browserPath)(`Licences in a browser${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const office = await desksInBrowser({ items })
  const { desk, picture } = office

  /** A licence of this resident that was granted before the platform and ends in so many days. */
  async function registered(page: Page, number: string, endsIn: number): Promise<void> {
    const { account } = await (await page.request.get('/api/session')).json()
    const [now, today] = [Date.now(), dayNumber(dayAt(Date.now()))]
    await office.database.transaction({ jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' }, (db) =>
      grantLicence(
        db,
        number,
        {
          ...{ name: result, item: 'blasting', itemName: name, mainItem: '爆破作业许可', unit: 'planning' },
          ...{ seenBy: [], holder: String(account).replace(/^resident\//, ''), holderMasked: '王**' },
          ...{ agent: null, caseNo: null, period: '5Y', renewBefore: '30D', safety: true },
          remedies: '申请行政复议或者提起行政诉讼',
          validFrom: dayOfNumber(today + endsIn - 1826),
          validUntil: dayOfNumber(today + endsIn),
        },
        { actor: 'demo', now },
      ),
    )
  }

  async function signedIn(path: string): Promise<Page> {
    const page = await office.people.stranger({ width: 390 })
    await page.goto(path)
    await page.getByLabel(/^手机号码/).fill(PHONE)
    await page.getByRole('button', { name: '获取验证码' }).click()
    const shown = await page.getByText(/演示：这里不发短信/).innerText()
    await page.getByLabel(/^验证码/).fill(/\d{6}/.exec(shown)?.[0] ?? '')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('button', { name: '退出' }).waitFor()
    return page
  }

  test('a holder sees how many days are left and asks for renewal with one tap; the office sees it was in time', async () => {
    const page = await signedIn('/mine')
    expect(await page.getByRole('heading', { name: '我的证照' }).count()).toBe(0)
    await registered(page, ENDING, 40)
    await page.reload()
    await page.getByText('还有 40 天').waitFor()
    await picture(page, 'portal-mine')
    await page.getByRole('link', { name: '申请延续' }).click()
    await page.getByRole('heading', { name: '申请：爆破作业许可（延续）' }).waitFor()
    const next = () => page.getByRole('button', { name: '下一步' }).click()
    await next()
    await page.getByLabel(/^姓名/).fill(HOLDER[1])
    await next()
    await page.getByLabel(/^证件号码/).fill(HOLDER[0])
    await next()
    await page.getByLabel(/^联系电话/).fill(PHONE)
    await next()
    await next()
    await page.getByText(ENDING).waitFor()
    await page.getByLabel('我保证所填内容和材料真实。').check()
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByRole('heading', { name: '已收到您的申请' }).waitFor()
    const [caseNo = ''] = await page.locator('.sent-number').allInnerTexts()
    await page.goto('/mine')
    await page.getByText(`延续正在办理，编号 ${caseNo}`).waitFor()

    const clerk = await desk('li.wei', `/files/${caseNo}`)
    await clerk.getByText(`申请延续证照 ${ENDING}`).first().waitFor()
    await clerk.getByText('视为准予延续').first().waitFor()
    await picture(clerk, 'file-renewal')
    for (const each of [page, clerk]) await each.context().close()
  })

  test('the head finds what ends soon, revokes what was got by fraud, and the holder is kept out of the counter', async () => {
    const head = await desk('wang.fang', '/licences')
    await head.getByLabel('到期').selectOption({ label: '60 天内到期' })
    await head.getByRole('link', { name: ENDING }).click()
    await head.getByRole('heading', { name: `证照 ${ENDING}` }).waitFor()
    await picture(head, 'licence')
    await head.getByRole('button', { name: '撤销证照' }).click()
    const form = head.getByRole('dialog')
    await form.getByLabel('情形').selectOption({ label: '以欺骗、贿赂等不正当手段取得' })
    await form.getByLabel('理由').fill('申请时提交的资格证系伪造')
    await form.getByLabel('决定文书文号').fill('青规撤〔2026〕1号')
    await form.getByRole('button', { name: '撤销证照' }).click()
    await head.getByText('24:00 前不得再次申请').waitFor()
    await head.getByText('已撤销').first().waitFor()
    await picture(head, 'licence-revoked')

    const clerk = await desk('li.wei', '/counter')
    await clerk.getByRole('searchbox').or(clerk.getByRole('combobox')).first().fill('延续爆破证')
    await clerk.getByRole('option', { name: /爆破作业许可（延续）/ }).click()
    await clerk.locator('input[name=documentNumber]').waitFor()
    for (const text of HOLDER) {
      await clerk.keyboard.type(text)
      await clerk.keyboard.press('Enter')
    }
    await clerk.keyboard.press('0')
    await clerk.keyboard.press('Enter')
    await clerk.getByRole('alert').filter({ hasText: '第七十九条' }).waitFor()
    expect(await clerk.getByRole('alert').innerText()).toContain('期满自动解除')
    await picture(clerk, 'counter-barred')

    await clerk.goto('/desk/licences')
    await settled(clerk)
    await clerk.getByRole('button', { name: '解除' }).click()
    await clerk.getByRole('dialog').getByLabel('理由').fill('查实资格证为真')
    await clerk.getByRole('dialog').getByRole('button', { name: '解除' }).click()
    await clerk.getByRole('alert').filter({ hasText: '作出决定的人不能自己解除' }).waitFor()
    for (const each of [head, clerk]) await each.context().close()
  })

  test.each(LOOKINGS)('the pages are accessible and fit at $width px, $theme, $language', async (looking) => {
    const page = await office.people.person('wang.fang', looking)
    const { faults, look } = inspecting(page, looking)
    for (const path of ['/licences', `/licences/${encodeURIComponent(ENDING)}`]) {
      await page.goto(`/desk${path}`)
      await look(path)
      await picture(page, `look-${looking.width}-${looking.theme}-${path.length}`)
    }
    expect(faults).toEqual([])
    await page.context().close()
  })
})
