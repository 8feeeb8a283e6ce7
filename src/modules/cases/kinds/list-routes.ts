import type { Route } from '#platform/http/index.ts'
import type { DeskServices } from '../desk-acts.ts'
import { discretionRoutes } from '../grounds/routes.ts'
import { liabilityRoutes } from '../liability/routes.ts'
import { pledgeRoutes } from '../pledge/routes.ts'
import { resultRoutes } from '../outcomes/routes.ts'
import { urgencyRoutes } from '../urgency/routes.ts'
import { shareRoutes } from '../at-once/routes.ts'

/** Lists that heads, hall managers, supervision and the public read of the kinds of handling. */
export const kindLists = (services: DeskServices): Route[] => [
  ...shareRoutes(),
  ...urgencyRoutes(services),
  ...pledgeRoutes(services),
  ...liabilityRoutes(),
  ...discretionRoutes(services),
  ...resultRoutes(services),
]
