import { Readable } from 'node:stream'
import { dayOfNumber, type EpochMs } from '#kernel/day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { EVERY_JURISDICTION } from '#kernel/sql.ts'
import type { Database } from '#platform/database/index.ts'
import { type Route, streamRoute } from '#platform/http/index.ts'
import { dayNumberAt, DEFAULT_ZONE } from '#engines/calendar/index.ts'
import { findSummaries, readGuide, searchItems, summaryView } from '#modules/catalogue/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import type { Vault } from '#modules/vault/index.ts'
import { prover } from '../proof.ts'
import { trackedFile } from '../tracking.ts'
import * as contract from './contract.ts'
import { type Html, html, type PlainLanguage, plainPage, sayIn } from './html.ts'
import { guideBody, searchBody, trackBody, trackForm } from './pages.ts'

interface PlainServices {
  readonly database: Database
  readonly vault: Vault
}

const PAGE = 100
const todayAt = (now: EpochMs) => dayOfNumber(dayNumberAt(DEFAULT_ZONE, now))

/** Reading a guide and tracking a case work without scripts: old phones, text browsers, readers that save data. */
export function plainRoutes({ database, vault }: PlainServices): Route[] {
  const proof = prover(database, vault)
  return [
    streamRoute(
      contract.plainSearch,
      async ({ query: { language = 'zh', search = '', jurisdiction }, now }) => {
        const within = { jurisdiction: await jurisdictionOf(database, jurisdiction), day: todayAt(now) }
        const found = await database.read({ jurisdiction: EVERY_JURISDICTION }, async (db) => {
          const page = await searchItems(db, { typed: search, after: undefined, limit: PAGE, within })
          const rows = await findSummaries(db, within.jurisdiction, page.found)
          return { total: page.total, rows: rows.map((row) => summaryView(row, within.day)) }
        })
        const title = sayIn(language)({ zh: '要办什么事？', en: 'What do you need to get done?' })
        return pageOf(language, title, searchBody(language, search, found))
      },
    ),
    streamRoute(contract.plainGuide, ({ params: { item }, query: { language = 'zh', jurisdiction }, now }) =>
      orSaid(language, async () => {
        const scope = {
          jurisdiction: await jurisdictionOf(database, jurisdiction),
          account: '',
          reach: 'none',
        } as const
        const view = await database.read(scope, (db) => readGuide(db, item, todayAt(now)))
        return pageOf(language, sayIn(language)(view.guide.content.name), guideBody(language, view))
      }),
    ),
    streamRoute(contract.plainTrack, ({ query, now, address }) => {
      const { language = 'zh', caseNo, code, jurisdiction } = query
      const title = sayIn(language)({ zh: '查办件进度', en: 'Track an application' })
      return orSaid(language, async () => {
        if (!caseNo || !code) return pageOf(language, title, trackForm(language))
        const file = await proof.read({ caseNo, code, jurisdiction }, { address, now }, (db) =>
          trackedFile(db, caseNo, now),
        )
        return pageOf(language, `${title} ${caseNo}`, trackBody(language, file))
      })
    }),
  ]
}

type Page = ReturnType<typeof pageOf>

const pageOf = (language: PlainLanguage, title: string, body: Html) => ({
  contentType: 'text/html; charset=utf-8',
  body: Readable.from([plainPage(language, title, body)]),
})

/** A refusal as a page: whoever has no scripts cannot read a problem document either. */
async function orSaid(language: PlainLanguage, page: () => Promise<Page>): Promise<Page> {
  try {
    return await page()
  } catch (error) {
    if (!isRefusal(error)) throw error
    const title = sayIn(language)({ zh: '没有找到', en: 'Not found' })
    return pageOf(language, title, html`<p>${sayIn(language)(error.text)}</p>`)
  }
}
