import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database/index.ts'
import {
  accessibilityFaults,
  browserPath,
  openBrowser,
  peopleAt,
  settled,
  withoutBrowser,
} from './browser.ts'
import { buildOnce } from './server.ts'
import { HANDLED, openResidentsOffice, staffOf } from './residents-office.ts'

const WAIT_MS = 180_000
const PHONE_WIDTH = { width: 390 }

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const script = Buffer.from('#!/bin/sh\necho this is no picture\n')

describe.skipIf(!browserPath)(`The portal in a browser${withoutBrowser}`, { timeout: WAIT_MS }, () => {
  let server: Awaited<ReturnType<typeof openResidentsOffice>>
  let browser: Browser
  let people: ReturnType<typeof peopleAt>
  let staff: Awaited<ReturnType<typeof staffOf>>
  /** What the application of the first scenario was given; the later ones go on with it. */
  const given = { caseNo: '', code: '' }

  beforeAll(async () => {
    await buildOnce()
    server = await openResidentsOffice(await testDatabase())
    browser = await openBrowser()
    people = peopleAt(browser, server)
    staff = await staffOf(server, 'wang.fang')
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const onPhone = (more = {}) => people.stranger({ ...PHONE_WIDTH, ...more })
  const toTracking = (page: Page) => page.goto(`/track/${given.caseNo}?code=${given.code}`)

  test('a first visit loads at most 150 kB of compressed script, and nothing from elsewhere', async () => {
    const page = await onPhone()
    const bodies: Array<Promise<Buffer>> = []
    const foreign: string[] = []
    page.on('response', (response) => {
      if (!response.url().startsWith(server.address)) foreign.push(response.url())
      if (response.url().endsWith('.js')) bodies.push(response.body())
    })
    await page.goto('/')
    await settled(page)
    const compressed = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
    expect(compressed).toBeLessThanOrEqual(150_000)
    expect(foreign).toEqual([])
    await page.context().close()
  })

  test('on a slow phone the largest part of the first page is there within 2.5 seconds', async () => {
    const page = await onPhone()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Network.enable')
    // What Lighthouse calls a mid-range phone on slow 4G.
    await cdp.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 768_000 / 8 },
    })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.goto('/')
    await settled(page)
    expect(await largestPaint(page)).toBeLessThanOrEqual(2500)
    await page.context().close()
  })

  test('somebody who says 开个小饭馆 finds the licence, reads what to bring and keeps the ticks in the link', async () => {
    const page = await onPhone()
    await page.goto('/')
    await page.getByRole('searchbox').fill('开个小饭馆')
    await page.getByRole('searchbox').press('Enter')
    await page.getByRole('link', { name: /小餐饮经营登记/ }).click()
    await settled(page)
    const questions = await page.locator('h2').allInnerTexts()
    expect(questions.slice(0, 6)).toEqual([
      '我能办吗？',
      '要带什么？',
      '要多久？',
      '要花多少钱？',
      '到哪里办？',
      '然后呢？',
    ])
    await page.getByLabel(/经营场所布局图/).check()
    await page.getByText('已备 1，共 2 份').waitFor()
    const link = page.url()
    await page.goto('/')
    await page.goto(link)
    expect(await page.getByLabel(/经营场所布局图/).isChecked()).toBe(true)
    await page.getByText('公开的十项内容').click()
    expect(await page.locator('.guide-more h3').count()).toBeGreaterThanOrEqual(10)
    await page.context().close()
  })

  test('a resident applies in steps: the draft outlives the tab, a lying file is refused, one tap sends one application', async () => {
    const page = await onPhone()
    await page.goto(`/apply/${HANDLED}`)
    await signInByPhone(page, '13800138001')
    const next = () => page.getByRole('button', { name: '下一步' }).click()

    await page.getByRole('heading', { name: '为谁申请？' }).waitFor()
    await next()
    await page.getByLabel(/^姓名/).fill('王小明')
    await next()
    await page.getByLabel(/^证件号码/).fill('110105194912310021')
    await next()
    await page.getByText('身份证号码不对').waitFor()
    await page.getByLabel(/^证件号码/).fill('11010519491231002X')
    await next()
    await page.getByLabel(/^联系电话/).waitFor()
    await page.getByText('已保存').waitFor()

    await page.reload()
    await page.getByText('从上次的草稿接着填').waitFor()
    await page.getByLabel(/^联系电话/).fill('13800138001')
    await next()

    await page.getByRole('heading', { name: '填写申请表' }).waitFor()
    await page.getByLabel(/^使用面积/).fill('很大')
    await next()
    await page.getByText('应为数字').waitFor()
    await page.getByText('要填').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByLabel(/^使用面积/).fill('120')
    await page.getByText('热食').click()
    await next()

    const picker = page.locator('input[type=file]')
    await picker.setInputFiles({ name: '申请书.jpg', mimeType: 'image/jpeg', buffer: script })
    await page.getByRole('alert').filter({ hasText: '没有上传' }).waitFor()
    await picker.setInputFiles({ name: '申请书.pdf', mimeType: 'application/pdf', buffer: pdf })
    await page.getByRole('button', { name: '去掉 申请书.pdf' }).waitFor()
    await next()
    await page.getByRole('heading', { name: '上传：经营场所布局图' }).waitFor()
    await next()

    await page.getByText('还没有上传的必要材料：经营场所布局图').waitFor()
    await page.getByText('120', { exact: true }).waitFor()
    await page.getByText('热食').waitFor()
    await page.getByLabel('我保证所填内容和材料真实。').check()
    await page.getByRole('button', { name: '提交申请' }).dblclick()
    await page.getByRole('heading', { name: '已收到您的申请' }).waitFor()
    const [caseNo, code] = await page.locator('.sent-number').allInnerTexts()
    Object.assign(given, { caseNo, code })
    expect(await accessibilityFaults(page)).toEqual([])
    const paper = await page.getByRole('link', { name: '下载申请表' }).getAttribute('href')
    expect((await page.request.get(paper ?? '')).headers()['content-type']).toBe('application/pdf')

    await page.goto('/mine')
    await settled(page)
    expect(await page.locator('.portal-result').count()).toBe(1)
    expect(await page.getByText('草稿').count()).toBe(0)
    await page.context().close()
  })

  test('what one notice asked for is sent by number and code, without signing in', async () => {
    await staff.act(given.caseNo, 'supplement-notice', { missing: ['layout'] })
    const page = await onPhone()
    await toTracking(page)
    await page.getByRole('heading', { name: '需要您补交材料' }).waitFor()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '布局图.pdf', mimeType: 'application/pdf', buffer: pdf })
    await page.getByRole('button', { name: '去掉 布局图.pdf' }).waitFor()
    await page.getByRole('button', { name: '申请表有填错的' }).click()
    const send = page.getByRole('button', { name: '送交补正材料' })
    await page.getByLabel(/^使用面积/).fill('0')
    await page.getByText('不能小于 1').waitFor()
    expect(await send.isDisabled()).toBe(true)
    await page.getByLabel(/^使用面积/).fill('86.5')
    await send.click()
    await page.getByText('正在核对补交的材料').waitFor()
    expect(await page.getByRole('heading', { name: '需要您补交材料' }).count()).toBe(0)
    const papers = page.getByRole('link', { name: /文书 .*补字/ })
    const paper = await page.request.get((await papers.getAttribute('href')) ?? '')
    expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf'])
    await page.context().close()
  })

  test('tracking says the next step, the promised day and each step; a guess is answered like a number that is not there', async () => {
    await staff.act(given.caseNo, 'acceptance', {})
    const page = await onPhone()
    await page.goto('/track')
    await page.getByLabel('办件编号').fill(given.caseNo)
    await page.getByLabel('查询码').fill(given.code.toLowerCase())
    await page.getByRole('button', { name: '查一查' }).click()
    await page.getByText(/承诺 .* 前办完/).waitFor()
    await page.getByRole('group', { name: /时限带/ }).waitFor()
    expect(await page.locator('.track-steps li').count()).toBeGreaterThan(0)
    expect(await page.content()).not.toContain('王小明')

    const answers: string[] = []
    for (const number of [given.caseNo, '260302-000001-0']) {
      await page.goto(`/track/${number}?code=AAAAAAAA`)
      await page.getByRole('alert').waitFor()
      answers.push((await page.getByRole('alert').innerText()).replace(number, '…'))
    }
    expect(answers[0]).toBe(answers[1])
    await page.context().close()
  })

  test('a rating takes one tap, has no default, and is given once', async () => {
    await staff.finish(given.caseNo)
    const page = await onPhone()
    await toTracking(page)
    await page.getByRole('heading', { name: '请您评价' }).waitFor()
    expect(await page.locator('.grades [aria-pressed=true], .grades input:checked').count()).toBe(0)
    await page.getByRole('button', { name: '非常满意' }).click()
    await page.getByText('谢谢，您的评价是：非常满意').waitFor()
    await page.reload()
    await page.getByText('谢谢，您的评价是：非常满意').waitFor()
    const again = await page.request.post(`/api/track/${given.caseNo}/rating`, {
      data: { code: given.code, grade: 'dissatisfied' },
    })
    expect(again.status()).toBe(409)
    await page.context().close()
  })

  test('an application is withdrawn after one question', async () => {
    const { caseNo, code } = await staff.receive(HANDLED)
    const page = await onPhone()
    await page.goto(`/track/${caseNo}?code=${code}`)
    await page.getByRole('button', { name: '撤回申请' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤回申请' }).click()
    await page.getByText('您已撤回申请').waitFor()
    await page.context().close()
  })

  test('a paper is checked by its code; an invented code is not', async () => {
    const page = await onPhone()
    await page.goto(`/check/${await staff.checkCode(given.caseNo)}`)
    await page.getByRole('heading', { name: /是真的，现在有效/ }).waitFor()
    expect(await page.content()).not.toContain('王小明')
    await page.goto('/check/990100-AAAAAAAAAAAA')
    await page.getByText('没有这份文书').waitFor()
    await page.context().close()
  })

  test('one tap makes the letters large, it stays so, and nothing runs out of the page', async () => {
    const page = await onPhone()
    await page.goto('/')
    await page.getByRole('button', { name: '大字版' }).click()
    for (const path of PAGES()) {
      await page.goto(path)
      await settled(page)
      const [size, over] = await page.evaluate(() => [
        getComputedStyle(document.body).fontSize,
        document.documentElement.scrollWidth - window.innerWidth,
      ])
      expect({ path, size, over }).toEqual({ path, size: '20px', over: 0 })
    }
    await page.context().close()
  })

  test('English and 繁體 are chosen and stay chosen', async () => {
    const page = await onPhone({ language: 'en' })
    await page.goto('/')
    await page.getByRole('heading', { name: 'What do you need to get done?' }).waitFor()
    await page.getByText('Display', { exact: true }).click()
    await page.getByLabel('繁體').click()
    await page.getByRole('heading', { name: '要辦什麼事？' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '要辦什麼事？' }).waitFor()
    await page.context().close()
  })

  test.each([{ width: 390 }, { width: 1280 }])(
    'no page fails an accessibility check at $width px',
    async (look) => {
      const page = await people.stranger(look)
      for (const path of PAGES()) {
        await page.goto(path)
        await settled(page)
        for (const more of await page.locator('.guide-more summary').all()) await more.click()
        expect({ path, faults: await accessibilityFaults(page) }).toEqual({ path, faults: [] })
      }
      await page.context().close()
    },
  )

  const PAGES = () => [
    '/',
    '/search?search=开个小饭馆',
    '/search?search=qqqqzzzz',
    `/guide/${HANDLED}`,
    '/guide/food-business',
    `/apply/${HANDLED}`,
    '/track',
    `/track/${given.caseNo}?code=${given.code}`,
    '/mine',
    '/check',
    '/help',
  ]
})

async function signInByPhone(page: Page, phone: string): Promise<void> {
  await page.getByLabel(/^手机号码/).fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  const shown = await page.getByText(/演示：这里不发短信/).innerText()
  await page.getByLabel(/^验证码/).fill(/\d{6}/.exec(shown)?.[0] ?? '')
  await page.getByRole('button', { name: '登录' }).click()
}

/** The instant of the largest paint so far, in milliseconds from the start of the visit. */
const largestPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
