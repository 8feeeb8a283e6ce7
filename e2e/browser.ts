import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { RunningServer } from './server.ts'

// The headless shell comes first: it draws the same pages without a window of its own around each of them.
const PLACES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
)

/** The browser on this machine; browser tests are skipped, and say so, where there is none. */
export const browserPath = [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path))

export const withoutBrowser = browserPath
  ? ''
  : ' — skipped: no Chromium found (apt-get install chromium, or set CHROMIUM)'

// Containers run as root, and Chromium's own sandbox refuses to. Without a graphics card it draws faster when it knows.
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu']
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath, args: ARGUMENTS })

export interface Looking {
  readonly account?: string
  readonly width?: number
  readonly theme?: 'light' | 'dark'
  readonly language?: 'zh' | 'en'
}

/** People at their desks: each signs in once, because outside of a demo a second sign-in ends the first. */
export function peopleAt(browser: Browser, server: Pick<RunningServer, 'address' | 'password'>) {
  const cookies = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()

  const newPage = async ({ width = 1280, theme = 'light', language = 'zh' }: Looking, state?: string) => {
    const context = await browser.newContext({
      baseURL: server.address,
      viewport: { width, height: width < 500 ? 844 : 900 },
      colorScheme: theme,
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      storageState: state ? cookies.get(state) : undefined,
    })
    // A busy machine is slow, not wrong.
    context.setDefaultTimeout(60_000)
    return context.newPage()
  }

  return {
    stranger: (looking: Looking = {}): Promise<Page> => newPage(looking),

    /** A page on which this person is signed in already; the sign-in page has tests of its own. */
    async person(account: string, looking: Looking = {}): Promise<Page> {
      if (!cookies.has(account)) {
        const context = await browser.newContext({ baseURL: server.address })
        const answer = await context.request.post('/api/session', {
          data: { account, password: server.password },
        })
        if (!answer.ok()) throw new Error(`${account}: ${await answer.text()}`)
        cookies.set(account, await context.storageState())
        await context.close()
      }
      return newPage(looking, account)
    },

    /** The next `person` signs in anew. */
    forget: (account: string) => void cookies.delete(account),
  }
}

export async function signIn(page: Page, account: string, password: string): Promise<void> {
  await page.locator('input[name=account]').fill(account)
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=password]').press('Enter')
  await page.locator('.shell-head').waitFor()
}

/** Waits until the page has drawn what it loads. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.waiting'))
}

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds against WCAG 2.2 AA and its own best practices, one line each. It runs in the page itself and describes
 * only what is wrong: collecting what is right, frame by frame, takes four times as long.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async (tags) => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: tags,
      resultTypes: ['violations'],
    })
    return found.violations.map(({ id, nodes }) => ({ id, places: nodes.map(({ html }) => html) }))
  }, STANDARD)
  return violations.map(({ id, places }) => `${id} ×${places.length}: ${places[0]?.slice(0, 160) ?? ''}`)
}

/** Each page is looked at on a desk and on a phone: every width, theme and language once, by axe too. */
export const LOOKINGS = [
  { width: 1280, theme: 'light', language: 'zh', axe: true },
  { width: 390, theme: 'dark', language: 'en', axe: true },
] as const satisfies readonly (Looking & { readonly axe: boolean })[]

/** Collects what is wrong with the pages that are looked at: axe, pages wider than the screen, scripts that broke. */
export function inspecting(page: Page, { axe }: { readonly axe: boolean }) {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text())
  })
  return {
    faults,
    async look(name: string): Promise<void> {
      await settled(page)
      if (axe) faults.push(...(await accessibilityFaults(page)).map((fault) => `${name} ${fault}`))
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wider > 0) faults.push(`${name} is ${wider} px wider than the screen`)
    },
  }
}
