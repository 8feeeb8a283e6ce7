import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { DEMO_JURISDICTION, DEMO_PASSWORD, type DemoAccount } from '#modules/access/index.ts'
import { changeFee, proposeFee, publishFee } from '#modules/catalogue/index.ts'
import { addUnit } from '#modules/organisation/index.ts'
import { addAccount } from '../src/modules/access/founding.ts'
import { hashPassword } from '../src/modules/access/passwords.ts'
import { browserPath, inspecting, LOOKINGS, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const ITEM = 'food-business'
const AGENT: DemoAccount = {
  ...{ account: 'qiu.cun', name: '邱村（演示）', unit: 'planning', role: 'officer' },
  title: { zh: '代办员', en: 'agent' },
}
const HEAD = { account: 'bao.zhen', name: '包真（演示）', unit: 'shuanghe', role: 'unitHead' } as const
const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
const person = {
  ...{ kind: 'natural', name: '王小明', documentKind: 'residentId' },
  ...{ documentNumber: '11010519491231002X', phone: '13800138009' },
}
const company = {
  ...{ kind: 'legal', name: '青禾精工有限公司', documentKind: 'creditCode', phone: '13800138001' },
  documentNumber: '91350100M000100Y43',
}
const materials = ['application', 'layout'].map((code) => ({ code, form: 'original', copies: 1, files: [] }))

describe.skipIf(!browserPath)(
  `Fees, agencies and projects in a browser${withoutBrowser}`,
  { timeout: WAIT_MS },
  async () => {
    if (!browserPath) return
    const office = await desksInBrowser({ people: [AGENT] })
    const { desk, picture, send } = office

    beforeAll(async () => {
      const now = Date.now()
      const passwordHash = await hashPassword(DEMO_PASSWORD)
      await office.database.transaction(scope, async (db) => {
        const unit = { id: 'shuanghe', name: '双河镇便民服务中心', nameEn: 'Shuanghe', kind: 'hall' } as const
        await addUnit(db, { ...unit, parent: 'county-government' }, { by: 'demo', at: now })
        await addAccount(db, HEAD, { passwordHash, mustChange: false, by: 'demo', at: now })
        const terms = {
          from: day('2026-01-01'),
          status: 'kept',
          rate: { kind: 'fixed', cents: 12_000 },
          basis: '省价费〔2012〕1号',
          exemption: { zh: '', en: '' },
          collectedYearly: null,
        } as const
        const name = { zh: '食品检验费', en: 'Food test' }
        const entry = {
          kind: 'entry',
          unit: 'planning',
          name,
          payer: 'everybody',
          items: [ITEM],
          terms,
        } as const
        const given = { fee: 'food-test', unit: 'planning', proposal: entry }
        await changeFee(db, 'food-test', (state) => proposeFee(state, given), { actor: 'wang.fang', now })
        const publishing = { fee: 'food-test', by: 'zhang.min', today: day('2025-12-31') }
        await changeFee(db, 'food-test', (state) => publishFee(state, publishing), {
          actor: 'zhang.min',
          now,
        })
      })
    })

    test('a clerk charges what the bill says, and the applicant sees it and tells of other money he was asked for', async () => {
      const clerk = await desk('li.wei', '/counter')
      const body = { item: ITEM, channel: 'counter', counter: '1', applicant: person, materials }
      const { file, trackingCode } = await send(clerk, '/api/files', { ...body, acceptIfComplete: true })
      await clerk.goto(`/desk/files/${file.caseNo}`)
      await clerk.getByRole('button', { name: '食品检验费：收取 120.00 元' }).click()
      await clerk.getByRole('dialog').getByRole('button', { name: '收取 120.00 元' }).click()
      await clerk.getByText(/已收 食品检验费 120.00 元，票据 .*费字/).waitFor()
      await picture(clerk, 'file-charges')

      const visitor = await office.people.stranger({ width: 390 })
      await visitor.goto(`/track/${file.caseNo}?code=${trackingCode}`)
      await visitor.getByText(/食品检验费（food-test）：120.00 元/).waitFor()
      await visitor.getByText('有人向我收了别的钱').click()
      await visitor.getByLabel(/^说是什么钱/).fill('加急费')
      await visitor.getByLabel(/^多少/).fill('200')
      await visitor.getByLabel(/^哪一天/).fill('2026-03-02')
      await visitor.getByRole('button', { name: '核对并反映' }).click()
      await visitor.getByText(/收费没有项目编码.*已告知监察/).waitFor()
      await picture(visitor, 'portal-charges')
      await visitor.goto('/fees')
      await visitor.getByRole('heading', { name: /食品检验费/ }).waitFor()
      await picture(visitor, 'portal-fees')
      for (const each of [clerk, visitor]) await each.context().close()
    })

    test('an agent takes a matter on by phone, and the resident follows it with the number and code of the slip', async () => {
      const head = await desk('bao.zhen', '/agency?tab=agents')
      await head.getByRole('button', { name: '确定代办员' }).click()
      const naming = head.getByRole('dialog')
      await naming.getByLabel(/^账号/).fill('qiu.cun')
      await naming.getByLabel(/^单位编码/).fill('planning')
      await naming.getByLabel(/^电话/).fill('0990-5550101')
      await naming.getByLabel(/^可代办事项/).fill(ITEM)
      await naming.getByRole('button', { name: '确定代办员' }).click()
      await head.getByText(/邱村/).waitFor()

      const agent = await office.people.person('qiu.cun', { width: 390 })
      await agent.goto('/desk/agency')
      await agent.getByRole('button', { name: '受托' }).click()
      const form = agent.getByRole('dialog')
      await form.getByLabel(/^姓名/).fill(person.name)
      await form.getByLabel(/^身份证号/).fill(person.documentNumber)
      await form.getByLabel(/^手机/).fill(person.phone)
      await form.getByLabel(/^委托书名称/).fill('授权委托书 1')
      await form.getByLabel(/^委托书有效期/).fill('2030-12-31')
      await form.getByLabel(/^收取的材料/).fill('申请书，布局图')
      await form.getByRole('button', { name: '受托' }).click()
      const slip = await agent.getByText(/^代办编号/).innerText()
      const [, number = '', code = ''] = /代办编号 (\S+)，查询码 (\w+)/.exec(slip) ?? []
      await agent.getByRole('button', { name: '知道了' }).click()
      await agent.getByRole('button', { name: '交件' }).click()
      await agent.getByRole('dialog').getByRole('button', { name: '交件' }).click()
      await agent.getByText('已送出，等待镇中心签收').waitFor()
      await picture(agent, 'agency-phone')

      const resident = await office.people.stranger({ width: 390 })
      await resident.goto(`/agency/${number}?code=${code}`)
      await resident.getByText('已送出，等待镇中心签收').waitFor()
      await resident.getByRole('button', { name: '撤回委托' }).waitFor()
      await picture(resident, 'portal-agency')
      for (const each of [head, agent, resident]) await each.context().close()
    })

    test('a project has its agent, and every page of this is accessible on a desk and on a phone', async () => {
      const leader = await desk('chen.jie', '/projects')
      const permit = {
        code: 'licence',
        name: { zh: '食品经营许可', en: 'Licence' },
        item: ITEM,
        unit: 'planning',
      }
      const body = { name: '精工二期', company, kind: 'industry', investment: 4_000_000_000, map: null }
      const permits = [{ ...permit, days: 8, needs: [] }]
      await send(leader, '/api/project-files/jinggong', { ...body, permits }, 'PUT')
      await leader.goto('/desk/projects/jinggong')
      await leader.getByRole('button', { name: '确定代理员' }).click()
      const form = leader.getByRole('dialog')
      await form.getByLabel(/^账号/).fill('li.wei')
      await form.getByLabel(/^单位编码/).fill('planning')
      await form.getByLabel(/^授权文件/).fill('县政办〔2026〕8号')
      await form.getByLabel(/^授权至/).fill('2030-12-31')
      await form.getByRole('button', { name: '确定代理员' }).click()
      await leader.getByText(/授权文件 县政办〔2026〕8号/).waitFor()
      await leader.context().close()

      for (const { axe, ...looking } of LOOKINGS) {
        const page = await office.people.person('zhang.min', looking)
        const { faults, look } = inspecting(page, { axe })
        const tabs = ['register', 'receipts', 'faults', 'intermediaries', 'surveys']
        const paths = [
          ...tabs.map((tab) => `/desk/fees?tab=${tab}`),
          ...['matters', 'figures', 'agents'].map((tab) => `/desk/agency?tab=${tab}`),
          ...['/desk/projects', '/desk/projects/jinggong', '/fees', '/agency', '/project'],
        ]
        for (const path of paths) {
          await page.goto(path)
          await look(path)
        }
        expect(faults).toEqual([])
        await page.context().close()
      }
    })
  },
)
