import { describe, expect, test } from 'vitest'
import type { ItemContent } from '#modules/catalogue/index.ts'
import { soundItem } from '../src/modules/catalogue/gate/sound-item.ts'
import { browserPath, inspecting, LOOKINGS, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const say = (zh: string, en: string) => ({ zh, en })
const own = (code: string, change: Partial<ItemContent>): ItemContent => ({
  ...soundItem,
  codes: { ...soundItem.codes, basic: `L-${code}` },
  ...change,
})
const items = {
  badge: own('badge', {
    name: say('从业人员健康证', 'Health card'),
    limits: { ...soundItem.limits, onTheSpot: true, committed: { length: 0, unit: 'workingDays' } },
    steps: soundItem.steps.map((step) => ({ ...step, limit: null })),
  }),
  bookkeeping: own('bookkeeping', {
    name: say('代理记账许可', 'Bookkeeping licence'),
    phrases: ['代账'],
    pledge: {
      text: say('本人承诺专职从业人员不少于三名', 'I pledge to have three full-time staff'),
      waives: ['layout'],
      checkWithin: { length: 20, unit: 'workingDays' },
      consequence: say('撤销许可', 'the licence is revoked'),
      basis: '国办发〔2020〕42号',
    },
  }),
  billboard: own('billboard', {
    name: say('户外广告许可', 'Billboard permit'),
    conditions: [
      ...soundItem.conditions,
      { code: 'townscape', text: say('与街道容貌相协调', 'in keeping with the street'), nature: 'judgement' },
    ],
    discretion: [
      { code: 'a', name: say('一般', 'ordinary'), when: say('二十平方米以下', 'small'), outcome: 'granted' },
      {
        code: 'b',
        name: say('从严', 'strict'),
        when: say('重点区域', 'special district'),
        outcome: 'either',
      },
    ],
  }),
}
const person = {
  ...{ kind: 'natural', name: '王小明', documentKind: 'residentId' },
  ...{ documentNumber: '11010519491231002X', phone: '13800138009' },
}
const paper = (code: string) => ({ code, form: 'original', copies: 1, files: [] })
const complete = [paper('application'), paper('layout')]

describe.skipIf(!browserPath)(
  `Kinds of handling in a browser${withoutBrowser}`,
  { timeout: WAIT_MS },
  async () => {
    if (!browserPath) return
    const office = await desksInBrowser({ items })
    const { act, desk, picture, send } = office

    test('an officer finishes on the spot, flags what is urgent and is held to the list of conditions; everybody reads the results', async () => {
      const head = await desk('wang.fang', '/counter')
      const receive = (item: string, more: object) =>
        send(head, '/api/files', { item, channel: 'counter', counter: '3', applicant: person, ...more })
      await receive('badge', {
        materials: complete,
        finish: { outcome: 'granted', result: '健康证', proof: '本人签收' },
      })
      await receive('badge', { materials: complete, acceptIfComplete: true, notOnTheSpot: '体检仪器故障' })
      await receive('bookkeeping', { materials: [paper('application')], pledged: true })
      const { file } = await receive('billboard', { materials: complete, acceptIfComplete: true })

      const clerk = await desk('li.wei', `/files/${file.caseNo}`)
      await act(clerk, '申请急件', async (form) => {
        await form.getByLabel(/^急在哪里/).fill('三天后开业，合同附后')
      })
      await clerk.getByText(/待批急件/).waitFor()
      await head.goto(`/desk/files/${file.caseNo}`)
      await act(head, '批准急件', async (form) => {
        await form.getByLabel(/^理由/).fill('情况属实')
      })
      await head.getByText(/^急件：/).waitFor()
      await act(head, '环节办结', async () => undefined)
      await act(head, '作出决定', async (form) => {
        await form.getByLabel('不予许可', { exact: true }).check()
        await form.getByLabel(/与街道容貌相协调/).check()
        await form.getByText('靠解释认定的').click()
        await form.getByLabel(/^所依据的条款/).fill('城市市容和环境卫生管理条例第十一条')
        await form.getByLabel(/^申请人还有什么/).fill('缩小尺寸、改变颜色后重新申请')
        await form.getByLabel('裁量档次').selectOption('b')
        await form.getByLabel(/^理由/).fill('颜色与街区不协调')
        await form.getByLabel(/^法律依据/).fill('城市市容和环境卫生管理条例第十一条')
      })
      await head.getByText(/没有满足的条件：与街道容貌相协调/).waitFor()
      await picture(head, 'kinds-file')

      await head.goto('/desk/kinds')
      await head.getByText('体检仪器故障').waitFor()
      await picture(head, 'kinds-spot')
      await head.goto('/desk/kinds?tab=pledges')
      await head.getByRole('button', { name: '登记核查' }).waitFor()
      await picture(head, 'kinds-pledges')

      const supervisor = await desk('zhang.min', '/kinds?tab=urgent')
      await supervisor.getByRole('button', { name: '核查急件' }).click()
      const form = supervisor.getByRole('dialog')
      await form.getByLabel(/^依据/).fill('合同与公告一致')
      await form.getByRole('button', { name: '登记' }).click()
      await supervisor.getByText('合同与公告一致').waitFor()
      await picture(supervisor, 'kinds-urgent')
      await supervisor.goto('/desk/kinds?tab=readings')
      await supervisor.getByText('缩小尺寸、改变颜色后重新申请').waitFor()
      await picture(supervisor, 'kinds-readings')

      const visitor = await office.people.stranger({ width: 390 })
      await visitor.goto('/results')
      await visitor.getByText(/没有满足的条件：与街道容貌相协调/).waitFor()
      expect(await visitor.getByText('王小明').count()).toBe(0)
      await picture(visitor, 'portal-results')
      for (const each of [head, clerk, supervisor, visitor]) await each.context().close()
    })

    test('every tab is accessible on a desk and on a phone', async () => {
      for (const { axe, ...looking } of LOOKINGS) {
        const page = await office.people.person('wang.fang', looking)
        const { faults, look } = inspecting(page, { axe })
        for (const tab of ['spot', 'day', 'urgent', 'pledges', 'discretion', 'readings', 'liability']) {
          await page.goto(`/desk/kinds?tab=${tab}`)
          await look(tab)
          await picture(page, `kinds-${tab}-${looking.width}`)
        }
        await page.goto('/results')
        await look('results')
        await page.goto('/guide/bookkeeping')
        await look('guide')
        expect(faults).toEqual([])
        await page.context().close()
      }
    })
  },
)
