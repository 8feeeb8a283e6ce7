import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel/day.ts'
import { DEMO_JURISDICTION } from '#modules/access/index.ts'
import { verifyBundle } from '#modules/evidence/index.ts'
import { type NewFinding, openFinding } from '#modules/findings/index.ts'
import { browserPath, inspecting, LOOKINGS, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const BODIES = ['法制', '审计', '人事', '财政'] as const
const RULING = '月底前清理超期许可'
const FACT = '六件许可超期未办'
const inDays = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

const YEAR = inDays(0).slice(0, 4)

const described = describe.skipIf(!browserPath)
described(`Conference and evidence in a browser${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  if (!browserPath) return
  const office = await desksInBrowser()

  beforeAll(async () => {
    const scope = { jurisdiction: DEMO_JURISDICTION, reach: 'jurisdiction' } as const
    const found: NewFinding = {
      ...{ source: 'audit', sourceId: 'audit/1', unit: 'planning', conduct: 'overLimit', kind: 'time' },
      ...{ severity: 'grave', fact: FACT, happenedOn: day(inDays(-9)), evidence: [{ text: FACT }] },
    }
    await office.database.transaction(scope, (db) =>
      openFinding(db, found, { actor: 'zhang.min', now: Date.now() }),
    )
  }, WAIT_MS)

  test.each(LOOKINGS)('the pages fit at $width px, $theme, $language', async ({ axe, ...looking }) => {
    const page = await office.people.person('zhang.min', looking)
    const watching = inspecting(page, { axe })
    for (const path of ['/conferences', '/logs', '/process']) {
      await page.goto(`/watch${path}`)
      await watching.look(path)
      await office.picture(page, `evidence${path.replaceAll('/', '-')}-${looking.width}`)
    }
    expect(watching.faults).toEqual([])
    await page.context().close()
    const auditor = await office.people.person('wu.san', looking)
    const auditing = inspecting(auditor, { axe })
    await auditor.goto('/watch/administration/reads')
    await auditing.look('reads')
    await office.picture(auditor, `evidence-reads-${looking.width}`)
    expect(auditing.faults).toEqual([])
    await auditor.context().close()
  })

  test('a conference rules, the unit reports, supervision confirms and takes the bundle with it', async () => {
    const page = await office.people.person('zhang.min')
    const watching = inspecting(page, { axe: true })
    const call = async (number: string) => {
      await page.goto('/watch/conferences')
      await page.getByRole('button', { name: '召集会议' }).click()
      const form = page.getByRole('dialog', { name: '召集会议' })
      await form.getByLabel('会议日期').fill(inDays(0))
      for (const body of BODIES) await form.getByLabel(body).fill('chen.jie')
      await form.getByRole('button', { name: '召集', exact: true }).click()
      await form.waitFor({ state: 'detached' })
      await page.goto(`/watch/conferences/${YEAR}-${number}`)
      await page.getByLabel('会议纪要').fill('听取汇报，议定一项')
    }
    const tick = async () => {
      for (const body of BODIES) await page.getByLabel(`${body} 陈阶`).check()
    }
    const save = () => page.getByRole('button', { name: '保存纪要' }).click()

    await call('01')
    await page.getByLabel('决定内容').fill(RULING)
    await page.getByLabel('责任单位').selectOption('planning')
    await page.getByLabel('责任人').fill('wang.fang')
    await page.getByLabel('完成期限').fill(inDays(20))
    await page.getByLabel('来源').selectOption({ label: FACT })
    await page.getByLabel('财政 陈阶').check()
    // What has not been held yet is not recorded: the form does not take a day to come.
    await page.getByLabel('召开日期').fill(inDays(2))
    expect(await page.locator('input[name="on"]:invalid').count()).toBe(1)
    await save()
    expect(await page.getByRole('heading', { name: '记录召开' }).count()).toBe(1)
    await page.getByLabel('召开日期').fill(inDays(0))
    await tick()
    await watching.look('hold')
    await office.picture(page, 'evidence-hold')
    await save()
    await page.getByText('待落实').waitFor()
    expect(await page.getByText(RULING).count()).toBe(1)

    const head = await office.desk('wang.fang', '/rulings')
    await head.getByLabel('落实情况').fill('六件均已办结')
    await head.getByRole('button', { name: '报告', exact: true }).click()
    await head.getByText('已报告待确认').waitFor()
    await head.context().close()

    // Not confirmed yet, it lies before the next conference, which says what becomes of it.
    await call('02')
    await tick()
    await page.getByRole('button', { name: '去掉' }).click()
    await page.getByLabel('说明').fill('再核实一次')
    await page.getByLabel('新期限').fill(inDays(30))
    await save()
    await page.getByText('会议没有作出决定。').waitFor()

    const again = await office.desk('wang.fang', '/rulings')
    await again.getByLabel('落实情况').fill('六件均已办结，附清单')
    await again.getByRole('button', { name: '报告', exact: true }).click()
    await again.getByText('已报告待确认').waitFor()
    await again.context().close()

    await page.goto(`/watch/conferences/${YEAR}-01`)
    await page.getByLabel('核实情况').fill('抽查属实')
    await page.getByRole('button', { name: '确认落实' }).click()
    await page.getByText('了结：抽查属实').waitFor()
    await watching.look('held')
    await office.picture(page, 'evidence-held')

    await page.getByRole('button', { name: '导出证据包' }).click()
    const exporting = page.getByRole('dialog', { name: '导出证据包' })
    await exporting.getByLabel('用途').fill('移送审计机关核查')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      exporting.getByRole('button', { name: '导出', exact: true }).click(),
    ])
    expect(file.suggestedFilename()).toBe(`evidence-conference-${YEAR}-01.zip`)
    const bundle = await readFile(await file.path())
    expect(verifyBundle(bundle).problemCount).toBe(0)
    const middle = bundle.length >> 1
    bundle.writeUInt8((bundle[middle] ?? 0) ^ 1, middle)
    expect(verifyBundle(bundle).problemCount).toBeGreaterThan(0)
    expect(watching.faults).toEqual([])
    await page.context().close()
  })
})
