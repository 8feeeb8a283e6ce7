import { Readable } from 'node:stream'
import { readJurisdictionOf } from './check-code.ts'
import type { Database } from '#platform/database/index.ts'
import { type Route, route, streamRoute } from '#platform/http/index.ts'
import * as contract from './contract.ts'
import type { NoticeCheck, NoticeRow } from './contract.ts'
import { getNotice } from './issue.ts'
import { dayAt } from './letter-words.ts'
import { type PaperServices, preparePaper } from './paper.ts'
import { refuse } from './refusals.ts'
import { findByCheckCode, findNoticesAbout, type StoredNotice } from './store.ts'
import { NOTICE_NAMES } from './terms.ts'

export interface NoticeServices extends PaperServices {
  readonly database: Database
}

/** Those whose unit the paper is of read it in full; row-level security has already said whose it is. */
const IN_FULL: readonly string[] = ['officer', 'unitHead']

export const noticeRoutes = (services: NoticeServices): Route[] => [
  route(contract.checkNotice, async ({ params: { code } }) => {
    const checkCode = code.trim().toUpperCase()
    const jurisdiction = readJurisdictionOf(checkCode)
    // The system's own look, by a code that nobody guesses: a visitor belongs to no jurisdiction.
    const found =
      jurisdiction === undefined
        ? undefined
        : await services.database.read({ jurisdiction }, (db) => findByCheckCode(db, checkCode))
    if (!found) throw refuse('notice.unknown-code')
    return checkOf(found)
  }),

  route(contract.listNotices, ({ query, read }) =>
    read(async (db) => ({ rows: (await findNoticesAbout(db, query.subject)).map(rowOf) })),
  ),

  streamRoute(contract.noticePdf, async ({ params: { notice }, scope, caller, now }) => {
    const masked = !caller.roles.some((role) => IN_FULL.includes(role))
    const reader = { actor: caller.account, now, masked }
    const paper = await services.database.transaction(scope, async (db) =>
      preparePaper(db, await getNotice(db, notice), services, reader),
    )
    const body = Readable.from([await paper.draw()])
    return { contentType: 'application/pdf', fileName: paper.fileName, body }
  }),
]

const checkOf = (found: StoredNotice): NoticeCheck => {
  const { zh, en } = NOTICE_NAMES[found.kind]
  return {
    kind: found.kind,
    title: { zh, en },
    number: found.number,
    issuedBy: found.unitName,
    issuedOn: dayAt(found.issuedAt.getTime()),
    hash: found.hash,
    stands: found.withdrawnAt === null,
    withdrawnOn: found.withdrawnAt && dayAt(found.withdrawnAt.getTime()),
  }
}

export const rowOf = (found: StoredNotice): NoticeRow => ({
  notice: found.notice,
  kind: found.kind,
  number: found.number,
  unit: found.unit,
  unitName: found.unitName,
  subject: found.subject,
  issuedAt: found.issuedAt.toISOString(),
  hash: found.hash,
  checkCode: found.checkCode,
  servedAt: found.servedAt?.toISOString() ?? null,
  withdrawnAt: found.withdrawnAt?.toISOString() ?? null,
})
