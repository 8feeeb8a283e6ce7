import { DAY_MS, day, dayNumber } from '#kernel/day.ts'
import { DEFAULT_ZONE, instantOf } from '#engines/calendar/index.ts'
import { type Route, route } from '#platform/http/index.ts'
import { listConnections } from '../connections-contract.ts'
import { clustersOf } from './clusters.ts'
import { findAnswered } from './store.ts'

const startOf = (text: string) => instantOf(DEFAULT_ZONE, dayNumber(day(text)))

/** Row-level security decides whose cases count: an office sees its own, supervision all. */
export const connectionRoutes: Route[] = [
  route(listConnections, ({ query, read }) =>
    read(async (db) =>
      clustersOf(await findAnswered(db, startOf(query.from), startOf(query.until) + DAY_MS)),
    ),
  ),
]
