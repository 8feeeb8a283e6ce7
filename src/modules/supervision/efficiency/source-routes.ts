import { type Route, route } from '#platform/http/index.ts'
import { checkSources, listSources } from '../board-contract.ts'
import { calledFor, ownBoards } from './board-reading.ts'
import { sourceView } from './board-views.ts'
import { silentSignals } from './signals.ts'
import { raiseSourceFindings } from './sources/raising.ts'

/** 数据报送: which system sends what, which departments send nothing. */
export const sourceRoutes: Route[] = [
  route(listSources, ({ now, read }) =>
    read(async (db) => {
      const boards = await ownBoards(db, {}, now)
      const called = await calledFor(db, boards)
      return {
        rows: boards.sources.map((source) => sourceView(source, called)),
        silent: silentSignals(boards).map(({ unit }) => ({ unit, unitName: called.unit(unit) })),
      }
    }),
  ),

  route(checkSources, ({ now, transaction }) =>
    transaction(async (db) => ({ findings: await raiseSourceFindings(db, now) })),
  ),
]
