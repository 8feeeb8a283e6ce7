import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { openFinding } from '#modules/findings/index.ts'
import { dayOfNumber } from '#kernel/day.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { browserPath, inspecting, LOOKINGS, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const title = { zh: '演示', en: 'demo' }
const people = [
  { account: 'he.san', name: '何三（演示）', unit: 'supervision', role: 'supervisor', title },
  { account: 'yu.si', name: '于四（演示）', unit: 'supervision', role: 'supervisor', title },
] as const

describe.skipIf(!browserPath)(
  `Accountability in a browser${withoutBrowser}`,
  { timeout: WAIT_MS },
  async () => {
    if (!browserPath) return
    const office = await desksInBrowser({ people })
    const { act, desk, picture } = office
    const watch = async (account: string, path: string): Promise<Page> => {
      const page = await office.people.person(account, { width: 1280 })
      await page.goto(path)
      await settled(page)
      return page
    }
    const today = dayOfNumber(dayNumberAt(DEFAULT_ZONE, Date.now()))

    test('a measure is proposed, told, answered by the person, decided by two, served, and appealed', async () => {
      const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
      const { finding } = await office.database.transaction(scope, (db) =>
        openFinding(
          db,
          {
            ...{ source: 'visit', sourceId: 'visit/1', unit: 'planning', account: 'li.wei' },
            ...{ conduct: 'rudeness', fact: '在窗口对办事群众大声呵斥', happenedOn: today },
          },
          { actor: 'zhang.min', now: Date.now() },
        ),
      )
      const supervisor = await watch('zhang.min', '/accountability')
      await supervisor.getByText('没有案卷').waitFor()
      await act(supervisor, '提出处理', async (form) => {
        await form.getByLabel(/^单位 /).selectOption({ label: '规划局' })
        await form.getByLabel(/^个人/).fill('li.wei')
        await form.getByLabel(/^依据的问题/).fill(finding)
        await form.getByLabel(/^事实/).fill('在窗口对办事群众大声呵斥')
        await form.getByLabel(/^所违反的规定/).fill('关于违反工作纪律的处理规定')
        await form.getByLabel(/^证据/).fill('现场录音')
        await form.getByLabel(/^单位没有责任的理由/).fill('单位已经教育管理')
      })
      await supervisor.getByText('谈话警示').first().waitFor()
      const file = /案卷 (A\S+)/.exec(await supervisor.locator('h1').innerText())?.[1] ?? ''
      await act(supervisor, '告知并报请决定', async (form) => {
        await form.getByLabel(/^决定人/).fill('he.san, yu.si')
      })
      await supervisor.getByText('已告知，听取陈述').waitFor()

      const subject = await desk('li.wei', `/accountability/${file}`)
      await act(subject, '陈述申辩', async (form) => {
        await form.getByLabel(/^陈述和申辩/).fill('当天身体不适，愿意道歉')
      })
      for (const decider of ['he.san', 'yu.si']) {
        const page = await watch(decider, `/accountability/${file}`)
        await act(page, '同意或者退回', async (form) => {
          await form.getByLabel(/^理由/).fill('事实清楚，证据充分')
        })
        await page.context().close()
      }
      await supervisor.reload()
      await supervisor
        .getByText(/效处字〔\d{4}〕第0001号/)
        .first()
        .waitFor()
      await act(supervisor, '登记送达', async (form) => {
        await form.getByLabel(/^日期/).fill(today)
        await form.getByLabel(/^送达方式/).fill('当面送达')
      })
      await picture(supervisor, 'measure')
      await subject.reload()
      await act(subject, '申请复核或者申诉', async (form) => {
        await form.getByLabel(/^理由/).fill('处理过重，请复核')
      })
      await subject.getByText(/处理过重，请复核/).waitFor()
      await picture(subject, 'measure-subject')
      for (const each of [supervisor, subject]) await each.context().close()

      for (const { axe, ...looking } of LOOKINGS) {
        const page = await office.people.person('zhang.min', looking)
        const { faults, look } = inspecting(page, { axe })
        for (const path of [
          ...['', '?tab=figures', '?tab=ladder', '?tab=cards', '?tab=people'],
          `/${file}`,
        ]) {
          await page.goto(`/accountability${path}`)
          await look(`watch ${path}`)
          await picture(page, `accountability${path.replace(/\W/g, '-')}-${looking.width}`)
        }
        for (const path of ['/contact', '/measures']) {
          await page.goto(path)
          await look(path)
        }
        await page.context().close()
        const own = await office.people.person('li.wei', looking)
        const mine = inspecting(own, { axe })
        await own.goto('/desk/accountability')
        await mine.look('desk')
        await picture(own, `accountability-desk-${looking.width}`)
        expect([...faults, ...mine.faults]).toEqual([])
        await own.context().close()
      }
    })
  },
)
