import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openBrowser, peopleAt, settled } from '../e2e/browser.ts'
import { startServer } from '../e2e/server.ts'

/** `npm run screenshots`: the pictures of the README, made anew from a fresh start. */
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))

interface Picture {
  readonly file: string
  readonly path: string
  readonly width?: number
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
]

mkdirSync(folder, { recursive: true })
const server = await startServer()
const browser = await openBrowser()
try {
  const people = peopleAt(browser, server)
  for (const { file, path, ...looking } of PICTURES) {
    const page = await people.person('zhang.min', looking)
    await shoot(page, path, file)
  }
  const caseAddress = await lateCase(await people.person('zhang.min'))
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

/** A case whose ribbon has something to show: late, and still open. */
async function lateCase(page: Page): Promise<string> {
  await page.goto('/cases?log=demo&state=open&colour=red')
  await settled(page)
  const link = page.locator('a[href*="/cases/demo/"]').first()
  const address = (await link.getAttribute('href')) ?? '/cases'
  await page.context().close()
  return address
}
