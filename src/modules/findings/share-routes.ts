import type { Db } from '#kernel/sql.ts'
import { type Route, route } from '#platform/http/index.ts'
import * as contract from './contract.ts'
import { namesOf } from './names.ts'
import { lenientPairs } from './shares.ts'
import { findJudged, findShares } from './share-store.ts'

/** What stands above this module and belongs into the share of each supervisor. */
export interface SharesKnown {
  /** Findings sheets of visits: how many somebody owed, and how many were not there in time. */
  readonly sheets?: (
    db: Db,
  ) => Promise<readonly { readonly account: string; readonly sheets: number; readonly late: number }[]>
}

/** 只查不处: what each supervisor's findings led to, whom he spares, and whose sheets of visits were late. */
export const shareRoute = ({ sheets: sheetsIn }: SharesKnown): Route =>
  route(contract.getFindingShares, ({ read, now }) =>
    read(async (db) => {
      const shares = await findShares(db, now)
      const sheets = new Map((await sheetsIn?.(db))?.map((one) => [one.account, one]))
      const others = [...sheets.keys()].filter((account) => !shares.some((one) => one.account === account))
      const rows = [...shares, ...others.map((account) => ({ account, ...NOTHING_FOUND }))]
      const lenient = lenientPairs(await findJudged(db))
      const names = await namesOf(db, {
        units: lenient.map(({ unit }) => unit),
        accounts: [...rows, ...lenient].map(({ account }) => account),
      })
      const name = (account: string) => ({ account, name: names.person(account) })
      return {
        rows: rows.map((one) => ({
          ...one,
          ...name(one.account),
          share: one.disposed === 0 ? null : one.withoutConsequence / one.disposed,
          sheets: sheets.get(one.account)?.sheets ?? 0,
          sheetsLate: sheets.get(one.account)?.late ?? 0,
        })),
        lenient: lenient.map((one) => ({ ...one, ...name(one.account), unit: names.unit(one.unit) })),
      }
    }),
  )

const NOTHING_FOUND = { findings: 0, disposed: 0, overdue: 0, withoutConsequence: 0, educatedAgain: 0 }
