import { day } from '#kernel/day.ts'
import { newId } from '#kernel/ids.ts'
import { type Route, route } from '#platform/http/index.ts'
import { isOver, isSealed, stands } from '../files/file.ts'
import { findFiles } from '../files/store.ts'
import * as contract from '../figures-contract.ts'
import { changeStatement } from './commands.ts'
import { refuse } from './refusals.ts'
import { makeStatement, type Publishable, withdrawStatement } from './statement.ts'
import { findStatement, findStatements } from './store.ts'
import { statementView, statementViews } from './views.ts'

/** What is said outside of measures: made from files, corrected with them. */
export const statementRoutes: Route[] = [
  route(contract.listStatements, ({ read }) =>
    read(async (db) => ({
      rows: await statementViews(db, await findStatements(db), { all: await findFiles(db), inside: true }),
    })),
  ),
  route(contract.publishStatement, ({ body, caller, now, ...call }) =>
    call.transaction(async (db) => {
      const files = await findFiles(db)
      // Of a sealed file not even the number is told.
      const told = files.filter((one) => !isSealed(one))
      const publishable = told.map((one): Publishable => ({
        ...{ file: one.file, stands: stands(one) && one.decided !== null, over: isOver(one) },
        ...{ level: one.decided?.level ?? 'none', mayName: one.decided?.named ?? false },
        decidedOn: one.decided?.on ?? null,
      }))
      const given = { ...body, from: day(body.from), until: day(body.until) }
      const events = makeStatement(given, publishable)
      const state = await changeStatement(db, newId(now), () => events, { actor: caller.account, now })
      if (!state) throw refuse('statement.not-found')
      return statementView(db, state, { all: files, inside: true })
    }),
  ),
  route(contract.withdrawStatement, ({ params, body, caller, now, ...call }) =>
    call.transaction(async (db) => {
      if (!(await findStatement(db, params.statement))) throw refuse('statement.not-found')
      const decide = (state: Parameters<typeof withdrawStatement>[0]) => withdrawStatement(state, body.reason)
      const state = await changeStatement(db, params.statement, decide, { actor: caller.account, now })
      if (!state) throw refuse('statement.not-found')
      return statementView(db, state, { all: await findFiles(db), inside: true })
    }),
  ),
]
