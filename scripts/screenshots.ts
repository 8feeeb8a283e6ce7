import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openBrowser, peopleAt, settled } from '../e2e/browser.ts'
import { startServer } from '../e2e/server.ts'

/** `npm run screenshots`: the pictures of the README, made anew from a fresh start. */
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))

interface Picture {
  /** Nobody signs in to the portal and to the hall's wall. */
  readonly account?: string | null
  readonly file: string
  readonly path: string
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  readonly language?: 'zh' | 'en'
}

const PICTURES: readonly Picture[] = [
  { file: 'overview', path: '/overview?log=demo' },
  { file: 'cards', path: '/cards?log=demo', language: 'en' },
  { file: 'map', path: '/process?log=demo' },
  { file: 'rule', path: '/rules/SV-01?log=demo', language: 'en' },
  { file: 'units', path: '/units?log=demo', theme: 'dark' },
  { file: 'logs', path: '/logs' },
  { file: 'calendar', path: '/calendar/2026' },
  { file: 'portal-phone', path: '/', account: null, width: 390, height: 844 },
  { file: 'guide-phone', path: '/guide/food-business', account: null, width: 390, height: 844 },
  { file: 'findings', path: '/findings' },
  { file: 'desk-counter', path: '/desk/counter', account: 'he.qing', height: 800 },
  { file: 'desk-work', path: '/desk/work?whose=unit', account: 'wang.fang', height: 800 },
  { file: 'hall-wall', path: '/screen/hall', account: null, width: 1920, height: 1080 },
]

/** Pages that lie behind the first line of a list: the list, and how the address of what is shown begins. */
const BEHIND_LISTS = [
  { file: 'inspection', list: '/inspections', begins: '/inspections/rounds/' },
  { file: 'problem', list: '/rectification?tab=problems', begins: '/rectification/problems/' },
  { file: 'accountability-file', list: '/accountability', begins: '/accountability/A' },
] as const

/** How long the city's year of cases may take to load behind the first page. */
const YEAR_MS = 180_000

mkdirSync(folder, { recursive: true })
const server = await startServer()
const browser = await openBrowser()
try {
  const people = peopleAt(browser, server)
  await yearLoaded(await people.person('zhang.min'))
  for (const { file, path, account = 'zhang.min', height, ...looking } of PICTURES) {
    const page = account === null ? await people.stranger(looking) : await people.person(account, looking)
    if (height !== undefined) await page.setViewportSize({ width: looking.width ?? 1280, height })
    await shoot(page, path, file)
  }
  for (const { file, list, begins } of BEHIND_LISTS)
    await shoot(
      await people.person('zhang.min'),
      await firstOf(await people.person('zhang.min'), list, begins),
      file,
    )
  // A case whose ribbon has something to show: late, and still open.
  const late = '/cases?log=demo&state=open&colour=red'
  const caseAddress = await firstOf(await people.person('zhang.min'), late, '/cases/demo/')
  await shoot(await people.person('zhang.min'), caseAddress, 'case')
  await shoot(await people.person('zhang.min', { width: 390 }), caseAddress, 'case-phone')
} finally {
  await browser.close()
  await server.stop()
}

async function shoot(page: Page, path: string, file: string): Promise<void> {
  await page.goto(path)
  await settled(page)
  await page.waitForTimeout(600)
  await page.screenshot({ path: `${folder}${file}.png` })
  await page.context().close()
}

/** What the first line of a list opens. */
async function firstOf(page: Page, list: string, begins: string): Promise<string> {
  await page.goto(list)
  await settled(page)
  const address = await page.locator(`a[href*="${begins}"]`).first().getAttribute('href')
  await page.context().close()
  return address ?? list
}

/** The city's year of cases loads behind the first page; the pictures want it whole. */
async function yearLoaded(page: Page): Promise<void> {
  const until = Date.now() + YEAR_MS
  await page.goto('/watch')
  for (;;) {
    const cases = await page.evaluate(async () => {
      const { rows } = (await (await fetch('/api/logs')).json()) as {
        rows: { name: string; cases: number }[]
      }
      return rows.find(({ name }) => name === 'hall')?.cases ?? 0
    })
    if (cases > 1000) break
    if (Date.now() > until) throw new Error('The year of the demo city was not loaded in time')
    await page.waitForTimeout(2000)
  }
  await page.context().close()
}
