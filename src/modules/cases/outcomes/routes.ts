import type { EpochMs } from '#kernel/day.ts'
import { type Route, route } from '#platform/http/index.ts'
import { jurisdictionOf } from '#modules/organisation/index.ts'
import * as contract from '../contract.ts'
import type { PostedResult } from '../contract.ts'
import type { DeskServices } from '../desk-acts.ts'
import { type ListNames, listNames } from '../kinds/people.ts'
import { countPosted, findPosted, type ListedOutcome } from './store.ts'

const PAGE = 30

/** 办理结果公开: for everybody, without a sign-in; what is shown holds no free words and no whole name of a human being. */
export const resultRoutes = ({ database }: DeskServices): Route[] => [
  route(contract.listResults, async ({ query, visitor }) => {
    const { after, limit = PAGE, unit, search } = query
    const jurisdiction =
      visitor && query.jurisdiction === undefined
        ? visitor.jurisdiction
        : await jurisdictionOf(database, query.jurisdiction)
    const scope = { jurisdiction, account: '', reach: 'jurisdiction' } as const
    return database.read(scope, async (db) => {
      const question = { unit, search: search?.trim() || undefined, before: placeOf(after), limit }
      const found = await findPosted(db, question)
      const names = await listNames(db, { units: found.map((row) => row.unit), accounts: [] })
      const rows = found.slice(0, limit)
      const last = found.length > limit ? rows.at(-1) : undefined
      return {
        rows: rows.map((row) => postedOf(row, names)),
        next: last ? markOf(last) : null,
        total: await countPosted(db, question),
      }
    })
  }),
]

const markOf = ({ endedAt, caseNo }: ListedOutcome): string => `${endedAt?.getTime() ?? 0}~${caseNo}`

function placeOf(after: string | undefined): { readonly at: EpochMs; readonly caseNo: string } | undefined {
  const [, at, caseNo] = /^(\d{1,15})~(.{1,60})$/.exec(after ?? '') ?? []
  return at !== undefined && caseNo !== undefined ? { at: Number(at), caseNo } : undefined
}

function postedOf(row: ListedOutcome, names: ListNames): PostedResult {
  const { facts } = row
  return {
    ...{ caseNo: row.caseNo, number: facts.number, item: row.item },
    itemName: { zh: row.itemNameZh, en: row.itemNameEn },
    unitName: names.unit(row.unit),
    applicant: facts.applicantMasked,
    decidedOn: row.decidedOn ?? '',
    outcome: row.outcome === 'denied' ? 'denied' : 'granted',
    ...{ deemed: facts.deemed, atOnce: row.atOnce, basis: facts.basis, unmet: [...facts.unmet] },
  }
}
