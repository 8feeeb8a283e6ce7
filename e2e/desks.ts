import { type Browser, type Page, request } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { testDatabase } from '#test/database/index.ts'
import { openBrowser, peopleAt, settled } from './browser.ts'
import { openDeskOffice } from './desk-office.ts'
import { buildOnce } from './server.ts'

/** Busy machines are slow; the build before the first page takes longest. */
export const WAIT_MS = 180_000

/** A folder for pictures of what the tests see, for whoever wants to look at the pages. */
const PICTURES = process.env.DESK_PICTURES

type Office = Awaited<ReturnType<typeof openDeskOffice>>
type Form = ReturnType<Page['getByRole']>

/** An office with its desks in a browser, for as long as the tests of a `describe` run. */
export async function desksInBrowser(more: Parameters<typeof openDeskOffice>[1] = {}) {
  const database = await testDatabase()
  let server: Office
  let browser: Browser
  let people: ReturnType<typeof peopleAt>

  beforeAll(async () => {
    await buildOnce()
    server = await openDeskOffice(database, more)
    browser = await openBrowser()
    people = peopleAt(browser, server)
  }, WAIT_MS)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** The desk of somebody, at the height that clerks' screens have. */
  async function desk(account: string, path: string, width = 1280): Promise<Page> {
    const page = await people.person(account, { width })
    if (width === 1280) await page.setViewportSize({ width, height: 800 })
    await page.goto(`/desk${path}`)
    await settled(page)
    return page
  }

  /** A command of the person whose page it is, over the API. */
  async function send(page: Page, path: string, data: object, method: 'POST' | 'PUT' = 'POST') {
    const csrf = await page.evaluate(async () => {
      const answer = await fetch('/api/session')
      return ((await answer.json()) as { csrfToken: string }).csrfToken
    })
    const headers = { 'x-csrf-token': csrf, origin: server.address }
    const answer = await page.request.fetch(path, { method, headers, data })
    expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)])
    return answer.json()
  }

  return {
    database,
    get server() {
      return server
    },
    get people() {
      return people
    },
    desk,
    send,
    /** What somebody else does meanwhile, without a page. */
    async write(account: string, path: string, data: object, method: 'POST' | 'PUT' = 'PUT'): Promise<void> {
      const context = await request.newContext({ baseURL: server.address })
      const session = await context.post('/api/session', { data: { account, password: server.password } })
      const { csrfToken } = (await session.json()) as { csrfToken: string }
      const headers = { 'x-csrf-token': csrfToken, origin: server.address }
      const answer = await context.fetch(path, { method, headers, data })
      expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)])
      await context.dispose()
    },
    picture: (page: Page, name: string) =>
      PICTURES ? page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true }) : undefined,
    /** Fills in the form of an action and sends it; it stays open when it is refused. */
    async act(page: Page, action: string, fill: (form: Form) => Promise<void>): Promise<void> {
      await page.getByRole('button', { name: action, exact: true }).first().click()
      const form = page.getByRole('dialog', { name: action })
      await fill(form)
      await form.getByRole('button', { name: action, exact: true }).click()
      await form.waitFor({ state: 'detached' }).catch(() => undefined)
    },
  }
}
