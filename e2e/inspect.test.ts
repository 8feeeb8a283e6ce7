import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { RoundView, VisitView } from '#modules/inspections/contract.ts'
import { accessibilityFaults, browserPath, settled, withoutBrowser } from './browser.ts'
import { desksInBrowser, WAIT_MS } from './desks.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe.skipIf(!browserPath)(`A visit on a phone${withoutBrowser}`, { timeout: WAIT_MS }, async () => {
  const desks = await desksInBrowser()

  /** Asks the server as somebody, besides the pages. */
  const api = async <T>(account: string, method: string, path: string, body?: object): Promise<T> => {
    const page = await desks.people.person(account)
    const { request } = page.context()
    const { csrfToken } = await (await request.get('/api/session')).json()
    const answer = await request.fetch(`/api/inspections${path}`, {
      method,
      headers: { 'x-csrf-token': csrfToken },
      ...(body ? { data: body } : {}),
    })
    const given = await answer.json()
    await page.context().close()
    if (!answer.ok()) throw new Error(JSON.stringify(given))
    return given as T
  }

  test('a covert visit is made without a network, told exactly once afterwards, and an altered photo is refused', async () => {
    for (const account of ['zhang.min', 'he.cha'])
      await api('zhang.min', 'PUT', `/inspectors/${account}`, { skills: '督查' })
    const item = (code: string, zh: string) => ({
      code,
      title: { zh, en: code },
      conduct: 'absence',
      evidence: true,
    })
    await api('he.cha', 'PUT', '/checklists/e2e-windows', {
      ...{ title: { zh: '窗口暗访表', en: 'Windows' }, basis: '督查条例' },
      items: [item('onDuty', '窗口在岗'), { ...item('badge', '佩戴工作牌'), evidence: false }],
    })
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now())
    const { round } = await api<RoundView>('he.cha', 'POST', '/rounds', {
      ...{ kind: 'covert', title: '窗口暗访', theme: 'e2e-covert', basis: '年度计划', from: day, until: day },
      ...{
        checklist: 'e2e-windows',
        places: [{ unit: 'planning', stratum: 'hard' }],
        overlapReason: '专题暗访',
      },
      team: [{ account: 'he.cha', leads: true }, { account: 'zhang.min' }],
    })
    await api('he.cha', 'POST', `/rounds/${round}/commitment`, {})
    const drawn = await api<RoundView>('zhang.min', 'POST', `/rounds/${round}/lots`, { word: '清风' })
    const visit = drawn.visitRows[0]!.visit

    const phone = await desks.people.stranger({ width: 390 })
    await phone.context().grantPermissions(['geolocation'], { origin: desks.server.address })
    await phone.context().setGeolocation({ latitude: 31.2, longitude: 120.6, accuracy: 8 })
    const unlock = async () => {
      await phone.locator('input[name=account]').fill('he.cha')
      await phone.locator('input[name=password]').fill(desks.server.password)
      await phone.getByRole('button', { name: '打开本机' }).click()
    }
    await phone.goto('/inspect/')
    await unlock()
    await phone.locator('.inspect-visit').first().waitFor()
    await phone.waitForFunction(() => document.documentElement.dataset['offline'] === 'ready')

    await phone.context().setOffline(true)
    await phone.reload()
    await unlock()
    await phone.getByText('没有网络，先存在本机').waitFor()
    await phone.locator('.inspect-visit').first().click()
    expect(await accessibilityFaults(phone)).toEqual([])
    await phone.getByRole('button', { name: '到场开始' }).click()
    await phone.locator('[data-item=onDuty]').getByLabel('不符合').check()
    await phone.locator('[data-item=badge]').getByLabel('符合', { exact: true }).check()
    await phone.getByRole('button', { name: '存下检查表' }).click()
    const items = phone.getByLabel('对应项目')
    await items.first().selectOption('onDuty')
    await phone
      .locator('input[type=file]')
      .setInputFiles({ name: 'p.png', mimeType: 'image/png', buffer: PNG })
    await phone.locator('.inspect-kept').getByText(sha256(PNG).slice(0, 12)).waitFor()
    await phone.getByLabel('职务或者岗位').fill('值班人员')
    await phone.getByLabel('陈述内容').fill('临时离开')
    await phone.getByLabel('拒绝签名，见证人').selectOption('zhang.min')
    await phone.getByRole('button', { name: '存下陈述' }).click()
    await phone.getByText('已存 1 份').waitFor()
    await items.nth(1).selectOption('onDuty')
    await phone.getByLabel('事实').fill('上午十点窗口无人在岗')
    await phone.getByRole('button', { name: '存下问题' }).click()
    await phone.getByText('上午十点窗口无人在岗').waitFor()
    expect(await accessibilityFaults(phone)).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    await desks.picture(phone, 'inspect-phone')
    await phone.getByRole('button', { name: '结束检查' }).click()
    await phone.getByRole('dialog').getByRole('button', { name: '结束检查' }).click()
    await phone.getByLabel('情况单').fill('窗口空岗一处')
    await phone.getByRole('button', { name: '交情况单' }).click()
    await phone.locator('[data-waiting="7"]').waitFor()
    // Nothing of it can be read from the phone's storage.
    const stored = await phone.evaluate(async () => {
      const open = indexedDB.open('xiaoneng-inspect')
      await new Promise((resolve) => (open.onsuccess = resolve))
      const all = open.result.transaction('steps').objectStore('steps').getAll()
      await new Promise((resolve) => (all.onsuccess = resolve))
      return JSON.stringify(all.result)
    })
    expect(stored).not.toContain('空岗')

    // The answer to the first act is lost on the way back, so it is told a second time.
    let lost = 0
    await phone.route('**/acts', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await phone.context().setOffline(false)
    await phone.getByRole('button', { name: '立即同步' }).click()
    await phone.waitForTimeout(1500)
    await phone.getByRole('button', { name: '立即同步' }).click()
    await phone.locator('[data-waiting="0"]').waitFor()
    expect(lost).toBeGreaterThan(1)
    const told = await api<VisitView>('he.cha', 'GET', `/visits/${visit}`)
    expect(told).toMatchObject({ status: 'submitted', acts: 6, report: '窗口空岗一处' })
    expect(told.evidenceRows).toMatchObject([
      { kind: 'photo', sha256: sha256(PNG), position: { latitude: 31.2 } },
    ])
    expect([told.statements.length, told.findingRows.length]).toEqual([1, 1])
    // What the server has is wiped from the phone, and the page says that it has all of it.
    await phone.getByText(/7 步全部上报/).waitFor()
    await phone.getByText('没有指派给您的检查。').waitFor()

    const page = await desks.people.person('he.cha')
    const { csrfToken } = await (await page.request.get('/api/session')).json()
    const altered = await page.request.post(
      `/api/inspections/visits/${visit}/evidence?device=phone-x&nth=1&deviceAt=${new Date().toISOString()}&evidence=altered&kind=photo&sha256=${sha256(PNG)}`,
      {
        data: Buffer.concat([PNG, Buffer.from([0])]),
        headers: { 'x-csrf-token': csrfToken, 'content-type': 'application/octet-stream' },
      },
    )
    expect((await altered.json()).code).toBe('inspection.evidence-altered')
    await page.context().close()
    await phone.context().close()
  })

  test.each([
    { width: 1280, language: 'zh' },
    { width: 390, language: 'en' },
  ] as const)('the pages of inspections hold together at $width', async ({ width, language }) => {
    const page = await desks.people.person('he.cha', { width, language })
    for (const path of [
      '/inspections',
      '/inspections?tab=calendar',
      '/inspections?tab=pool',
      '/inspections?tab=sheets',
    ]) {
      await page.goto(`/watch${path}`)
      await settled(page)
      await desks.picture(page, `inspections-${width}-${path.split('=')[1] ?? 'rounds'}`)
      expect([path, await accessibilityFaults(page)]).toEqual([path, []])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    }
    await page.goto('/watch/inspections')
    await page.getByRole('button', { name: language === 'zh' ? '拟定一轮检查' : 'Plan a round' }).click()
    await desks.picture(page, `inspections-${width}-plan`)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('[data-row-link]').first().click()
    await settled(page)
    await page
      .getByText(language === 'zh' ? '抽取依据' : 'How the lots fell')
      .first()
      .waitFor()
    await desks.picture(page, `inspections-${width}-round`)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.locator('[data-row-link]').first().click()
    await page.getByText('上午十点窗口无人在岗').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    await desks.picture(page, `inspections-${width}-visit`)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.context().close()
  })
})
